package dev.posthorn.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/// What lies over the window, one at a time: the palette, the shortcut sheet. Esc or a click beside it takes it away, and the focus goes back where it was.
final class Overlays extends StackPane {
    /// Something over the window that makes use of Esc itself.
    interface Escaping {
        /// False where it has no use for it: then it is closed.
        boolean escape();
    }

    private Node before;
    private Node shown;

    Overlays() {
        getStyleClass().add("overlays");
        setVisible(false);
        setOnMousePressed(press -> {
            if (press.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                if (!(shown instanceof Escaping sheet && sheet.escape())) {
                    close();
                }
                key.consume();
            }
        });
    }

    boolean open() {
        return shown != null;
    }

    boolean shows(Node node) {
        return shown == node;
    }

    void show(Node node, Pos where) {
        if (shown == null) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        shown = node;
        StackPane.setAlignment(node, where);
        StackPane.setMargin(node, new Insets(where == Pos.TOP_CENTER ? 6 : 24, 16, 24, 16));
        getChildren().setAll(node);
        setVisible(true);
        node.requestFocus();
    }

    void close() {
        if (shown == null) {
            return;
        }
        shown = null;
        setVisible(false);
        getChildren().clear();
        if (before != null && before.getScene() == getScene()) {
            before.requestFocus();
        }
        before = null;
    }
}
