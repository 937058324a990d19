package dev.posthorn.workbench;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Assertion;
import dev.posthorn.model.Await;
import dev.posthorn.model.Outcome;
import dev.posthorn.workbench.Checks.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Sends a request again and again until its answer says what is awaited.
///
/// 1. The timeout holds for all tries together: a try that is under way when it ends is cut short, and the answer before it counts.
/// 2. A try without an answer (the server is not up yet) is followed by another one; one that could not even go out, such as for want of a variable, is the last.
/// 3. A condition that can never be judged (no path, no number) is the end at once.
/// 4. A cancel ends it at once, also between two tries.
public final class Awaiting<T> {

    /// What the window shows between two tries.
    ///
    /// @param tries so many were made
    /// @param next  when the next begins
    /// @param found what the last answer had in place of what is awaited: "running"; a sentence where there was no answer
    public record Pause(int tries, Instant next, String found) {}

    /// @param last    the last try that came to its end
    /// @param tries   1 or more
    /// @param failure the condition, failed; empty where it holds, and where the user cancelled
    public record Awaited<T>(T last, int tries, Optional<Assertion> failure) {}

    private final Await await;
    private final UnaryOperator<String> resolve;
    private final InstantSource clock;
    private final Function<T, Outcome> outcome;
    private final Consumer<T> discard;

    /// @param resolve replaces the variables in the condition, anew at each try
    /// @param outcome of what one try gives
    /// @param discard gets each try but the last, whose body nobody needs any more
    public Awaiting(Await await, UnaryOperator<String> resolve, InstantSource clock, Function<T, Outcome> outcome, Consumer<T> discard) {
        this.await = await;
        this.resolve = resolve;
        this.clock = clock;
        this.outcome = outcome;
        this.discard = discard;
    }

    /// Runs on the caller's thread.
    ///
    /// @param once   sends once; its cancellation is that of the user, or of the timeout
    /// @param pauses hears of each wait between two tries
    public Awaited<T> run(Function<Cancellation, T> once, Consumer<Pause> pauses, Cancellation cancellation) {
        var until = clock.instant().plus(await.timeout());
        var stop = new CountDownLatch(1);
        cancellation.whenCancelled(stop::countDown);
        T last = null;
        for (var tries = 1;; tries++) {
            var now = attempt(once, cancellation, until);
            if (outcome.apply(now) instanceof Outcome.Cancelled && !cancellation.cancelled() && last != null) {
                discard.accept(now);
                return new Awaited<>(last, tries, Optional.of(never(outcome.apply(last), tries)));
            }
            if (last != null) {
                discard.accept(last);
            }
            last = now;
            var ended = ended(outcome.apply(now), tries, cancellation, until);
            if (ended.isPresent()) {
                return new Awaited<>(now, tries, ended.get());
            }
            pauses.accept(new Pause(tries, clock.instant().plus(await.interval()), found(outcome.apply(now))));
            waited(stop);
            if (cancellation.cancelled()) {
                return new Awaited<>(now, tries, Optional.empty());
            }
        }
    }

    /// Empty to go on; else the end, with the failed condition.
    private Optional<Optional<Assertion>> ended(Outcome now, int tries, Cancellation cancellation, Instant until) {
        if (cancellation.cancelled() || now instanceof Outcome.Skipped) {
            return Optional.of(Optional.empty());
        }
        var judged = judged(now);
        if (judged.isPresent() && judged.get().holds()) {
            return Optional.of(Optional.empty());
        }
        if (wrong() || hopeless(now) || now instanceof Outcome.Cancelled || clock.instant().plus(await.interval()).isAfter(until)) {
            return Optional.of(Optional.of(never(now, tries)));
        }
        return Optional.empty();
    }

    private T attempt(Function<Cancellation, T> once, Cancellation cancellation, Instant until) {
        var own = new Cancellation();
        cancellation.whenCancelled(own::cancel);
        var done = new CountDownLatch(1);
        var left = Duration.between(clock.instant(), until);
        var guard = Thread.ofVirtual().name("await-timeout").start(() -> {
            try {
                if (!done.await(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS)) {
                    own.cancel();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return once.apply(own);
        } finally {
            done.countDown();
            guard.interrupt();
        }
    }

    private void waited(CountDownLatch stop) {
        try {
            stop.await(await.interval().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.countDown();
        }
    }

    /// Empty where there is no answer to judge.
    private Optional<Judgement> judged(Outcome now) {
        return now instanceof Outcome.Received received ? Optional.of(Checks.judgement(await.until(), new JudgedAnswer(received), resolve)) : Optional.empty();
    }

    /// The row can never be judged, whatever comes: its path, number, expression or schema is none.
    private boolean wrong() {
        return RowFault.of(await.until(), resolve).isPresent();
    }

    private static boolean hopeless(Outcome now) {
        return now instanceof Outcome.Failed failed && failed.sent() == null && failed.hops().isEmpty();
    }

    private String found(Outcome now) {
        return judged(now).map(j -> j.broken() == null ? j.found() : j.broken()).orElseGet(() -> noAnswer(now));
    }

    private static String noAnswer(Outcome now) {
        return now instanceof Outcome.Failed failed ? "no answer. " + failed.failure().sentence() : "no answer in time";
    }

    private Assertion never(Outcome now, int tries) {
        var fault = RowFault.of(await.until(), resolve);
        var name = "awaited " + await.until().sentence();
        var message = fault.isPresent() ? fault.get() : name + " for " + words(await.timeout()) + " (" + (tries == 1 ? "1 try" : tries + " tries") + "): found " + found(now);
        return Assertion.failed(name, new dev.posthorn.model.ScriptFault(fault.isPresent() ? "Error" : "AssertionError", message, Checks.TABLE, 0, 0));
    }

    /// "60 s", "1.5 s", "50 ms".
    public static String words(Duration time) {
        var millis = time.toMillis();
        return millis < 1_000 ? millis + " ms" : millis % 1_000 == 0 ? millis / 1_000 + " s" : new java.math.BigDecimal(millis).movePointLeft(3).stripTrailingZeros().toPlainString() + " s";
    }
}
