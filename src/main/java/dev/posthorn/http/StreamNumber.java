package dev.posthorn.http;

import java.lang.reflect.Field;
import okhttp3.Interceptor;
import okhttp3.internal.connection.Exchange;
import okhttp3.internal.http.RealInterceptorChain;
import okhttp3.internal.http2.Http2ExchangeCodec;
import okhttp3.internal.http2.Http2Stream;

/// The stream of HTTP/2 that an exchange rode, by which the frames are found that belong to it. OkHttp tells it to nobody: it is read from its own
/// objects.
final class StreamNumber {

    private static final Field CODEC = field(Exchange.class, "codec");
    private static final Field STREAM = field(Http2ExchangeCodec.class, "stream");

    private StreamNumber() {}

    private static Field field(Class<?> type, String name) {
        try {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("This OkHttp is made in another way", e);
        }
    }

    /// 0 where no stream was opened, or HTTP/2 is not spoken.
    static int of(Interceptor.Chain chain) {
        try {
            var exchange = ((RealInterceptorChain) chain).getExchange$okhttp();
            return exchange != null && CODEC.get(exchange) instanceof Http2ExchangeCodec codec && STREAM.get(codec) instanceof Http2Stream stream ? stream.getId() : 0;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
