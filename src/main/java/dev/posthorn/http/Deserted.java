package dev.posthorn.http;

import dev.posthorn.http.tap.Tapped;
import java.io.IOException;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Protocol;

/// A connection that was idle turns out to be closed by the server, before anything was sent on it: the request may go on another one.
///
/// 1. Many servers close after a few seconds without a word (Node.js after 5). OkHttp looks for that only after 10 seconds; its own repetition is
///    off, and a POST that may have arrived must not be repeated (RFC 9110 §9.2.2). So it is looked for here.
/// 2. Looking costs a millisecond, since Java cannot look without waiting: only requests that must not be repeated pay it. The others are
///    repeated where the connection dies (`Engine`).
final class Deserted extends IOException {

    private static final long serialVersionUID = 1L;
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PROPFIND");

    private Deserted() {
        super("the server had closed it while it was idle, and nothing was sent");
    }

    /// True where a request may be sent again, although nobody knows whether it has arrived.
    static boolean repeatable(String method) {
        return IDEMPOTENT.contains(method);
    }

    /// @throws Deserted where the connection is closed; it is given back as such
    static void check(Interceptor.Chain chain, boolean reused) throws IOException {
        var connection = chain.connection();
        if (!reused || repeatable(chain.request().method()) || connection == null || connection.protocol() != Protocol.HTTP_1_1) {
            return;
        }
        if (connection.socket() instanceof Tapped tapped && tapped.ended()) {
            connection.socket().close();
            throw new Deserted();
        }
    }
}
