package dev.posthorn.http;

import dev.posthorn.model.Failure;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/// HTTP/2 alone was asked for, and the server does not speak it.
///
/// 1. Over TLS a server without HTTP/2 either ends the handshake (RFC 7301 §3.2) or agrees on nothing; then no request is sent.
/// 2. Without TLS there is no agreement: a server of 1.1 answers our preface in its own language, or closes the connection.
final class NoHttp2 extends IOException {

    private static final long serialVersionUID = 1L;

    /// What OkHttp's reader of frames says when an answer begins with "HTTP": its first three bytes are read as a length.
    private static final String HTTP_AS_A_FRAME = "FRAME_SIZE_ERROR: " + ('H' << 16 | 'T' << 8 | 'T');

    private NoHttp2(Protocol spoken) {
        super("spoken: " + spoken);
    }

    /// Lets nothing out on a connection where ALPN agreed on something else, or on nothing.
    static Response onlyHttp2(Interceptor.Chain chain) throws IOException {
        var spoken = chain.connection().protocol();
        if (spoken != Protocol.HTTP_2) {
            throw new NoHttp2(spoken);
        }
        return chain.proceed(chain.request());
    }

    /// Empty where `e` has another cause.
    static Optional<Failure> explained(IOException e, OkHttpClient client, Target target, Timeline timeline) {
        var said = String.valueOf(e.getMessage());
        if (e instanceof NoHttp2) {
            return failure(target, "when the connection was secured it agreed to no version of HTTP (ALPN), which means HTTP/1.1");
        }
        if (target.secure() && said.contains("no_application_protocol")) {
            return failure(target, "it ended the handshake because HTTP/2 was all that was offered (ALPN)");
        }
        if (client.protocols().contains(Protocol.H2_PRIOR_KNOWLEDGE) && timeline.head() == null && said.contains(HTTP_AS_A_FRAME)) {
            return failure(target, "it answered in HTTP/1.1");
        }
        return Optional.empty();
    }

    private static Optional<Failure> failure(Target target, String reason) {
        return Optional.of(new Failure.NoHttp2(target.address(), reason));
    }
}
