package dev.posthorn.ui.console;

import dev.posthorn.exports.CurlText;
import dev.posthorn.ui.editor.Transcript;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.ConsoleEntry;
import dev.posthorn.workbench.SentRequest;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.octicons.Octicons;

/// Every exchange since the start, newest last, with its text beside the list. Belongs to the FX thread.
public final class ConsolePane extends BorderPane {

    /// What the pane asks of the window.
    public interface Events {
        /// Writes these exchanges to a HAR file that the user chooses.
        void saveHar(List<ConsoleEntry.Exchanged> exchanges);

        void say(String what);

        void close();
    }

    private static final double ROW = 26;

    private final Console console;
    private final Events events;
    private final ListView<ConsoleEntry> list = new ListView<>();
    private final Transcript text = new Transcript();
    private final TextField filter = new TextField();
    private final ChoiceBox<ConsoleFilter.Kind> kind = new ChoiceBox<>();
    private final Label count = new Label();
    private final StackPane deck = new StackPane();
    private final SplitPane split = new SplitPane();
    private final EmptyState empty = new EmptyState(Octicons.TERMINAL_16, "Nothing was sent yet. Every exchange is listed here as it went over the wire.");
    private final Background.Latest<List<ConsoleEntry>> filtering;
    private final Set<Integer> uncovered = new HashSet<>();
    private final Button copy = button("Copy as cURL");
    private final Button more = Icons.button(Octicons.KEBAB_HORIZONTAL_16, "Copy and save", () -> { });
    private ConsoleEntry shown;
    private boolean filling;
    private boolean searching;
    private boolean again;

