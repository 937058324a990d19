package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Background;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Ctrl+Shift+F: makes the text readable, as one edit that undo takes back; the work is done beside the window.
final class Formatting {

    private static final KeyCombination KEYS = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final CodeEditor editor;
    private final Background background;

    Formatting(CodeEditor editor, Background background) {
        this.editor = editor;
        this.background = background;
        editor.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (KEYS.match(key)) {
                run();
                key.consume();
            }
        });
    }

    void run() {
        var text = editor.text();
        var language = editor.language();
        language.format().ifPresent(format -> background.run(() -> format.format(text), pretty -> put(text, pretty),
                error -> editor.notice("This is not well-formed " + language.label() + ", so it stays as it is: " + error.getMessage())));
    }

    private void put(String before, String pretty) {
        var area = editor.area();
        if (area.getText().equals(before) && !pretty.equals(before)) {
            var line = area.getCurrentParagraph();
            area.replaceText(pretty);
            area.moveTo(Math.min(line, area.getParagraphs().size() - 1), 0);
            area.requestFollowCaret();
        }
    }
}
