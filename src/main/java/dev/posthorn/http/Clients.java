package dev.posthorn.http;

import dev.posthorn.http.Options.Version;
import dev.posthorn.http.tls.Securing;
import dev.posthorn.http.tls.Unusable;
import dev.posthorn.model.Network;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// The OkHttp client for each way of connecting, with connections of its own.
///
/// 1. Two requests may share a connection only where all is alike that was decided when it was opened: whom it trusts and what it shows
///    (`Tls`), by which way it goes (`Dialing`), the version of HTTP, and which versions and ciphers of TLS it offered.
/// 2. One TLS handshake for a connection: OkHttp's second attempt with older settings is off, since nobody would see it.
/// 3. Nothing here counts time. OkHttp's own limits are off; `Limits` watches the connecting, the call's timeout the whole.
/// 4. At most `MOST` ways are kept, the ones used last; an idle connection lives a minute.
final class Clients {

    static final int MOST = 24;

    private static final int IDLE = 20;
    private static final ConnectionSpec WHAT_THE_SOCKET_OFFERS = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS).allEnabledTlsVersions().allEnabledCipherSuites()
            .build();

    /// `Setup` and `Dial` are told apart by identity: `Tls` and `Dialing` give the same one for equal needs.
    private record Way(boolean secure, Version version, Securing.Setup secured, Dialing.Dial dial, Set<String> tlsOff, List<String> ciphers) {}

    private final Tls tls;
    private final Dialing dialing;
    private final Map<Way, OkHttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);
    private OkHttpClient base;

    Clients(Tls tls, Dialing dialing) {
        this.tls = tls;
        this.dialing = dialing;
    }

    /// Without TLS the client starts much faster: the authorities that Java trusts are only read when https needs them.
    synchronized OkHttpClient of(dev.posthorn.http.proxy.Way by, Target target, Options options, Network network) throws Unusable {
        var dial = dialing.of(by, target, options, network);
        var way = target.secure()
                ? new Way(true, overTls(options.version()), tls.of(target, options, network), dial, options.tlsOff(), options.ciphers())
                : new Way(false, withoutTls(options.version()), null, dial, Set.of(), List.of());
        var client = clients.get(way);
        if (client == null) {
            client = made(way);
            clients.put(way, client);
            forgetTheOldest();
        }
        return client;
    }

    /// Prior knowledge is about plain connections; over TLS it is what ALPN agrees on.
    private static Version overTls(Version wanted) {
        return wanted == Version.H2C ? Version.HTTP_2 : wanted;
    }

    /// Without prior knowledge a plain connection begins with 1.1 (RFC 9113 §3.1 took the Upgrade away).
    private static Version withoutTls(Version wanted) {
        return wanted == Version.H2C ? Version.H2C : Version.HTTP_1;
    }

    private OkHttpClient made(Way way) {
        var builder = base().newBuilder().connectionPool(new ConnectionPool(IDLE, 1, TimeUnit.MINUTES))
                .socketFactory(way.dial().sockets()).dns(way.dial().dns()).proxy(way.dial().proxy()).fastFallback(way.dial().straight())
                .protocols(switch (way.version()) {
                    case AUTO, HTTP_2 -> List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
                    case HTTP_1 -> List.of(Protocol.HTTP_1_1);
                    case H2C -> List.of(Protocol.H2_PRIOR_KNOWLEDGE);
                });
        if (way.secure()) {
            builder.connectionSpecs(List.of(WHAT_THE_SOCKET_OFFERS)).hostnameVerifier(way.secured().names())
                    .sslSocketFactory(new TlsOffer(way.secured().factory(), way.tlsOff(), way.ciphers(), way.version() == Version.HTTP_2), way.secured().trust());
        }
        if (way.secure() && way.version() == Version.HTTP_2) {
            builder.addNetworkInterceptor(NoHttp2::onlyHttp2);
        }
        return builder.addNetworkInterceptor(RoundTrip::asWritten).build();
    }

    private OkHttpClient base() {
        if (base == null) {
            base = new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false)
                    .connectTimeout(Duration.ZERO).readTimeout(Duration.ZERO).writeTimeout(Duration.ZERO).connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                    .eventListenerFactory(call -> call.request().tag(EventListener.class)).build();
        }
        return base;
    }

    private void forgetTheOldest() {
        var oldest = clients.values().iterator();
        while (clients.size() > MOST) {
            var client = oldest.next();
            oldest.remove();
            client.connectionPool().evictAll();
        }
    }

    synchronized void close() {
        clients.values().forEach(client -> client.connectionPool().evictAll());
        clients.clear();
    }
}
