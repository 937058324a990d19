package dev.posthorn.model;

/// Something of a collection that is shown and kept, but not edited here yet: a gRPC or MQTT request, for instance.
///
/// @param kind as the file says it: "grpc-request"
/// @param text the file's text, to be read by people
public record OtherItem(String id, String name, String kind, String text) implements Item {}
