package dev.posthorn.ui.sidebar;

import dev.posthorn.store.HistoryRow;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.octicons.Octicons;

/// What was sent, newest first and grouped by day; a click opens the request again as a draft.
public final class HistoryPane extends VBox {
    /// What the pane asks of the window; the reading and writing happen off the FX thread.
    public interface Events {
        /// The newest rows that have words beginning with those typed.
        ///
        /// @param before only rows older than this id; `Long.MAX_VALUE` for the first page
        Callable<List<HistoryRow>> page(String words, int limit, long before);

        Callable<Integer> count(String words);

        /// Deletes what was sent in that time.
        Callable<Void> delete(Instant from, Instant until);

        Callable<Void> delete(long id);

        Callable<Void> clear();

        void open(HistoryRow row);

        void failed(String sentence);
    }

    private static final int PAGE = 200;
    private static final int AHEAD = 40;

    private final Background background;
    private final Events events;
    private final Clock clock;
    private final TextField filter = new TextField();
    private final ListView<HistoryLine> list = new ListView<>();
    private final EmptyState empty = new EmptyState(Octicons.HISTORY_16, "Nothing was sent yet. What you send is listed here.");
    private final Label nothing = new Label("Nothing in the history fits. Esc clears the filter.");
    private final StackPane deck = new StackPane(list);
    private final VBox ask = new VBox();
    private final Background.Latest<Page> reading;
    private final Background.Latest<Integer> counting;
    private final PauseTransition settled = new PauseTransition(Duration.millis(400));
    private final Label total = new Label();
    private String words = "";
    private HistoryRow oldest;
    private boolean more;
    private boolean asking;

    /// Some rows; `first` where they begin a list anew.
    private record Page(boolean first, String words, List<HistoryRow> rows) {}

