package dev.posthorn.ui.response;

import dev.posthorn.model.Events;
import dev.posthorn.text.Pretty;
import dev.posthorn.text.Watch;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Beat;
import dev.posthorn.ui.kit.Fx;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Server-sent events as a list that grows while they come: the newest in view unless one looks at older ones, a filter, one of them opened.
final class EventsView extends BorderPane {

    private static final Duration TICK = Duration.ofMillis(100);
    private static final int OPENED = 256 << 10;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final InstantSource clock;
    private final EventRows rows = new EventRows();
    private final ListView<Long> list = new ListView<>(rows);
    private final TextField filter = new TextField();
    private final Label count = new Label();
    private final ToggleButton follow = new ToggleButton("Follow");
    private final ToggleButton raw = new ToggleButton("Raw");
    private final Button stop = new Button("Stop");
    private final Label about = new Label();
    private final TextArea opened = new TextArea();
    private final BorderPane detail = new BorderPane(opened);
    private final SplitPane split = new SplitPane(list);
    private final Beat ticking = Beat.of(this, TICK, this::tick);
    private final EventFilter search;
    private final Background.Latest<String> reading;
    private final Node rawView;
    private Events events;
    private Instant since;

    /// @param rawView the body as it came, for when the stream is over
    EventsView(Background background, InstantSource clock, Node rawView, Runnable cancel) {
        this.clock = clock;
        this.rawView = rawView;
        this.search = new EventFilter(background, found -> {
            rows.add(found);
            scroll();
            say();
        });
        this.reading = background.latest(opened::setText, e -> opened.setText("This event cannot be read any more: " + e.getMessage()));
        setId("events");
        bar(cancel);
        lists();
        setCenter(split);
    }

