package dev.posthorn.ui.request;

import dev.posthorn.ui.editor.CodeEditor;
import dev.posthorn.ui.editor.Languages;
import dev.posthorn.ui.kit.Variables;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/// What the request is for, written in Markdown.
final class DocsTab implements RequestTab {

    private final Lens<String> text;
    private final CodeEditor editor;
    private final BorderPane pane = new BorderPane();

    DocsTab(Lens<String> text, RequestServices services, String words) {
        this.text = text;
        editor = new CodeEditor(Languages.TEXT, Variables.none(), services.background());
        editor.setId("docs");
        editor.wrap();
        editor.onEdit(typed -> text.replace(_ -> typed));
        var hint = new Label(words);
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
