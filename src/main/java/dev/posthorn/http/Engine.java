package dev.posthorn.http;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.Signing;
import dev.posthorn.http.proxy.Logins;
import dev.posthorn.http.proxy.Pac;
import dev.posthorn.http.proxy.Routing;
import dev.posthorn.http.proxy.SystemSettings;
import dev.posthorn.js.Sandbox;
import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.CookieNews;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Sends a request and follows it to its answer; whatever goes wrong on the way is an `Outcome` too, never an exception.
///
/// 1. Every exchange is a `Hop` that is shown: redirects and retries are our own loop.
/// 2. A request is repeated only where a connection that had been idle died before any byte came, once, and only where the method is
///    idempotent (RFC 9110 §9.2.2), or nothing of the request was sent (`Deserted`).
/// 3. What an authorization says to an answer is sent as a round of its own (`Rounds`), also one that begins anew on another connection.
/// 4. A redirect is followed although its body is damaged or broken off, as browsers and Postman do, who do not read it.
public final class Engine implements Closeable {

    private static final Signing UNSIGNED = Signing.adding(AuthType.Signed.Ready::new);

    private final BodyStore store;
    private final AutomaticHeaders automatic;
    private final Supplier<Network> network;
    private final Consumer<Traffic> witness;
    private final Tls tls = new Tls();
    private final SystemSettings system = SystemSettings.ofThisMachine(Clock.systemUTC());
    private final Dialer dialer;
    private final Clients clients;
    private final Closeable scripts;

    /// @param network asked at the start of each send
    /// @param witness told of every exchange when it is over, on the thread of the send; the bodies in it are not its own
    public Engine(BodyStore store, AutomaticHeaders automatic, Supplier<Network> network, Consumer<Traffic> witness) {
        this.store = store;
        this.automatic = automatic;
        this.network = network;
        this.witness = witness;
        var lookup = new Lookup();
        var pac = new Pac(new Sandbox(), this::script, lookup::lookup, Clock.systemDefaultZone(), Duration.ofSeconds(10));
        scripts = pac;
        dialer = new Dialer(tls, new Routing(system, pac), new Logins(() -> UUID.randomUUID().toString().replace("-", "")));
        clients = new Clients(tls, new Dialing(dialer));
    }

    /// Straight to every host, whatever proxies the system has; watched by nobody.
    public Engine(BodyStore store, AutomaticHeaders automatic) {
        this(store, automatic, () -> Network.DEFAULT.withRoute(new Network.Route.Direct()), _ -> { });
    }

    /// Runs on the caller's thread until the answer is stored, which may take long; `cancellation` ends it from another one.
    public Outcome send(Wire wire, Options options, Cookies cookies, Progress progress, Cancellation cancellation) {
        return new Trip(options, cookies, progress, cancellation, network.get()).run(wire, wire, UNSIGNED);
    }

    /// The same with an authorization, which may take its time for a token before anything is sent: that time is not the request's.
    public Outcome send(Wire wire, Signing signing, Options options, Cookies cookies, Progress progress, Cancellation cancellation) {
        cancellation.whenCancelled(signing::stop);
        try {
            return signed(wire, signing, options, cookies, progress, cancellation);
        } finally {
            signing.over();
        }
    }

    private Outcome signed(Wire wire, Signing signing, Options options, Cookies cookies, Progress progress, Cancellation cancellation) {
        return switch (signing.sign(wire)) {
            case AuthType.Signed.GivenUp(var failure) -> cancellation.cancelled() ? new Outcome.Cancelled(null, null, List.of()) : Outcome.Failed.before(failure);
            case AuthType.Signed.Ready(var signed, var _) -> new Trip(options, cookies, progress, cancellation, network.get()).run(wire, signed, signing);
        };
    }

    /// Which proxy this machine is set to, in sentences; may wait for a program of the system.
    public String systemProxy() {
        return system.words();
    }

    /// Opens connections as the engine does, for what is not an exchange of HTTP.
    public Dialer dialer() {
        return dialer;
    }

    /// The same network for a browser of ours.
    public Passage passage() {
        return new Passage(dialer, tls.securing(), network);
    }

    /// Loads a proxy script: itself never by a proxy.
    private String script(String url, Consumer<Runnable> cancelled) throws IOException {
        var cancellation = new Cancellation();
        cancelled.accept(cancellation::cancel);
        var limit = Duration.ofSeconds(10);
        var wire = new Wire("GET", url, List.of(), Payload.empty());
        var options = Options.defaults().withCookies(false).timeouts(limit, limit);
        var outcome = new Trip(options, new Cookies(Clock.systemUTC()), Progress.silent(), cancellation, network.get().withRoute(new Network.Route.Direct())).run(wire, wire, UNSIGNED);
        return ProxyScriptAnswer.text(outcome);
    }

    /// For what begins as a request and goes on as something else, over the same network and before the same witness.
    public Upgrade upgrade() {
        return new Upgrade(store, automatic, network, witness, new Lines(dialer, tls));
    }

