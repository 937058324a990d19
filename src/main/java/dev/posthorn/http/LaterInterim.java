package dev.posthorn.http;

import java.io.IOException;
import java.lang.reflect.Field;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.internal.connection.Exchange;
import okhttp3.internal.http.RealInterceptorChain;
import okhttp3.internal.http2.Http2ExchangeCodec;
import okhttp3.internal.http2.Http2Stream;

/// What OkHttp does not tell of HTTP/2, found in its own objects.
///
/// 1. The number of the stream that an exchange rode: by it the frames are found that belong to it.
/// 2. The answer after a second interim one (1xx): OkHttp passes over one of them and takes the next for the answer. Over HTTP/1 the tap keeps
///    them all from it (`Tape`); the packing of HTTP/2 lets nothing be taken out, so the next head is read here.
final class LaterInterim {

    private static final Field CODEC = field(Exchange.class, "codec");
    private static final Field STREAM = field(Http2ExchangeCodec.class, "stream");

    private LaterInterim() {}

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
    static int stream(Interceptor.Chain chain) {
        try {
            var exchange = ((RealInterceptorChain) chain).getExchange$okhttp();
            return exchange != null && CODEC.get(exchange) instanceof Http2ExchangeCodec codec && STREAM.get(codec) instanceof Http2Stream stream ? stream.getId() : 0;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The answer itself, where `first` is an interim one.
    static Response skipped(Interceptor.Chain chain, Response first) throws IOException {
        var answer = first;
        while (answer.code() >= 100 && answer.code() < 200 && answer.code() != 101) {
            var exchange = ((RealInterceptorChain) chain).getExchange$okhttp();
            answer = exchange.readResponseHeaders(false).request(first.request()).handshake(first.handshake()).sentRequestAtMillis(first.sentRequestAtMillis())
                    .receivedResponseAtMillis(System.currentTimeMillis()).build();
            if (answer.code() >= 200) {
                exchange.responseHeadersEnd(answer);
                answer = answer.newBuilder().body(exchange.openResponseBody(answer)).build();
            }
        }
        return answer;
    }
}
