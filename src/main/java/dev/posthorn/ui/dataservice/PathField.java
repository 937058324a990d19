package dev.posthorn.ui.dataservice;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;

/// A field for a name out of many: typed by hand, or taken from the list of what is known.
final class PathField extends ComboBox<String> {

    private static final int MOST = 500;

    private final Function<String, List<String>> known;
    private boolean showing;

    /// @param known what could be meant by what is typed so far
    PathField(String id, String prompt, Function<String, List<String>> known, Consumer<String> changed) {
        this.known = known;
        setId(id);
        setEditable(true);
        setPromptText(prompt);
        setMinWidth(80);
        setMaxWidth(Double.MAX_VALUE);
        setVisibleRowCount(12);
        getEditor().textProperty().subscribe((_, text) -> {
            if (!showing) {
                changed.accept(text);
            }
        });
        setOnShowing(_ -> fill());
    }

    private void fill() {
        var typed = getEditor().getText();
        var all = known.apply(typed);
        var low = typed.toLowerCase(Locale.ROOT);
        // What is there in full is no search: the whole list helps more then.
        var some = all.contains(typed) ? all : all.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(low)).toList();
        var shown = (some.isEmpty() ? all : some).stream().limit(MOST).toList();
        if (!shown.equals(getItems())) {
            showing = true;
            var caret = getEditor().getCaretPosition();
            getItems().setAll(shown);
            getEditor().setText(typed);
            getEditor().positionCaret(caret);
            showing = false;
        }
    }

    /// Shows a text without telling.
    void put(String text) {
        if (!text.equals(getEditor().getText())) {
            showing = true;
            setValue(text);
            getEditor().setText(text);
            showing = false;
        }
    }

    String text() {
        return getEditor().getText();
    }
}
