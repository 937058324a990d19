package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Column;
import dev.posthorn.odata.result.Row;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/// The rows of an answer as a grid: only what is in view is drawn; a click on a heading sorts what has come so far, on another thread.
final class Grid extends TableView<Row> {
    private static final double ROW = 26;
    private static final int LOOKED_AT = 40;
    private static final double LETTER = 7;
    /// Figures and capitals are wider than the rest.
    private static final double FIGURE = 8.4;
    private static final double NARROWEST = 72;
    private static final double WIDEST = 280;
    private static final Set<String> MOMENTS = Set.of("Edm.DateTime", "Edm.DateTimeOffset");

    /// What can be done with a row.
    interface Events {
        /// Opens what a cell leads to, or the row where it leads nowhere.
        void open(Row row, int column);

        void edit(Row row);

        void delete(Row row);

        void create();

        void copy(Row row, int column);

        /// The end was scrolled to.
        void end();
    }

    private final Events events;
    private final Map<String, String> refused;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Background.Latest<List<Row>> sorting;
    private List<Column> columns = List.of();
    private List<Row> asCame = List.of();
    private Edm edm;

    /// @param refused address of a row → why the service refused a change of it
    Grid(Background background, Map<String, String> refused, Events events) {
        this.events = events;
        this.refused = refused;
        sorting = background.latest(rows::setAll, _ -> { });
        setId("odata-grid");
        getStyleClass().addAll("quiet-table", "odata-grid");
        setFixedCellSize(ROW);
        setItems(rows);
        getSelectionModel().setCellSelectionEnabled(true);
        setRowFactory(_ -> new Line());
        setPlaceholder(new Label("No rows."));
        setSortPolicy(_ -> {
            sort(asCame);
            return true;
        });
        setOnKeyPressed(key -> {
            var cell = getFocusModel().getFocusedCell();
            var row = selected();
            if (key.getCode() == KeyCode.INSERT) {
                events.create();
                key.consume();
            } else if (row != null) {
                var column = cell == null ? -1 : index(cell.getTableColumn());
                switch (key.getCode()) {
                    case ENTER -> events.open(row, column);
                    case F2 -> events.edit(row);
                    case DELETE -> events.delete(row);
                    case C -> {
                        if (!key.isShortcutDown()) {
                            return;
                        }
                        events.copy(row, column);
                    }
                    default -> {
                        return;
                    }
                }
                key.consume();
            }
        });
        skinProperty().subscribe(skin -> {
            if (skin != null) {
                Fx.later(this::watchEnd);
            }
        });
    }

