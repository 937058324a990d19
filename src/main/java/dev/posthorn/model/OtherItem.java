package dev.posthorn.model;

import java.util.Optional;

/// Something of a collection that is no HTTP request. A WebSocket request is edited; what is of any other kind, gRPC or MQTT for instance, is
/// shown and kept.
///
/// @param kind   as the file says it: "grpc-request"
/// @param text   the file's text, to be read by people
/// @param opened null for all but a WebSocket request
public record OtherItem(String id, String name, String kind, String text, SocketRequest opened) implements Item {

    public OtherItem(String id, String name, String kind, String text) {
        this(id, name, kind, text, null);
    }

    public Optional<SocketRequest> socket() {
        return Optional.ofNullable(opened);
    }
}
