package dev.posthorn.model;

import java.util.List;

/// All bytes of one exchange on its connection (within TLS): heads, bodies, and what frames them.
///
/// @param sent     out
/// @param received in, with interim heads, chunk sizes, trailers, heads of frames
/// @param extra    bytes that came after the end that the head had announced
/// @param frames   of HTTP/2, in order; empty for HTTP/1. The first some hundred
public record Flow(long sent, long received, long extra, List<Frame> frames) {
    public static final Flow NONE = new Flow(0, 0, 0, List.of());

    public Flow {
        frames = List.copyOf(frames);
    }
}
