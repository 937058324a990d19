package dev.posthorn.ui.api;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One field of a form: what it is at the left, its input at the right, below that what is wrong with it.
///
/// It measures itself only when something in it changed: else each key typed in a long form would measure all of its fields.
final class FieldLine extends GridPane {

    private final VBox cell;
    private final int place;
    private Label fault;
    private double width = Double.NaN;
    private double height;

    /// @param about what it means, as a node; null for nothing
    FieldLine(Node head, Node input, Node about) {
        cell = new VBox(2, input);
        place = cell.getChildren().size();
        if (about != null) {
            cell.getChildren().add(about);
        }
        setHgap(12);
        setMinHeight(USE_PREF_SIZE);
        var labels = new ColumnConstraints(90, 160, 220);
        labels.setPercentWidth(36);
        var fields = new ColumnConstraints(90, 200, Double.MAX_VALUE, Priority.ALWAYS, HPos.LEFT, true);
        getColumnConstraints().addAll(labels, fields);
        addRow(0, head, cell);
    }

    /// Says what is wrong; empty for nothing.
    void fault(String text) {
        if (fault == null && !text.isEmpty()) {
            fault = new Label();
            fault.getStyleClass().addAll("api-bad", "small");
            fault.setWrapText(true);
            cell.getChildren().add(place, fault);
        }
        if (fault != null && !fault.getText().equals(text)) {
            fault.setText(text);
            fault.setManaged(!text.isEmpty());
            fault.setVisible(!text.isEmpty());
        }
    }

    @Override
    protected double computePrefHeight(double forWidth) {
        if (forWidth != width) {
            height = super.computePrefHeight(forWidth);
            width = forWidth;
        }
        return height;
    }

    @Override
    public void requestLayout() {
        width = Double.NaN;
        super.requestLayout();
    }
}
