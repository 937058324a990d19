package dev.posthorn.ui.request;

import dev.posthorn.http.TlsChoices;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Switch;
import dev.posthorn.workbench.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The switches of a request, folder or collection; each says which level decides while it is not set here.
final class SettingsTab implements RequestTab {

    private static final List<String> AUTOMATIC = List.of("accept", "accept-encoding", "cache-control", "connection", "content-length", "content-type", "host",
            "postman-token", "user-agent");

    private final Lens<Settings> settings;
    private final RequestServices services;
    private final List<Row> rows = new ArrayList<>();
    private final ScrollPane scroll;
    private boolean asked;
    private boolean showing;

    SettingsTab(Lens<Settings> settings, RequestServices services) {
        this.settings = settings;
        this.services = services;
        var grid = new GridPane();
        grid.getStyleClass().addAll("settings-grid", "tab-padding");
        var names = new ColumnConstraints(140, 340, 400);
        var controls = new ColumnConstraints(160, 260, 420);
        controls.setHgrow(Priority.ALWAYS);
        var notes = new ColumnConstraints(96, 200, Double.MAX_VALUE);
        notes.setHgrow(Priority.SOMETIMES);
        grid.getColumnConstraints().addAll(names, controls, notes);
        for (var group : Setting.GROUPS) {
            var title = new Label(group.title());
            title.getStyleClass().add("settings-group");
            grid.add(title, 0, grid.getRowCount(), 3, 1);
            group.settings().forEach(setting -> rows.add(new Row(setting, grid)));
        }
        scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("quiet-scroll");
    }

    /// How many switches are set at this level.
    static int set(Settings settings) {
        return (int) Setting.all().stream().filter(s -> settings.values().get(s.which().key()) != null).count();
    }

    /// Who decides while this level says nothing; empty for nobody.
    private static String above(Context context, String key) {
        for (var folder : context.folders().reversed()) {
            if (folder.settings().decides(key)) {
                return folder.name();
            }
        }
        var collection = context.collection();
        return collection != null && collection.settings().decides(key) ? collection.name() : "";
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void show() {
        showing = true;
        var context = services.context();
        var own = settings.now();
        var effective = context.settings(own);
        rows.forEach(row -> row.show(effective, own, context));
        showing = false;
        if (!asked) {
            asked = true;
            services.background().run(TlsChoices::ofThisJava, this::offer, _ -> { });
        }
    }

    private void offer(TlsChoices choices) {
        for (var row : rows) {
            switch (row.control) {
                case TlsVersionBoxes boxes -> boxes.offer(choices);
                case NameListField field when row.setting instanceof Setting.Ciphers -> field.know(choices.ciphers(), choices::knows);
                default -> { }
            }
        }
        show();
    }

    @Override
    public void environmentChanged() {
        show();
    }

    @Override
    public void focusFirst() {
        rows.getFirst().control.node().requestFocus();
    }

    private void edit(UnaryOperator<Settings> change) {
        if (!showing) {
            settings.replace(change);
        }
    }

    private SettingControl control(Setting setting) {
        return switch (setting) {
            case Setting.Flag flag -> new SettingControls.OnOff(flag, this::edit);
            case Setting.Number number -> new SettingControls.Count(number, this::edit);
            case Setting.Version version -> new SettingControls.HttpVersion(version, this::edit);
            case Setting.TlsVersions versions -> new TlsVersionBoxes(versions, this::edit);
            case Setting.Ciphers ciphers -> new NameListField(ciphers.which().key(), ciphers.label(), false, this::edit);
            case Setting.Headers headers -> {
                var field = new NameListField(headers.which().key(), headers.label(), true, this::edit);
                field.know(AUTOMATIC, _ -> true);
                yield field;
            }
        };
    }

    /// One switch on the screen.
    private final class Row {

        private final Setting setting;
        private final String key;
        private final SettingControl control;
        private final Label note = new Label();
        private final Hyperlink from = new Hyperlink();
        private final Hyperlink reset = new Hyperlink("Reset");
        private final Label remark = new Label();

        private Row(Setting setting, GridPane grid) {
            this.setting = setting;
            key = setting.which().key();
            control = control(setting);
            control.node().setId("setting-" + key);
            note.getStyleClass().addAll("muted", "small");
            from.getStyleClass().add("small");
            from.setWrapText(true);
            note.setMinWidth(Region.USE_PREF_SIZE);
            reset.setMinWidth(Region.USE_PREF_SIZE);
            reset.getStyleClass().add("small");
            reset.setId("reset-" + key);
            reset.setAccessibleText("Reset " + setting.label());
            reset.setOnAction(_ -> edit(now -> setting instanceof Setting.Version ? now.with(key, null).with(Switch.PRIOR_KNOWLEDGE.key(), null) : now.with(key, null)));
            remark.setId("remark-" + key);
            remark.getStyleClass().addAll("warning", "small");
            remark.setWrapText(true);
            var origin = new HBox(8, note, from, reset);
            origin.getStyleClass().add("link-row");
            var names = names();
            var middle = new VBox(4, control.node(), remark);
            for (var part : List.of(names, middle, origin)) {
                GridPane.setValignment(part, VPos.TOP);
                GridPane.setFillHeight(part, false);
            }
            grid.addRow(grid.getRowCount(), names, middle, origin);
        }

        private VBox names() {
            var title = new Label(setting.label());
            title.setLabelFor(control.node());
            var line = new Label(setting.explanation());
            line.getStyleClass().addAll("muted", "small");
            line.setWrapText(true);
            return new VBox(title, line);
        }

        private void show(Settings effective, Settings own, Context context) {
            control.show(effective, own);
            var fault = own.fault(key).map(said -> "\"" + key + "\" " + said + ".").orElse("");
            var said = fault.isEmpty() ? control.remark() : fault;
            remark.setText(said);
            remark.setVisible(!said.isEmpty());
            remark.setManaged(!said.isEmpty());
            var here = own.decides(key);
            var level = here ? "" : above(context, key);
            note.setText(here ? "set here" : level.isEmpty() ? "default" : "");
            from.setText(level.isEmpty() ? "" : "inherited from " + level);
            from.setOnAction(_ -> services.goTo(level));
            shown(note, level.isEmpty());
            shown(from, !level.isEmpty());
            shown(reset, here || !fault.isEmpty());
        }

        private static void shown(Node node, boolean on) {
            node.setVisible(on);
            node.setManaged(on);
        }
    }
}
