package dev.posthorn.model;

/// Byte counts of one hop. `bodyOnWire` is before decompression, `body` after it.
public record Sizes(long requestHead, long requestBody, long responseHead, long bodyOnWire, long body) {}
