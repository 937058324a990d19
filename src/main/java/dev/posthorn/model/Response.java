package dev.posthorn.model;

import java.util.List;
import java.util.Locale;

/// One answer, with its body stored.
///
/// @param protocol   "HTTP/1.1" or "HTTP/2"
/// @param remote     address and port that answered, "127.0.0.1:8765"
/// @param truncated  true where the connection ended before the announced length, or the user cancelled while it came
/// @param trace      what else was seen of the exchange
public record Response(
        int status,
        String reason,
        String protocol,
        List<Header> headers,
        StoredBody body,
        Sizes sizes,
        Timings timings,
        String remote,
        boolean truncated,
        Trace trace) {

    public Response {
        headers = List.copyOf(headers);
    }

    public Response(int status, String reason, String protocol, List<Header> headers, StoredBody body, Sizes sizes, Timings timings, String remote, boolean truncated) {
        this(status, reason, protocol, headers, body, sizes, timings, remote, truncated, Trace.NONE);
    }

    /// The media type without parameters, lower case; empty where none was sent.
    public String mediaType() {
        return Header.first(headers, "Content-Type").map(v -> v.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).orElse("");
    }
}
