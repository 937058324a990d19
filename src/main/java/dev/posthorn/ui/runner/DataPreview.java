package dev.posthorn.ui.runner;

import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The data file of a run: chosen or dropped, its first rows as a table. Each row is an iteration.
final class DataPreview extends VBox {

    private static final int ROWS = 20;
    private static final int COLUMNS = 30;
    private static final double HEIGHT = 24;

    /// What it asks for.
    interface Events {
        void choose();

        /// Null takes the file away.
        void use(Path file);
    }

    private final Label name = new Label();
    private final Button choose = new Button("Choose…");
    private final Button remove;
    private final Label note = new Label();
    private final TableView<Map<String, Object>> table = new TableView<>();

    DataPreview(Events events) {
        getStyleClass().add("run-data");
        name.setMinWidth(20);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        choose.setId("run-data-choose");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(_ -> events.choose());
        remove = Icons.button(Octicons.X_16, "Without a data file", () -> events.use(null));
        remove.setId("run-data-remove");
        note.setId("run-data-note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        table.setId("run-data-table");
        table.getStyleClass().addAll("quiet-table", "run-table");
        table.setFixedCellSize(HEIGHT);
        table.setFocusTraversable(false);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(name, choose, remove);
        line.getStyleClass().add("run-data-line");
        getChildren().addAll(line, note, table);
        setOnDragOver(drag -> {
            if (drag.getDragboard().hasFiles()) {
                drag.acceptTransferModes(TransferMode.COPY);
                drag.consume();
            }
        });
        setOnDragDropped(drop -> {
            if (drop.getDragboard().hasFiles()) {
                events.use(drop.getDragboard().getFiles().getFirst().toPath());
                drop.setDropCompleted(true);
                drop.consume();
            }
        });
        none();
    }

    void none() {
        name.setText("None. CSV or JSON, chosen or dropped here");
        name.getStyleClass().setAll("label", "muted");
        show(remove, false);
        show(table, false);
        say("", false);
    }

    void reading(Path file) {
        named(file);
        show(table, false);
        say("Reading…", false);
    }

    void bad(Path file, String sentence) {
        named(file);
        show(table, false);
        say(sentence, true);
    }

    void rows(Path file, RunnerServices.DataRows data) {
        named(file);
        var columns = data.columns();
        table.getColumns().setAll(columns.stream().limit(COLUMNS).map(DataPreview::column).toList());
        table.getItems().setAll(data.rows().stream().limit(ROWS).toList());
        table.setPrefHeight(HEIGHT * (Math.min(4, data.rows().size()) + 1) + 16);
        table.setMinHeight(table.getPrefHeight());
        show(table, !columns.isEmpty());
        say(Amounts.count(data.rows().size(), "row") + ", " + Amounts.count(columns.size(), "column") + (data.rows().size() > ROWS ? "; the first " + ROWS + " rows" : ""), false);
    }

    private void named(Path file) {
        name.setText(file.getFileName().toString());
        name.getStyleClass().setAll("label");
        show(remove, true);
    }

    private void say(String text, boolean bad) {
        note.setText(text);
        note.getStyleClass().setAll("label", bad ? "run-bad" : "muted");
        show(note, !text.isEmpty());
    }

    private static void show(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static TableColumn<Map<String, Object>, String> column(String title) {
        var column = new TableColumn<Map<String, Object>, String>(title);
        column.setPrefWidth(96);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new SimpleStringProperty(text(cell.getValue().get(title))));
        return column;
    }

    private static String text(Object value) {
        var text = switch (value) {
            case null -> "";
            case List<?> list -> list.toString();
            default -> value.toString();
        };
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
