package dev.posthorn.oauth.agent;

import dev.posthorn.http.Cancellation;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.UserAgent.Came;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// What happens while a login waits, handed from the threads of listeners and windows to the one of the login. Safe from any thread.
///
/// 1. The first that claims the login has it; a cancel ends it whoever has.
/// 2. What is told keeps its order. Of refusals the first forty are told one by one, the others are counted.
public final class Waiting {

    private static final int MOST_REFUSALS = 40;

    private sealed interface Event {
        record Told(LoginStep step) implements Event {}

        record Over(Came came) implements Event {}
    }

    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean awaited;
    private final Clock clock;
    private final Duration patience;

    /// @param patience after which a login that nobody ends is over
    public Waiting(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    public void tell(LoginStep.Kind kind, String title, String text) {
        events.add(new Event.Told(new LoginStep(clock.instant(), kind, title, text, null)));
    }

    /// @param reason completes "Callback refused: "
    void refused(String reason) {
        if (refusals.incrementAndGet() <= MOST_REFUSALS) {
            tell(LoginStep.Kind.BAD, "Callback refused: " + reason, "Something else than the page of this login called our redirect address. The login goes on.");
        }
    }

    /// True for the one who may end it.
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    boolean over() {
        return claimed.get();
    }

    /// By the one who claimed it.
    void finish(Came came) {
        events.add(new Event.Over(came));
    }

    /// Ends it; false where somebody else has.
    public boolean end(Came came) {
        var mine = claim();
        if (mine) {
            finish(came);
        }
        return mine;
    }

    /// Blocks until the login is over.
    public Came await(LoginWatcher watcher, Cancellation cancellation) {
        try {
            return over(watcher, cancellation);
        } finally {
            awaited = true;
        }
    }

    private Came over(LoginWatcher watcher, Cancellation cancellation) {
        cancellation.whenCancelled(() -> {
            claim();
            finish(new Came.Ended("you cancelled it"));
        });
        var end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                switch (events.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    case Event.Told(var step) -> watcher.step(step);
                    case Event.Over(var came) -> {
                        return came;
                    }
                    case null -> {
                        claim();
                        return new Came.Ended("nobody logged in within " + Math.max(1, patience.toMinutes()) + " minutes");
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            claim();
            return new Came.Ended("the program is closing");
        }
    }

    /// Ends the waiting; where it had ended before, tells what came since.
    void close(LoginWatcher watcher) {
        if (!awaited) {
            claim();
            finish(new Came.Ended("it was closed"));
            return;
        }
        for (var event = events.poll(); event != null; event = events.poll()) {
            if (event instanceof Event.Told(var step)) {
                watcher.step(step);
            }
        }
        var untold = refusals.getAndSet(0) - MOST_REFUSALS;
        if (untold > 0) {
            watcher.step(new LoginStep(clock.instant(), LoginStep.Kind.BAD, "Callbacks refused: " + untold + " more", "", null));
        }
    }
}
