package dev.posthorn.ui.request;

import dev.posthorn.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The switches of a WebSocket request, as Postman has them.
final class SocketSettingsTab implements RequestTab {

    /// @param unit empty for a switch that is on or off
    private record Switch(String key, String label, String explanation, long preset, String unit) {}

    private static final List<Switch> ALL = List.of(
            new Switch("handshakeTimeout", "Handshake timeout", "Until the connection is open; 0 waits without end.", 0, "ms"),
            new Switch("retryCount", "Reconnections", "How often a lost connection is made again; 0 for never.", 0, "times"),
            new Switch("retryDelay", "Reconnection interval", "Between two attempts.", 5_000, "ms"),
            new Switch("maxPayload", "Largest message", "A bigger one from the server ends the connection with 1009; 0 for no limit.", 5L << 20, "bytes"),
            new Switch("strictSSL", "Verify TLS certificates", "Refuse servers that cannot prove who they are.", 1, ""));

    private final Lens<Settings> settings;
    private final List<Consumer<Settings>> rows = new ArrayList<>();
    private final ScrollPane scroll;
    private Node first;
    private boolean showing;

    SocketSettingsTab(Lens<Settings> settings) {
        this.settings = settings;
        var grid = new GridPane();
        grid.getStyleClass().addAll("settings-grid", "tab-padding");
        var grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(170), grow);
        ALL.forEach(one -> row(one, grid));
        scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
    }

    /// How many are set.
    static int set(Settings settings) {
        return (int) ALL.stream().filter(s -> settings.values().containsKey(s.key())).count();
    }

    private void row(Switch what, GridPane grid) {
        var control = what.unit().isEmpty() ? flag(what) : number(what);
        control.setId("setting-" + what.key());
        first = first == null ? control : first;
        var title = new Label(what.label());
        title.setLabelFor(control);
        var line = new Label(what.explanation());
        line.getStyleClass().addAll("muted", "small");
        var note = new Label();
        note.getStyleClass().addAll("muted", "small");
        var reset = new Hyperlink("Reset");
        reset.setOnAction(_ -> edit(what.key(), null));
        var origin = new HBox(8, note, reset);
        origin.getStyleClass().add("link-row");
        rows.add(now -> {
            var here = now.values().containsKey(what.key());
            note.setText(here ? "set here" : "default");
            reset.setVisible(here);
        });
        grid.addRow(grid.getRowCount(), new VBox(title, line), control, origin);
    }

    private Node flag(Switch what) {
        var box = new CheckBox();
        box.setAccessibleText(what.label());
        box.setOnAction(_ -> edit(what.key(), box.isSelected()));
        rows.add(now -> box.setSelected(now.flag(what.key()).orElse(what.preset() != 0)));
        return box;
    }

    private Node number(Switch what) {
        var field = new TextField();
        field.setPrefColumnCount(8);
        field.setPromptText(Long.toString(what.preset()));
        field.setTextFormatter(new TextFormatter<>(c -> c.getControlNewText().matches("\\d{0,9}") ? c : null));
        field.textProperty().subscribe((_, text) -> edit(what.key(), text.isEmpty() ? null : Integer.valueOf(text)));
        var unit = new Label(what.unit());
        unit.getStyleClass().add("muted");
        rows.add(now -> {
            var wanted = now.values().get(what.key()) instanceof Number n ? Long.toString(n.longValue()) : "";
            if (!field.getText().equals(wanted)) {
                field.setText(wanted);
            }
        });
        var row = new HBox(8, field, unit);
        row.getStyleClass().add("link-row");
        return row;
    }

    private void edit(String key, Object value) {
        if (!showing) {
            settings.replace(now -> now.with(key, value));
        }
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show() {
        showing = true;
        rows.forEach(row -> row.accept(settings.now()));
        showing = false;
    }

    @Override
    public void environmentChanged() {
        // Nothing here has variables or comes from above.
    }

    @Override
    public void focusFirst() {
        (first instanceof HBox row ? row.getChildren().getFirst() : first).requestFocus();
    }
}
