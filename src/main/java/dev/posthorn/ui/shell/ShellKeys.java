package dev.posthorn.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys of the whole window: those of actions come first, Esc and a paste when nobody else wanted them.
record ShellKeys(Consumer<Action> perform, Overlays overlays, Panels panels, Frame frame, FrontTab tab, Toasts toasts) {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    /// Listens to a scene from now on.
    void of(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
    }

    private void key(KeyEvent key) {
        var action = Actions.of(key);
        if (action.isEmpty() || overlays.open() && action.get() != Action.PALETTE && action.get() != Action.SHORTCUTS && action.get().group() != Action.Group.WINDOW) {
            return;
        }
        key.consume();
        perform.accept(action.get());
    }

    /// Keys that nobody else wanted. A paste is an import. Esc cancels the question first, then what is being sent, then a note.
    private void escape(KeyEvent key) {
        if (PASTE.match(key) && !overlays.open()) {
            panels.transfers().paste();
            key.consume();
        }
        if (key.getCode() == KeyCode.ESCAPE) {
            if (frame.asked() != null) {
                frame.asked().cancel();
            } else if (!tab.cancel()) {
                toasts.dismissLast();
            }
            key.consume();
        }
    }
}
