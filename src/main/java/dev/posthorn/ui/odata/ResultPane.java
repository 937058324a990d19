package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.Allowed;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.result.Row;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Answers of a service: the way that was gone, the grid, the raw text, and forms that lie over them.
final class ResultPane extends BorderPane {
    private static final int LONGEST_RAW = 2_000_000;
    /// A narrower bar does not say status and time.
    private static final double WIDE = 560;

    /// What is asked for.
    interface Events extends Grid.Events {
        void next();

        void back(int places);

        void batch();

        /// Copies in that form: "cell", "json", "csv", "all-json", "all-csv".
        void copied(String form);

        /// The functions and actions of a row, as menu entries.
        ///
        /// @param row null for none: then only those of the list
        List<MenuItem> calls(Row row);

        /// What the service lets people do with what is shown.
        Allowed allowed();
    }

    private final Events events;
    private final Background background;
    private final Map<String, String> refused = new HashMap<>();
    private final Grid grid;
    private final HBox way = new HBox(4);
    private final Label amount = new Label();
    private final Label line = new Label();
    private final Label message = new Label();
    private final Button next = new Button("Next page");
    private final ToggleButton raw = new ToggleButton("Raw");
    private final CodeEditor text;
    private final StackPane content = new StackPane();
    private final MenuButton batch = new MenuButton();
    private final Button collected = new Button();
    private final Node empty = new EmptyState(Octicons.TABLE_16, "Choose an entity set on the left, or press Ctrl+Enter to send the query.");
    private Shown shown;
    private Node sheet;

