package dev.posthorn.ui.request;

import dev.posthorn.model.Body;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.Variables;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A GraphQL body: the query, its variables as JSON, and the operation to run.
final class GraphQlPane extends BorderPane {

    private final CodeEditor query;
    private final CodeEditor values;
    private final VariableField operation;
    private final Consumer<Body.GraphQl> changed;

    GraphQlPane(Variables variables, RequestServices services, Consumer<Body.GraphQl> changed) {
        this.changed = changed;
        query = new CodeEditor(Languages.GRAPHQL, variables, services.background());
        query.setId("graphql-query");
        values = new CodeEditor(Languages.of("json"), variables, services.background());
        values.setId("graphql-variables");
        operation = new VariableField(variables);
        operation.setId("graphql-operation");
        operation.prompt("only where the query holds several");
        query.onEdit(_ -> tell());
        values.onEdit(_ -> tell());
        operation.onEdit(_ -> tell());
        var label = new Label("Operation name");
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(operation, Priority.ALWAYS);
        operation.setMaxWidth(320);
        var bar = new HBox(12, label, operation);
        bar.getStyleClass().add("tab-bar");
        setTop(bar);
        var split = new SplitPane(titled("Query", query), titled("Variables (JSON)", values));
        split.setDividerPositions(0.62);
        setCenter(split);
    }

    private static Node titled(String title, CodeEditor editor) {
        var label = new Label(title);
        label.getStyleClass().addAll("muted", "small", "editor-title");
        return new BorderPane(editor, label, null, null, null);
    }

    private void tell() {
        changed.accept(new Body.GraphQl(query.text(), values.text(), operation.text()));
    }

    void show(Body.GraphQl body) {
        query.show(body.query());
        values.show(body.variables());
        operation.show(body.operationName());
    }

    void recolour() {
        query.recolour();
        values.recolour();
        operation.recolour();
    }

    @Override
    public void requestFocus() {
        query.requestFocus();
    }
}
