package dev.posthorn.http;

import dev.posthorn.http.proxy.Errand;
import dev.posthorn.http.proxy.ProxyFault;
import dev.posthorn.http.proxy.ProxyLogin;
import dev.posthorn.http.proxy.Round;
import dev.posthorn.http.proxy.Way;
import dev.posthorn.http.tls.Unusable;
import dev.posthorn.model.BadProxy;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Network;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/// Takes one request to its host by the first way that works, and logs in at the proxy that takes it.
///
/// 1. The ways are tried in their order where one cannot be entered; once a proxy or the host has heard of the request, it is not sent another way.
/// 2. A 407 of a proxy for plain http is answered here; each round is a hop. Rounds of NTLM ride a connection that nobody else uses.
/// 3. Every CONNECT is told to the witness; those of a way that failed are hops too.
final class Carriage {

    /// One exchange with the host, by one way.
    interface Leg {
        RoundTrip.Result go(Wire sent, OkHttpClient client, Way way, Hop.Why why);
    }

    private final Dialer dialer;
    private final Clients clients;
    private final Consumer<Traffic> witness;
    private final List<Hop> hops;

    /// @param hops takes the exchanges with proxies that the user has to see
    Carriage(Dialer dialer, Clients clients, Consumer<Traffic> witness, List<Hop> hops) {
        this.dialer = dialer;
        this.clients = clients;
        this.witness = witness;
        this.hops = hops;
    }

    /// What came of it, and with which headers it went out in the end.
    record Carried(Wire sent, RoundTrip.Result result) {}

    Carried carry(Wire wire, Target target, Options options, Network network, Hop.Why why, Cancellation cancellation, Leg leg) {
        List<Way> ways;
        try {
            ways = dialer.ways(target, network, cancellation);
        } catch (ProxyFault e) {
            return new Carried(wire, cancellation.cancelled() ? new RoundTrip.Result.Stopped(null) : broke(e.failure(), null));
        }
        Carried first = null;
        for (var way : ways) {
            Carried carried;
            try {
                carried = by(way, wire, target, options, network, why, leg);
            } catch (Unusable e) {
                return new Carried(wire, broke(Tls.unusable(e, target), null));
            }
            if (!(carried.result() instanceof RoundTrip.Result.Broke(var failure, var _, var _)) || !elsewhere(failure)) {
                return carried;
            }
            first = first == null ? carried : first;
        }
        return first;
    }

    private static boolean elsewhere(Failure failure) {
        return failure instanceof BadProxy.Unreachable || failure instanceof Failure.Refused || failure instanceof Failure.UnknownHost;
    }

    private static RoundTrip.Result broke(Failure failure, Response partial) {
        return new RoundTrip.Result.Broke(failure, partial, false);
    }

    private Carried by(Way way, Wire wire, Target target, Options options, Network network, Hop.Why why, Leg leg) throws Unusable {
        if (way instanceof Way.Direct) {
            return new Carried(wire, elsewhere(leg.go(wire, clients.of(way, target, options, network), way, why), target, network));
        }
        var rounds = new ArrayList<Round>();
        var errand = new Errand(options.connectTimeout(), round -> {
            rounds.add(round);
            witness.accept(traffic(round));
        });
        Leg watched = (sent, client, by, reason) -> {
            var result = ScopedValue.where(Errand.CURRENT, errand).call(() -> leg.go(sent, client, by, reason));
            if (result instanceof RoundTrip.Result.Broke) {
                rounds.stream().filter(round -> round.status() != 0).forEach(round -> hops.add(hop(round)));
            }
            rounds.clear();
            return inTime(result, (Way.Via) by, options);
        };
        var client = clients.of(way, target, options, network);
        return Dialing.tunnels(way, target, options) ? new Carried(wire, watched.go(wire, client, way, why))
                : whole((Way.Via) way, wire, target, client, why, watched);
    }

    /// What is wrong with the address that the network settings give a host, is not said of the host.
    private static RoundTrip.Result elsewhere(RoundTrip.Result result, Target target, Network network) {
        var override = Dialer.override(target, network);
        if (override.isEmpty() || !(result instanceof RoundTrip.Result.Broke(var failure, var partial, var stale))) {
            return result;
        }
        var port = override.get().port() == 0 ? target.port() : override.get().port();
        return switch (failure) {
            case Failure.UnknownHost _ -> broke(new Failure.UnknownHost(override.get().address() + " (set for " + target.host() + " in the network settings)"), partial);
            case Failure.Refused _ -> broke(new Failure.Refused(override.get().address() + ":" + port + " (set for " + target.host() + " in the network settings)"), partial);
            default -> new RoundTrip.Result.Broke(failure, partial, stale);
        };
    }

