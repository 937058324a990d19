package dev.posthorn.ui.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/// Times and counts that go on in the window: does something at intervals, and lets the machine sleep in between.
///
/// 1. A JavaFX timeline has the window look for changes sixty times a second for as long as it plays, also where it acts once a minute. A beat wakes the FX thread for what it does, and for nothing else.
/// 2. The next wait begins when what is done is over: a busy window gets fewer beats, never a queue of them.
///
/// Belongs to the FX thread.
public final class Beat {

    private final Runnable action;
    private final boolean always;
    private Duration every;
    private boolean wanted;
    private boolean seen;
    /// Of the wait under way; an older wait ends in nothing.
    private int turn;

    private Beat(Duration every, Runnable action, boolean always) {
        this.every = every;
        this.action = action;
        this.always = always;
    }

    /// A beat that goes on where nobody looks.
    public static Beat always(Duration every, Runnable action) {
        return new Beat(every, action, true);
    }

    /// A beat for what can be seen: it rests while that node is in no window that shows, and acts at once when it is back.
    public static Beat of(Node node, Duration every, Runnable action) {
        var beat = new Beat(every, action, false);
        node.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::showingProperty).orElse(false).subscribe(beat::seen);
        return beat;
    }

    /// The first action comes after the first wait; a beat that goes on already is let go on.
    public void start() {
        if (!wanted) {
            wanted = true;
            await();
        }
    }

    /// Changes how long the waits are, from now on; begins a new one where one is under way.
    ///
    /// @param interval above zero
    public void start(Duration interval) {
        every = interval;
        wanted = true;
        await();
    }

    public void stop() {
        wanted = false;
        turn++;
    }

    /// Started, and not stopped since; it may rest.
    public boolean running() {
        return wanted;
    }

    private void seen(boolean now) {
        seen = now;
        if (wanted && now) {
            act();
        }
    }

    private void await() {
        var mine = ++turn;
        if (always || seen) {
            after(every).execute(() -> come(mine));
        }
    }

    private static Executor after(Duration wait) {
        return CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, Fx::later);
    }

    private void come(int mine) {
        if (mine == turn && (always || seen)) {
            act();
        }
    }

    private void act() {
        var mine = ++turn;
        action.run();
        if (wanted && mine == turn) {
            await();
        }
    }
}
