package dev.posthorn.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;

/// Presses keys as TestFX does, but waits for two pulses after them and not for a fixed time: a window's journey is half as long.
final class Keyboard {

    /// All at once, the last one let go first.
    void press(KeyCode... keys) {
        var order = Arrays.asList(keys);
        FxThread.run(() -> order.forEach(new Robot()::keyPress));
        settle();
        FxThread.run(() -> order.reversed().forEach(new Robot()::keyRelease));
        settle();
    }

    /// Each character goes to what has the keyboard at that moment.
    void type(Scene scene, String text) {
        text.codePoints().mapToObj(Character::toString).forEach(character -> FxThread.run(() -> {
            for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(target(scene), event(kind, character));
            }
        }));
        settle();
    }

    private static EventTarget target(Scene scene) {
        return scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
    }

    private static KeyEvent event(EventType<KeyEvent> kind, String character) {
        var typed = kind == KeyEvent.KEY_TYPED;
        var code = character.equals("\n") ? KeyCode.ENTER : character.equals("\t") ? KeyCode.TAB : KeyCode.UNDEFINED;
        return new KeyEvent(kind, typed ? character : KeyEvent.CHAR_UNDEFINED, "", typed ? KeyCode.UNDEFINED : code, false, false, false, false);
    }

    private static void settle() {
        var pulses = new AtomicInteger();
        FxThread.until("two pulses", () -> pulses.incrementAndGet() == 2);
    }
}
