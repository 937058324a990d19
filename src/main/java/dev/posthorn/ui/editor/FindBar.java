package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Icons;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.octicons.Octicons;

/// Ctrl+F in an editor: finds as one types, without regard to case; Enter and Shift+Enter go on and back, Esc closes.
final class FindBar extends HBox {

    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final int MOST_COUNTED = 10_000;

    private final CodeEditor editor;
    private final CodeArea area;
    private final TextField field = new TextField();
    private final Label count = new Label();

    FindBar(CodeEditor editor, CodeArea area) {
        this.editor = editor;
        this.area = area;
        getStyleClass().add("find-bar");
        field.setPromptText("Find");
        field.setId("find");
        field.setPrefColumnCount(24);
        count.getStyleClass().add("muted");
        var back = Icons.button(Octicons.CHEVRON_UP_16, "Previous (Shift+Enter)", () -> go(-1));
        var on = Icons.button(Octicons.CHEVRON_DOWN_16, "Next (Enter)", () -> go(1));
        getChildren().addAll(field, back, on, count, Icons.button(Octicons.X_16, "Close (Esc)", this::close));
        field.textProperty().subscribe((_, _) -> typed());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        editor.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (OPEN.match(key)) {
                open();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && getParent() != null) {
                close();
                key.consume();
            }
        });
    }

    void open() {
        editor.setTop(this);
        var selected = area.getSelectedText();
        if (!selected.isEmpty() && !selected.contains("\n")) {
            field.setText(selected);
        }
        field.requestFocus();
        field.selectAll();
    }

    private void close() {
        editor.setTop(null);
        area.requestFocus();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            go(key.isShiftDown() ? -1 : 1);
            key.consume();
        }
    }

    private void typed() {
        area.moveTo(area.getSelection().getStart());
        go(1);
    }

    private void go(int by) {
        var wanted = field.getText().toLowerCase(Locale.ROOT);
        var text = area.getText().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            count.setText("");
            return;
        }
        var caret = area.getSelection();
        var found = by > 0 ? text.indexOf(wanted, caret.getEnd()) : text.lastIndexOf(wanted, caret.getStart() - 1);
        if (found < 0 || (by < 0 && caret.getStart() == 0)) {
            found = by > 0 ? text.indexOf(wanted) : text.lastIndexOf(wanted);
        }
        if (found < 0) {
            count.setText("not found");
            return;
        }
        area.selectRange(found, found + wanted.length());
        area.requestFollowCaret();
        tally(text, wanted, found);
    }

    private void tally(String text, String wanted, int current) {
        var number = 0;
        var all = 0;
        for (var at = text.indexOf(wanted); at >= 0 && all < MOST_COUNTED; at = text.indexOf(wanted, at + wanted.length())) {
            all++;
            number = at <= current ? all : number;
        }
        count.setText(number + " of " + (all == MOST_COUNTED ? "many" : Integer.toString(all)));
    }
}
