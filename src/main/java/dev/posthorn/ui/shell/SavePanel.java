package dev.posthorn.ui.shell;

import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.store.Opened;
import dev.posthorn.ui.kit.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Asks under which name and in which folder a new request is to be saved.
final class SavePanel extends VBox {
    private static final double ROW = 28;

    /// What the user decided.
    interface Decided {
        void save(Opened.Good collection, String folder, String name);
    }

    /// A collection (no folder) or a folder of it; `depth` 0 is the collection.
    private record Target(Opened.Good collection, String folder, String name, int depth) {}

    private final TextField name = new TextField();
    private final ListView<Target> list = new ListView<>();
    private final Decided decided;

    SavePanel(Desk desk, String suggested, Decided decided, Runnable cancel) {
        this.decided = decided;
        setId("save-panel");
        getStyleClass().add("key-sheet");
        setMaxSize(440, USE_PREF_SIZE);
        var title = new Label("Save the request");
        title.getStyleClass().add("sheet-title");
        name.setId("save-name");
        name.setText(suggested);
        name.setPromptText("Name");
        name.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER) {
                save();
                key.consume();
            }
        });
        list.setId("save-target");
        list.getStyleClass().add("palette-list");
        list.setFixedCellSize(ROW);
        list.getItems().setAll(targets(desk));
        list.setPrefHeight(Math.clamp(list.getItems().size(), 3, 10) * ROW + 8);
        list.setCellFactory(_ -> new Row());
        list.getSelectionModel().select(0);
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                save();
                key.consume();
            }
        });
        var save = new Button("Save");
        save.setId("save-here");
        save.getStyleClass().add("accent");
        save.disableProperty().bind(name.textProperty().map(String::isBlank).orElse(true).map(b -> b || list.getItems().isEmpty()));
        save.setOnAction(_ -> save());
        var back = new Button("Cancel");
        back.setOnAction(_ -> cancel.run());
        var buttons = new HBox(8, back, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var where = new Label("Into");
        where.getStyleClass().add("muted");
        getChildren().addAll(title, name, where, list, buttons);
    }

    private static List<Target> targets(Desk desk) {
        var targets = new ArrayList<Target>();
        for (var opened : desk.collections()) {
            if (opened instanceof Opened.Good good) {
                targets.add(new Target(good, "", good.collection().name(), 0));
                folders(good, good.collection().items(), 1, targets);
            }
        }
        return targets;
    }

    private static void folders(Opened.Good good, List<Item> items, int depth, List<Target> into) {
        for (var item : items) {
            if (item instanceof Folder folder) {
                into.add(new Target(good, folder.id(), folder.name(), depth));
                folders(good, folder.items(), depth + 1, into);
            }
        }
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }

    private void save() {
        var target = list.getSelectionModel().getSelectedItem();
        if (target != null && !name.getText().isBlank()) {
            decided.save(target.collection(), target.folder(), name.getText().strip());
        }
    }

    /// A collection or folder, indented.
    private static final class Row extends ListCell<Target> {
        private final Region indent = new Region();
        private final Label text = new Label();
        private final HBox row = new HBox(8, indent, Icons.of(Octicons.FILE_DIRECTORY_16), text);

        Row() {
            row.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(text, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(Target item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            indent.setMinWidth(item.depth() * 14);
            text.setText(item.name());
            setGraphic(row);
        }
    }
}
