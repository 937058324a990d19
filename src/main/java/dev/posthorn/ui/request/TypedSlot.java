package dev.posthorn.ui.request;

import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.VariableLabel;
import dev.posthorn.ui.kit.Variables;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;

/// A text with variables that looks like the cell of a table, and becomes a field when it is clicked or reached with Tab. Most are only looked at.
final class TypedSlot extends StackPane {

    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final Variables variables;
    private final VariableLabel label;
    private final Consumer<String> edited;
    private VariableField field;
    private String text = "";
    private String prompt = "";

    TypedSlot(Variables variables, String name, Consumer<String> edited) {
        this.variables = variables;
        this.edited = edited;
        label = new VariableLabel(variables);
        getStyleClass().addAll("slot", "typed-slot");
        getChildren().add(label);
        setAccessibleText(name);
        setFocusTraversable(true);
        setMinWidth(48);
        setPrefWidth(0);
        focusedProperty().subscribe(focused -> {
            if (focused) {
                edit();
            }
        });
        setOnMousePressed(_ -> edit());
    }

    /// `hint` stands there while the text is empty; an empty hint means that nothing belongs here.
    void show(String value, String hint) {
        var nothing = hint.isEmpty();
        setDisable(nothing);
        text = nothing ? "" : value;
        prompt = hint;
        if (field != null) {
            field.show(text);
            field.prompt(prompt);
        } else {
            draw();
        }
    }

    private void draw() {
        label.show(text.isEmpty() ? prompt : text);
        label.pseudoClassStateChanged(EMPTY, text.isEmpty());
    }

    void recolour() {
        if (field == null) {
            draw();
        } else {
            field.recolour();
        }
    }

    /// Puts the keyboard into it.
    void edit() {
        if (isDisabled()) {
            return;
        }
        if (field == null) {
            field = new VariableField(variables);
            field.getStyleClass().add("slot-field");
            field.show(text);
            field.prompt(prompt);
            field.onEdit(now -> {
                text = now;
                edited.accept(now);
            });
            getChildren().setAll(field);
            setFocusTraversable(false);
            applyCss();
        }
        field.requestFocus();
    }
}
