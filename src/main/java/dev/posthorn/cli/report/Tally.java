package dev.posthorn.cli.report;

import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.Script;
import dev.posthorn.workbench.RunListener;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts what a run came to, under the names and by the rules of newman: each request of `pm.sendRequest` is a request, too.
final class Tally implements RunListener {

    /// How often something was done, and how often in vain.
    static final class Count {
        int total;
        int failed;

        void add(boolean bad) {
            total++;
            failed += bad ? 1 : 0;
        }
    }

    /// Newman's names, in its order.
    final Map<String, Count> counts = new LinkedHashMap<>();
    final Spread response = new Spread();
    final Spread lookup = new Spread();
    final Spread firstByte = new Spread();
    Instant began = Instant.EPOCH;
    Duration took = Duration.ZERO;
    /// Bytes of decoded bodies.
    long received;

    Tally() {
        for (var name : new String[] {"iterations", "items", "scripts", "prerequests", "requests", "tests", "assertions", "testScripts", "prerequestScripts"}) {
            counts.put(name, new Count());
        }
    }

    Count of(String name) {
        return counts.get(name);
    }

    /// Bad outcomes of all kinds.
    int failures() {
        return of("requests").failed + of("scripts").failed + of("assertions").failed;
    }

    @Override
    public void started(Step step) {}

    @Override
    public void scriptSent(Step step, Request request, Outcome outcome) {
        asked(outcome);
    }

    @Override
    public void finished(Step step, Sent sent) {
        of("items").add(false);
        of("prerequests").add(false);
        of("tests").total += sent.outcome() instanceof Outcome.Skipped ? 0 : 1;
        Moment.of(sent).forEach(this::count);
    }

    private void count(Moment moment) {
        switch (moment) {
            case Moment.Began(var run, _) -> {
                of("scripts").add(run.fault() != null);
                of(run.phase() == Script.Phase.TEST ? "testScripts" : "prerequestScripts").add(run.fault() != null);
            }
            case Moment.Judged judged -> of("assertions").add(judged.failed());
            case Moment.Broke _ -> { }
            case Moment.Asked(var outcome) -> asked(outcome);
        }
    }

    private void asked(Outcome outcome) {
        switch (outcome) {
            case Outcome.Received answer -> {
                of("requests").total += handshakes(answer);
                of("requests").add(false);
                measure(answer.response());
            }
            case Outcome.Failed _ -> of("requests").add(true);
            case Outcome.Cancelled _, Outcome.Skipped _ -> { }
        }
    }

    /// Newman counts each round of a login by challenge (digest, NTLM), and no redirect.
    private static int handshakes(Outcome.Received answer) {
        return (int) answer.hops().stream().filter(h -> h.why() == Hop.Why.AUTHORIZATION).count();
    }

    private void measure(Response answer) {
        received += answer.body().size();
        response.add(millis(answer.timings().total()));
        lookup.add(millis(answer.timings().dns()));
        firstByte.add(millis(answer.timings().waiting()));
    }

    static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }

    @Override
    public void roundEnded(int round) {
        of("iterations").add(false);
    }

    @Override
    public void began(RunPlan plan) {
        began = Instant.now();
    }

    @Override
    public void ended(RunResult result) {
        began = result.began();
        took = result.took();
    }
}
