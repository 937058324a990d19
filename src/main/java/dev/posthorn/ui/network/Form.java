package dev.posthorn.ui.network;

import dev.posthorn.ui.kit.PlainInput;
import dev.posthorn.ui.kit.SecretField;
import dev.posthorn.ui.kit.TextInput;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Labels on the left, fields on the right, words under a field where there is something to say of it.
final class Form extends GridPane {

    private static final double LABELS = 128;
    private static final double WIDEST = 560;

    Form() {
        getStyleClass().add("network-form");
        var label = new ColumnConstraints(LABELS);
        var field = new ColumnConstraints(120, 360, WIDEST);
        field.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(label, field);
    }

    /// @param note null where nothing is ever said of it
    void row(String label, Node field, Note note) {
        var name = new Label(label);
        name.getStyleClass().add("muted");
        name.setMinHeight(30);
        name.setLabelFor(field);
        var box = note == null ? new VBox(field) : new VBox(2, field, note);
        GridPane.setValignment(name, javafx.geometry.VPos.TOP);
        if (field instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        addRow(getRowCount(), name, box);
    }

    static TextField text(String id, String value, String prompt) {
        var field = new TextField(value);
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    static TextInput secret(String id, String value, String prompt) {
        var field = new SecretField(new PlainInput());
        field.node().setId(id);
        field.show(value);
        field.prompt(prompt);
        return field;
    }
}
