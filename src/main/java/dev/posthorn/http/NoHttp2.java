package dev.posthorn.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/// HTTP/2 alone was asked for, and the server does not speak it.
final class NoHttp2 extends IOException {

    private static final long serialVersionUID = 1L;

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
}
