package dev.posthorn.model;

import java.util.List;

/// What was seen of an exchange beside its answer.
///
/// @param trailers fields after a chunked body (RFC 9112 §7.1.2) or after the last frame of HTTP/2
/// @param flow     counts of bytes, and the frames
public record Trace(Connection connection, List<Interim> interim, List<Header> trailers, Heads heads, Flow flow) {
    public static final Trace NONE = new Trace(Connection.NONE, List.of(), List.of(), Heads.NONE, Flow.NONE);

    public Trace {
        interim = List.copyOf(interim);
        trailers = List.copyOf(trailers);
    }

    public Trace(Connection connection, List<Interim> interim, List<Header> trailers, Heads heads) {
        this(connection, interim, trailers, heads, Flow.NONE);
    }

    /// The same, seen on a connection of which more is known.
    public Trace over(Connection other) {
        return new Trace(other, interim, trailers, heads, flow);
    }
}
