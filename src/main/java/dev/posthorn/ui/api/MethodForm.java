package dev.posthorn.ui.api;

import dev.posthorn.api.ApiMethod;
import dev.posthorn.api.MethodFields;
import dev.posthorn.api.Parameter;
import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The form of one method: a field for each parameter, and the body as fields or as JSON, the one following the other.
final class MethodForm extends VBox implements FieldGrid.Events {

    private final Request request;
    private final MethodFields fields;
    private final Variables variables;
    private final Runnable changed;
    private final List<FieldGrid> grids = new ArrayList<>();
    private final FieldGrid bodyGrid;
    private final Background background;
    private final Label jsonFault = new Label();
    /// Made when the JSON is first shown.
    private CodeEditor json;
    private Map<String, String> values;
    private Map<String, String> wrong = Map.of();
    private String body;
    private boolean readable = true;
    /// Whether the JSON was typed since the fields were drawn.
    private boolean stale;

    MethodForm(ApiMethod method, Variables variables, Background background, Runnable changed) {
        super(8);
        this.variables = variables;
        this.background = background;
        this.changed = changed;
        request = method.request();
        fields = method.fields();
        values = fields.presets();
        setId("api-form");
        getStyleClass().add("api-form");
        var rows = fields.parameters(Map.of());
        for (var where : Parameter.Where.values()) {
            var here = rows.stream().filter(p -> p.where() == where).toList();
            if (where != Parameter.Where.BODY && !here.isEmpty()) {
                getChildren().addAll(title(where.title()), grid(here));
            }
        }
        bodyGrid = fields.hasBody() ? grid(fields.ofBody(values)) : null;
        body = request.body() instanceof Body.Raw raw ? raw.text() : null;
        if (request.body() instanceof Body.Raw raw) {
            body(raw.language());
        }
        if (rows.isEmpty() && body == null) {
            getChildren().add(quiet("This method has no parameters. Send it as it is."));
        }
        if (request.body() instanceof Body.Binary || request.body() instanceof Body.GraphQl) {
            getChildren().add(quiet("Its body (" + request.body().mode() + ") is sent as it stands in the request."));
        }
        check();
    }

    static Label quiet(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label title(String text) {
        var title = new Label(text);
        title.getStyleClass().add("panel-title");
        return title;
    }

    private FieldGrid grid(List<Parameter> parameters) {
        var grid = new FieldGrid(variables, this);
        grid.show(parameters, values);
        grids.add(grid);
        return grid;
    }

    @Override
    public void typed(Parameter parameter, String text) {
        values.put(parameter.key(), text);
        if (parameter.where() == Parameter.Where.BODY) {
            bodyFromFields();
            if (parameter.role() == Parameter.Role.EITHER) {
                bodyGrid.show(fields.ofBody(values), values);
                bodyGrid.focus(parameter.name());
            }
        }
        check();
        changed.run();
    }

    @Override
    public void add(Parameter list) {
        values = new LinkedHashMap<>(fields.adding(values, list));
        structured();
        var added = fields.ofBody(values).stream().filter(p -> p.name().startsWith(list.name() + "[" + last(list) + "]") && p.role() != Parameter.Role.ITEM).findFirst();
        bodyGrid.focus(added.orElse(list).name());
    }

    private int last(Parameter list) {
        return Integer.parseInt(values.get(list.key())) - 1;
    }

    @Override
    public void remove(Parameter item) {
        values = new LinkedHashMap<>(fields.removing(values, item));
        body = fields.without(body, item);
        structured();
        bodyGrid.focus(item.name().substring(0, item.name().lastIndexOf('[')));
    }

    /// The body has other fields now.
    private void structured() {
        bodyFromFields();
        bodyGrid.show(fields.ofBody(values), values);
        check();
        changed.run();
    }

    private void bodyFromFields() {
        body = fields.json(values, body);
        readable = true;
        if (json != null) {
            json.update(body);
        }
        jsonFault.setText("");
    }

    /// The body as JSON in the place of its fields; a switch shows the one or the other.
    private void body(String language) {
        jsonFault.getStyleClass().addAll("api-bad", "small");
        jsonFault.setWrapText(true);
        jsonFault.managedProperty().bind(jsonFault.textProperty().isNotEmpty());
        var part = new VBox(4, jsonFault);
        if (bodyGrid == null) {
            part.getChildren().addFirst(editor(language));
            getChildren().addAll(title("Body"), part);
            return;
        }
        var raw = new CheckBox("Body as JSON");
        raw.setId("api-as-json");
        raw.selectedProperty().subscribe(on -> {
            if (on && json == null) {
                part.getChildren().addFirst(editor(language));
            }
            shown(part, on);
            shown(bodyGrid, !on);
            if (stale && !on) {
                stale = false;
                bodyGrid.show(fields.ofBody(values), values);
                check();
            }
        });
        var gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        var head = new HBox(8, title("Body"), gap, raw);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(head, bodyGrid, part);
    }

    private CodeEditor editor(String language) {
        json = new CodeEditor(Languages.ofCode(language), variables, background);
        json.setId("api-json");
        json.show(body);
        json.setPrefHeight(200);
        json.setMinHeight(120);
        json.onEdit(this::typedJson);
        return json;
    }

    private static void shown(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private void typedJson(String text) {
        body = text;
        if (fields.hasBody()) {
            var read = fields.read(text, values);
            readable = read != null;
            jsonFault.setText(readable ? "" : "This is no JSON object, so the fields do not follow. It is sent as it is.");
            if (readable) {
                values = new LinkedHashMap<>(read);
                stale = true;
            }
        }
        check();
        changed.run();
    }

    private void check() {
        wrong = fields.faults(values);
        if (!readable) {
            wrong.keySet().removeIf(key -> key.startsWith(Parameter.Where.BODY + ":"));
        }
        grids.forEach(grid -> grid.faults(wrong));
    }

    /// How many fields have something wrong.
    int wrong() {
        return wrong.size();
    }

    Request filled() {
        return fields.filled(values, body);
    }
}