    @Override
    public void close() {
        try {
            scripts.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        clients.close();
        store.close();
    }

    /// One send with all its hops.
    private final class Trip {

        private final Options options;
        private final Cookies cookies;
        private final Progress progress;
        private final Cancellation cancellation;
        private final List<Hop> hops = new ArrayList<>();
        private final Network reached;
        private final long start = System.nanoTime();
        private final String token = automatic.token();
        private Trace seen = Trace.NONE;

        Trip(Options options, Cookies cookies, Progress progress, Cancellation cancellation, Network reached) {
            this.reached = reached;
            this.options = options;
            this.cookies = cookies;
            this.progress = progress;
            this.cancellation = cancellation;
        }

        /// @param plain as it was before it was signed
        Outcome run(Wire plain, Wire first, Signing signing) {
            try (var login = new Rounds(signing, plain, first)) {
                return run(first, login);
            }
        }

        private Outcome run(Wire first, Rounds login) {
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
                    return failed(Diagnosis.unreadable(e), null, null);
                }
                login.setOut(target);
                if (login.impossible(target, options)) {
                    return failed(new BadLogin.NotOverHttp2(), null, null);
                }
                var sent = complete(wire, target, body, login);
                var left = left();
                if (left.isNegative()) {
                    return failed(new Failure.TimedOut("whole", options.timeout()), sent, null);
                }
                seen = Trace.NONE;
                var carried = new Carriage(dialer, clients, witness, hops).carry(sent, target, login.speaking(options), reached, why, cancellation, leg(target, body, login));
                sent = carried.sent();
                switch (unread(carried.result(), wire, target)) {
                    case RoundTrip.Result.Stopped(var partial) -> {
                        remember(target, partial, login);
                        return new Outcome.Cancelled(sent, partial, hops, seen);
                    }
                    case RoundTrip.Result.Broke(var failure, var partial, var stale) -> {
                        remember(target, partial, login);
                        if (!stale || why == Hop.Why.RETRY) {
                            return failed(failure, sent, partial);
                        }
                        wire = login.reconnected(wire, target);
                        why = Hop.Why.RETRY;
                    }
                    case RoundTrip.Result.Answered(var response) -> {
                        hops.add(new Hop(sent, response, why, remember(target, response, login)));
                        var round = login.after(sent, response, target);
                        hops.set(hops.size() - 1, hops.getLast().noticing(login.noticed()));
                        switch (round) {
                            case Rounds.Next.Again(var another) -> {
                                wire = jarless(another, sent, wire);
                                why = Hop.Why.AUTHORIZATION;
                                continue;
                            }
                            case Rounds.Next.GivenUp(var failure) -> {
                                return cancellation.cancelled() ? new Outcome.Cancelled(sent, response, hops, seen) : failed(failure, sent, response);
                            }
                            case Rounds.Next.Taken() -> { }
                        }
                        var next = Redirects.next(wire, target, response, options);
                        if (next.isEmpty()) {
                            return new Outcome.Received(hops);
                        }
                        if (++redirects > options.maxRedirects()) {
                            return failed(new Failure.TooManyRedirects(options.maxRedirects(), next.get().url()), sent, response);
                        }
                        switch (login.redirected(next.get())) {
                            case AuthType.Signed.GivenUp(var failure) -> {
                                return cancellation.cancelled() ? new Outcome.Cancelled(sent, response, hops, seen) : failed(failure, sent, response);
                            }
                            case AuthType.Signed.Ready(var ready, var _) -> wire = ready;
                        }
                        why = Hop.Why.REDIRECT;
                    }
                }
            }
        }

        /// What is wrong with the body of a redirect does not keep anybody from following it.
        private RoundTrip.Result unread(RoundTrip.Result result, Wire wire, Target target) {
            return result instanceof RoundTrip.Result.Broke(var failure, var partial, var _) && partial != null
                    && (failure instanceof BadAnswer.Damaged || failure instanceof BadAnswer.Truncated) && Redirects.next(wire, target, partial, options).isPresent()
                    ? new RoundTrip.Result.Answered(partial) : result;
        }

        private Carriage.Leg leg(Target target, PayloadBody body, Rounds login) {
            return (sent, client, way, why) -> {
                var left = left();
                var limits = new Limits(options.connectTimeout(), options.timeout(), left.isNegative() ? Duration.ofNanos(1) : left);
                var trip = new RoundTrip(sent, target, body, limits, store.record(reached), progress, cancellation);
                var result = Carriage.by(way, trip.run(login.client(client), tls.explaining(target, reached)));
                var traffic = Carriage.by(way, trip.traffic(result, why));
                seen = traffic.trace();
                witness.accept(traffic);
                return result;
            };
        }

        private Outcome failed(Failure failure, Wire sent, Response partial) {
            return new Outcome.Failed(failure, sent, partial, hops, sent == null ? Trace.NONE : seen);
        }

        /// Without the cookies that the jar gave to `sent`: it gives them anew, and others where the answer changed them.
        private static Wire jarless(Wire another, Wire sent, Wire own) {
            var completed = Header.first(sent.headers(), "Cookie");
            return completed.isEmpty() || !completed.equals(Header.first(another.headers(), "Cookie")) ? another
                    : another.withHeaders(another.headers().stream().flatMap(h -> h.is("Cookie") ? own.headers().stream().filter(o -> o.is("Cookie")) : Stream.of(h)).toList());
        }

        /// Zero for no limit, negative where the time is over.
        private Duration left() {
            if (options.timeout().isZero()) {
                return Duration.ZERO;
            }
            var left = options.timeout().minusNanos(System.nanoTime() - start);
            return left.isZero() ? Duration.ofNanos(-1) : left;
        }

        private Wire complete(Wire wire, Target target, PayloadBody body, Rounds login) {
            var cookie = options.cookies() ? cookies.header(target, login::ownsCookie) : "";
            var given = new AutomaticHeaders.Given(target, Long.toString(body.contentLength()), cookie, token);
            return wire.withHeaders(automatic.complete(wire.method(), wire.headers(), wire.payload(), given, options.switchedOff()));
        }

        /// What became of each cookie that the answer sets, also one whose body never came to its end; null for no answer.
        private List<CookieNews> remember(Target target, Response response, Rounds login) {
            var lines = response == null ? List.<String>of() : response.headers().stream().filter(h -> h.is("Set-Cookie")).map(Header::value).toList();
            return cookies.store(target, lines, options.cookies(), login::ownsCookie);
        }
    }
}
