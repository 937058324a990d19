package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.kordamp.ikonli.octicons.Octicons;

/// Ctrl+F in an editor finds as one types; Enter and Shift+Enter go on and back, Esc closes. Ctrl+H replaces too.
final class FindBar extends VBox {

    private static final KeyCombination OPEN = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REPLACE = new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);

    private final CodeEditor editor;
    private final CodeArea area;
    private final TextField field = new TextField();
    private final TextField with = new TextField();
    private final Label count = new Label();
    private final ToggleButton matchCase = toggle("find-case", "Aa", "Match case");
    private final ToggleButton word = toggle("find-word", "W", "Whole words");
    private final ToggleButton regex = toggle("find-regex", ".*", "Regular expression");
    private final HBox replacing;

    FindBar(CodeEditor editor, CodeArea area) {
        this.editor = editor;
        this.area = area;
        getStyleClass().add("find-bar");
        field.setPromptText("Find");
        field.setId("find");
        field.setPrefColumnCount(24);
        with.setPromptText("Replace with");
        with.setId("replace");
        with.setPrefColumnCount(24);
        count.getStyleClass().add("muted");
        count.setId("find-count");
        var back = Icons.button(Octicons.CHEVRON_UP_16, "Previous (Shift+Enter)", () -> go(-1));
        var on = Icons.button(Octicons.CHEVRON_DOWN_16, "Next (Enter)", () -> go(1));
        var finding = new HBox(field, matchCase, word, regex, back, on, count, Icons.button(Octicons.X_16, "Close (Esc)", this::close));
        replacing = new HBox(with, button("replace-one", "Replace", this::replace), button("replace-all", "Replace all", this::replaceAll));
        finding.getStyleClass().add("find-row");
        replacing.getStyleClass().add("find-row");
        getChildren().add(finding);
        field.textProperty().subscribe((_, _) -> typed());
        List.of(matchCase, word, regex).forEach(t -> t.setOnAction(_ -> typed()));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        with.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                replace();
                key.consume();
            }
        });
        editor.addEventFilter(KeyEvent.KEY_PRESSED, this::editorKey);
    }

    private static ToggleButton toggle(String id, String text, String tip) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add("find-toggle");
        button.setAccessibleText(tip);
        Tips.on(button, tip);
        return button;
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void editorKey(KeyEvent key) {
        if (OPEN.match(key)) {
            open();
            key.consume();
        } else if (REPLACE.match(key) && area.isEditable()) {
            openReplace();
            key.consume();
        } else if (key.getCode() == KeyCode.ESCAPE && getParent() != null) {
            close();
            key.consume();
        }
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

    private void openReplace() {
        if (!getChildren().contains(replacing)) {
            getChildren().add(replacing);
        }
        open();
        if (!field.getText().isEmpty()) {
            with.requestFocus();
            with.selectAll();
        }
    }

    private void close() {
        editor.setTop(null);
        getChildren().remove(replacing);
        area.requestFocus();
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
            go(key.isShiftDown() ? -1 : 1);
            key.consume();
        }
    }

    private TextSearch search() {
        return new TextSearch(field.getText(), matchCase.isSelected(), word.isSelected(), regex.isSelected());
    }

    private void typed() {
        area.moveTo(area.getSelection().getStart());
        go(1);
    }

    /// The hits; none, with the reason beside the field, where they cannot be found.
    private List<TextSearch.Hit> hits() {
        if (field.getText().isEmpty()) {
            count.setText("");
            return List.of();
        }
        try {
            var hits = search().in(area.getText());
            if (hits.isEmpty()) {
                count.setText("not found");
            }
            return hits;
        } catch (TextSearch.Unsearchable e) {
            count.setText(e.getMessage());
            return List.of();
        }
    }

    private void go(int by) {
        var hits = hits();
        if (hits.isEmpty()) {
            return;
        }
        var selected = area.getSelection();
        var index = by > 0 ? 0 : hits.size() - 1;
        for (var i = 0; i < hits.size(); i++) {
            if (by > 0 && hits.get(i).start() >= selected.getEnd()) {
                index = i;
                break;
            }
            if (by < 0 && hits.get(i).end() <= selected.getStart()) {
                index = i;
            }
        }
        show(hits, index);
    }

    private void show(List<TextSearch.Hit> hits, int index) {
        area.selectRange(hits.get(index).start(), hits.get(index).end());
        area.requestFollowCaret();
        count.setText((index + 1) + " of " + (hits.size() == TextSearch.MOST ? "many" : Integer.toString(hits.size())));
    }

    /// The hit that is selected gives way, and the next one is selected; where none is selected, the next one is.
    private void replace() {
        var selected = area.getSelection();
        var hit = hits().stream().filter(h -> h.start() == selected.getStart() && h.end() == selected.getEnd()).findFirst();
        if (hit.isEmpty()) {
            go(1);
            return;
        }
        try {
            var text = area.getText();
            var fresh = search().replaced(text, List.of(hit.get()), with.getText());
            var piece = fresh.substring(hit.get().start(), fresh.length() - (text.length() - hit.get().end()));
            area.replaceText(hit.get().start(), hit.get().end(), piece);
            area.moveTo(hit.get().start() + piece.length());
            go(1);
        } catch (TextSearch.Unsearchable e) {
            count.setText(e.getMessage());
        }
    }

    /// One edit, which undo takes back.
    private void replaceAll() {
        var hits = hits();
        if (hits.isEmpty()) {
            return;
        }
        try {
            var line = area.getCurrentParagraph();
            area.replaceText(search().replaced(area.getText(), hits, with.getText()));
            area.moveTo(Math.min(line, area.getParagraphs().size() - 1), 0);
            area.requestFollowCaret();
            count.setText(hits.size() + (hits.size() == TextSearch.MOST ? " replaced, there are more" : " replaced"));
        } catch (TextSearch.Unsearchable e) {
            count.setText(e.getMessage());
        }
    }
}
