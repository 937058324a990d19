package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Makes buttons, menu entries and keys of actions; what an action does is said once, by `perform`.
final class Actions {
    private final Consumer<Action> perform;

    Actions(Consumer<Action> perform) {
        this.perform = perform;
    }

    void perform(Action action) {
        perform.accept(action);
    }

    Button button(Action action) {
        var button = Icons.button(action.icon(), action.tip(), () -> perform(action));
        button.setId("action-" + id(action));
        return button;
    }

    MenuItem menuItem(Action action) {
        var item = new MenuItem(action.text(), Icons.of(action.icon()));
        item.setOnAction(_ -> perform(action));
        item.setAccelerator(action.key());
        return item;
    }

    static String id(Action action) {
        return action.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// The action of a pressed key. Esc is not among them: what it cancels depends on what is on top.
    static Optional<Action> of(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            return Optional.empty();
        }
        return Arrays.stream(Action.values()).filter(a -> matches(a, key)).findFirst();
    }

    private static boolean matches(Action action, KeyEvent key) {
        if (action.key() == null) {
            return false;
        }
        return switch (action) {
            // The plus sign is a shifted key on many keyboards, and a key of its own on the number pad.
            case LARGER -> bare(key) && (key.getCode() == KeyCode.PLUS || key.getCode() == KeyCode.EQUALS || key.getCode() == KeyCode.ADD);
            case SMALLER -> bare(key) && (key.getCode() == KeyCode.MINUS || key.getCode() == KeyCode.SUBTRACT);
            case NORMAL_SIZE -> bare(key) && (key.getCode() == KeyCode.DIGIT0 || key.getCode() == KeyCode.NUMPAD0);
            case SHORTCUTS -> action.key().match(key) || new KeyCodeCombination(KeyCode.SLASH, KeyCombination.SHORTCUT_DOWN).match(key);
            default -> action.key().match(key);
        };
    }

    private static boolean bare(KeyEvent key) {
        return key.isShortcutDown() && !key.isAltDown();
    }
}
