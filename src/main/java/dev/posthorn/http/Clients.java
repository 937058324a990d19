package dev.posthorn.http;

import dev.posthorn.model.Network;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/// The OkHttp client for each combination of switches; all of them share one pool of connections.
final class Clients {

    private final ConnectionPool pool = new ConnectionPool(20, 1, TimeUnit.MINUTES);
    private OkHttpClient plain;
    private OkHttpClient verified;
    private OkHttpClient unverified;

    /// Without TLS the client starts much faster: the authorities that Java trusts are only read when https needs them.
    synchronized OkHttpClient of(Target target, Options options, Network network) {
        if (plain == null) {
            plain = new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false)
                    .connectTimeout(Duration.ofSeconds(30)).readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO)
                    .dns(new Lookup()).connectionPool(pool).connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                    .eventListenerFactory(call -> call.request().tag(Timeline.class)).addNetworkInterceptor(RoundTrip::asWritten).build();
        }
        if (!target.secure()) {
            return plain;
        }
        var secure = plain.newBuilder().connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.COMPATIBLE_TLS));
        if (options.verifyTls()) {
            return verified = verified == null ? secure.build() : verified;
        }
        return unverified = unverified == null ? Tls.withoutVerification(secure).build() : unverified;
    }

    void close() {
        pool.evictAll();
    }
}
