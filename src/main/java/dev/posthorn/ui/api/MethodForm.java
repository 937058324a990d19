package dev.posthorn.ui.api;

import dev.posthorn.api.ApiMethod;
import dev.posthorn.api.Parameter;
import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.TextInput;
import dev.posthorn.ui.kit.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The form of one method: a field for each parameter, and the body as fields or as JSON, the one following the other.
final class MethodForm extends VBox {

    private static final int MOST = 200;

    private final ApiMethod method;
    private final Variables variables;
    private final Runnable changed;
    private final Map<String, String> values;
    private final Map<String, Consumer<String>> inputs = new HashMap<>();
    private final Map<String, Label> faults = new HashMap<>();
    private final List<Node> bodyFields = new ArrayList<>();
    private final CodeEditor json;
    private final Label jsonFault = new Label();
    private String body;
    private boolean showing;

    MethodForm(ApiMethod method, Variables variables, Background background, Runnable changed) {
        super(6);
        this.method = method;
        this.variables = variables;
        this.changed = changed;
        values = new LinkedHashMap<>(method.presets());
        setId("api-form");
        getStyleClass().add("api-form");
        for (var where : Parameter.Where.values()) {
            part(where);
        }
        json = method.request().body() instanceof Body.Raw raw ? new CodeEditor(Languages.ofCode(raw.language()), variables, background) : null;
        if (json != null) {
            body();
        }
        if (method.parameters().isEmpty() && json == null) {
            getChildren().add(quiet("This method has no parameters. Send it as it is."));
        }
        if (method.request().body() instanceof Body.FormData || method.request().body() instanceof Body.Binary || method.request().body() instanceof Body.GraphQl) {
            getChildren().add(quiet("Its body (" + method.request().body().mode() + ") is sent as it stands in the request."));
        }
        check();
    }

    private static Label quiet(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    private void part(Parameter.Where where) {
        var here = method.parameters().stream().filter(p -> p.where() == where).limit(MOST).toList();
        if (here.isEmpty()) {
            return;
        }
        var title = new Label(where.title());
        title.getStyleClass().add("panel-title");
        var grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(4);
        var labels = new ColumnConstraints(70, 150, 180);
        var fields = new ColumnConstraints(90, 200, Double.MAX_VALUE);
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, fields);
        here.forEach(p -> row(grid, p));
        if (where == Parameter.Where.BODY) {
            bodyFields.add(grid);
        }
        getChildren().addAll(title, grid);
    }

    private void row(GridPane grid, Parameter parameter) {
        var name = new Label(parameter.name() + (parameter.required() ? " *" : ""));
        name.setWrapText(true);
        var type = new Label(parameter.type());
        type.getStyleClass().addAll("subtle", "small");
        var input = parameter.choices().isEmpty() ? line(parameter) : choice(parameter);
        input.setId("api-" + parameter.where().name().toLowerCase(java.util.Locale.ROOT) + "-" + parameter.name().replaceAll("[^A-Za-z0-9_-]", "_"));
        input.setAccessibleText(parameter.name() + (parameter.required() ? ", needed" : ""));
        var fault = new Label();
        fault.getStyleClass().addAll("api-bad", "small");
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        faults.put(parameter.key(), fault);
        var cell = new VBox(2, input, fault);
        if (!parameter.about().isEmpty()) {
            var about = quiet(parameter.about());
            about.getStyleClass().add("small");
            cell.getChildren().add(about);
        }
        grid.addRow(grid.getRowCount(), new VBox(name, type), cell);
    }

    private Node line(Parameter parameter) {
        TextInput field = new VariableField(variables);
        field.show(parameter.preset());
        field.onEdit(text -> typed(parameter, text));
        inputs.put(parameter.key(), field::show);
        return field.node();
    }

    private Node choice(Parameter parameter) {
        var box = new ChoiceBox<String>();
        box.getItems().add("");
        box.getItems().addAll(parameter.choices());
        var preset = parameter.preset();
        if (!box.getItems().contains(preset)) {
            box.getItems().add(preset);
        }
        box.setValue(preset);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe((_, chosen) -> typed(parameter, chosen == null ? "" : chosen));
        inputs.put(parameter.key(), text -> {
            if (!box.getItems().contains(text)) {
                box.getItems().add(text);
            }
            box.setValue(text);
        });
        return box;
    }

    private void typed(Parameter parameter, String text) {
        if (showing) {
            return;
        }
        values.put(parameter.key(), text);
        if (parameter.where() == Parameter.Where.BODY) {
            body = null;
            json.update(method.json(values));
            jsonFault.setText("");
        }
        check();
        changed.run();
    }

    /// The body as JSON, below its fields; a switch shows the one or the other.
    private void body() {
        json.setId("api-json");
        json.show(method.hasBody() ? method.json(values) : ((Body.Raw) method.request().body()).text());
        json.setPrefHeight(160);
        json.setMinHeight(90);
        json.onEdit(this::typedJson);
        jsonFault.getStyleClass().addAll("api-bad", "small");
        jsonFault.setWrapText(true);
        jsonFault.managedProperty().bind(jsonFault.textProperty().isNotEmpty());
        var title = new Label("Body");
        title.getStyleClass().add("panel-title");
        var part = new VBox(4, json, jsonFault);
        if (method.hasBody()) {
            var raw = new CheckBox("Body as JSON");
            raw.setId("api-as-json");
            raw.selectedProperty().subscribe(on -> {
                part.setVisible(on);
                part.setManaged(on);
                bodyFields.forEach(node -> {
                    node.setVisible(!on);
                    node.setManaged(!on);
                });
            });
            getChildren().addAll(raw, part);
        } else {
            getChildren().addAll(title, part);
        }
    }

    private void typedJson(String text) {
        body = text;
        if (method.hasBody()) {
            var read = method.read(text, values);
            jsonFault.setText(read == null ? "This is no JSON object, so the fields do not follow. It is sent as it is." : "");
            if (read != null) {
                showing = true;
                read.forEach((key, value) -> {
                    if (!value.equals(values.put(key, value)) && inputs.containsKey(key)) {
                        inputs.get(key).accept(value);
                    }
                });
                showing = false;
            }
        }
        check();
        changed.run();
    }

    private void check() {
        var found = body != null && method.hasBody() ? Map.<String, String>of() : method.faults(values);
        faults.forEach((key, label) -> label.setText(found.getOrDefault(key, "")));
    }

    /// How many fields have something wrong.
    long wrong() {
        return faults.values().stream().filter(l -> !l.getText().isEmpty()).count();
    }

    Request filled() {
        return method.filled(values, body);
    }
}
