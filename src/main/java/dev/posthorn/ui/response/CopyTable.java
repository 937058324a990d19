package dev.posthorn.ui.response;

import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A table to read and to copy from: Ctrl+C takes the chosen rows, the menu a single value or everything.
final class CopyTable<T> extends TableView<T> {

    private final Function<T, String> line;

    CopyTable(ObservableList<T> rows, Function<T, String> line) {
        super(rows);
        this.line = line;
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        getStyleClass().add("copy-table");
        setFixedCellSize(28);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copyRows();
                event.consume();
            }
        });
        setContextMenu(menu());
    }

    void column(String title, double width, Function<T, String> value) {
        var column = new TableColumn<T, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        column.setCellFactory(_ -> new TextCell<>());
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 64 + width / 5));
        column.setSortable(true);
        column.setReorderable(false);
        getColumns().add(column);
    }

    /// Columns share the width; where they would be too narrow to be read, the table scrolls sideways instead.
    private void fit(double width) {
        var least = getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        var policy = width > 0 && width < least ? UNCONSTRAINED_RESIZE_POLICY : CONSTRAINED_RESIZE_POLICY_LAST_COLUMN;
        if (getColumnResizePolicy() != policy) {
            setColumnResizePolicy(policy);
        }
    }

    void placeholder(String sentence) {
        var label = new Label(sentence);
        label.getStyleClass().add("muted");
        setPlaceholder(label);
    }

    private ContextMenu menu() {
        var value = new MenuItem("Copy value");
        value.setOnAction(_ -> copyCell());
        var rows = new MenuItem("Copy rows");
        rows.setOnAction(_ -> copyRows());
        var all = new MenuItem("Copy all");
        all.setOnAction(_ -> put(getItems().stream().map(line).collect(Collectors.joining("\n"))));
        return new ContextMenu(value, rows, all);
    }

    private void copyCell() {
        var item = getSelectionModel().getSelectedItem();
        if (item != null) {
            var focused = getFocusModel().getFocusedCell();
            var column = focused.getTableColumn() == null ? getColumns().get(Math.min(1, getColumns().size() - 1)) : getColumns().get(focused.getColumn());
            put(String.valueOf(column.getCellData(item)));
        }
    }

    private void copyRows() {
        put(getSelectionModel().getSelectedItems().stream().map(line).collect(Collectors.joining("\n")));
    }

    private static void put(String text) {
        if (!text.isEmpty()) {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    /// Shows its whole text as a tooltip where the column is too narrow.
    private static final class TextCell<T> extends TableCell<T, String> {

        private final Tooltip tip = new Tooltip();

        TextCell() {
            tip.setWrapText(true);
            tip.setMaxWidth(600);
            textTruncatedProperty().subscribe(cut -> setTooltip(cut ? tip : null));
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            tip.setText(text);
            setTooltip(isTextTruncated() ? tip : null);
        }
    }
}