    private void watchEnd() {
        for (var node : lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == javafx.geometry.Orientation.VERTICAL) {
                bar.valueProperty().subscribe((_, now) -> {
                    if (now.doubleValue() >= bar.getMax() - 0.0001 && bar.isVisible() && now.doubleValue() > 0) {
                        Fx.later(events::end);
                    }
                });
            }
        }
    }

    /// The row that the keyboard is on; null where there is none.
    Row selected() {
        var cells = getSelectionModel().getSelectedCells();
        return cells.isEmpty() || cells.getFirst().getRow() >= rows.size() || cells.getFirst().getRow() < 0 ? null : rows.get(cells.getFirst().getRow());
    }

    /// The place of the column that the keyboard is on; -1 where there is none.
    int selectedColumn() {
        var cells = getSelectionModel().getSelectedCells();
        return cells.isEmpty() ? -1 : index(cells.getFirst().getTableColumn());
    }

    private int index(Object column) {
        return column instanceof TableColumn<?, ?> c && c.getUserData() instanceof Integer index ? index : -1;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    void show(List<Column> now, List<Row> all, Edm service) {
        edm = service;
        asCame = all;
        if (!now.equals(columns)) {
            columns = List.copyOf(now);
            var made = new ArrayList<TableColumn<Row, ?>>();
            for (var i = 0; i < columns.size(); i++) {
                made.add(column(i, all));
            }
            getColumns().setAll(made);
            scrollTo(0);
        }
        sort(all);
    }

    /// One row is another now.
    void replace(Row old, Row now) {
        var place = rows.indexOf(old);
        if (place >= 0) {
            rows.set(place, now);
        }
    }

    void select(Row row) {
        var place = rows.indexOf(row);
        if (place >= 0 && !getColumns().isEmpty()) {
            getSelectionModel().clearAndSelect(place, getColumns().getFirst());
        }
    }

    private TableColumn<Row, Cell> column(int place, List<Row> all) {
        var column = columns.get(place);
        var made = new TableColumn<Row, Cell>();
        made.setUserData(place);
        var head = new Label(column.name());
        head.getStyleClass().add(column.key() ? "odata-key" : column.known() ? "odata-known" : "odata-unknown");
        Tips.on(head, (column.label().equals(column.name()) ? "" : column.label() + "\n") + (column.type() == null ? "The metadata does not know it" : column.type().toString()));
        made.setGraphic(head);
        made.setPrefWidth(width(column, place, all));
        made.setMinWidth(40);
        made.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(place < c.getValue().cells().size() ? c.getValue().cells().get(place) : new Cell.Absent()));
        var numeric = RowText.numeric(column, edm);
        if (numeric) {
            made.getStyleClass().add("figure");
        }
        made.setCellFactory(_ -> new Shape(place, numeric));
        return made;
    }

    /// As wide as its name and what stands in its first rows, within bounds.
    private static double width(Column column, int place, List<Row> all) {
        var widest = (column.name().length() + 2) * LETTER;
        for (var row : all.subList(0, Math.min(LOOKED_AT, all.size()))) {
            widest = place < row.cells().size() ? Math.max(widest, width(words(row.cells().get(place)))) : widest;
        }
        return Math.clamp(widest + 20, NARROWEST, WIDEST);
    }

    private static double width(String text) {
        var wide = text.chars().filter(c -> Character.isDigit(c) || Character.isUpperCase(c)).count();
        return wide * FIGURE + (text.length() - wide) * LETTER;
    }

    private void sort(List<Row> all) {
        var order = getSortOrder().stream().filter(c -> index(c) >= 0).findFirst().orElse(null);
        if (order == null) {
            sorting.forget();
            var kept = getSelectionModel().getSelectedCells().isEmpty() ? null : selected();
            rows.setAll(all);
            if (kept != null) {
                select(kept);
            }
            return;
        }
        var place = index(order);
        var numeric = RowText.numeric(columns.get(place), edm);
        var down = order.getSortType() == TableColumn.SortType.DESCENDING;
        sorting.submit(() -> RowOrder.sorted(all, place, numeric, down));
    }

    private final class Line extends TableRow<Row> {
        Line() {
            Tips.on(this, () -> getItem() == null ? "" : refused.getOrDefault(getItem().url(), ""));
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("refused", "removed");
            if (!empty && row != null && !row.url().isEmpty() && refused.containsKey(row.url())) {
                getStyleClass().add("refused");
            } else if (!empty && row != null && !row.removed().isEmpty()) {
                getStyleClass().add("removed");
            }
        }
    }

    private final class Shape extends TableCell<Row, Cell> {
        private final int place;

        Shape(int place, boolean numeric) {
            this.place = place;
            if (numeric) {
                getStyleClass().add("figure");
            }
            setOnMouseClicked(click -> {
                if (getItem() == null || getTableRow() == null || getTableRow().getItem() == null) {
                    return;
                }
                if (click.getClickCount() == 1 && leads(getItem())) {
                    events.open(getTableRow().getItem(), place);
                } else if (click.getClickCount() == 2 && !leads(getItem())) {
                    events.edit(getTableRow().getItem());
                }
            });
        }

        @Override
        protected void updateItem(Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            getStyleClass().removeAll("odata-null", "odata-link");
            if (empty || cell == null) {
                setText(null);
                return;
            }
            if (cell instanceof Cell.Nothing) {
                getStyleClass().add("odata-null");
            } else if (leads(cell)) {
                getStyleClass().add("odata-link");
            }
            setText(words(cell));
        }
    }

    static boolean leads(Cell cell) {
        return switch (cell) {
            case Cell.Related related -> related.inline() != null || !related.url().isEmpty();
            case Cell.Nested _ -> true;
            case Cell.Media media -> !media.url().isEmpty();
            case Cell.Value _, Cell.Nothing _, Cell.Absent _ -> false;
        };
    }

    private static String words(Cell cell) {
        return switch (cell) {
            case Cell.Nothing _ -> "null";
            case Cell.Absent _ -> "";
            case Cell.Value value -> value.type() != null && MOMENTS.contains(value.type().name()) ? RowText.moment(value.text()) : one(value.text());
            case Cell.Nested nested -> one(nested.text()) + " ›";
            case Cell.Related related -> (related.inline() == null ? related.many() ? "list" : related.url().isEmpty() ? "" : "open" : one(related.text())) + (leads(cell) ? " ›" : "");
            case Cell.Media media -> media.text() + " ›";
        };
    }

    private static String one(String text) {
        var shown = text.length() > 300 ? text.substring(0, 300) + "…" : text;
        return shown.indexOf('\n') < 0 ? shown : shown.replaceAll("\\s*\\R\\s*", " ⏎ ");
    }
}
