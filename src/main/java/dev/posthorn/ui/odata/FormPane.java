package dev.posthorn.ui.odata;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// A form over the grid: a new entity, a change of one, the parameters of a call.
final class FormPane extends BorderPane {
    private final Label trouble = new Label();
    private final ValueForm form;
    private final Consumer<Map<String, Object>> done;

    /// @param done what was typed, or what was changed; it says what is wrong with it by `trouble`
    FormPane(String title, String action, ValueForm form, Consumer<Map<String, Object>> done, Runnable back) {
        this.form = form;
        this.done = done;
        setId("odata-form");
        getStyleClass().add("odata-sheet");
        var words = new Label(title);
        words.getStyleClass().add("panel-title");
        trouble.setId("odata-form-trouble");
        trouble.getStyleClass().add("odata-fault");
        trouble.setWrapText(true);
        trouble.setMinHeight(USE_PREF_SIZE);
        trouble("");
        var go = new Button(action);
        go.setId("odata-form-done");
        go.getStyleClass().add("accent");
        go.setOnAction(_ -> done());
        dev.posthorn.ui.kit.Tips.on(go, action + " (Ctrl+Enter)");
        var leave = new Button("Back");
        leave.setOnAction(_ -> back.run());
        dev.posthorn.ui.kit.Tips.on(leave, "Back (Esc)");
        setTop(new VBox(8, words, new FlowPane(8, 8, go, leave), trouble));
        setCenter(form);
        setMargin(form, new javafx.geometry.Insets(8, 0, 0, 0));
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                done();
                key.consume();
            }
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                back.run();
                key.consume();
            }
        });
    }

    /// As if its first button was pressed.
    void done() {
        try {
            trouble("");
            done.accept(form.changed());
        } catch (IllegalArgumentException e) {
            trouble(e.getMessage());
        }
    }

    void trouble(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(!sentence.isEmpty());
        trouble.setManaged(!sentence.isEmpty());
    }

    void focusFirst() {
        // Fields can have the focus once they are drawn.
        applyCss();
        layout();
        form.focusFirst();
    }
}
