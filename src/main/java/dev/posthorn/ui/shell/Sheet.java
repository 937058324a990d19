package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// A panel over the window: a title, what it asks or shows, and its buttons at the lower right.
class Sheet extends VBox {
    private final Label title = new Label();
    private final HBox buttons = new HBox(8);

    /// `width` in pixels, where the window is wide enough.
    Sheet(String id, String heading, double width, Runnable close) {
        setId(id);
        getStyleClass().add("key-sheet");
        title.setText(heading);
        title.getStyleClass().add("sheet-title");
        title.setMinWidth(40);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, Icons.button(Octicons.X_16, "Close (Esc)", close));
        head.getStyleClass().add("sheet-head");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(head);
        setMaxSize(width, USE_PREF_SIZE);
        setFocusTraversable(false);
    }

    final void heading(String text) {
        title.setText(text);
    }

    final void body(Node... nodes) {
        getChildren().addAll(nodes);
        getChildren().add(buttons);
    }

    final Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        buttons.getChildren().add(button);
        return button;
    }

    /// The one button that Enter means.
    final Button accent(String id, String text, Runnable action) {
        var button = button(id, text, action);
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        return button;
    }

    /// Something at the left of the buttons, such as a sentence.
    final void beside(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        buttons.getChildren().addFirst(node);
    }

    static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    static HBox row(String text, Node... nodes) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(80);
        var row = new HBox(8, label);
        row.getChildren().addAll(nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
