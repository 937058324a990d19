package dev.posthorn.workbench;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.Wire;
import dev.posthorn.store.Exchange;
import dev.posthorn.store.History;
import dev.posthorn.store.HistoryRow;
import dev.posthorn.store.Redaction;
import dev.posthorn.vars.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Writes each send into the history with all that went out and came back, secrets left out: the draft as it was typed, with its
/// `{{variables}}`, and the exchange with the values of secret variables masked wherever they stand.
public final class Recorder {

    private final History history;
    private final Clock clock;
    private final Supplier<Set<String>> also;

    public Recorder(History history, Clock clock) {
        this(history, clock, Set::of);
    }

    /// @param also values that must not be kept beside those of the request itself: tokens that the program got
    public Recorder(History history, Clock clock, Supplier<Set<String>> also) {
        this.history = history;
        this.clock = clock;
        this.also = also;
    }

    /// Answers at once with the new row's id to come; the disk follows. The outcome's bodies must stay until then.
    ///
    /// @param context the one that it was sent with: from it come the collection's name and the values that must not be kept
    /// @param name    what the request is called; empty for none
    public CompletableFuture<Long> add(Context context, String name, Request request, Outcome outcome) {
        var answer = outcome instanceof Outcome.Received received ? received.response() : null;
        var row = new HistoryRow(0, began(outcome).orElse(clock.instant()), context.collection() == null ? "" : context.collection().name(), name,
                request.method(), request.url(), answer == null ? 0 : answer.status(), took(outcome), answer == null ? 0 : answer.body().size(), "");
        return history.add(new Exchange(row, request, outcome, ""), new Redaction(secrets(context, request, outcome, also.get())));
    }

    /// With what the request proved itself by, also where a server repeats it.
    private static Set<String> secrets(Context context, Request request, Outcome outcome, Set<String> also) {
        var secrets = secrets(context, request);
        secrets.addAll(also);
        outcome.hops().forEach(hop -> secrets.addAll(Redaction.proofsOf(hop.sent())));
        switch (outcome) {
            case Outcome.Received _, Outcome.Skipped _ -> { }
            case Outcome.Failed failed -> proofs(failed.sent(), secrets);
            case Outcome.Cancelled cancelled -> proofs(cancelled.sent(), secrets);
        }
        return secrets;
    }

    private static void proofs(Wire sent, Set<String> into) {
        if (sent != null) {
            into.addAll(Redaction.proofsOf(sent));
        }
    }

    private static Optional<Instant> began(Outcome outcome) {
        return outcome.hops().stream().findFirst().map(Hop::received).map(Response::timings).map(t -> t.started());
    }

    private static Duration took(Outcome outcome) {
        return outcome.hops().stream().map(Hop::received).filter(r -> r != null).map(r -> r.timings().total()).reduce(Duration.ZERO, Duration::plus);
    }

    /// Takes every secret value that a request sees out of a text, for what is written for others.
    ///
    /// @param outcome what the request proved itself with on its way is taken out, too
    public static UnaryOperator<String> mask(Context context, Request request, Outcome outcome) {
        return new Redaction(secrets(context, request, outcome, Set.of()))::prose;
    }

    /// Takes out of an exchange what `mask` would, part by part.
    ///
    /// @param also values that must not be shown beside those of the request itself: tokens that the program got
    public static Redaction redaction(Context context, Request request, Outcome outcome, Set<String> also) {
        return new Redaction(secrets(context, request, outcome, also));
    }

    /// The values of all secret variables that the request sees, and of the secret fields of its authorization.
    static Set<String> secrets(Context context, Request request) {
        var scopes = context.scopes(List.of());
        var secrets = new HashSet<String>();
        context.variables().stream().filter(Entry::secret).forEach(v -> add(v.value(), scopes, secrets));
        request.headers().stream().filter(Entry::secret).forEach(h -> add(h.value(), scopes, secrets));
        Redaction.secretsOf(context.auth(request.auth()).auth()).forEach(value -> add(value, scopes, secrets));
        return secrets;
    }

    private static void add(String value, Scopes scopes, Set<String> into) {
        var resolved = scopes.resolve(value);
        if (resolved.missing().isEmpty()) {
            into.add(resolved.text());
        }
    }
}
