package dev.posthorn.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Counts go on while somebody sees them, and the window is left alone in between.
final class BeatTest {

    private static final Duration SHORT = Duration.ofMillis(5);

    private final AtomicInteger beats = new AtomicInteger();
    private Beat beat;

    @AfterEach
    void stop() {
        OnFx.run(() -> beat.stop());
    }

    @Test
    void itGoesOnUntilItIsStopped() {
        beat = OnFx.get(() -> Beat.always(SHORT, beats::incrementAndGet));
        OnFx.run(beat::start);
        OnFx.until("it beats", () -> beats.get() >= 3);
        assertTrue(OnFx.get(beat::running));
        OnFx.run(() -> {
            beat.stop();
            beats.set(0);
        });
        untilAnotherHasBeaten();
        assertEquals(0, beats.get());
        assertFalse(OnFx.get(beat::running));
    }

    @Test
    void whatItDoesMayStopItOrChangeItsPace() {
        beat = OnFx.get(() -> Beat.always(SHORT, () -> {
            if (beats.incrementAndGet() == 2) {
                beat.start(Duration.ofDays(1));
            }
        }));
        OnFx.run(beat::start);
        OnFx.until("it has slowed down", () -> beats.get() == 2);
        untilAnotherHasBeaten();
        assertEquals(2, beats.get());
        OnFx.run(() -> beat.start(SHORT));
        OnFx.until("it is quick again", () -> beats.get() >= 4);
    }

    @Test
    void aSecondStartDoesNotMakeItBeatTwice() {
        var other = new AtomicInteger();
        beat = OnFx.get(() -> Beat.always(SHORT, () -> {
            beats.incrementAndGet();
            beat.stop();
            other.incrementAndGet();
        }));
        OnFx.run(() -> {
            beat.start();
            beat.start();
            beat.start(SHORT);
        });
        OnFx.until("it has beaten", () -> other.get() == 1);
        untilAnotherHasBeaten();
        assertEquals(1, beats.get());
    }

    @Test
    void itRestsOutsideOfAnyWindowAndActsAtOnceWhenItIsBack() {
        var root = new StackPane();
        var stage = OnFx.show(root, 200, 100);
        var node = OnFx.get(StackPane::new);
        beat = OnFx.get(() -> Beat.of(node, SHORT, beats::incrementAndGet));
        OnFx.run(beat::start);
        untilAnotherHasBeaten();
        assertEquals(0, beats.get(), "nobody sees it yet");
        OnFx.run(() -> {
            root.getChildren().add(node);
            assertEquals(1, beats.get());
        });
        OnFx.until("it beats", () -> beats.get() >= 3);
        OnFx.run(() -> {
            stage.hide();
            beats.set(0);
        });
        untilAnotherHasBeaten();
        assertEquals(0, beats.get(), "its window is closed");
        assertTrue(OnFx.get(beat::running));
        OnFx.run(() -> {
            stage.show();
            root.getChildren().clear();
            beats.set(0);
        });
        untilAnotherHasBeaten();
        assertEquals(0, beats.get(), "it is in no window");
        OnFx.run(stage::hide);
    }

    /// Ten of its waits, one after the other, of a beat that is not stopped: what was to come has come.
    private static void untilAnotherHasBeaten() {
        var count = new AtomicInteger();
        var other = OnFx.get(() -> Beat.always(SHORT, count::incrementAndGet));
        OnFx.run(other::start);
        OnFx.until("another beats", () -> count.get() >= 10);
        OnFx.run(other::stop);
    }
}
