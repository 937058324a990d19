package dev.posthorn.ui.response;

import dev.posthorn.http.socket.SocketState;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.octicons.Octicons;

/// The bar over the message log: how the connection is, search and filter, ping, clear and save.
final class LogBar extends HBox {

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    /// In a narrower pane ping and keep alive are in the menu at the end.
    private static final double WIDE = 720;
    /// In a narrower one the direction is there too.
    private static final double NARROW = 620;

    private final SocketStatus status = new SocketStatus();
    private final Label count = new Label();
    private final TextField search = new TextField();
    private final ToggleGroup ways = new ToggleGroup();
    private final ToggleButton both = way("log-all", "All", LogSearch.Way.BOTH);
    private final Button ping = new Button("Ping");
    private final ToggleButton keepAlive = new ToggleButton("Keep alive");
    private final HBox segments = new HBox(both, way("log-sent", "Sent", LogSearch.Way.SENT), way("log-received", "Received", LogSearch.Way.RECEIVED));
    private final Button more = Icons.button(Octicons.KEBAB_HORIZONTAL_16, "More", () -> { });
    private Runnable onPing = () -> {};
    private Consumer<Duration> onKeepAlive = _ -> {};
    private boolean resetting;

    LogBar(BiConsumer<String, LogSearch.Way> filter, Runnable clear, Runnable save) {
        super(8);
        getStyleClass().add("response-top");
        setAlignment(Pos.CENTER_LEFT);
        count.setId("log-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(0);
        search.setId("log-search");
        search.setPromptText("Search messages");
        search.setPrefColumnCount(14);
        search.setMinWidth(80);
        Runnable changed = () -> {
            if (!resetting) {
                filter.accept(search.getText(), (LogSearch.Way) ways.getSelectedToggle().getUserData());
            }
        };
        search.textProperty().subscribe((_, _) -> changed.run());
        search.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                key.consume();
            }
        });
        segments.getStyleClass().add("segmented");
        segments.setMaxHeight(USE_PREF_SIZE);
        segments.setMinWidth(USE_PREF_SIZE);
        both.setSelected(true);
        ways.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                ways.selectToggle(before);
            } else {
                changed.run();
            }
        });
        ping.setId("ping");
        Tips.on(ping, "Ask the server for a sign of life");
        ping.setOnAction(_ -> onPing.run());
        keepAlive.setId("keep-alive");
        Tips.on(keepAlive, "Ping every " + KEEP_ALIVE.toSeconds() + " seconds, and give the connection up where no pong comes");
        keepAlive.setOnAction(_ -> onKeepAlive.accept(keepAlive.isSelected() ? KEEP_ALIVE : Duration.ZERO));
        for (var button : List.of(ping, keepAlive)) {
            button.getStyleClass().add("quiet");
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        more.setId("log-more");
        more.setOnAction(_ -> menu().show(more, Side.BOTTOM, 0, 2));
        setMinWidth(0);
        widthProperty().subscribe(width -> {
            show(ping, width.doubleValue() >= WIDE);
            show(keepAlive, width.doubleValue() >= WIDE);
            show(more, width.doubleValue() < WIDE);
            show(count, width.doubleValue() >= WIDE);
            show(segments, width.doubleValue() >= NARROW);
        });
        HBox.setHgrow(count, Priority.ALWAYS);
        count.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(status, count, search, segments, ping, keepAlive, more, Icons.button(Octicons.DOWNLOAD_16, "Save all messages to a file", save),
                Icons.button(Octicons.TRASH_16, "Clear the messages", clear));
    }

    /// What has no room in the bar.
    private ContextMenu menu() {
        var sign = new MenuItem("Ping");
        sign.setDisable(ping.isDisabled());
        sign.setOnAction(_ -> ping());
        var alive = new CheckMenuItem("Keep alive");
        alive.setSelected(keepAlive.isSelected());
        alive.setOnAction(_ -> keepAlive.fire());
        var menu = new ContextMenu(sign, alive);
        if (!segments.isManaged()) {
            menu.getItems().add(new SeparatorMenuItem());
            for (var toggle : ways.getToggles()) {
                var way = new CheckMenuItem(((ToggleButton) toggle).getText());
                way.setSelected(toggle.isSelected());
                way.setOnAction(_ -> ways.selectToggle(toggle));
                menu.getItems().add(way);
            }
        }
        return menu;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private ToggleButton way(String id, String text, LogSearch.Way way) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.setUserData(way);
        button.setToggleGroup(ways);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    void show(SocketState state) {
        status.show(state);
        ping.setDisable(!(state instanceof SocketState.Open));
    }

    /// @param shown lines after the filter, of all that there are
    void count(long shown, long all, long bytes) {
        count.setText(all == 0 ? "" : (shown == all ? Amounts.count(all, "line") : Amounts.count(shown, "line") + " of " + Amounts.count(all, "line")) + " · " + Amounts.bytes(bytes));
    }

    void say(String what) {
        count.setText(what);
    }

    /// Nothing is searched or filtered any more.
    void reset() {
        resetting = true;
        search.clear();
        ways.selectToggle(both);
        resetting = false;
        count.setText("");
    }

    void onPing(Runnable action) {
        onPing = action;
    }

    void onKeepAlive(Consumer<Duration> action) {
        onKeepAlive = action;
    }

    void ping() {
        if (!ping.isDisabled()) {
            onPing.run();
        }
    }

    void find() {
        search.requestFocus();
        search.selectAll();
    }
}
