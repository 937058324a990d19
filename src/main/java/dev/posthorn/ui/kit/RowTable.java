package dev.posthorn.ui.kit;

import dev.posthorn.model.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/// A table of keys and values that is edited in place: a click or Enter opens a cell, Tab and the arrows go on from there, Esc goes back to
/// the rows. In the rows: Space switches one on or off, Delete takes it away, Alt+Up and Alt+Down move it, Ctrl+Z takes the last of these back.
///
/// One text field is lent to the cell that is being edited, so that a table of thousands of rows costs what its visible rows cost.
///
/// @param <T> what a row holds beside its `Entry`
public final class RowTable<T> extends BorderPane {

    static final double ROW_HEIGHT = 26;
    private static final int UNDO_DEPTH = 50;

    /// How a row's own type and the `Entry` in it go together.
    public record Shape<T>(Function<T, Entry> entry, java.util.function.BiFunction<T, Entry, T> with, java.util.function.Supplier<T> blank) {}

    /// A row that the program adds by itself, shown muted above the others. `value` may say "calculated when sent"; a `fixed` one has no
    /// switch, and is struck out where it is off, since something else stands in its place.
    public record Automatic(String name, String value, boolean on, String note, boolean fixed) {
        public Automatic(String name, String value, boolean on, String note) {
            this(name, value, on, note, false);
        }
    }

    final Shape<T> shape;
    final TableOptions<T> options;
    final ListView<TableRow<T>> list = new ListView<>();
    private final CellEditor<T> editor;
    private final Deque<List<T>> undo = new ArrayDeque<>();
    private List<Automatic> automatic = List.of();
    private Consumer<List<T>> changed = _ -> {};
    private Consumer<Automatic> switched = _ -> {};