    private void bar(Runnable cancel) {
        filter.setId("events-filter");
        filter.setPromptText("Filter events");
        filter.setPrefColumnCount(16);
        filter.setMinWidth(60);
        filter.textProperty().subscribe((_, _) -> refilter());
        count.setId("events-count");
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(40);
        follow.setId("events-follow");
        follow.setSelected(true);
        follow.setOnAction(_ -> scroll());
        raw.setId("events-raw");
        raw.selectedProperty().subscribe((_, _) -> arrange());
        stop.setId("events-stop");
        stop.setOnAction(_ -> cancel.run());
        for (var button : new Region[] {follow, raw, stop}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("small");
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var bar = new HBox(8, filter, count, gap, follow, raw, stop);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("events-bar");
        setTop(bar);
    }

    private void lists() {
        list.setId("events-list");
        list.getStyleClass().add("events-list");
        list.setFixedCellSize(26);
        list.setCellFactory(_ -> new Row());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, index) -> open(index));
        list.addEventFilter(ScrollEvent.SCROLL, scrolled -> {
            if (scrolled.getDeltaY() > 0) {
                follow.setSelected(false);
            }
        });
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.END) {
                follow.setSelected(true);
            } else if (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.HOME || key.getCode() == KeyCode.PAGE_UP) {
                follow.setSelected(false);
            } else if (key.getCode() == KeyCode.ESCAPE && split.getItems().contains(detail)) {
                list.getSelectionModel().clearSelection();
                key.consume();
            } else if (key.getCode() == KeyCode.ENTER && split.getItems().contains(detail)) {
                opened.requestFocus();
                key.consume();
            }
        });
        opened.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                list.requestFocus();
                key.consume();
            }
        });
        opened.setId("event-opened");
        opened.setEditable(false);
        opened.setWrapText(true);
        opened.getStyleClass().add("event-opened");
        about.setId("event-about");
        about.getStyleClass().addAll("muted", "small", "event-about");
        detail.setTop(about);
        detail.setMinHeight(60);
        split.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(detail, false);
        split.getStyleClass().add("events-split");
    }

    /// A stream that still comes; calling it again with the same one changes nothing.
    void live(Events stream, Instant begun) {
        if (events == stream && ticking.running()) {
            return;
        }
        since = begun;
        show(stream);
        raw.setSelected(false);
        raw.setDisable(true);
        stop.setVisible(true);
        stop.setManaged(true);
        follow.setSelected(true);
        ticking.start();
        tick();
    }

    /// A stream that is over. What was filtered, chosen and scrolled to while it came stays.
    void over(Events stream) {
        if (events != stream) {
            since = null;
            show(stream);
            follow.setSelected(false);
        }
        ticking.stop();
        tick();
        raw.setDisable(false);
        stop.setVisible(false);
        stop.setManaged(false);
    }

    private void show(Events stream) {
        events = stream;
        list.getSelectionModel().clearSelection();
        filter.clear();
        rows.show(stream);
        say();
    }

    void clear() {
        ticking.stop();
        search.begin(null, "");
        reading.forget();
        if (events != null) {
            show(null);
        }
    }

    /// The raw text is in view.
    boolean rawShown() {
        return raw.isSelected();
    }

    void openFilter() {
        filter.requestFocus();
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void arrange() {
        setCenter(raw.isSelected() ? rawView : split);
        filter.setDisable(raw.isSelected());
        follow.setDisable(raw.isSelected());
    }

    private void tick() {
        rows.grew();
        search.goOn();
        scroll();
        say();
    }

    private void refilter() {
        var words = filter.getText().strip();
        if (words.isEmpty()) {
            search.begin(null, "");
            rows.all();
        } else {
            rows.none();
            search.begin(events, words);
        }
        scroll();
        say();
    }

    private void scroll() {
        if (follow.isSelected() && !rows.isEmpty() && list.getSelectionModel().isEmpty()) {
            // The list learns of new rows when it is laid out, and only then knows where its end is.
            list.applyCss();
            list.layout();
            list.scrollTo(rows.size() - 1);
            // In JavaFX 26 `scrollTo` alone stops one row before the last of a long list.
            if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
                flow.setPosition(1);
            }
        }
    }

    private void say() {
        if (events == null) {
            count.setText("");
            return;
        }
        var all = events.count();
        var text = String.format(Locale.ROOT, "%,d", all) + (all == 1 ? " event" : " events");
        if (rows.filtered()) {
            text = String.format(Locale.ROOT, "%,d of ", rows.size()) + text + (search.busy() ? " …" : "");
        }
        if (since != null && ticking.running()) {
            text += String.format(Locale.ROOT, " · %.1f s", Math.max(0, Duration.between(since, clock.instant()).toMillis()) / 1000.0);
        }
        count.setText(text + (events.retry() < 0 ? "" : " · the server asks browsers to reconnect after " + events.retry() + " ms; a sent request is not reconnected"));
    }

    private void open(Long index) {
        reading.forget();
        if (index == null || events == null) {
            split.getItems().remove(detail);
            return;
        }
        var event = rows.event(index);
        about.setText(event == null ? "" : "Event " + event.number() + " · " + event.type() + (event.id().isEmpty() ? "" : " · id " + event.id())
                + (event.at() == null ? "" : " · " + TIME.format(event.at())));
        if (!split.getItems().contains(detail)) {
            split.getItems().add(detail);
            split.setDividerPosition(0, 0.6);
            Fx.later(this::showChosen);
        }
        var from = events;
        reading.submit(() -> laidOut(from.get(index, OPENED)));
    }

    /// The list is lower now: the opened event stays in view.
    private void showChosen() {
        var chosen = list.getSelectionModel().getSelectedIndex();
        list.layout();
        if (chosen >= 0 && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                && (chosen < flow.getFirstVisibleCell().getIndex() || chosen >= flow.getLastVisibleCell().getIndex())) {
            list.scrollTo(Math.max(0, chosen - 1));
        }
    }

    private static String laidOut(Events.Event event) throws IOException {
        var data = event.data();
        var cut = event.whole() ? "" : "\n\n… The rest of this event is longer than 256 KB: see Raw.";
        var bare = data.stripLeading();
        if (!event.whole() || !bare.startsWith("{") && !bare.startsWith("[")) {
            return data + cut;
        }
        var out = new ByteArrayOutputStream();
        var result = Pretty.format("json", new ByteArrayInputStream(data.getBytes(StandardCharsets.UTF_8)), out, Watch.none());
        return result.whole() ? out.toString(StandardCharsets.UTF_8) : data;
    }

    /// One event on one line.
    private final class Row extends ListCell<Long> {
        private final Label number = label("event-number", 44);
        private final Label time = label("event-time", 92);
        private final Label type = label("event-type", 104);
        private final Label id = label("event-id", 56);
        private final Label data = new Label();
        private final HBox row = new HBox(8, number, time, type, id, data);

        Row() {
            row.setAlignment(Pos.CENTER_LEFT);
            data.getStyleClass().add("event-data");
            data.setMinWidth(20);
            setPrefWidth(0);
            setText(null);
        }

        private Label label(String style, double width) {
            var label = new Label();
            label.getStyleClass().add(style);
            label.setMinWidth(width);
            label.setMaxWidth(width);
            return label;
        }

        @Override
        protected void updateItem(Long index, boolean empty) {
            super.updateItem(index, empty);
            var event = empty || index == null ? null : rows.event(index);
            setGraphic(event == null ? null : row);
            if (event != null) {
                number.setText(Long.toString(event.number()));
                time.setText(event.at() == null ? "–" : TIME.format(event.at()));
                type.setText(event.type());
                id.setText(event.id());
                data.setText(event.data().substring(0, Math.min(400, event.data().length())).replace('\n', ' '));
            }
        }
    }
}
