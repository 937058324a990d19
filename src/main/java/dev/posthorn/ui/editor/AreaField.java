package dev.posthorn.ui.editor;

import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.TextInput;
import dev.posthorn.ui.kit.Variables;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A field of a form with several lines, coloured as its language is. Tab goes on to the next field, as everywhere in a form.
public final class AreaField implements TextInput {

    private static final double LINE = 20;
    private static final int FEWEST = 3;
    private static final int MOST = 12;

    private final CodeEditor editor;

    public AreaField(Language language, Variables variables, Background background) {
        editor = new CodeEditor(language, variables, background);
        editor.getStyleClass().add("area-field");
        editor.area().setParagraphGraphicFactory(null);
        editor.wrap();
        editor.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isShortcutDown()) {
                editor.area().requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
        editor.area().textProperty().subscribe(this::grow);
    }

    private void grow(String text) {
        var lines = Math.clamp(text.lines().limit(MOST).count() + 1, FEWEST, MOST);
        editor.setPrefHeight(lines * LINE + 14);
        editor.setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    public Region node() {
        return editor;
    }

    @Override
    public String text() {
        return editor.text();
    }

    @Override
    public void show(String text) {
        editor.show(text);
    }

    @Override
    public void onEdit(Consumer<String> listener) {
        editor.onEdit(listener);
    }

    @Override
    public void prompt(String text) {
        var prompt = new Text(text);
        prompt.getStyleClass().add("prompt");
        prompt.wrappingWidthProperty().bind(editor.widthProperty().subtract(24));
        editor.area().setPlaceholder(prompt, Pos.TOP_LEFT);
    }

    @Override
    public void recolour() {
        editor.recolour();
    }
}
