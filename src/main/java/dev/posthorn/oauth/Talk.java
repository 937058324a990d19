package dev.posthorn.oauth;

import dev.posthorn.http.BodyInMemory;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;

/// The conversation of one login with its server: each request is sent, told to who watches, and read.
record Talk(Exchange exchange, Clock clock, LoginWatcher watcher, Cancellation cancellation) {

    /// Errors of a device grant that only mean patience (RFC 8628 §3.5).
    private static final Set<String> PATIENCE = Set.of("authorization_pending", "slow_down");

    /// @param title as it stands in the timeline: "Token request"
    Reply send(Wire wire, String title) throws NoToken {
        if (cancellation.cancelled()) {
            throw NoToken.cancelled();
        }
        var outcome = exchange.send(wire, title, cancellation);
        return switch (outcome) {
            case Outcome.Received received -> answered(wire, received, title);
            case Outcome.Failed(var failure, var sent, var partial, _, var trace) -> {
                var kept = partial == null ? null : kept(partial, beginning(partial));
                release(outcome);
                step(LoginStep.Kind.BAD, title, failure.sentence(), new Hop(sent == null ? wire : sent, kept, Hop.Why.FIRST, java.util.List.of(), trace));
                yield new Reply(wire.url(), null, "", false, failure);
            }
            case Outcome.Cancelled _, Outcome.Skipped _ -> {
                release(outcome);
                throw NoToken.cancelled();
            }
        };
    }

    private Reply answered(Wire wire, Outcome.Received received, String title) {
        var response = received.response();
        try {
            var bytes = read(response, Reply.MOST + 1);
            var cut = bytes.length > Reply.MOST;
            var text = new String(bytes, StandardCharsets.UTF_8);
            var kept = kept(response, bytes);
            var reply = new Reply(wire.url(), kept, text.startsWith("\uFEFF") ? text.substring(1) : text, cut, null);
            step(kind(reply), title, words(reply), new Hop(received.sent(), kept, Hop.Why.FIRST, java.util.List.of(), kept.trace()));
            return reply;
        } catch (IOException e) {
            var failure = new Failure.Broken("The answer could not be read: " + e.getMessage() + ".");
            step(LoginStep.Kind.BAD, title, failure.sentence(), null);
            return new Reply(wire.url(), null, "", false, failure);
        } finally {
            release(received);
        }
    }

    private static byte[] read(Response response, int most) throws IOException {
        try (var in = response.body().open()) {
            return in.readNBytes(most);
        }
    }

    private static byte[] beginning(Response response) {
        try {
            return read(response, Reply.KEPT);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /// The answer with a copy of its body's beginning, for who watches.
    private static Response kept(Response r, byte[] bytes) {
        var copy = bytes.length > Reply.KEPT ? Arrays.copyOf(bytes, Reply.KEPT) : bytes;
        return new Response(r.status(), r.reason(), r.protocol(), r.headers(), new BodyInMemory(copy), r.sizes(), r.timings(), r.remote(), r.truncated() || copy.length < bytes.length, r.trace());
    }

    private static void release(Outcome outcome) {
        for (var hop : outcome.exchanges()) {
            if (hop.received() != null) {
                hop.received().body().release();
            }
        }
    }

    private static LoginStep.Kind kind(Reply reply) {
        var error = reply.errors().getOrDefault("error", "");
        return PATIENCE.contains(error) ? LoginStep.Kind.INFO : reply.good() && error.isEmpty() ? LoginStep.Kind.GOOD : LoginStep.Kind.BAD;
    }

    private static String words(Reply reply) {
        var errors = reply.errors();
        var said = errors.isEmpty() ? "" : ": " + String.join(" – ", errors.values());
        return "The server answered " + reply.status() + said + (reply.cut() ? " (more than " + (Reply.MOST >> 10) + " KiB, not read to its end)" : "") + ".";
    }

    void good(String title, String text) {
        step(LoginStep.Kind.GOOD, title, text, null);
    }

    void info(String title, String text) {
        step(LoginStep.Kind.INFO, title, text, null);
    }

    void bad(String title, String text) {
        step(LoginStep.Kind.BAD, title, text, null);
    }

    private void step(LoginStep.Kind kind, String title, String text, Hop hop) {
        watcher.step(new LoginStep(clock.instant(), kind, title, text, hop));
    }
}
