package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Await;
import dev.posthorn.model.Check;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// A request is repeated until its answer says what is awaited.
final class AwaitingTest {

    private static final Outcome RUNNING = Answers.json("{\"status\": \"running\"}");
    private static final Outcome DONE = Answers.json("{\"status\": \"done\"}");

    private final List<Outcome> discarded = new ArrayList<>();
    private final List<Awaiting.Pause> pauses = new ArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    private static Check done() {
        return new Check(true, Check.Subject.JSON_PATH, "$.status", Check.Operator.EQUALS, "done");
    }

    private Awaiting.Awaited<Outcome> run(Check until, Duration interval, Duration timeout, java.util.function.Function<Cancellation, Outcome> once) {
        return new Awaiting<Outcome>(new Await(until, interval, timeout), UnaryOperator.identity(), InstantSource.system(), o -> o, discarded::add).run(once, pauses::add, cancellation);
    }

    private Awaiting.Awaited<Outcome> run(Duration timeout, Outcome... answers) {
        var next = List.of(answers).iterator();
        return run(done(), Duration.ofMillis(50), timeout, _ -> next.next());
    }

    @Test
    void itEndsWithTheAnswerThatHasIt() {
        var awaited = run(Duration.ofMinutes(10), RUNNING, new Outcome.Failed(new Failure.Refused("localhost:1"), null, null, List.of(Answers.json("{}").hops().getFirst())), DONE);
        assertEquals(DONE, awaited.last());
        assertEquals(3, awaited.tries());
        assertTrue(awaited.failure().isEmpty());
        assertEquals(RUNNING, discarded.getFirst());
        assertEquals(List.of("\"running\"", "no answer. Nothing is listening at localhost:1: the connection was refused."), pauses.stream().map(Awaiting.Pause::found).toList());
    }

    @Test
    void whatNeverComesIsSaidWithTriesAndLastValue() {
        var awaited = run(done(), Duration.ofMillis(50), Duration.ofMillis(20), _ -> RUNNING);
        assertEquals("awaited $.status equals done for 20 ms (1 try): found \"running\"", awaited.failure().orElseThrow().error().message());
        assertEquals("awaited $.status equals done", awaited.failure().orElseThrow().name());
    }

    @Test
    void aTryThatHangsIsCutShortAtTheTimeoutAndTheAnswerBeforeItCounts() {
        var calls = new int[1];
        var awaited = run(done(), Duration.ofMillis(50), Duration.ofMillis(400), own -> {
            if (calls[0]++ == 0) {
                return RUNNING;
            }
            var gate = new CountDownLatch(1);
            own.whenCancelled(gate::countDown);
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Outcome.Cancelled(null, null, List.of());
        });
        assertEquals(RUNNING, awaited.last());
        assertEquals("awaited $.status equals done for 400 ms (2 tries): found \"running\"", awaited.failure().orElseThrow().error().message());
    }

    @Test
    void cancelEndsItBetweenTwoTries() {
        var awaited = new Awaiting<Outcome>(new Await(done(), Duration.ofHours(1), Duration.ofHours(9)), UnaryOperator.identity(), InstantSource.system(), o -> o, discarded::add)
                .run(_ -> RUNNING, _ -> cancellation.cancel(), cancellation);
        assertEquals(1, awaited.tries());
        assertTrue(awaited.failure().isEmpty());
    }

    @Test
    void aConditionThatIsNoneAndARequestThatCannotGoOutAreNotRepeated() {
        var wrong = run(done().withOf("$.["), Duration.ofMillis(50), Duration.ofHours(1), _ -> RUNNING);
        assertEquals(1, wrong.tries());
        assertTrue(wrong.failure().orElseThrow().error().message().startsWith("The JSONPath $.[ cannot be read: "), wrong.toString());
        var unsent = run(Duration.ofHours(1), Outcome.Failed.before(new Failure.UnresolvedVariables(List.of(new Failure.Unresolved("host", "in the URL")))));
        assertEquals(1, unsent.tries());
        assertTrue(unsent.failure().orElseThrow().error().message().contains("{{host}}"), unsent.toString());
    }
}
