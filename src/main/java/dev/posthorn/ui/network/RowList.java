package dev.posthorn.ui.network;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Rows that can be added and taken away, with words where there is none.
final class RowList<R extends Node> extends VBox {

    private final List<R> rows = new ArrayList<>();
    private final VBox box = new VBox(8);
    private final Label empty;
    private final Button add;

    RowList(String id, String whenEmpty, String addText, Runnable add) {
        super(8);
        setId(id);
        empty = new Label(whenEmpty);
        empty.getStyleClass().add("muted");
        empty.setWrapText(true);
        this.add = new Button(addText);
        this.add.setId(id + "-add");
        this.add.setOnAction(_ -> add.run());
        getChildren().addAll(box, this.add);
        draw();
    }

    List<R> rows() {
        return List.copyOf(rows);
    }

    void add(R row) {
        rows.add(row);
        draw();
    }

    /// The keyboard goes to the button, since its place is gone.
    void remove(R row) {
        rows.remove(row);
        draw();
        add.requestFocus();
    }

    void focusAdd() {
        add.requestFocus();
    }

    private void draw() {
        box.getChildren().setAll(rows);
        if (rows.isEmpty()) {
            box.getChildren().add(empty);
        }
    }
}