    ResultPane(Background background, Variables variables, Events events) {
        this.events = events;
        this.background = background;
        grid = new Grid(background, refused, events);
        text = new CodeEditor(Languages.of("json"), variables, background);
        text.setId("odata-raw");
        text.readOnly();
        getStyleClass().add("odata-result");
        setMinHeight(100);
        way.setId("odata-way");
        way.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        way.setMinWidth(60);
        amount.setId("odata-amount");
        amount.getStyleClass().add("muted");
        amount.setMinWidth(40);
        line.setId("odata-line");
        line.getStyleClass().add("muted");
        line.setMinWidth(USE_PREF_SIZE);
        line.managedProperty().bind(line.visibleProperty());
        message.setId("odata-message");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        message.getStyleClass().addAll("odata-fault", "odata-message");
        say("");
        next.setId("odata-next");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(_ -> events.next());
        raw.setId("odata-raw-toggle");
        raw.setMinWidth(Region.USE_PREF_SIZE);
        Tips.on(raw, "The answer as it came");
        raw.setOnAction(_ -> arrange());
        collected.setId("odata-collected");
        collected.setMinWidth(Region.USE_PREF_SIZE);
        collected.setOnAction(_ -> events.batch());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        next.setDisable(true);
        raw.setDisable(true);
        var bar = new HBox(8, way, gap, amount, line, told(next, "There are no more rows."), collected, told(raw, "This came along within another answer: its text is there."), actions());
        bar.getStyleClass().add("odata-bar");
        bar.widthProperty().subscribe(width -> {
            line.setVisible(width.doubleValue() > WIDE);
            next.setText(line.isVisible() ? "Next page" : "Next");
            amount.setText(amount());
        });
        HBox.setMargin(line, new javafx.geometry.Insets(0, 0, 0, -4));
        setTop(new VBox(bar, message));
        setCenter(content);
        collected(0);
        arrange();
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE && sheet != null) {
                sheet(null);
                key.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.LEFT && key.isAltDown() && sheet == null) {
                events.back(1);
                key.consume();
            } else if (key.getCode() == KeyCode.ESCAPE && (sheet instanceof BatchPane || sheet instanceof ConfirmPane)) {
                // Lists and editors take this key for themselves.
                sheet(null);
                key.consume();
            }
        });
    }

    /// A control that cannot be used says why: it hears no mouse by itself.
    private Node told(Control control, String why) {
        var around = new StackPane(control);
        around.managedProperty().bind(control.managedProperty());
        Tips.on(around, () -> control.isDisabled() ? shown == null ? "There is no answer yet: send the query first (Ctrl+Enter)." : why : "");
        return around;
    }

    private MenuButton actions() {
        batch.setText("Row");
        batch.setId("odata-row-menu");
        batch.setMinWidth(Region.USE_PREF_SIZE);
        batch.getItems().add(new MenuItem());
        Tips.on(batch, () -> shown == null ? "Without an answer there are no rows; a new entity can be made." : grid.selected() == null ? "Choose a row to change it, copy it, or call what it has." : "");
        batch.setOnShowing(_ -> batch.getItems().setAll(items()));
        var menu = new ContextMenu(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(items()));
        grid.setContextMenu(menu);
        return batch;
    }

    private List<MenuItem> items() {
        var row = grid.selected();
        var some = row != null;
        var allowed = events.allowed();
        var items = new ArrayList<MenuItem>(List.of(item("odata-new", "New…   Insert", Octicons.PLUS_16, allowed.insert(), events::create),
                item("odata-edit", "Edit…   F2", Octicons.PENCIL_16, some && allowed.update(), () -> events.edit(grid.selected())),
                item("odata-delete", "Delete…   Delete", Octicons.TRASH_16, some && allowed.delete(), () -> events.delete(grid.selected()))));
        items.addAll(events.calls(row));
        items.add(new javafx.scene.control.SeparatorMenuItem());
        items.add(item("odata-copy-cell", "Copy the cell   Ctrl+C", Octicons.CLIPPY_16, some, () -> events.copied("cell")));
        items.add(item("odata-copy-json", "Copy the row as JSON", Octicons.CLIPPY_16, some, () -> events.copied("json")));
        items.add(item("odata-copy-csv", "Copy the row as CSV", Octicons.CLIPPY_16, some, () -> events.copied("csv")));
        items.add(item("odata-copy-all-json", "Copy all rows as JSON", Octicons.CLIPPY_16, shown != null, () -> events.copied("all-json")));
        items.add(item("odata-copy-all-csv", "Copy all rows as CSV", Octicons.CLIPPY_16, shown != null, () -> events.copied("all-csv")));
        return items;
    }

    private static MenuItem item(String id, String words, Octicons icon, boolean can, Runnable action) {
        var item = new MenuItem(words, Icons.of(icon));
        item.setId(id);
        item.setDisable(!can);
        item.setOnAction(_ -> action.run());
        return item;
    }

    Grid grid() {
        return grid;
    }

    /// How many changes wait to be sent together.
    void collected(int changes) {
        collected.setText("Together " + changes);
        collected.setVisible(changes > 0);
        collected.setManaged(changes > 0);
    }

    /// Says why something was refused; "" takes it away.
    void say(String sentence) {
        message.setText(sentence);
        showMessage();
    }

    /// A form or a request over the grid says by itself what is wrong with it.
    private void showMessage() {
        var told = !message.getText().isEmpty() && sheet == null;
        message.setVisible(told);
        message.setManaged(told);
    }

    /// Marks a row whose change the service refused; an empty sentence takes the mark away.
    void refused(Row row, String sentence) {
        if (sentence.isEmpty()) {
            refused.remove(row.url());
        } else {
            refused.put(row.url(), sentence);
        }
        grid.refresh();
    }

    /// @param titles of all answers that were gone through, the one that is shown last
    void show(Shown now, List<String> titles, Edm edm) {
        shown = now;
        way.getChildren().clear();
        for (var i = 0; i < titles.size(); i++) {
            var places = titles.size() - 1 - i;
            if (i > 0) {
                way.getChildren().add(new Label("›"));
            }
            if (places == 0) {
                var here = new Label(titles.get(i));
                here.getStyleClass().add("odata-here");
                way.getChildren().add(here);
            } else {
                var link = new Hyperlink(titles.get(i));
                link.setOnAction(_ -> events.back(places));
                way.getChildren().add(link);
            }
        }
        amount.setText(amount());
        line.setText((now.line().isEmpty() || now.amount().isEmpty() ? "" : "· ") + now.line());
        next.setDisable(now.next().isEmpty());
        next.setVisible(now.value() == null && now.error() == null);
        next.setManaged(next.isVisible());
        raw.setDisable(now.raw().isEmpty());
        if (now.raw().isEmpty()) {
            raw.setSelected(false);
        }
        if (now.error() == null && now.value() == null) {
            grid.show(now.columns(), now.rows(), edm);
        }
        say(now.error() == null ? "" : now.error().sentence());
        arrange();
    }

    /// "50 of 2,000 rows", where there is little room without the last word.
    private String amount() {
        var all = shown == null ? "" : shown.amount();
        return line.isVisible() || !all.contains(" of ") ? all : all.replace(" rows", "");
    }

    private void arrange() {
        showMessage();
        if (sheet != null) {
            content.getChildren().setAll(sheet);
        } else if (shown == null) {
            content.getChildren().setAll(empty);
        } else if (raw.isSelected() || shown.error() != null && !shown.raw().isEmpty()) {
            raw(shown.raw());
            content.getChildren().setAll(text);
        } else if (shown.value() != null) {
            var value = new Label(shown.value());
            value.setId("odata-value");
            value.setWrapText(true);
            value.getStyleClass().addAll("mono", "odata-value-shown");
            content.getChildren().setAll(value);
        } else {
            content.getChildren().setAll(grid);
        }
    }

    private void raw(String answer) {
        var start = answer.stripLeading();
        var json = start.startsWith("{") || start.startsWith("[");
        text.language(json ? Languages.of("json") : start.startsWith("<") ? Languages.of("xml") : Languages.TEXT);
        var of = shown;
        text.show("");
        background.run(() -> shortened(json ? dev.posthorn.tree.JsonWriter.pretty(dev.posthorn.tree.JsonReader.read(answer).plain()) : answer), words -> {
            if (shown == of) {
                text.show(words);
            }
        }, _ -> {
            if (shown == of) {
                text.show(shortened(answer));
            }
        });
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_RAW ? text : text.substring(0, LONGEST_RAW) + "\n… The rest of " + text.length() + " characters is not shown here; open the query as a request to see it.";
    }

    /// Lays a form over the grid; null takes it away.
    void sheet(Node now) {
        sheet = now;
        arrange();
        if (now == null && shown != null) {
            grid.requestFocus();
        }
    }

    Node sheet() {
        return sheet;
    }
}
