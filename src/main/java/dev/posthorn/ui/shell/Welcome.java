package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.EmptyState;
import dev.posthorn.ui.kit.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// What stands in the editor's place while no tab is open: the next steps and their keys.
final class Welcome extends VBox {
    private static final List<Action> NEXT = List.of(Action.PALETTE, Action.NEW_REQUEST, Action.OPEN, Action.IMPORT, Action.NEW_COLLECTION, Action.REOPEN_TAB, Action.SHORTCUTS);

    Welcome(Actions actions) {
        setId("welcome");
        getStyleClass().add("welcome");
        var empty = new EmptyState(Octicons.PAPER_AIRPLANE_16, "Pick a request in the tree, or begin a new one.")
                .action("New request", () -> actions.perform(Action.NEW_REQUEST));
        var keys = new GridPane();
        keys.setAlignment(Pos.CENTER);
        keys.setHgap(16);
        keys.setVgap(8);
        for (var i = 0; i < NEXT.size(); i++) {
            var text = new Label(NEXT.get(i).text());
            text.getStyleClass().add("muted");
            var key = new Label(NEXT.get(i).keyText());
            key.getStyleClass().add("key-cap");
            keys.addRow(i, text, key);
        }
        var connect = new FlowPane(8, 8);
        connect.setAlignment(Pos.CENTER);
        connect.setMaxWidth(600);
        connect.getStyleClass().add("welcome-connect");
        for (var action : List.of(Action.CONNECT_CREATIO, Action.CONNECT_BIZAGI, Action.CONNECT_WORKFLOW_SERVER)) {
            var button = new Button(action.text(), Icons.of(action.icon()));
            button.setId("welcome-" + Actions.id(action));
            button.setOnAction(_ -> actions.perform(action));
            connect.getChildren().add(button);
        }
        getChildren().addAll(empty, connect, keys);
    }
}
