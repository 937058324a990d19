package dev.posthorn.ui.odata;

import dev.posthorn.odata.query.Expand;
import dev.posthorn.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Ticks for the columns that are wanted (`$select`) and for related entities that shall come along (`$expand`). Without a tick all columns come.
final class ColumnsPage extends HBox {

    private record Line(String name, String type, String says) {}

    private final Asking asking;
    private final Half columns = new Half("odata-columns", "Columns", "all, as none is ticked");
    private final Half related = new Half("odata-related", "Related", "none come along");

    ColumnsPage(Asking asking) {
        this.asking = asking;
        getStyleClass().add("odata-columns");
        HBox.setHgrow(columns, Priority.ALWAYS);
        HBox.setHgrow(related, Priority.ALWAYS);
        getChildren().addAll(columns, related);
    }

    void show() {
        var type = asking.type();
        var edm = asking.edm();
        columns.show(type == null ? List.of() : edm.properties(type).stream().map(p -> new Line(p.name(), p.type().toString().replace("Edm.", ""), p.words().all())).toList());
        related.show(type == null ? List.of() : edm.navigations(type).stream().map(n -> new Line(n.name(), (n.many() ? "many " : "") + Entry.shortName(n.target()), n.words().all())).toList());
    }

    private List<String> ticked(Half half) {
        return half == columns ? asking.options().select() : asking.options().expand().stream().map(Expand::path).toList();
    }

    private void tick(Half half, String name, boolean on) {
        asking.edit(this, query -> {
            var options = query.options();
            if (half == columns) {
                var names = new ArrayList<>(options.select());
                names.remove(name);
                if (on) {
                    names.add(name);
                }
                return query.withOptions(options.withSelect(names));
            }
            var expands = new ArrayList<>(options.expand());
            expands.removeIf(e -> e.path().equals(name));
            if (on) {
                expands.add(new Expand(name));
            }
            return query.withOptions(options.withExpand(expands));
        });
    }

    /// One of the two lists, with its filter.
    private final class Half extends VBox {
        private final Label count = new Label();
        private final String none;
        private final javafx.collections.ObservableList<Line> all = FXCollections.observableArrayList();
        private final FilteredList<Line> shown = new FilteredList<>(all);
        private final ListView<Line> list = new ListView<>(shown);

        Half(String id, String title, String none) {
            this.none = none;
            var words = new Label(title);
            words.setMinWidth(USE_PREF_SIZE);
            words.getStyleClass().add("panel-title");
            count.getStyleClass().addAll("muted", "small");
            var filter = new TextField();
            filter.setPromptText("Filter");
            filter.setPrefWidth(90);
            filter.setMinWidth(60);
            filter.textProperty().subscribe(t -> shown.setPredicate(l -> l.name().toLowerCase(Locale.ROOT).contains(t.strip().toLowerCase(Locale.ROOT))));
            var gap = new javafx.scene.layout.Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var head = new HBox(8, words, count, gap, filter);
            head.getStyleClass().add("odata-half-head");
            list.setId(id);
            list.getStyleClass().add("odata-list");
            list.setFixedCellSize(26);
            list.setCellFactory(_ -> new Cell());
            list.setOnKeyPressed(key -> {
                var line = list.getSelectionModel().getSelectedItem();
                if (key.getCode() == KeyCode.SPACE && line != null) {
                    tick(this, line.name(), !ticked(this).contains(line.name()));
                    key.consume();
                }
            });
            VBox.setVgrow(list, Priority.ALWAYS);
            setPrefWidth(300);
            getChildren().addAll(head, list);
        }

        void show(List<Line> lines) {
            if (!all.equals(lines)) {
                all.setAll(lines);
            }
            var ticked = ticked(this).size();
            count.setText(lines.isEmpty() ? "" : ticked == 0 ? none : ticked + " of " + lines.size());
            list.refresh();
        }

        private final class Cell extends ListCell<Line> {
            private final CheckBox box = new CheckBox();
            private final Label type = new Label();
            private final HBox row = new HBox(8, box, type);

            Cell() {
                setPrefWidth(0);
                box.setMinWidth(40);
                type.setMinWidth(0);
                box.setFocusTraversable(false);
                box.setMnemonicParsing(false);
                box.setOnAction(_ -> tick(Half.this, getItem().name(), box.isSelected()));
                type.getStyleClass().addAll("muted", "small");
                row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
                Tips.on(this, () -> getItem() == null ? "" : getItem().says());
            }

            @Override
            protected void updateItem(Line line, boolean empty) {
                super.updateItem(line, empty);
                if (empty || line == null) {
                    setGraphic(null);
                    return;
                }
                box.setText(line.name());
                box.setSelected(ticked(Half.this).contains(line.name()));
                type.setText(line.type());
                setGraphic(row);
            }
        }
    }
}
