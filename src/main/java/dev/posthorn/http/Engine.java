package dev.posthorn.http;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;

/// Sends a request and follows it to its answer; whatever goes wrong on the way is an `Outcome` too, never an exception.
///
/// 1. Every exchange is a `Hop` that is shown: redirects and retries are our own loop.
/// 2. A redirect by 301, 302 or 303 becomes a GET without a body; 307 and 308 repeat the request (RFC 9110 §15.4).
/// 3. Authorization, Cookie and Host that the user wrote do not go to another origin, unless the settings say so for Authorization.
/// 4. A request is repeated only where a connection that had been idle died before any byte came, once, and only where the method is
///    idempotent (RFC 9110 §9.2.2).
public final class Engine implements Closeable {

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PROPFIND");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final List<String> OF_THE_BODY = List.of("Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Expect");

    private final BodyStore store;
    private final AutomaticHeaders automatic;
    private final ConnectionPool pool = new ConnectionPool(20, 1, TimeUnit.MINUTES);
    private OkHttpClient plain;
    private OkHttpClient verified;
    private OkHttpClient unverified;

    public Engine(BodyStore store, AutomaticHeaders automatic) {
        this.store = store;
        this.automatic = automatic;
    }

    /// Runs on the caller's thread until the answer is stored, which may take long; `cancellation` ends it from another one.
    public Outcome send(Wire wire, Options options, Cookies cookies, Progress progress, Cancellation cancellation) {
        return new Trip(options, cookies, progress, cancellation).run(wire);
    }

    @Override
    public void close() {
        pool.evictAll();
        store.close();
    }

    /// Without TLS the client starts much faster: the authorities that Java trusts are only read when https needs them.
    private synchronized OkHttpClient client(Target target, boolean verify) {
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
        if (verify) {
            return verified = verified == null ? secure.build() : verified;
        }
        return unverified = unverified == null ? Tls.withoutVerification(secure).build() : unverified;
    }

    /// One send with all its hops.
    private final class Trip {

        private final Options options;
        private final Cookies cookies;
        private final Progress progress;
        private final Cancellation cancellation;
        private final List<Hop> hops = new ArrayList<>();
        private final long start = System.nanoTime();

        Trip(Options options, Cookies cookies, Progress progress, Cancellation cancellation) {
            this.options = options;
            this.cookies = cookies;
            this.progress = progress;
            this.cancellation = cancellation;
        }

        Outcome run(Wire first) {
            var wire = first;
            var why = Hop.Why.FIRST;
            var redirects = 0;
            while (true) {
                if (cancellation.cancelled()) {
                    return new Outcome.Cancelled(null, null, hops);
                }
                var bad = Legality.fault(wire);
                if (bad.isPresent()) {
                    return failed(bad.get(), null, null);
                }
                Target target;
                PayloadBody body;
                try {
                    target = Target.parse(wire.url());
                    body = PayloadBody.of(wire.payload());
                } catch (Target.Bad e) {
                    return failed(new Failure.BadUrl(wire.url(), e.getMessage()), null, null);
                } catch (IOException e) {
                    return failed(new Failure.FileMissing(Path.of(String.valueOf(e.getMessage())), "body"), null, null);
                }
                var sent = complete(wire, target, body);
                var left = left();
                if (left.isNegative()) {
                    return failed(new Failure.TimedOut("whole", options.timeout()), sent, null);
                }
                var trip = new RoundTrip(sent, target, body, options.timeout(), left, store, progress, cancellation);
                switch (trip.run(client(target, options.verifyTls()))) {
                    case RoundTrip.Result.Stopped(var partial) -> {
                        return new Outcome.Cancelled(sent, partial, hops);
                    }
                    case RoundTrip.Result.Broke(var failure, var partial, var stale) -> {
                        if (!stale || why == Hop.Why.RETRY || !IDEMPOTENT.contains(wire.method())) {
                            return failed(failure, sent, partial);
                        }
                        why = Hop.Why.RETRY;
                    }
                    case RoundTrip.Result.Answered(var response) -> {
                        hops.add(new Hop(sent, response, why));
                        remember(target, response);
                        var next = redirect(wire, target, response);
                        if (next.isEmpty()) {
                            return new Outcome.Received(hops);
                        }
                        if (++redirects > options.maxRedirects()) {
                            return failed(new Failure.TooManyRedirects(options.maxRedirects(), next.get().url()), sent, response);
                        }
                        wire = next.get();
                        why = Hop.Why.REDIRECT;
                    }
                }
            }
        }

        private Outcome failed(Failure failure, Wire sent, Response partial) {
            return new Outcome.Failed(failure, sent, partial, hops);
        }

        /// Zero for no limit, negative where the time is over.
        private Duration left() {
            if (options.timeout().isZero()) {
                return Duration.ZERO;
            }
            var left = options.timeout().minusNanos(System.nanoTime() - start);
            return left.isZero() ? Duration.ofNanos(-1) : left;
        }

        private Wire complete(Wire wire, Target target, PayloadBody body) {
            var cookie = options.cookies() ? cookies.header(target) : "";
            return wire.withHeaders(automatic.complete(wire.method(), wire.headers(), wire.payload(), target, body.contentLength(), cookie, options.switchedOff()));
        }

        private void remember(Target target, Response response) {
            if (options.cookies()) {
                cookies.store(target, response.headers().stream().filter(h -> h.is("Set-Cookie")).map(Header::value).toList());
            }
        }

        /// The next request where the answer sends us on; empty where it is the last one, also where it points to something like `myapp://`.
        private Optional<Wire> redirect(Wire wire, Target from, Response response) {
            var location = Header.first(response.headers(), "Location");
            if (!options.followRedirects() || location.isEmpty() || !REDIRECTS.contains(response.status())) {
                return Optional.empty();
            }
            var url = UrlText.resolve(from, location.get());
            Target to;
            try {
                to = Target.parse(url);
            } catch (Target.Bad e) {
                return Optional.empty();
            }
            var toGet = response.status() <= 303 && !options.followOriginalMethod() && !wire.method().equals("HEAD");
            var method = toGet ? "GET" : wire.method();
            var payload = toGet ? Payload.empty() : wire.payload();
            var headers = wire.headers().stream()
                    .filter(h -> !toGet || OF_THE_BODY.stream().noneMatch(h::is))
                    .filter(h -> from.sameOrigin(to) || !h.is("Cookie") && !h.is("Host") && (!h.is("Authorization") || options.keepAuthorization()))
                    .toList();
            return Optional.of(new Wire(method, url, headers, payload));
        }
    }
}
