package dev.posthorn.ui.request;

import dev.posthorn.model.Request;
import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.workbench.Draft;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// What the request is for, written in Markdown.
final class DocsTab implements RequestTab {

    private final CodeEditor editor;
    private final BorderPane pane = new BorderPane();

    DocsTab(Draft draft, RequestServices services) {
        editor = new CodeEditor(Languages.TEXT, Variables.none(), services.background());
        editor.setId("docs");
        editor.wrap();
        editor.onEdit(text -> draft.edit(r -> r.withDescription(text)));
        var hint = new Label("What this request is for, who uses it, what to watch out for. Markdown; saved with the request.");
        hint.getStyleClass().addAll("muted", "small");
        var bar = new HBox(hint);
        bar.getStyleClass().add("tab-bar");
        pane.setTop(bar);
        pane.setCenter(editor);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show(Request request) {
        editor.show(request.description());
    }

    @Override
    public void environmentChanged() {}

    @Override
    public void focusFirst() {
        editor.requestFocus();
    }
}
