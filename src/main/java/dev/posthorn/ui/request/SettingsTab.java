package dev.posthorn.ui.request;

import dev.posthorn.model.Settings;
import dev.posthorn.workbench.Context;
import java.util.ArrayList;
import java.util.List;
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

/// The switches of a request, folder or collection; each says which level decides while it is not set here.
final class SettingsTab implements RequestTab {

    /// A switch of `Settings`. `inverted`: the file says when it is off (disableCookies).
    private sealed interface Switch {
        String key();

        record Flag(String key, String label, String explanation, boolean preset, boolean inverted) implements Switch {}

        record Number(String key, String label, String explanation, int preset, String unit) implements Switch {}
    }

    private static final List<Switch> ALL = List.of(
            new Switch.Flag("followRedirects", "Follow redirects", "Go on to where a 3xx answer points.", true, false),
            new Switch.Number("maxRedirects", "Most redirects", "Stop after that many.", 10, "redirects"),
            new Switch.Flag("followOriginalHttpMethod", "Keep the method on redirects", "Do not turn POST into GET on 301, 302 and 303.", false, false),
            new Switch.Flag("followAuthorizationHeader", "Keep Authorization on redirects", "Also to another host, which then learns it.", false, false),
            new Switch.Flag("strictSSL", "Verify TLS certificates", "Refuse servers that cannot prove who they are.", true, false),
            new Switch.Flag("disableCookies", "Use cookies", "Send the jar's cookies, and keep those that come.", true, true),
            new Switch.Number("requestTimeout", "Timeout", "Of the whole request; 0 waits without end.", 0, "ms"));

    private final Lens<Settings> settings;
    private final RequestServices services;
    private final List<Row> rows = new ArrayList<>();
    private final ScrollPane scroll;
    private boolean showing;

    SettingsTab(Lens<Settings> settings, RequestServices services) {
        this.settings = settings;
        this.services = services;
        var grid = new GridPane();
        grid.getStyleClass().addAll("settings-grid", "tab-padding");
        var grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(150), grow);
        ALL.forEach(one -> rows.add(new Row(one, grid)));
        scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
    }

    /// How many switches are set at this level.
    static int set(Settings settings) {
        return (int) ALL.stream().filter(s -> settings.values().containsKey(s.key())).count();
    }

    /// What holds where the request says nothing, and who says it.
    private record Inherited(Object value, String from) {}

    private static Inherited inherited(Context context, String key) {
        for (var folder : context.folders().reversed()) {
            if (folder.settings().values().containsKey(key)) {
                return new Inherited(folder.settings().values().get(key), folder.name());
            }
        }
        var collection = context.collection();
        return collection != null && collection.settings().values().containsKey(key)
                ? new Inherited(collection.settings().values().get(key), collection.name()) : new Inherited(null, "");
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show() {
        showing = true;
        rows.forEach(row -> row.show(settings.now(), services.context()));
        showing = false;
    }

    @Override
    public void environmentChanged() {
        show();
    }

    @Override
    public void focusFirst() {
        rows.getFirst().control.requestFocus();
    }

    private void edit(String key, Object value) {
        if (!showing) {
            settings.replace(now -> now.with(key, value));
        }
    }

    /// One switch on the screen.
    private final class Row {

        private final Switch what;
        private final Node control;
        private final Label note = new Label();
        private final Hyperlink reset = new Hyperlink("Reset");

        private Row(Switch what, GridPane grid) {
            this.what = what;
            control = switch (what) {
                case Switch.Flag flag -> flag(flag);
                case Switch.Number number -> number(number);
            };
            control.setId("setting-" + what.key());
            note.getStyleClass().addAll("muted", "small");
            reset.setId("reset-" + what.key());
            reset.setOnAction(_ -> edit(what.key(), null));
            var names = switch (what) {
                case Switch.Flag flag -> names(flag.label(), flag.explanation());
                case Switch.Number number -> names(number.label(), number.explanation());
            };
            var origin = new HBox(8, note, reset);
            origin.getStyleClass().add("link-row");
            grid.addRow(grid.getRowCount(), names, control, origin);
        }

        private VBox names(String label, String explanation) {
            var title = new Label(label);
            title.setLabelFor(control);
            var line = new Label(explanation);
            line.getStyleClass().addAll("muted", "small");
            return new VBox(title, line);
        }

        private CheckBox flag(Switch.Flag flag) {
            var box = new CheckBox();
            box.setAccessibleText(flag.label());
            box.setOnAction(_ -> edit(flag.key(), flag.inverted() != box.isSelected()));
            return box;
        }

        private HBox number(Switch.Number number) {
            var field = new TextField();
            field.setPrefColumnCount(6);
            field.setTextFormatter(new TextFormatter<>(c -> c.getControlNewText().matches("\\d{0,9}") ? c : null));
            field.textProperty().subscribe((_, text) -> edit(number.key(), text.isEmpty() ? null : Integer.valueOf(text)));
            var unit = new Label(number.unit());
            unit.getStyleClass().add("muted");
            var row = new HBox(8, field, unit);
            row.getStyleClass().add("link-row");
            return row;
        }

        private void show(Settings settings, Context context) {
            var here = settings.values().containsKey(what.key());
            var above = inherited(context, what.key());
            var value = here ? settings.values().get(what.key()) : above.value();
            switch (what) {
                case Switch.Flag flag -> ((CheckBox) control).setSelected(value instanceof Boolean on ? flag.inverted() != on : flag.preset());
                case Switch.Number number -> number(number, value, here);
            }
            note.setText(here ? "set here" : above.from().isEmpty() ? "default" : "inherited from " + above.from());
            reset.setVisible(here);
        }

        private void number(Switch.Number number, Object value, boolean here) {
            var field = (TextField) ((HBox) control).getChildren().getFirst();
            var text = value instanceof Number n ? Integer.toString(n.intValue()) : Integer.toString(number.preset());
            field.setPromptText(text);
            var wanted = here ? text : "";
            if (!field.getText().equals(wanted)) {
                field.setText(wanted);
            }
        }
    }
}
