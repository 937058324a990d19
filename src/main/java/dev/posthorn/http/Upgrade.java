package dev.posthorn.http;

import dev.posthorn.auth.AuthType;
import dev.posthorn.auth.Signing;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Network;
import dev.posthorn.model.Response;
import dev.posthorn.model.StoredBody;
import dev.posthorn.model.Traffic;
import dev.posthorn.model.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks a server to go on with something else than HTTP on the same connection (RFC 9110 §7.8): WebSocket, for instance.
///
/// 1. It is a request as any other: the same headers, cookies, redirects and switches, told to the same witness.
/// 2. It rides a connection of our own and never OkHttp's, so that what follows is ours to the last byte.
/// 3. What a server asks of an authorization is answered; each request rides another connection, though, so a login of several messages on
///    one of them (NTLM) is not to be had.
/// 4. The whole timeout of the options ends it, in whatever phase it is.
public final class Upgrade {

    /// What came of it.
    public sealed interface Result {

        /// @param hops the last one with the answer 101
        record Switched(Line line, List<Hop> hops) implements Result {}

        /// The server answered, but goes on with HTTP; the last hop says how.
        record Declined(List<Hop> hops) implements Result {}

        /// @param sent what was to be sent last; null where nothing was
        record Failed(Failure failure, Wire sent, List<Hop> hops) implements Result {}

        record Cancelled(List<Hop> hops) implements Result {}
    }

    private final BodyStore store;
    private final AutomaticHeaders automatic;
    private final Supplier<Network> network;
    private final Consumer<Traffic> witness;
    private final Lines lines;

    Upgrade(BodyStore store, AutomaticHeaders automatic, Supplier<Network> network, Consumer<Traffic> witness, Lines lines) {
        this.lines = lines;
        this.store = store;
        this.automatic = automatic;
        this.network = network;
        this.witness = witness;
    }

    /// Where bodies and what follows on such a connection are kept.
    public BodyStore store() {
        return store;
    }

    public Network network() {
        return network.get();
    }

    /// Runs on the caller's thread until the server has answered. `wire` has an http or https URL and no payload.
    ///
    /// @param scheme what the URL is called in what is shown: "ws" stands for http and "wss" for https
    public Result open(Wire wire, Signing signing, String scheme, Options options, Cookies cookies, Cancellation cancellation) {
        cancellation.whenCancelled(signing::stop);
        try {
            return signed(wire, signing, scheme, options, cookies, cancellation);
        } finally {
            signing.over();
        }
    }

    private Result signed(Wire wire, Signing signing, String scheme, Options options, Cookies cookies, Cancellation cancellation) {
        return switch (signing.sign(wire)) {
            case AuthType.Signed.GivenUp(var failure) -> cancellation.cancelled() ? new Result.Cancelled(List.of()) : new Result.Failed(failure, null, List.of());
            case AuthType.Signed.Ready(var signed, var _) -> {
                try (var login = new Rounds(signing, wire, signed)) {
                    yield open(signed, login, scheme, options, cookies, cancellation);
                }
            }
        };
    }

    private Result open(Wire first, Rounds login, String scheme, Options options, Cookies cookies, Cancellation cancellation) {
        var hops = new ArrayList<Hop>();
        var reached = network.get();
        var token = automatic.token();
        var next = first;
        var why = Hop.Why.FIRST;
        var redirects = 0;
        while (!cancellation.cancelled()) {
            var fault = Legality.fault(next);
            if (fault.isPresent()) {
                return new Result.Failed(fault.get(), null, hops);
            }
            final Target target;
            try {
                target = Target.parse(next.url());
            } catch (Target.Bad e) {
                return new Result.Failed(new Failure.BadUrl(next.url(), e.getMessage()), null, hops);
            }
            login.setOut(target);
            var sent = next.withHeaders(automatic.complete(next.method(), next.headers(), next.payload(),
                    new AutomaticHeaders.Given(target, "0", options.cookies() ? cookies.header(target, login::ownsCookie) : "", token), options.switchedOff()));
            var trip = new UpgradeTrip(sent, shown(sent, scheme), target, options, () -> store.record(reached), cancellation,
                    (phases, own) -> lines.to(target, options, reached, own, phases, round -> witness.accept(Carriage.traffic(round))), lines.tls().explaining(target, reached));
            var result = trip.run();
            witness.accept(trip.traffic(result, why));
            switch (result) {
                case UpgradeTrip.Result.Stopped() -> {
                    return new Result.Cancelled(hops);
                }
                case UpgradeTrip.Result.Broke(var failure) -> {
                    return new Result.Failed(failure, shown(sent, scheme), hops);
                }
                case UpgradeTrip.Result.Answered(var response, var line) -> {
                    hops.add(new Hop(shown(sent, scheme), response, why));
                    remember(options, cookies, target, response, login);
                    if (line != null) {
                        return new Result.Switched(line, hops);
                    }
                    var round = login.apart(sent, response, target);
                    hops.set(hops.size() - 1, hops.getLast().noticing(login.noticed()));
                    switch (round) {
                        case Rounds.Next.Again(var another) -> {
                            next = another;
                            why = Hop.Why.AUTHORIZATION;
                            continue;
                        }
                        case Rounds.Next.GivenUp(var failure) -> {
                            return cancellation.cancelled() ? new Result.Cancelled(hops) : new Result.Failed(failure, shown(sent, scheme), hops);
                        }
                        case Rounds.Next.Taken() -> { }
                    }
                    var redirect = Redirects.next(next, target, located(response, target), options);
                    if (redirect.isEmpty()) {
                        return new Result.Declined(hops);
                    }
                    if (++redirects > options.maxRedirects()) {
                        return new Result.Failed(new Failure.TooManyRedirects(options.maxRedirects(), redirect.get().url()), shown(sent, scheme), hops);
                    }
                    switch (login.redirected(redirect.get())) {
                        case AuthType.Signed.GivenUp(var failure) -> {
                            return new Result.Failed(failure, shown(sent, scheme), hops);
                        }
                        case AuthType.Signed.Ready(var ready, var _) -> next = ready;
                    }
                    why = Hop.Why.REDIRECT;
                }
            }
        }
        return new Result.Cancelled(hops);
    }

    /// A Location may name the other protocol (`wss://…`): it travels by the same HTTP.
    private static Response located(Response answer, Target target) {
        var headers = answer.headers().stream()
                .map(h -> h.is("Location") ? new Header(h.name(), h.value().strip().replaceFirst("(?i)^ws(s?)://", "http$1://")) : h).toList();
        return new Response(answer.status(), answer.reason(), answer.protocol(), headers, answer.body(), answer.sizes(), answer.timings(), answer.remote(),
                answer.truncated(), answer.trace());
    }

    private static Wire shown(Wire wire, String scheme) {
        return wire.withUrl(wire.url().replaceFirst("(?i)^http(s?)://", scheme + "$1://"));
    }

    private static void remember(Options options, Cookies cookies, Target target, Response response, Rounds login) {
        cookies.store(target, response.headers().stream().filter(h -> h.is("Set-Cookie")).map(Header::value).toList(), options.cookies(), login::ownsCookie);
    }

    /// Gives back the bodies of hops that nobody will look at again.
    public static void release(List<Hop> hops) {
        hops.stream().map(h -> h.received().body()).forEach(StoredBody::release);
    }
}
