package dev.posthorn.ui.runner;

import dev.posthorn.store.RunHead;
import dev.posthorn.store.RunRow;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The requests of a run as they come in, with progress; after it, what it came to. A chosen one shows its exchange.
final class ResultsPage extends StackPane {

    private static final double ROW = 26;
    private static final double NARROW = 820;

    private final ResultLines lines = new ResultLines();
    private final ListView<ResultLine> list = new ListView<>(lines.shown());
    private final DetailPane detail;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label verdict = new Label();
    private final Label summary = new Label();
    private final Label times = new Label();
    private final Label notice = new Label();
    private final ToggleButton everything = toggle("run-filter-all", "All");
    private final ToggleButton failed = toggle("run-filter-failed", "Failed");
    private final TextField search = new TextField();
    private final VBox page;
    private final EmptyState empty;
    private DetailPane.Source source = _ -> null;
    private boolean live;

    /// `open` is given the id of a request; `start` runs.
    ResultsPage(Background background, Consumer<String> open, Runnable start) {
        detail = new DetailPane(background, open);
        empty = new EmptyState(Octicons.PLAY_16, "Nothing was run yet. The requests are listed here as they come in.").action("Run now", start);
        list.setId("run-list");
        list.getStyleClass().add("run-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new ResultCell());
        var nothing = new Label("No request fits.");
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> choose(line));
        list.widthProperty().addListener(_ -> list.refresh());
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && list.getSelectionModel().getSelectedItem() instanceof ResultLine.Request(var row)) {
                open.accept(row.item());
                key.consume();
            }
        });
        var split = new SplitPane(list, detail);
        split.getStyleClass().add("editor-split");
        split.setDividerPositions(0.56);
        list.setMinWidth(200);
        list.setMinHeight(80);
        split.widthProperty().subscribe(width -> {
            var wanted = width.doubleValue() > 0 && width.doubleValue() < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL;
            if (split.getOrientation() != wanted) {
                split.setOrientation(wanted);
                split.setDividerPositions(0.56);
            }
        });
        VBox.setVgrow(split, Priority.ALWAYS);
        page = new VBox(head(), bar(), split);
        getChildren().setAll(empty);
    }

    private VBox head() {
        progress.setId("run-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        verdict.setId("run-verdict");
        verdict.setMinWidth(USE_PREF_SIZE);
        summary.setId("run-summary");
        times.setId("run-times");
        times.getStyleClass().add("muted");
        summary.setMinWidth(0);
        times.setMinWidth(0);
        notice.setId("run-notice");
        notice.getStyleClass().add("run-bad");
        notice.setWrapText(true);
        notice.setMinHeight(USE_PREF_SIZE);
        var words = new HBox(verdict, summary, times);
        words.getStyleClass().add("run-summary");
        HBox.setHgrow(times, Priority.ALWAYS);
        var head = new VBox(words, notice, progress);
        head.getStyleClass().add("run-head");
        return head;
    }

    private HBox bar() {
        var group = new ToggleGroup();
        everything.setToggleGroup(group);
        failed.setToggleGroup(group);
        everything.setSelected(true);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                filter();
            }
        });
        search.setId("run-filter");
        search.setPromptText("Filter by name, URL, status");
        search.textProperty().subscribe(this::filter);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMaxWidth(320);
        search.setMinWidth(60);
        var segments = new HBox(everything, failed);
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(Region.USE_PREF_SIZE);
        segments.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(segments, search);
        bar.getStyleClass().add("run-bar");
        return bar;
    }

    private static ToggleButton toggle(String id, String text) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void filter() {
        var words = search.getText() == null ? "" : search.getText().strip().toLowerCase(Locale.ROOT);
        var only = failed.isSelected();
        var chosen = list.getSelectionModel().getSelectedItem();
        lines.filter(row -> (!only || row.bad()) && (words.isEmpty() || hay(row).contains(words)));
        if (chosen instanceof ResultLine.Request(var row)) {
            lines.shown().stream().filter(l -> l instanceof ResultLine.Request(var other) && other == row).findFirst().ifPresent(list.getSelectionModel()::select);
        }
    }

    private static String hay(RunRow row) {
        return (row.method() + " " + row.path() + " / " + row.name() + " " + row.url() + " " + row.status() + " " + row.trouble()).toLowerCase(Locale.ROOT);
    }

    private void choose(ResultLine line) {
        if (line instanceof ResultLine.Request(var row)) {
            detail.show(row, source);
        }
    }

    List<RunRow> rows() {
        return lines.all();
    }

    /// A run begins.
    void begin(boolean several, DetailPane.Source details) {
        reset(several, details);
        live = true;
        progress.setVisible(true);
        progress.setManaged(true);
        progress.setProgress(0);
        verdict.setText("Running");
        verdict.getStyleClass().setAll("label", "pill", "info");
        summary.setText("");
        times.setText("");
    }

    private void reset(boolean several, DetailPane.Source details) {
        getChildren().setAll(page);
        source = details;
        list.getSelectionModel().clearSelection();
        detail.clear();
        lines.clear(several);
        notice("");
    }

    private void notice(String sentence) {
        notice.setText(sentence);
        notice.setVisible(!sentence.isEmpty());
        notice.setManaged(!sentence.isEmpty());
    }

    void add(List<RunRow> batch) {
        if (batch.isEmpty()) {
            return;
        }
        lines.add(batch);
        list.refresh();
        if (live && list.getSelectionModel().isEmpty() && !lines.shown().isEmpty()) {
            list.scrollTo(lines.shown().size() - 1);
        }
    }

    /// @param done    requests
    /// @param elapsed in nanoseconds
    void progress(int done, int planned, int bad, long elapsed, boolean paused, String current) {
        progress.setProgress(planned == 0 ? 0 : Math.min(1, (double) done / planned));
        verdict.setText(paused ? "Paused" : "Running");
        summary.setText(String.format(Locale.ROOT, "%,d of %,d", done, planned) + (bad == 0 ? "" : String.format(Locale.ROOT, " · %,d went wrong", bad)));
        var left = done == 0 || done >= planned ? "" : " · about " + Figures.time(java.time.Duration.ofNanos(elapsed / done * (planned - done))) + " left";
        times.setText(Figures.time(java.time.Duration.ofNanos(elapsed)) + left + (current.isEmpty() ? "" : " · " + current));
    }

    /// The run is over.
    void finish(RunHead head, String trouble) {
        live = false;
        progress.setVisible(false);
        progress.setManaged(false);
        notice(!trouble.isEmpty() ? trouble : head.stopped().isEmpty() ? "" : "Stopped: " + head.stopped());
        sum(head);
        list.refresh();
    }

    /// A run of the past.
    void show(RunHead head, List<RunRow> rows, DetailPane.Source details) {
        reset(rows.stream().anyMatch(r -> r.round() > 0), details);
        lines.add(rows);
        finish(head, "");
    }

    private void sum(RunHead head) {
        var stats = RunStats.of(lines.all());
        verdict.setText(Verdicts.words(head));
        verdict.getStyleClass().setAll("label", "pill", Verdicts.style(head.verdict()));
        var tests = stats.tests() == 0 ? "no tests" : stats.failedTests() == 0 ? Amounts.count(stats.tests(), "test") + " passed"
                : String.format(Locale.ROOT, "%,d of %,d tests failed", stats.failedTests(), stats.tests());
        summary.setText(Amounts.count(stats.requests(), "request") + " · " + tests + (stats.skippedTests() == 0 ? "" : ", " + stats.skippedTests() + " skipped"));
        times.setText(Figures.time(head.took()) + (stats.answered() == 0 ? "" : " · average " + Amounts.micros(stats.average()) + ", shortest " + Amounts.micros(stats.least())
                + ", longest " + Amounts.micros(stats.most()) + ", 95 % within " + Amounts.micros(stats.p95())) + " · " + Amounts.bytes(stats.bytes()));
    }

    int firstBad() {
        for (var i = 0; i < lines.shown().size(); i++) {
            if (lines.shown().get(i) instanceof ResultLine.Request(var row) && row.bad()) {
                return i;
            }
        }
        return -1;
    }

    void focusList() {
        list.requestFocus();
    }
}