    /// While connecting, a time-out is the proxy's.
    private static RoundTrip.Result inTime(RoundTrip.Result result, Way.Via way, Options options) {
        return result instanceof RoundTrip.Result.Broke(Failure.TimedOut(var phase, var after), var partial, var _)
                && (phase.equals("connect") || phase.equals("DNS")) && !options.connectTimeout().isZero()
                ? broke(new BadProxy.Unreachable(way.shown(), "no way through it within " + after.toMillis() + " ms"), partial) : result;
    }

    /// Plain http: the proxy takes the whole request, and may want a login before it does.
    private Carried whole(Way.Via way, Wire wire, Target target, OkHttpClient shared, Hop.Why why, Leg leg) {
        var own = wire.headers().stream().anyMatch(h -> h.is("Proxy-Authorization"));
        var login = dialer.logins().at(way.proxy());
        Optional<String> header = own ? Optional.empty() : login.opening(wire.method(), target.url());
        ConnectionPool alone = null;
        try {
            while (true) {
                var sent = header.map(value -> with(wire, value)).orElse(wire);
                if (login.onOneConnection() && alone == null) {
                    alone = new ConnectionPool(1, 1, TimeUnit.MINUTES);
                }
                var client = alone == null ? shared : shared.newBuilder().connectionPool(alone).build();
                var result = leg.go(sent, client, way, why);
                if (own || !(result instanceof RoundTrip.Result.Answered(var response)) || response.status() != 407) {
                    return new Carried(sent, result);
                }
                try {
                    header = Optional.of(login.answer(response.headers(), wire.method(), target.url()));
                } catch (ProxyFault e) {
                    return new Carried(sent, broke(e.failure(), response));
                }
                hops.add(new Hop(sent, response, Hop.Why.PROXY));
            }
        } finally {
            if (alone != null) {
                alone.evictAll();
            }
        }
    }

    private static Wire with(Wire wire, String authorization) {
        var headers = new ArrayList<>(wire.headers());
        headers.add(new Header("Proxy-Authorization", authorization));
        return wire.withHeaders(headers);
    }

    static Hop hop(Round round) {
        return new Hop(wire(round), response(round), Hop.Why.PROXY);
    }

    private static Wire wire(Round round) {
        return new Wire("CONNECT", round.target(), round.sent(), Payload.empty());
    }

    /// What is told of an exchange with a proxy.
    static Traffic traffic(Round round) {
        return new Traffic(round.at(), wire(round), round.status() == 0 ? null : response(round), round.failure(), Hop.Why.PROXY, trace(round));
    }

    private static Trace trace(Round round) {
        return new Trace(new Connection("", round.remote(), round.proxy(), false, null), List.of(), List.of(),
                new Heads(round.requestHead(), round.responseHead(), true));
    }

    private static Response response(Round round) {
        var body = new BodyInMemory(round.body());
        var sizes = new Sizes(round.requestHead().length(), 0, round.responseHead().length(), round.body().length, round.body().length);
        var timings = new Timings(round.at(), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, round.took(), Duration.ZERO);
        var protocol = round.responseHead().startsWith("HTTP/1.0") ? "HTTP/1.0" : "HTTP/1.1";
        return new Response(round.status(), round.reason(), protocol, round.headers(), body, sizes, timings, round.remote(), false, trace(round));
    }

    /// The same with the proxy's address in it.
    static RoundTrip.Result by(Way way, RoundTrip.Result result) {
        if (way instanceof Way.Direct) {
            return result;
        }
        return switch (result) {
            case RoundTrip.Result.Answered(var response) -> new RoundTrip.Result.Answered(by(way, response));
            case RoundTrip.Result.Broke(var failure, var partial, var stale) -> new RoundTrip.Result.Broke(failure, partial == null ? null : by(way, partial), stale);
            case RoundTrip.Result.Stopped(var partial) -> new RoundTrip.Result.Stopped(partial == null ? null : by(way, partial));
        };
    }

    private static Response by(Way way, Response r) {
        return new Response(r.status(), r.reason(), r.protocol(), r.headers(), r.body(), r.sizes(), r.timings(), r.remote(), r.truncated(), by(way, r.trace()));
    }

    static Traffic by(Way way, Traffic t) {
        return new Traffic(t.at(), t.sent(), t.received(), t.failure(), t.why(), by(way, t.trace()));
    }

    private static Trace by(Way way, Trace trace) {
        var c = trace.connection();
        return way instanceof Way.Direct ? trace
                : new Trace(new Connection(c.local(), c.remote(), way.shown(), c.reused(), c.security()), trace.interim(), trace.trailers(), trace.heads());
    }
}