    public RowTable(Shape<T> shape, TableOptions<T> options) {
        this.shape = shape;
        this.options = options;
        editor = new CellEditor<>(this);
        getStyleClass().add("entry-table");
        list.getStyleClass().add("rows");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new RowCell<>(this, editor));
        list.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::rowKey);
        list.focusedProperty().subscribe(focused -> {
            if (focused && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        setTop(header());
        setCenter(list);
        ensureBlankRow();
    }

    private Columns header() {
        var titles = List.of(title(options.keyTitle()), title(options.valueTitle()), title(options.third().title()));
        var columns = new Columns(new Region(), titles, new Region(), options.shares());
        columns.getStyleClass().add("table-header");
        columns.setPrefHeight(ROW_HEIGHT);
        columns.setMinHeight(ROW_HEIGHT);
        return columns;
    }

    private static Label title(String text) {
        return new Label(text);
    }

    /// The rows that hold something, in order.
    public List<T> rows() {
        return list.getItems().stream().filter(r -> !r.automatic() && !blank(r.value)).map(r -> r.value).toList();
    }

    /// Shows these rows. What is shown already stays as it is: caret, scroll and blank rows do not move.
    public void show(List<T> rows) {
        if (rows.equals(rows())) {
            return;
        }
        var own = new ArrayList<>(list.getItems().stream().filter(r -> !r.automatic() && !blank(r.value)).toList());
        var next = new ArrayList<TableRow<T>>(list.getItems().stream().filter(TableRow::automatic).toList());
        for (var i = 0; i < rows.size(); i++) {
            var row = i < own.size() ? own.get(i) : new TableRow<>(rows.get(i), null);
            row.value = rows.get(i);
            next.add(row);
        }
        list.getItems().setAll(next);
        ensureBlankRow();
        redraw();
        editor.reread();
    }

    /// Called with all rows after each edit by the user.
    public void onChange(Consumer<List<T>> listener) {
        changed = listener;
    }

    /// Shows the rows that the program adds by itself; the same list again changes nothing.
    public void showAutomatic(List<Automatic> rows) {
        if (!rows.equals(automatic)) {
            var kept = list.getItems().stream().filter(r -> !r.automatic()).toList();
            automatic = List.copyOf(rows);
            var next = new ArrayList<TableRow<T>>();
            automatic.forEach(a -> next.add(new TableRow<>(null, a)));
            next.addAll(kept);
            list.getItems().setAll(next);
            editor.reread();
        }
    }

    /// Called with an automatic row as it is after the user switched it on or off.
    public void onSwitch(Consumer<Automatic> listener) {
        switched = listener;
    }

    /// Looks at the variables again, after a change of environment.
    public void recolour() {
        redraw();
    }

    /// Opens the first empty key, or the last row's value where keys are fixed.
    public void focusFirst() {
        list.requestFocus();
    }

    /// The cells on screen.
    Stream<RowCell<T>> cells() {
        return list.lookupAll(".row-cell").stream().filter(n -> n instanceof RowCell<?> cell && cell.table() == this && cell.isVisible()).map(this::cell);
    }

    @SuppressWarnings("unchecked")
    private RowCell<T> cell(Node node) {
        return (RowCell<T>) node;
    }

    /// Draws the visible rows as they are now. Not `ListView.refresh`, which throws all cells away, and the one being edited with them.
    void redraw() {
        cells().forEach(RowCell::refresh);
    }

    boolean blank(T value) {
        return shape.entry().apply(value).blank();
    }

    Entry entry(TableRow<T> row) {
        return shape.entry().apply(row.value);
    }

    void switchAutomatic(TableRow<T> row, boolean on) {
        var a = row.automatic;
        if (!a.fixed()) {
            switched.accept(new Automatic(a.name(), a.value(), on, a.note()));
        }
    }

    /// One keystroke in a cell.
    void typed(TableRow<T> row, T value) {
        if (!value.equals(row.value)) {
            row.value = value;
            ensureBlankRow();
            tell();
        }
    }

    void replace(TableRow<T> row, T value) {
        remember();
        typed(row, value);
        redraw();
    }

    void remove(TableRow<T> row) {
        if (row.automatic() || options.fixedKeys() || isLastBlank(row)) {
            return;
        }
        remember();
        var at = list.getItems().indexOf(row);
        editor.stop();
        list.getItems().remove(row);
        ensureBlankRow();
        list.getSelectionModel().select(Math.min(at, list.getItems().size() - 1));
        list.requestFocus();
        tell();
    }

    /// Moves a row to another place among the user's own rows; returns whether it moved.
    boolean move(TableRow<T> row, int to) {
        var items = list.getItems();
        var from = items.indexOf(row);
        var first = automatic.size();
        if (options.fixedKeys() || row.automatic() || isLastBlank(row) || to < first || to >= items.size() - 1 || to == from) {
            return false;
        }
        remember();
        var editing = editor.editing(row);
        var column = editor.column();
        editor.stop();
        items.remove(from);
        items.add(to, row);
        list.getSelectionModel().select(to);
        if (editing) {
            editor.open(row, column);
        }
        tell();
        return true;
    }

    /// Puts pasted rows in the place of `row` where that is blank, else after it.
    void insert(TableRow<T> row, List<Entry> entries) {
        remember();
        editor.stop();
        var at = list.getItems().indexOf(row) + (blank(row.value) ? 0 : 1);
        var rows = entries.stream().map(e -> new TableRow<T>(shape.with().apply(shape.blank().get(), e), null)).toList();
        list.getItems().addAll(at, rows);
        ensureBlankRow();
        tell();
        editor.open(rows.getLast(), TableRow.Column.VALUE);
    }

    private void remember() {
        undo.push(rows());
        while (undo.size() > UNDO_DEPTH) {
            undo.removeLast();
        }
    }

    void undo() {
        if (!undo.isEmpty()) {
            show(undo.pop());
            tell();
        }
    }

    private void tell() {
        changed.accept(rows());
    }

    private boolean isLastBlank(TableRow<T> row) {
        return row == list.getItems().getLast() && blank(row.value);
    }

    private void ensureBlankRow() {
        var items = list.getItems();
        if (!options.fixedKeys() && (items.isEmpty() || items.getLast().automatic() || !blank(items.getLast().value))) {
            items.add(new TableRow<>(shape.blank().get(), null));
        }
    }

    /// Leaves the table with the Tab key.
    void leave(boolean forward) {
        editor.stop();
        list.requestFocus();
        list.requestFocusTraversal(forward ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
    }

    private void rowKey(KeyEvent key) {
        var row = list.getSelectionModel().getSelectedItem();
        if (!list.isFocused() || row == null) {
            return;
        }
        if (key.isAltDown() && (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN)) {
            move(row, list.getItems().indexOf(row) + (key.getCode() == KeyCode.UP ? -1 : 1));
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.Z) {
            undo();
        } else if (key.isShortcutDown() || key.isAltDown()) {
            return;
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.F2) {
            editor.open(row, options.fixedKeys() ? TableRow.Column.VALUE : TableRow.Column.KEY);
        } else if (key.getCode() == KeyCode.DELETE || key.getCode() == KeyCode.BACK_SPACE) {
            remove(row);
        } else if (key.getCode() == KeyCode.SPACE) {
            toggle(row);
        } else {
            return;
        }
        key.consume();
    }

    private void toggle(TableRow<T> row) {
        if (row.automatic()) {
            switchAutomatic(row, !row.automatic.on());
        } else if (!blank(row.value)) {
            var entry = entry(row);
            replace(row, shape.with().apply(row.value, entry.withEnabled(!entry.enabled())));
        }
    }
}
