package dev.posthorn.ui.api;

import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.VariableLabel;
import dev.posthorn.ui.kit.Variables;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// A field with variables that is only drawn until the mouse or the keyboard comes to it: an editor takes 5 ms to make, and a form may have a hundred fields.
final class ValueField extends StackPane {

    private final Variables variables;
    private final Consumer<String> typed;
    private final String text;
    private VariableField editor;

    ValueField(Variables variables, String text, Consumer<String> typed) {
        this.variables = variables;
        this.text = text;
        this.typed = typed;
        var face = new VariableLabel(variables);
        face.show(text);
        getStyleClass().add("value-field");
        setAccessibleRole(AccessibleRole.TEXT_FIELD);
        setFocusTraversable(true);
        setMinWidth(40);
        getChildren().add(face);
        addEventHandler(MouseEvent.MOUSE_ENTERED, _ -> edit());
        focusedProperty().subscribe(on -> {
            if (on) {
                requestFocus();
            }
        });
    }

    private void edit() {
        if (editor == null) {
            editor = new VariableField(variables);
            editor.show(text);
            editor.onEdit(typed);
            setFocusTraversable(false);
            getStyleClass().remove("value-field");
            getChildren().setAll(editor);
        }
    }

    @Override
    public void requestFocus() {
        edit();
        editor.requestFocus();
    }
}
