package dev.posthorn.workbench;

import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Assertion;
import dev.posthorn.model.Await;
import dev.posthorn.model.Check;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Response;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.Wire;
import dev.posthorn.script.Host;
import dev.posthorn.script.Scripts;
import dev.posthorn.store.Redaction;
import dev.posthorn.store.Secrets;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Sends requests with their scripts: what runs before, the request itself, what runs after. A file that only a script names is read
/// where it lies in the folder of the collection.
///
/// @param known   what must not be shown beside a request's own secrets
/// @param secrets where scripts keep what is theirs alone
record Sending(Engine engine, Console console, KnownSecrets known, Scripts scripts, Secrets secrets, Surroundings around) {

    /// How many requests may run one another by `pm.execution.runRequest`.
    private static final int DEEPEST = 5;

    /// What a send needs of the workbench, by its context.
    interface Surroundings {

        dev.posthorn.auth.Surroundings signing(Context context, Cancellation cancellation, long began);

        /// The variables, the demo server's among them, which is started for it.
        Scopes scopes(Context context);

        /// The variables that have a new value at each use.
        Scope dynamics();
    }

    /// One send with its scripts, at its place in a run.
    Sent send(Request draft, Context context, Turn turn, Progress progress, Cancellation cancellation) {
        if (Check.of(draft.settings()).isEmpty() && Await.of(draft.settings()).isEmpty() && !ScriptedSend.any(draft, context)) {
            return new Sent(bare(draft, context, turn, progress, cancellation), ScriptReport.NONE, draft);
        }
        if (turn.world() != null) {
            return scripted(draft, context, turn, progress, cancellation);
        }
        try (var world = scripts.world()) {
            return scripted(draft, context, turn.within(world), progress, cancellation);
        }
    }

    private Sent scripted(Request draft, Context context, Turn turn, Progress progress, Cancellation cancellation) {
        var checks = Check.of(draft.settings());
        var await = Await.of(draft.settings());
        var send = new ScriptedSend(turn.world(), host(draft, context, turn, cancellation), context, above(draft, context), turn, cancellation);
        var request = SentForm.resolved(send.before(draft), new Scopes(List.of(around.dynamics())));
        var foreign = !BodyResolution.files(draft.body()).containsAll(BodyResolution.files(request.body()));
        var now = foreign ? send.now().readingInside() : send.now();
        UnaryOperator<String> values = text -> around.scopes(now).resolve(text).text();
        var tried = !send.skipped().isEmpty() ? once(new Outcome.Skipped(send.skipped()))
                : cancellation.cancelled() ? once(new Outcome.Cancelled(null, null, List.of()))
                : await.isPresent() ? new Awaiting<>(await.get(), values, Clock.systemUTC(), Function.<Outcome>identity(), Workbench::release)
                        .run(stop -> bare(request, now, turn, progress, stop), turn.heard()::pausing, cancellation)
                : once(bare(request, now, turn, progress, cancellation));
        var outcome = tried.last();
        if (outcome instanceof Outcome.Received || outcome instanceof Outcome.Failed) {
            send.after(request, around.scopes(send.now()), outcome.asked(), ScriptedSend.answer(outcome));
        }
        var judged = new ArrayList<Assertion>();
        tried.failure().ifPresent(judged::add);
        judged.addAll(Checks.judge(checks, outcome, values));
        return new Sent(outcome, send.report().withChecks(judged, tried.tries()), request);
    }

    private static Awaiting.Awaited<Outcome> once(Outcome outcome) {
        return new Awaiting.Awaited<>(outcome, 1, Optional.empty());
    }

    /// Values of the folders, and the demo server's address where a script names it.
    private Map<String, Object> above(Request draft, Context context) {
        var above = context.ofFolders();
        if (ScriptedSend.mentions(DemoScope.VARIABLE, draft, context)) {
            around.scopes(context).find(DemoScope.VARIABLE).ifPresent(demo -> above.put(DemoScope.VARIABLE, demo.value()));
        }
        return above;
    }

