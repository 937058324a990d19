package dev.posthorn.ui.shell;

import dev.posthorn.formats.Report;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What became of every part of an import or export: counts, and a list that can be filtered, copied and saved.
final class ReportDocument extends Document {
    private final String heading;
    private final Report report;
    private final Consumer<String> copy;
    private final BiConsumer<String, String> save;
    private final FilteredList<Report.Row> shown;
    private final Map<Report.Fate, ToggleButton> toggles = new EnumMap<>(Report.Fate.class);
    private final TextField filter = new TextField();
    private VBox view;

    /// `save` gets a suggested file name and the text.
    ReportDocument(String title, String heading, Report report, Consumer<String> copy, BiConsumer<String, String> save) {
        this.heading = heading;
        this.report = report;
        this.copy = copy;
        this.save = save;
        this.shown = new FilteredList<>(FXCollections.observableArrayList(report.rows()));
        title().set(title);
    }

    /// The same report once more, for a tab that is opened again.
    ReportDocument(ReportDocument closed) {
        this(closed.title().get(), closed.heading, closed.report, closed.copy, closed.save);
    }

    Report report() {
        return report;
    }

    @Override
    Node node() {
        if (view == null) {
            var table = table();
            VBox.setVgrow(table, Priority.ALWAYS);
            view = new VBox(head(), bar(), table);
            // What needs no look is out of sight at first, where there is something that does.
            if (report.count(Report.Fate.ASIDE) + report.count(Report.Fate.TRANSLATED) > 0) {
                toggles.get(Report.Fate.KEPT).setSelected(false);
            }
            find();
        }
        return view;
    }

    private Node head() {
        var name = new Label(heading);
        name.getStyleClass().add("environment-name");
        name.setMinWidth(60);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(name, gap, button("report-copy", "Copy as text", () -> copy.accept(ReportText.text(heading, report))),
                button("report-json", "Copy as JSON", () -> copy.accept(ReportText.json(report))),
                button("report-save", "Save…", () -> save.accept("import-report.txt", ReportText.text(heading, report))));
        head.getStyleClass().add("environment-head");
        return head;
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node bar() {
        filter.setId("report-filter");
        filter.setPromptText("Filter by item, pointer, reason");
        filter.textProperty().subscribe(this::find);
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMaxWidth(420);
        var bar = new HBox(8);
        bar.getStyleClass().add("report-bar");
        for (var fate : Report.Fate.values()) {
            var toggle = new ToggleButton(report.count(fate) + " " + ReportText.fate(fate));
            toggle.setId("report-" + fate.name().toLowerCase(Locale.ROOT));
            toggle.getStyleClass().addAll("report-toggle", fate.name().toLowerCase(Locale.ROOT));
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.setSelected(true);
            toggle.setOnAction(_ -> find());
            toggles.put(fate, toggle);
            bar.getChildren().add(toggle);
        }
        bar.getChildren().add(filter);
        return bar;
    }

    private void find() {
        var words = filter.getText() == null ? "" : filter.getText().toLowerCase(Locale.ROOT).strip();
        shown.setPredicate(row -> (toggles.isEmpty() || toggles.get(row.fate()).isSelected())
                && (words.isEmpty() || (row.item() + ' ' + row.pointer() + ' ' + row.from() + ' ' + row.to() + ' ' + row.reason()).toLowerCase(Locale.ROOT).contains(words)));
    }

    private TableView<Report.Row> table() {
        var table = new TableView<>(shown);
        table.setId("report-table");
        table.getStyleClass().addAll("quiet-table", "report-table");
        table.setFixedCellSize(26);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Item", 200, row -> row.item().isEmpty() ? "(the file)" : row.item()));
        var fate = column("Fate", 86, row -> ReportText.fate(row.fate()));
        fate.setMinWidth(86);
        table.getColumns().add(fate);
        table.getColumns().add(column("What", 240, ReportText::what));
        table.getColumns().add(column("Reason", 240, Report.Row::reason));
        table.getColumns().add(column("Where in the source", 180, Report.Row::pointer));
        table.setPlaceholder(Sheet.words(report.rows().isEmpty() ? "There is nothing to tell: all was taken over as it was." : "No row fits the filter."));
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(Report.Row row, boolean empty) {
                super.updateItem(row, empty);
                setTooltip(empty || row == null ? null : new Tooltip(row.item() + "\n" + ReportText.what(row) + (row.reason().isEmpty() ? "" : "\n" + row.reason())
                        + (row.pointer().isEmpty() ? "" : "\n" + row.pointer())));
            }
        });
        return table;
    }

    private static TableColumn<Report.Row, String> column(String title, double width, Function<Report.Row, String> text) {
        var column = new TableColumn<Report.Row, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new SimpleStringProperty(text.apply(cell.getValue())));
        return column;
    }

    @Override
    void dispose() {
        // Nothing is held outside of memory.
    }
}
