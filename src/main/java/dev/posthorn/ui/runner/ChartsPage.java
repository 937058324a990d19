package dev.posthorn.ui.runner;

import dev.posthorn.store.RunRow;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Methods;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The times of a run as charts: over the run, how they spread, what went wrong in which iteration; and a table of the requests.
final class ChartsPage extends StackPane {

    private static final double ROW = 26;
    private static final int TALLEST = 14;

    private final EmptyState empty = new EmptyState(Octicons.GRAPH_16, "Charts are drawn of the requests of a run. There are none yet.");
    private final ChoiceBox<Choice> request = new ChoiceBox<>();
    private final Plot times = new Plot();
    private final Plot spread = new Plot();
    private final Plot wrong = new Plot();
    private final Label timesTitle = new Label();
    private final Node wrongCard;
    private final TableView<Line> table = new TableView<>();
    private final ScrollPane page;
    private List<RunRow> rows = List.of();
    private boolean filling;

    /// @param identity null for all requests
    private record Choice(String identity, String shown) {
        @Override
        public String toString() {
            return shown;
        }
    }

    private record Line(String method, String name, RunStats stats) {}

    ChartsPage() {
        request.setId("chart-request");
        request.setMaxWidth(200);
        request.setMinWidth(80);
        request.valueProperty().subscribe(_ -> {
            if (!filling) {
                draw();
            }
        });
        wrongCard = card(new Label("Went wrong"), null, wrong, List.of(key("good", "fine"), key("bad", "went wrong")));
        var cards = new VBox(card(timesTitle, request, times, List.of(key("average", "average"), key("longest", "longest"))),
                card(new Label("How long answers took, in ms"), null, spread, List.of()), wrongCard, table());
        cards.getStyleClass().add("chart-cards");
        page = new ScrollPane(cards);
        page.setFitToWidth(true);
        page.getStyleClass().add("sheet-scroll");
        page.setId("run-charts");
        getChildren().setAll(empty);
    }

    private static Node card(Label title, Node choice, Plot plot, List<Node> keys) {
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap);
        head.getChildren().addAll(keys);
        if (choice != null) {
            head.getChildren().add(choice);
        }
        head.getStyleClass().add("chart-head");
        var card = new VBox(head, plot);
        card.getStyleClass().add("chart-card");
        return card;
    }

    private static Node key(String style, String words) {
        var dot = new Region();
        dot.getStyleClass().addAll("chart-key", style);
        var label = new Label(words);
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(Region.USE_PREF_SIZE);
        var key = new HBox(dot, label);
        key.getStyleClass().add("chart-legend");
        return key;
    }

    private Node table() {
        table.setId("chart-table");
        table.getStyleClass().addAll("quiet-table", "run-table");
        table.setFixedCellSize(ROW);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        var name = new TableColumn<Line, Line>("Request");
        name.setPrefWidth(220);
        name.setCellValueFactory(c -> new SimpleObjectProperty<>(c.getValue()));
        name.setComparator(java.util.Comparator.comparing(Line::name));
        name.setCellFactory(_ -> new NameCell());
        table.getColumns().add(name);
        table.getColumns().add(column("Sent", s -> (long) s.requests(), n -> Long.toString(n)));
        table.getColumns().add(column("Wrong", s -> (long) s.bad(), n -> n == 0 ? "" : Long.toString(n)));
        var average = column("Average", RunStats::average, Amounts::micros);
        table.getColumns().add(average);
        table.getColumns().add(column("Shortest", RunStats::least, Amounts::micros));
        table.getColumns().add(column("Longest", RunStats::most, Amounts::micros));
        table.getColumns().add(column("95 %", RunStats::p95, Amounts::micros));
        return table;
    }

    private static TableColumn<Line, Long> column(String title, Function<RunStats, Long> value, Function<Long, String> words) {
        var column = new TableColumn<Line, Long>(title);
        column.setPrefWidth(78);
        column.setMinWidth(60);
        column.getStyleClass().add("figure");
        column.setCellValueFactory(c -> new SimpleObjectProperty<>(value.apply(c.getValue().stats())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Long number, boolean none) {
                super.updateItem(number, none);
                setText(none || number == null ? null : words.apply(number));
            }
        });
        return column;
    }

    private static final class NameCell extends TableCell<Line, Line> {
        private final Label badge = new Label();
        private final Label name = new Label();
        private final HBox box = new HBox(8, badge, name);

        NameCell() {
            badge.setMinWidth(42);
            name.setMinWidth(20);
            box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Line line, boolean none) {
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

    void show(List<RunRow> of) {
        rows = List.copyOf(of);
        if (rows.isEmpty()) {
            getChildren().setAll(empty);
            return;
        }
        getChildren().setAll(page);
        var groups = RunStats.byRequest(rows);
        var lines = new ArrayList<Line>();
        filling = true;
        var chosen = request.getValue();
        request.getItems().setAll(new Choice(null, "All requests"));
        groups.forEach((identity, some) -> {
            request.getItems().add(new Choice(identity, some.getFirst().method() + " " + some.getFirst().name()));
            lines.add(new Line(some.getFirst().method(), some.getFirst().name(), RunStats.of(some)));
        });
        request.setValue(chosen != null && request.getItems().contains(chosen) ? chosen : request.getItems().getFirst());
        filling = false;
        table.getItems().setAll(lines);
        var height = ROW * (Math.min(TALLEST, lines.size()) + 1) + 4;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        draw();
    }

    private void draw() {
        if (rows.isEmpty() || request.getValue() == null) {
            return;
        }
        var identity = request.getValue().identity();
        var some = identity == null ? rows : rows.stream().filter(r -> r.identity().equals(identity)).toList();
        var rounds = rows.stream().mapToInt(RunRow::round).distinct().limit(2).count() > 1;
        timesTitle.setText(rounds ? "Response time by iteration" : "Response time by request");
        var over = Buckets.over(some, rounds);
        times.show(Plot.Kind.LINES, over.stream().map(Buckets.Bucket::label).toList(), over.stream().allMatch(b -> b.average() == b.longest())
                ? List.of(series("took", "average", over, Buckets.Bucket::average))
                : List.of(series("longest", "longest", over, Buckets.Bucket::longest), series("average", "average", over, Buckets.Bucket::average)), v -> Amounts.micros(Math.round(v)), false);
        var spreads = Buckets.distribution(some);
        spread.show(Plot.Kind.BARS, spreads.stream().map(Buckets.Bucket::label).toList(), List.of(series("answers", "amount", spreads, b -> (double) b.good())), Plots::count, true);
        wrongCard.setVisible(rounds);
        wrongCard.setManaged(rounds);
        wrong.show(Plot.Kind.BARS, over.stream().map(Buckets.Bucket::label).toList(),
                List.of(series("fine", "good", over, b -> (double) b.good()), series("went wrong", "bad", over, b -> (double) b.bad())), Plots::count, true);
    }

    private static Plot.Series series(String name, String style, List<Buckets.Bucket> buckets, Function<Buckets.Bucket, Double> value) {
        return new Plot.Series(name, style, buckets.stream().mapToDouble(value::apply).toArray());
    }

    /// Words of the axes.
    private static final class Plots {
        static String count(double value) {
            return String.format(java.util.Locale.ROOT, "%,d", Math.round(value));
        }
    }
}
