package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// F1: all keys on one sheet.
final class ShortcutSheet extends VBox {
    private record Line(String text, String key) {}

    private static final List<Line> IN_THE_TREE = List.of(
            new Line("Next, previous row", "↓ ↑"),
            new Line("Open, close a folder", "→ ←"),
            new Line("Look at the request", "Space"),
            new Line("Open the request in a tab", "Enter"),
            new Line("Filter", "/"),
            new Line("Go to a row", "type its name"),
            new Line("Rename", "F2"),
            new Line("Duplicate", "Ctrl+D"),
            new Line("Delete", "Del"),
            new Line("Undo a deletion or move", "Ctrl+Z"),
            new Line("Move up, down, out, in", "Alt+↑ ↓ ← →"));

    ShortcutSheet(Runnable close) {
        setId("shortcut-sheet");
        getStyleClass().add("key-sheet");
        var title = new Label("Keyboard shortcuts");
        title.getStyleClass().add("sheet-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, Icons.button(Octicons.X_16, "Close (Esc)", close));
        head.getStyleClass().add("sheet-head");
        var left = new VBox(20, block(Action.Group.REQUESTS), block(Action.Group.TABS), block("In the tree", IN_THE_TREE));
        var right = new VBox(20, block(Action.Group.WINDOW), block(Action.Group.WORKSPACE));
        var groups = new HBox(32, left, right);
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        getChildren().addAll(head, scroll);
        setMaxSize(740, USE_PREF_SIZE);
        setFocusTraversable(true);
    }

    private static VBox block(Action.Group group) {
        return block(group.title(), Arrays.stream(Action.values())
                .filter(a -> a.group() == group && a.key() != null).map(a -> new Line(a.text(), a.keyText())).toList());
    }

    private static VBox block(String title, List<Line> lines) {
        var block = new VBox();
        block.getStyleClass().add("sheet-block");
        var head = new Label(title);
        head.getStyleClass().add("panel-title");
        block.getChildren().add(head);
        for (var line : lines) {
            var text = new Label(line.text());
            var key = new Label(line.key());
            key.getStyleClass().add("key-cap");
            key.setMinWidth(USE_PREF_SIZE);
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            var row = new HBox(text, gap, key);
            row.getStyleClass().add("sheet-row");
            block.getChildren().add(row);
        }
        block.setPrefWidth(320);
        return block;
    }
}
