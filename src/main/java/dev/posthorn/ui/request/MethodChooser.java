package dev.posthorn.ui.request;

import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.Tips;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/// The coloured method at the left of the URL: chosen from the list, or typed where the list does not have it (PROPFIND, MYVERB).
final class MethodChooser extends ComboBox<String> {

    private static final List<String> LISTED = Stream.concat(Methods.USUAL.stream(), Stream.of("TRACE", "PROPFIND", "QUERY")).toList();

    private final Consumer<String> changed;
    private boolean showing;

    MethodChooser(Consumer<String> changed) {
        this.changed = changed;
        setId("method");
        getStyleClass().add("method-chooser");
        setEditable(true);
        setVisibleRowCount(12);
        getItems().setAll(LISTED);
        Tips.on(this, "Method: choose one, or type any other");
        setCellFactory(_ -> new Cell());
        getEditor().textProperty().subscribe((_, text) -> typed(text));
        getEditor().focusedProperty().subscribe(focused -> {
            if (focused) {
                getEditor().selectAll();
            } else {
                show(getEditor().getText().strip());
            }
        });
    }

    private void typed(String text) {
        colour(text);
        if (!showing) {
            changed.accept(text.strip());
        }
    }

    /// The letters as the user wrote them: methods are case-sensitive (RFC 9110 §9.1).
    void show(String method) {
        showing = true;
        setValue(method);
        if (!getEditor().getText().equals(method)) {
            getEditor().setText(method);
        }
        colour(method);
        showing = false;
    }

    private void colour(String method) {
        var style = Methods.style(method.strip().toUpperCase(Locale.ROOT));
        getEditor().getStyleClass().removeIf(s -> s.startsWith("method-"));
        getEditor().getStyleClass().add(style);
    }

    private static final class Cell extends ListCell<String> {
        @Override
        protected void updateItem(String method, boolean empty) {
            super.updateItem(method, empty);
            setText(empty ? null : method);
            getStyleClass().removeIf(s -> s.startsWith("method-"));
            if (!empty) {
                getStyleClass().add(Methods.style(method));
            }
        }
    }
}
