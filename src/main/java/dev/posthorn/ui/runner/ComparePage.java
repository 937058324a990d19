package dev.posthorn.ui.runner;

import dev.posthorn.store.RunHead;
import dev.posthorn.store.RunRow;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Methods;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The run that is shown beside an earlier one, request by request, with what changed.
final class ComparePage extends StackPane {

    private static final double ROW = 26;

    private final Consumer<RunHead> chosen;
    private final Function<RunHead, String> words;
    private final ChoiceBox<Earlier> earlier = new ChoiceBox<>();
    private final CheckBox only = new CheckBox("Differences only");
    private final Label count = new Label();
    private final FilteredList<RunComparison.Line> shown = new FilteredList<>(FXCollections.observableArrayList());
    private final TableView<RunComparison.Line> table = new TableView<>(shown);
    private final VBox page;
    private final EmptyState empty = new EmptyState(Octicons.GIT_COMPARE_16, "When this was run twice, two runs can be compared here.");
    private boolean filling;

    private record Earlier(RunHead head, String shown) {
        @Override
        public String toString() {
            return shown;
        }
    }

    /// @param words  how a run is called
    /// @param chosen the earlier run to compare with
    ComparePage(Function<RunHead, String> words, Consumer<RunHead> chosen) {
        this.words = words;
        this.chosen = chosen;
        earlier.setId("compare-with");
        earlier.setMaxWidth(360);
        HBox.setHgrow(earlier, Priority.SOMETIMES);
        earlier.valueProperty().subscribe(now -> {
            if (!filling && now != null) {
                chosen.accept(now.head());
            }
        });
        only.setId("compare-differences");
        only.selectedProperty().subscribe(this::filter);
        only.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("muted");
        count.setMinWidth(0);
        var label = new Label("Compared with");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(label, earlier, only, count);
        bar.getStyleClass().add("run-bar");
        columns();
        VBox.setVgrow(table, Priority.ALWAYS);
        page = new VBox(bar, table);
        getChildren().setAll(empty);
    }

    private void columns() {
        table.setId("compare-table");
        table.getStyleClass().addAll("quiet-table", "run-table", "compare-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setPlaceholder(new Label("Nothing differs."));
        var name = new TableColumn<RunComparison.Line, RunComparison.Line>("Request");
        name.setPrefWidth(220);
        name.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue()));
        name.setComparator(java.util.Comparator.comparing(RunComparison.Line::name));
        name.setCellFactory(_ -> new NameCell());
        table.getColumns().add(name);
        var change = column("Change", 84, l -> change(l.change()));
        change.getStyleClass().add("time");
        table.getColumns().add(change);
        table.getColumns().add(column("Status", 120, l -> both(l, RunComparison.Side::status)));
        table.getColumns().add(column("Tests", 96, l -> both(l, RunComparison.Side::testsText)));
        var time = column("Time", 132, ComparePage::time);
        time.getStyleClass().add("time");
        table.getColumns().add(time);
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(RunComparison.Line line, boolean none) {
                super.updateItem(line, none);
                getStyleClass().removeIf(s -> s.startsWith("change-"));
                if (!none && line != null) {
                    getStyleClass().add("change-" + line.change().name().toLowerCase(java.util.Locale.ROOT));
                }
            }
        });
    }

    private static final class NameCell extends TableCell<RunComparison.Line, RunComparison.Line> {
        private final Label badge = new Label();
        private final Label name = new Label();
        private final HBox box = new HBox(8, badge, name);

        NameCell() {
            badge.setMinWidth(42);
            name.setMinWidth(20);
            box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(RunComparison.Line line, boolean none) {
            super.updateItem(line, none);
            if (none || line == null) {
                setGraphic(null);
                return;
            }
            Methods.show(badge, line.method());
            name.setText(line.name());
            setGraphic(box);
        }
    }

    private static TableColumn<RunComparison.Line, String> column(String title, double width, Function<RunComparison.Line, String> text) {
        var column = new TableColumn<RunComparison.Line, String>(title);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 80));
        column.setCellValueFactory(c -> new SimpleStringProperty(text.apply(c.getValue())));
        return column;
    }

    private static String change(RunComparison.Change change) {
        return switch (change) {
            case BROKEN -> "broken";
            case MENDED -> "mended";
            case CHANGED -> "changed";
            case SLOWER -> "slower";
            case FASTER -> "faster";
            case SAME -> "";
            case NEW -> "new";
            case GONE -> "gone";
        };
    }

    private static String both(RunComparison.Line line, Function<RunComparison.Side, String> of) {
        var before = line.before() == null ? "" : of.apply(line.before());
        var now = line.now() == null ? "" : of.apply(line.now());
        return line.before() == null ? now : line.now() == null ? before : before.equals(now) ? now : before + " → " + now;
    }

    private static String time(RunComparison.Line line) {
        return both(line, side -> side.average() == 0 ? "–" : Amounts.micros(side.average()));
    }

    /// @param heads earlier runs, newest first, without the one that is shown
    /// @param with  the one of them that is compared with; null for the newest
    void offer(List<RunHead> heads, RunHead with) {
        filling = true;
        var offers = new ArrayList<Earlier>();
        heads.forEach(h -> offers.add(new Earlier(h, words.apply(h))));
        earlier.getItems().setAll(offers);
        filling = false;
        if (offers.isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        getChildren().setAll(page);
        earlier.setValue(offers.stream().filter(o -> with != null && o.head().id().equals(with.id())).findFirst().orElse(offers.getFirst()));
    }

    void show(List<RunRow> before, List<RunRow> now) {
        var comparison = RunComparison.of(before, now);
        source().setAll(comparison.lines());
        var parts = new ArrayList<String>();
        for (var change : RunComparison.Change.values()) {
            var number = comparison.count(change);
            if (number > 0 && change != RunComparison.Change.SAME) {
                parts.add(number + " " + change(change));
            }
        }
        count.setText(parts.isEmpty() ? "No differences" : String.join(", ", parts));
    }

    @SuppressWarnings("unchecked")
    private javafx.collections.ObservableList<RunComparison.Line> source() {
        return (javafx.collections.ObservableList<RunComparison.Line>) shown.getSource();
    }

    private void filter() {
        shown.setPredicate(line -> !only.isSelected() || line.change() != RunComparison.Change.SAME);
    }
}
