package dev.posthorn.model;

import java.util.List;

/// What was seen of an exchange beside its answer.
///
/// @param trailers fields after a chunked body (RFC 9112 §7.1.2) or after the last frame of HTTP/2
public record Trace(Connection connection, List<Interim> interim, List<Header> trailers, Heads heads) {
    public static final Trace NONE = new Trace(Connection.NONE, List.of(), List.of(), Heads.NONE);

    public Trace {
        interim = List.copyOf(interim);
        trailers = List.copyOf(trailers);
    }
}