    /// Without scripts.
    private Outcome bare(Request draft, Context context, Turn turn, Progress progress, Cancellation cancellation) {
        return console.under(turn.name(), Recorder.secrets(context, draft), known, () -> {
            var signing = around.signing(context, cancellation, turn.began());
            var outcome = new Send(engine, turn.cookies(), around.scopes(context), context, signing, turn.lenient(),
                    missing -> withoutValue(turn, missing)).run(draft, progress, cancellation);
            if (outcome instanceof Outcome.Failed(var failure, var sent, _, var hops, _) && sent == null && hops.isEmpty()) {
                console.unsent(draft, failure);
            }
            return outcome;
        });
    }

    private void withoutValue(Turn turn, List<Failure.Unresolved> missing) {
        said(turn, Host.Severity.WARN, "No value for " + missing.stream().map(m -> "{{" + m.name() + "}} (" + m.where() + ")").distinct().collect(Collectors.joining(", "))
                + ": sent as it is typed.");
    }

    private void said(Turn turn, Host.Severity severity, String text) {
        console.said(turn.name(), severity == Host.Severity.DEBUG ? ConsoleEntry.Severity.LOG : ConsoleEntry.Severity.valueOf(severity.name()), text);
        turn.heard().said(severity, text);
    }

    private ScriptHost host(Request draft, Context context, Turn turn, Cancellation cancellation) {
        var hidden = Recorder.secrets(context, draft);
        var redaction = new Redaction(hidden);
        var ways = new ScriptHost.Ways() {
            @Override
            public Outcome send(Request request) {
                var own = new Context(null, List.of(), null, null, List.of(), context.files()).withForced(context.forced()).readingInside();
                var wayTurn = turn.named(turn.name() + " (script)");
                return console.under(wayTurn.name(), hidden, known, () -> new Send(engine, turn.cookies(), Scopes.none(), own, around.signing(own, cancellation, turn.began()), true, _ -> { })
                        .run(request, Progress.silent(), cancellation));
            }

            @Override
            public Outcome run(String request, Map<String, Object> given) throws Host.Refusal {
                return runSaved(request, given, context, turn, cancellation);
            }

            @Override
            public String dynamic(String name) {
                return around.dynamics().find(name).map(Scope.Found::value).orElse(null);
            }
        };
        var heard = new Turn.Heard() {
            @Override
            public void said(Host.Severity severity, String text) {
                Sending.this.said(turn, severity, text);
            }

            @Override
            public void scriptSent(Request request, Outcome outcome) {
                turn.heard().scriptSent(request, outcome);
            }
        };
        var owner = context.collection() == null ? "" : context.collection().name() + " in " + context.files();
        return new ScriptHost(ways, turn.cookies(), new Vault(secrets, owner), context.files(), redaction::prose, heard);
    }

    /// For `pm.execution.runRequest`.
    private Outcome runSaved(String request, Map<String, Object> given, Context context, Turn turn, Cancellation cancellation) throws Host.Refusal {
        if (turn.depth() >= DEEPEST) {
            throw new Host.Refusal("runRequest stops here: " + DEEPEST + " requests have run one another");
        }
        var found = context.collection() == null ? Optional.<RequestItem>empty()
                : context.collection().requests().filter(r -> r.id().equals(request) || r.name().equals(request)).findFirst();
        var item = found.orElseThrow(() -> new Host.Refusal("there is no request \"" + request + "\" in this collection"));
        given.forEach((name, value) -> turn.variables().locals().set(name, value));
        return send(item.request(), context.within(item), turn.inside(item.name(), item.id()), Progress.silent(), cancellation).outcome();
    }

    /// Judges an answer once more by the scripts after it, without sending; variables that they set go nowhere.
    ScriptReport retest(Request draft, Context context, Turn turn, Wire sent, Response answer, Cancellation cancellation) {
        var send = retested(draft, context, turn, sent, answer, cancellation);
        var outcome = answer == null ? new Outcome.Skipped("") : new Outcome.Received(List.of(new Hop(sent, answer, Hop.Why.FIRST, List.of(), answer.trace())));
        return send.report().withChecks(Checks.judge(Check.of(draft.settings()), outcome, text -> around.scopes(context).resolve(text).text()), 1);
    }

    private ScriptedSend retested(Request draft, Context context, Turn turn, Wire sent, Response answer, Cancellation cancellation) {
        try (var world = scripts.world()) {
            var send = new ScriptedSend(world, host(draft, context, turn, cancellation), context, above(draft, context), turn, cancellation);
            send.after(draft, around.scopes(context), sent, answer == null ? null : ScriptHost.answer(answer));
            return send;
        }
    }
}
