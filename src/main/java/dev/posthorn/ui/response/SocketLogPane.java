package dev.posthorn.ui.response;

import dev.posthorn.http.socket.LoggedMessage;
import dev.posthorn.http.socket.MessageLog;
import dev.posthorn.http.socket.SocketState;
import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// What a WebSocket said and heard, newest at the end: searched, filtered, copied, saved, each message laid out beside the list.
///
/// 1. The newest line stays in sight, as long as the user has not scrolled away from it.
/// 2. Lines are read when they come into view; however many there are, the window holds a screenful.
public final class SocketLogPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int MOST_COPIED = 32 << 20;

    private final BorderPane root = new BorderPane();
    private final MessageLog log;
    private final Background background;
    private final LogLines lines;
    private final ListView<LoggedMessage> list;
    private final LogBar bar;
    private final BodyTab detail;
    private final SplitPane split;
    private final Label banner = new Label();
    private final Button answer = new Button("Show the answer");
    private final HBox trouble = new HBox(12, banner, answer);
    private final Button newest = new Button("Newest ↓");
    private final Consumer<Boolean> more = Fx.latest(_ -> grow());
    private Response refusal;
    private LogSearch search;
    private boolean searching;
    private boolean follow = true;
    private boolean closed;

    /// @param log     the tab's own; this pane only reads and clears it
    /// @param scratch a folder for temporary files of this program
    /// @param target  asks where to save the log, or a message
    public SocketLogPane(Background background, Path scratch, SaveTarget target, MessageLog log, ZoneId zone) {
        this.background = background;
        this.log = log;
        lines = new LogLines(log);
        list = new ListView<>(lines);
        detail = new BodyTab(background, scratch, target, new TestMenu());
        bar = new LogBar(this::filter, this::clear, () -> target.choose("messages.jsonl").ifPresent(this::save));
        root.setId("socket-log");
        root.getStyleClass().addAll("response-pane", "socket-log");
        root.getStylesheets().add(Theme.sheet(SocketLogPane.class, "response.css"));
        root.setMinSize(0, 0);
        list.setId("messages");
        list.setFixedCellSize(26);
        list.setCellFactory(_ -> new LogCell(zone));
        list.setPlaceholder(new EmptyState(Octicons.BROADCAST_16, "Messages appear here: those that are sent, and those that come."));
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        list.addEventFilter(ScrollEvent.ANY, _ -> Fx.later(this::followOrNot));
        list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> Fx.later(this::followOrNot));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        var menu = new ContextMenu(item("Copy", this::copy), item("Close the detail", this::closeDetail), new SeparatorMenuItem(), item("Ping", () -> bar.ping()),
                item("Clear the messages", this::clear));
        list.setContextMenu(menu);
        newest.setId("newest");
        newest.getStyleClass().add("newest");
        newest.setVisible(false);
        newest.setFocusTraversable(false);
        newest.setOnAction(_ -> toEnd());
        StackPane.setAlignment(newest, javafx.geometry.Pos.BOTTOM_CENTER);
        StackPane.setMargin(newest, new javafx.geometry.Insets(0, 0, 10, 0));
        var listing = new StackPane(list, newest);
        listing.setMinSize(0, 0);
        detail.setMinSize(0, 0);
        detail.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                closeDetail();
                key.consume();
            }
        });
        split = new SplitPane(listing);
        split.getStyleClass().add("log-split");
        banner.setId("socket-banner");
        banner.setWrapText(true);
        banner.setMinHeight(Region.USE_PREF_SIZE);
        banner.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(banner, Priority.ALWAYS);
        answer.setId("show-answer");
        answer.setMinWidth(Region.USE_PREF_SIZE);
        answer.setOnAction(_ -> detail(refusal, ""));
        trouble.getStyleClass().addAll("socket-trouble");
        trouble.setMinWidth(0);
        banner.setMinWidth(0);
        var top = new VBox(bar, trouble);
        top.setMinWidth(0);
        root.setTop(top);
        root.setCenter(split);
        show(null);
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    public Node node() {
        return root;
    }

    /// Called when the user asks for a ping.
    public void onPing(Runnable action) {
        bar.onPing(action);
    }

    /// Called with the time between two pings from now on; zero for none.
    public void onKeepAlive(Consumer<Duration> action) {
        bar.onKeepAlive(action);
    }

    /// How the connection is; null before the first one.
    public void show(SocketState state) {
        bar.show(state);
        var failure = state instanceof SocketState.Closed(var ending, var _) ? ending.failure() : null;
        refusal = state instanceof SocketState.Closed(var _, var hops) && !hops.isEmpty() && hops.getLast().received().status() != 101 ? hops.getLast().received() : null;
        banner.setText(failure == null ? "" : failure.sentence() + " " + failure.advice());
        trouble.setVisible(failure != null);
        trouble.setManaged(failure != null);
        answer.setVisible(refusal != null);
        answer.setManaged(refusal != null);
    }

    /// The log has more lines. From any thread, as often as one likes.
    public void logged() {
        more.accept(true);
    }

    private void grow() {
        if (closed) {
            return;
        }
        if (search == null) {
            lines.all();
        } else {
            goOn();
        }
        counted();
    }

    private void counted() {
        bar.count(lines.size(), log.size(), log.bytes());
        if (follow && !lines.isEmpty()) {
            list.scrollTo(lines.size() - 1);
        }
    }

    private void filter(String word, LogSearch.Way way) {
        search = word.isBlank() && way == LogSearch.Way.BOTH ? null : new LogSearch(log, word.strip(), way);
        searching = false;
        closeDetail();
        lines.empty();
        follow = true;
        grow();
    }

    /// Looks through the rest of the log behind the window, a stretch after the other.
    private void goOn() {
        if (searching) {
            return;
        }
        searching = true;
        var mine = search;
        background.run(() -> mine.goOn(), left -> {
            if (mine != search || closed) {
                return;
            }
            searching = false;
            lines.some(mine.found(), mine.count(), true);
            counted();
            if (left) {
                goOn();
            }
        }, _ -> searching = false);
    }

    private VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }

    private void followOrNot() {
        var flow = flow();
        var last = flow == null ? null : flow.getLastVisibleCell();
        follow = last == null || last.getIndex() >= lines.size() - 1;
        newest.setVisible(!follow);
    }

    private void toEnd() {
        follow = true;
        newest.setVisible(false);
        list.scrollTo(lines.size() - 1);
        list.requestFocus();
    }

    private void key(KeyEvent key) {
        if (COPY.match(key)) {
            copy();
        } else if (key.getCode() == KeyCode.ESCAPE && split.getItems().size() > 1) {
            closeDetail();
        } else if (key.getCode() == KeyCode.ENTER && split.getItems().size() > 1) {
            detail.focus();
        } else {
            Fx.later(this::followOrNot);
            return;
        }
        key.consume();
    }

    private void chosen(LoggedMessage line) {
        if (line == null) {
            return;
        }
        try {
            var type = line.kind() == LoggedMessage.Kind.TEXT ? line.first().startsWith("{") || line.first().startsWith("[") ? "application/json" : line.first().startsWith("<")
                    ? "application/xml" : "text/plain" : line.kind() == LoggedMessage.Kind.NOTE || line.kind() == LoggedMessage.Kind.CLOSE ? "text/plain" : "application/octet-stream";
            var none = Duration.ZERO;
            detail(new Response(200, "", "WebSocket", List.of(new Header("Content-Type", type)), log.content(line.number()), new Sizes(0, 0, 0, line.size(), line.size()),
                    new Timings(line.at(), none, none, none, none, none, none, none), "", false), "message");
        } catch (IOException e) {
            closeDetail();
        }
    }

    private void detail(Response shown, String name) {
        if (split.getItems().size() == 1) {
            split.getItems().add(detail);
            split.setDividerPositions(0.5);
        }
        detail.show(shown, name);
    }

    private void closeDetail() {
        list.getSelectionModel().clearSelection();
        detail.clear();
        split.getItems().remove(detail);
        list.requestFocus();
    }

    private void copy() {
        var line = list.getSelectionModel().getSelectedItem();
        if (line == null) {
            return;
        }
        background.run(() -> {
            try (var in = log.content(line.number()).open()) {
                var bytes = in.readNBytes(MOST_COPIED);
                return line.kind() == LoggedMessage.Kind.BINARY ? java.util.HexFormat.ofDelimiter(" ").formatHex(bytes) : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            }
        }, text -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            bar.say("Copied");
        }, e -> bar.say("Not copied: " + e.getMessage()));
    }

    private void clear() {
        closeDetail();
        lines.empty();
        log.clear();
        bar.reset();
        search = null;
        searching = false;
        follow = true;
        newest.setVisible(false);
        grow();
    }

    private void save(Path file) {
        background.run(() -> {
            log.save(file);
            return file;
        }, saved -> bar.say("Saved to " + saved.getFileName()), e -> bar.say("Not saved: " + e.getMessage()));
    }

    /// Puts the keyboard into the search field.
    public void find() {
        bar.find();
    }

    /// Gives temporary files back; for a tab that is closed. The log itself is its owner's to close.
    public void close() {
        closed = true;
        detail.clear();
    }
}