    public ConsolePane(Console console, Background background, ZoneId zone, Events events) {
        this.console = console;
        this.events = events;
        setId("console");
        getStyleClass().add("console-pane");
        getStylesheets().add(Theme.sheet(ConsolePane.class, "console.css"));
        filtering = background.latest(this::found, e -> {
            searching = false;
            events.say("The console could not be filtered: " + e.getMessage());
        });
        list.setId("console-list");
        list.setFixedCellSize(ROW);
        list.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && shown != null) {
                text.requestFocus();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE) {
                events.close();
                key.consume();
            }
        });
        text.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                focus();
                key.consume();
            }
        });
        list.setCellFactory(_ -> new ConsoleCell(zone));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> {
            if (!filling) {
                show(now);
            }
        });
        var nothing = new Label("Nothing in the console fits.");
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        filter.setId("console-filter");
        filter.setPromptText("Filter by URL, header, text");
        filter.textProperty().addListener(_ -> search());
        filter.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE || key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
                focus();
                key.consume();
            }
        });
        kind.setId("console-kind");
        kind.getItems().setAll(ConsoleFilter.Kind.values());
        kind.setValue(ConsoleFilter.Kind.ALL);
        kind.valueProperty().addListener(_ -> search());
        split.getStyleClass().add("editor-split");
        split.getItems().setAll(list, text);
        split.setDividerPositions(0.48);
        text.setMinWidth(120);
        list.setMinWidth(120);
        setTop(bar());
        setCenter(deck);
        refresh();
        Consumer<Boolean> changed = Fx.latest(_ -> refresh());
        console.listen(() -> changed.accept(true));
    }

    private HBox bar() {
        var title = new Label("Console");
        title.getStyleClass().add("console-title");
        count.getStyleClass().add("muted");
        count.setMinWidth(0);
        HBox.setHgrow(filter, Priority.ALWAYS);
        filter.setMaxWidth(320);
        filter.setMinWidth(80);
        copy.setId("console-copy");
        copy.setOnAction(_ -> copyCurl(false));
        more.setId("console-more");
        more.setOnAction(_ -> menu().show(more, Side.BOTTOM, 0, 2));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        var clear = Icons.button(Octicons.TRASH_16, "Clear the console", console::clear);
        clear.setId("console-clear");
        var close = Icons.button(Octicons.X_16, "Close the console", events::close);
        title.setMinWidth(Region.USE_PREF_SIZE);
        var bar = new HBox(title, filter, kind, count, gap, copy, more, clear, close);
        bar.getStyleClass().add("console-bar");
        return bar;
    }

    private static Button button(String text) {
        var button = new Button(text);
        button.getStyleClass().add("quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private ContextMenu menu() {
        var exchange = shown instanceof ConsoleEntry.Exchanged;
        return new ContextMenu(
                item("Copy what is shown", shown != null, () -> copied(text.text(), "Copied")),
                item("Copy as cURL with its secrets", exchange, () -> copyCurl(true)),
                item("Save this exchange as HAR…", exchange, () -> events.saveHar(List.of((ConsoleEntry.Exchanged) shown))),
                item("Save all that are listed as HAR…", list.getItems().stream().anyMatch(ConsoleEntry.Exchanged.class::isInstance), () -> events.saveHar(list.getItems().stream()
                        .filter(ConsoleEntry.Exchanged.class::isInstance).map(ConsoleEntry.Exchanged.class::cast).toList())));
    }

    private static MenuItem item(String text, boolean possible, Runnable action) {
        var item = new MenuItem(text);
        item.setDisable(!possible);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// Puts the keyboard into the list.
    public void focus() {
        list.requestFocus();
    }

    /// Something else is looked for: what an earlier search would find is not wanted any more.
    private void search() {
        filtering.forget();
        searching = false;
        refresh();
    }

    private void found(List<ConsoleEntry> entries) {
        searching = false;
        fill(entries);
        if (again) {
            refresh();
        }
    }

    /// Entries that come while a search runs wait for its end; else a busy console would never show what was found.
    private void refresh() {
        again = searching;
        if (searching) {
            return;
        }
        var words = filter.getText().strip();
        var only = kind.getValue();
        var all = console.entries();
        if (words.isEmpty() && only == ConsoleFilter.Kind.ALL) {
            filtering.forget();
            fill(all);
        } else {
            searching = true;
            filtering.submit(() -> ConsoleFilter.of(all, only, words));
        }
    }

    /// Follows the newest unless an older one is looked at.
    private void fill(List<ConsoleEntry> entries) {
        var follows = shown == null || list.getItems().isEmpty() || shown == list.getItems().getLast();
        filling = true;
        Grown.into(list.getItems(), entries);
        filling = false;
        var total = console.entries().size();
        count.setText(entries.size() == total ? total == 1 ? "1 entry" : total + " entries" : entries.size() + " of " + total);
        var content = total == 0 ? empty : split;
        if (!deck.getChildren().equals(List.of(content))) {
            deck.getChildren().setAll(content);
        }
        if (entries.isEmpty()) {
            show(null);
        } else if (follows || entries.stream().noneMatch(e -> e == shown)) {
            list.getSelectionModel().select(entries.size() - 1);
            list.scrollTo(entries.size() - 1);
            show(entries.getLast());
        } else {
            filling = true;
            list.getSelectionModel().select(shown);
            filling = false;
        }
    }

    private void show(ConsoleEntry entry) {
        if (entry != shown) {
            shown = entry;
            uncovered.clear();
            render(false);
        }
        copy.setDisable(!(shown instanceof ConsoleEntry.Exchanged));
    }

    private void render(boolean keep) {
        text.show(shown == null ? List.of() : ConsoleDetail.of(shown, uncovered, this::toggle), keep);
    }

    private void toggle(int secret) {
        if (!uncovered.remove(secret)) {
            uncovered.add(secret);
        }
        render(true);
    }

    private void copyCurl(boolean secrets) {
        if (shown instanceof ConsoleEntry.Exchanged exchange) {
            copied(CurlText.of(SentRequest.of(exchange.traffic().sent(), secrets ? null : exchange.veil())).strip(), secrets ? "Copied as cURL, secrets and all" : "Copied as cURL, secrets covered");
        }
    }

    private void copied(String text, String said) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        events.say(said);
    }
}