    public HistoryPane(Background background, Clock clock, Events events) {
        this.background = background;
        this.events = events;
        this.clock = clock;
        this.reading = background.latest(this::show, e -> {
            asking = false;
            events.failed("The history cannot be read: " + e.getMessage());
        });
        this.counting = background.latest(this::counted, _ -> { });
        settled.setOnFinished(_ -> counting.submit(events.count(filter.getText().strip())));
        getStyleClass().add("sidebar-pane");
        getStylesheets().add(Theme.sheet(HistoryPane.class, "sidebar.css"));
        setId("history-pane");
        filter.setId("history-filter");
        filter.setPromptText("Search names, URLs, headers, bodies");
        setMargin(filter, new javafx.geometry.Insets(0, 12, 6, 12));
        filter.textProperty().addListener(_ -> refresh());
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                key.consume();
            } else if (key.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                key.consume();
            }
        });
        list.setId("history-list");
        list.getStyleClass().add("history-list");
        list.setCellFactory(_ -> cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInList);
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("muted", "filter-nothing");
        ask.setVisible(false);
        ask.setManaged(false);
        setVgrow(deck, Priority.ALWAYS);
        getChildren().addAll(header(), filter, ask, deck);
    }

    private HBox header() {
        var title = new Label("History");
        title.getStyleClass().add("panel-title");
        total.getStyleClass().add("count");
        total.setVisible(false);
        HBox.setMargin(total, new javafx.geometry.Insets(0, 0, 0, 8));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var header = new HBox(title, total, gap, Icons.button(Octicons.TRASH_16, "Delete the history", this::askToClear));
        header.getStyleClass().add("sidebar-header");
        return header;
    }

    private HistoryCell cell() {
        var cell = new HistoryCell(clock.getZone(), this::reached);
        cell.setOnMouseClicked(click -> {
            if (cell.getItem() instanceof HistoryLine.Sent(var row) && click.getButton() == MouseButton.PRIMARY) {
                events.open(row);
            }
        });
        cell.setOnContextMenuRequested(at -> {
            if (cell.getItem() instanceof HistoryLine.Sent(var row)) {
                var open = new MenuItem("Open with its answer");
                open.setOnAction(_ -> events.open(row));
                var delete = new MenuItem("Delete from the history");
                delete.setOnAction(_ -> delete(row));
                new ContextMenu(open, delete).show(cell, at.getScreenX(), at.getScreenY());
            } else if (cell.getItem() instanceof HistoryLine.Day day) {
                var delete = new MenuItem("Delete this day from the history");
                delete.setOnAction(_ -> delete(day));
                new ContextMenu(delete).show(cell, at.getScreenX(), at.getScreenY());
            }
        });
        return cell;
    }

    private void keyInList(KeyEvent key) {
        if (list.getSelectionModel().getSelectedItem() instanceof HistoryLine.Sent(var row)) {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                events.open(row);
                key.consume();
            } else if (key.getCode() == KeyCode.DELETE) {
                delete(row);
                key.consume();
            }
        }
        if ("/".equals(key.getText()) || key.isShortcutDown() && key.getCode() == KeyCode.F) {
            focusFilter();
            key.consume();
        }
    }

    private void delete(HistoryRow row) {
        background.run(events.delete(row.id()), _ -> refresh(), e -> events.failed("The row was not deleted: " + e.getMessage()));
    }

    private void delete(HistoryLine.Day day) {
        var from = day.date().atStartOfDay(clock.getZone()).toInstant();
        var until = day.date().plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        background.run(events.delete(from, until), _ -> refresh(), e -> events.failed("The day was not deleted: " + e.getMessage()));
    }

    private void askToClear() {
        var words = new Label("Delete all rows of the history? This cannot be undone.");
        words.setWrapText(true);
        var yes = new Button("Delete all");
        yes.setId("history-clear");
        yes.getStyleClass().add("danger");
        yes.setOnAction(_ -> {
            closeAsk();
            background.run(events.clear(), _ -> refresh(), e -> events.failed("The history was not deleted: " + e.getMessage()));
        });
        var no = new Button("Keep");
        no.setOnAction(_ -> closeAsk());
        ask.getChildren().setAll(words, new HBox(8, yes, no));
        ask.getStyleClass().setAll("side-ask");
        ask.setVisible(true);
        ask.setManaged(true);
        no.requestFocus();
    }

    private void closeAsk() {
        ask.setVisible(false);
        ask.setManaged(false);
    }

    /// Reads the rows again, from the newest on.
    public void refresh() {
        var typed = filter.getText().strip();
        asking = true;
        var page = events.page(typed, PAGE, Long.MAX_VALUE);
        reading.submit(() -> new Page(true, typed, page.call()));
        settled.playFromStart();
    }

    /// Reads the next rows when the end comes near.
    private void reached(int line) {
        if (more && !asking && line >= list.getItems().size() - AHEAD) {
            asking = true;
            var typed = words;
            var page = events.page(typed, PAGE, oldest.id());
            reading.submit(() -> new Page(false, typed, page.call()));
        }
    }

    private void counted(int count) {
        total.setText(count == 0 ? "" : String.format(Locale.ENGLISH, "%,d", count));
        total.setVisible(count > 0);
    }

    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    private void show(Page page) {
        asking = false;
        words = page.words;
        more = page.rows.size() == PAGE;
        var today = LocalDate.now(clock);
        if (page.first) {
            var selected = list.getSelectionModel().getSelectedItem();
            list.getItems().setAll(lines(page.rows, clock.getZone(), today, null));
            if (selected != null) {
                list.getSelectionModel().select(selected);
            }
            deck.getChildren().setAll(page.rows.isEmpty() ? words.isEmpty() ? empty : nothing : list);
        } else {
            list.getItems().addAll(lines(page.rows, clock.getZone(), today, oldest));
        }
        if (!page.rows.isEmpty()) {
            oldest = page.rows.getLast();
        }
    }

    /// The rows with a heading before each day.
    ///
    /// @param after the row shown before them; null where they are the first
    static List<HistoryLine> lines(List<HistoryRow> rows, ZoneId zone, LocalDate today, HistoryRow after) {
        var lines = new ArrayList<HistoryLine>();
        var day = after == null ? null : after.at().atZone(zone).toLocalDate();
        for (var row : rows) {
            var its = row.at().atZone(zone).toLocalDate();
            if (!its.equals(day)) {
                day = its;
                lines.add(new HistoryLine.Day(name(day, today), day));
            }
            lines.add(new HistoryLine.Sent(row));
        }
        return lines;
    }

    private static String name(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "Today";
        }
        return day.equals(today.minusDays(1)) ? "Yesterday" : day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.ENGLISH));
    }
}
