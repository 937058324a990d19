package dev.posthorn.ui.odata;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.shell.FxThread;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The bar of the OData explorer: 10,000 types and 10,000 rows cost the FX thread at most 8 ms more, from one pulse to the next, than 100 of them do.
///
/// What is the same for both is the drawing of a window full of cells by JavaFX.
@Tag("bench")
final class ExplorerBench {
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int ROUNDS = 4;
    private static final double BAR = 8;

    /// Name of a step → the longest pulse of its best round, with few and with many.
    private final Map<String, double[]> longest = new LinkedHashMap<>();
    private ExplorerPane pane;
    private Stage stage;
    private int size;

    @Test
    void tenThousandTypesAndRowsCostTheFxThreadNoMoreThanAHundred() throws Exception {
        FxThread.start();
        for (var of : List.of(FEW, MANY)) {
            size = of;
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                FxThread.run(() -> open(new LargeService(new Background(executor), size, size)));
                for (var i = 0; i < ROUNDS; i++) {
                    round();
                }
                FxThread.run(stage::close);
            }
        }
        longest.forEach((what, costs) -> System.out.printf("%-24s longest pulse of the FX thread with %,d: %5.1f ms, with %,d: %5.1f ms%n", what, FEW, costs[0], MANY, costs[1]));
        var slow = longest.entrySet().stream().filter(e -> e.getValue()[1] - e.getValue()[0] > BAR).map(e -> e.getKey() + ": " + Math.round(e.getValue()[1]) + " ms").toList();
        assertTrue(slow.isEmpty(), () -> String.join("; ", slow));
    }

    private void open(ExplorerServices services) {
        Theme.loadFonts();
        pane = new ExplorerPane(services);
        var scene = new Scene(pane, 1200, 800);
        Theme.LIGHT.applyTo(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        // The headless window copies its pixels on the FX thread, one by one (60 ms a pulse), which no real window does: it is laid out here, and not painted.
        stage.setIconified(true);
    }

    private void round() throws Exception {
        var before = FxThread.get(() -> java.util.Optional.ofNullable(tree()));
        measure("open the service", 1, _ -> pane.explore(LargeService.URL, null), () -> tree() != null && tree() != before.orElse(null) && tree().getRoot() != null && !tree().getRoot().getChildren().isEmpty());
        measure("type into the filter", 60, at -> filter().setText("thing99".substring(0, at / 4 % 8)), () -> true);
        measure("empty the filter", 1, _ -> filter().setText(""), () -> tree().getExpandedItemCount() > size);
        measure("unfold all types", 1, _ -> tree().getRoot().getChildren().getLast().setExpanded(true), () -> tree().getExpandedItemCount() > 2 * size);
        measure("unfold a set", 60, at -> tree().getRoot().getChildren().getFirst().getChildren().get(at).setExpanded(true), () -> true);
        measure("scroll the tree", 60, at -> tree().scrollTo(at * 7), () -> true);
        measure("jump in the tree", 60, at -> tree().scrollTo(at * 337 % size), () -> true);
        measure("a page of rows", 1, _ -> pane.show("Things0", "odata-page-columns"), () -> pane.answered() && grid().getItems().size() == size);
        measure("scroll the grid", 60, at -> grid().scrollTo(at), () -> true);
        measure("jump in the grid", 60, at -> grid().scrollTo(at * 337 % size), () -> true);
        measure("sort by a text", 1, _ -> sort(1), () -> first("Thing number 0"));
        measure("sort by a number", 1, _ -> sort(2), () -> first("0.25"));
        measure("ask for another set", 1, _ -> pane.show("Things" + size / 2, "odata-page-filter"), () -> pane.answered() && grid().getItems().size() == size);
        measure("and for the first again", 1, _ -> pane.show("Things0", "odata-page-order"), () -> pane.answered() && grid().getItems().size() == size);
    }

    private TreeView<?> tree() {
        return (TreeView<?>) pane.lookup("#odata-tree");
    }

    private TextField filter() {
        return (TextField) pane.lookup("#odata-filter");
    }

    private TableView<?> grid() {
        return pane.lookup("#odata-grid") instanceof TableView<?> grid ? grid : new TableView<>();
    }

    private void sort(int column) {
        sort(grid(), column);
    }

    private static <T> void sort(TableView<T> grid, int column) {
        var by = grid.getColumns().get(column);
        by.setSortType(TableColumn.SortType.ASCENDING);
        grid.getSortOrder().setAll(List.of(by));
    }

    private boolean first(String text) {
        return grid().getItems().getFirst() instanceof dev.posthorn.odata.result.Row row && row.cells().stream().anyMatch(c -> c.text().equals(text));
    }

    /// Does the step once a pulse, so many times, and waits until all is done and ten pulses were quiet.
    private void measure(String what, int times, IntConsumer step, BooleanSupplier done) throws Exception {
        var most = new DoubleAccumulator(Math::max, 0);
        var ended = new CountDownLatch(1);
        FxThread.run(() -> new AnimationTimer() {
            private long last = -1;
            private int at;
            private int quiet;

            @Override
            public void handle(long now) {
                var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                if (last >= 0) {
                    most.accumulate((cpu - last) / 1e6);
                }
                last = cpu;
                if (at < times) {
                    step.accept(at++);
                } else if (done.getAsBoolean() && quiet++ == 10) {
                    stop();
                    ended.countDown();
                }
            }
        }.start());
        assertTrue(ended.await(60, TimeUnit.SECONDS), "did not end: " + what);
        var costs = longest.computeIfAbsent(what, _ -> new double[] {Double.MAX_VALUE, Double.MAX_VALUE});
        costs[size == FEW ? 0 : 1] = Math.min(costs[size == FEW ? 0 : 1], most.get());
    }
}
