package dev.posthorn.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One cell of a key-value table: shows its text, or holds the table's text field while it is edited.
final class Slot extends HBox {

    private final RowCell<?> cell;
    private final VariableLabel label;
    private Node face;
    private Node extra;

    Slot(RowCell<?> cell, Variables variables) {
        this.cell = cell;
        label = new VariableLabel(variables);
        setHgrow(label, Priority.ALWAYS);
        getStyleClass().add("slot");
        getChildren().add(label);
    }

    RowCell<?> cell() {
        return cell;
    }

    void show(String text, String prompt) {
        var empty = text.isEmpty();
        label.show(empty ? prompt : text);
        label.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("empty"), empty);
    }

    /// A control in place of the text and one beside it; null for none.
    void decorate(Node inPlace, Node beside) {
        if (face != inPlace || extra != beside) {
            face = inPlace;
            extra = beside;
            if (getChildren().stream().noneMatch(TextField.class::isInstance)) {
                fill(face == null ? label : face);
            }
        }
    }

    private void fill(Node main) {
        getChildren().setAll(main);
        setHgrow(main, Priority.ALWAYS);
        if (extra != null) {
            getChildren().add(extra);
        }
    }

    boolean decorated() {
        return face != null;
    }

    void edit(TextField field) {
        fill(field);
    }

    void rest(TextField field) {
        if (getChildren().contains(field)) {
            fill(face == null ? label : face);
        }
    }
}
