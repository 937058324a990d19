package dev.posthorn.ui.request;

import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Variables;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// The first page of a folder or collection: its name, what it holds, and what it is for.
final class OverviewTab implements RequestTab {

    private final Lens<String> text;
    private final CodeEditor editor;
    private final BorderPane pane = new BorderPane();

    OverviewTab(Node head, Lens<String> text, RequestServices services) {
        this.text = text;
        editor = new CodeEditor(Languages.TEXT, Variables.none(), services.background());
        editor.setId("level-description");
        editor.wrap();
        editor.onEdit(typed -> text.replace(_ -> typed));
        var title = new Label("Description");
        title.getStyleClass().add("panel-title");
        var hint = new Label("What it is for, who uses it, what to watch out for. Markdown; saved with it.");
        hint.getStyleClass().addAll("muted", "small");
        var top = new VBox(4, head, title, hint);
        top.getStyleClass().add("overview-head");
        pane.setTop(top);
        pane.setCenter(editor);
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void show() {
        editor.show(text.now());
    }

    @Override
    public void environmentChanged() {}

    @Override
    public void focusFirst() {
        editor.requestFocus();
    }
}
