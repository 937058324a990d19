package dev.posthorn.ui.shell;

import dev.posthorn.exports.Exporter;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Asks in which form something is to be exported.
final class ExportPanel extends Sheet {
    private static final double ROW = 32;

    private final ListView<Exporter> list = new ListView<>();

    ExportPanel(String name, List<Exporter> forms, Consumer<Exporter> chosen, Runnable close) {
        super("export-panel", "Export “" + name + "”", 440, close);
        list.setId("export-forms");
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(Math.clamp(forms.size(), 2, 12) * ROW + 8);
        list.getItems().setAll(forms);
        list.getSelectionModel().select(0);
        list.setCellFactory(_ -> new Row());
        Runnable go = () -> {
            var form = list.getSelectionModel().getSelectedItem();
            if (form != null) {
                close.run();
                chosen.accept(form);
            }
        };
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                go.run();
                key.consume();
            }
        });
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                go.run();
            }
        });
        body(list);
        button("export-cancel", "Cancel", close);
        accent("export-go", "Export…", go);
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    /// A form: its name, and what it makes.
    private static final class Row extends ListCell<Exporter> {
        private final Label name = new Label();
        private final Label makes = new Label();
        private final HBox row = new HBox(8, name, new Region(), makes);

        Row() {
            row.getStyleClass().add("palette-row");
            HBox.setHgrow(row.getChildren().get(1), Priority.ALWAYS);
            makes.getStyleClass().addAll("muted", "small");
        }

        @Override
        protected void updateItem(Exporter form, boolean empty) {
            super.updateItem(form, empty);
            setText(null);
            if (empty || form == null) {
                setGraphic(null);
                return;
            }
            name.setText(form.name());
            makes.setText(form.ending().isEmpty() ? "a folder" : "a file " + form.ending());
            setGraphic(row);
        }
    }
}
