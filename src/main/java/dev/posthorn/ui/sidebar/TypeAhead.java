package dev.posthorn.ui.sidebar;

import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/// Typing letters in the tree goes to the next row that begins with them.
final class TypeAhead {
    private final TreeView<TreeRow> tree;
    private final StringBuilder typed = new StringBuilder();
    private final PauseTransition pause = new PauseTransition(Duration.millis(900));

    TypeAhead(TreeView<TreeRow> tree) {
        this.tree = tree;
        pause.setOnFinished(_ -> typed.setLength(0));
    }

    boolean typing() {
        return !typed.isEmpty();
    }

    void typed(KeyEvent key) {
        var text = key.getCharacter();
        if (key.isShortcutDown() || key.isAltDown() || text.isEmpty() || text.charAt(0) <= ' ' && typed.isEmpty() || text.charAt(0) < ' ' || text.charAt(0) == 127 || "/".equals(text)) {
            return;
        }
        typed.append(text.toLowerCase(Locale.ROOT));
        pause.playFromStart();
        go();
        key.consume();
    }

    private void go() {
        var rows = tree.getExpandedItemCount();
        var from = Math.max(0, tree.getSelectionModel().getSelectedIndex()) + (typed.length() == 1 ? 1 : 0);
        for (var i = 0; i < rows; i++) {
            var row = (from + i) % rows;
            if (tree.getTreeItem(row).getValue().name().toLowerCase(Locale.ROOT).startsWith(typed.toString())) {
                tree.getSelectionModel().select(row);
                tree.scrollTo(Math.max(0, row - 4));
                return;
            }
        }
    }
}
