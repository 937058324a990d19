package dev.posthorn.ui.response;

import dev.posthorn.workbench.TestIdea;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The two ways to make a test of something in an answer, as menu items and keys: a row of the Assertions table (Ctrl+M), a `pm.test` (Ctrl+Shift+M).
final class TestMenu {

    private static final KeyCombination ASSERTION = new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SCRIPT = new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private BiConsumer<TestIdea, TestIdea.Form> listener;

    /// Null where there is nobody to take tests, as in an answer of no request.
    void listener(BiConsumer<TestIdea, TestIdea.Form> hears) {
        listener = hears;
    }

    boolean wanted() {
        return listener != null;
    }

    void made(TestIdea idea, TestIdea.Form form) {
        if (listener != null) {
            listener.accept(idea, form);
        }
    }

    /// What is chosen is worked out by `make` then. The keys stand in the words and not as accelerators, which would hold in the whole window.
    List<MenuItem> items(String what, Consumer<TestIdea.Form> make) {
        var row = new MenuItem("Add assertion" + (what.isEmpty() ? "" : ": " + what) + " (" + ASSERTION.getDisplayText() + ")");
        row.setId("make-assertion");
        row.setMnemonicParsing(false);
        row.setOnAction(_ -> make.accept(TestIdea.Form.ASSERTION));
        var script = new MenuItem("Add pm.test to the post-response script (" + SCRIPT.getDisplayText() + ")");
        script.setId("make-test");
        script.setOnAction(_ -> make.accept(TestIdea.Form.SCRIPT));
        return List.of(row, script);
    }

    /// True where the key asked for a test.
    boolean key(KeyEvent key, Consumer<TestIdea.Form> make) {
        if (!wanted() || !ASSERTION.match(key) && !SCRIPT.match(key)) {
            return false;
        }
        make.accept(ASSERTION.match(key) ? TestIdea.Form.ASSERTION : TestIdea.Form.SCRIPT);
        key.consume();
        return true;
    }
}
