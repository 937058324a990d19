package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The narrow bar at the left edge: which view the sidebar shows, and the menu of what can be set.
final class Rail extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    static final List<Action> VIEWS = List.of(Action.COLLECTIONS, Action.ENVIRONMENTS, Action.HISTORY);

    private static final List<List<Action>> MENU = List.of(
            List.of(Action.NEW_COLLECTION, Action.OPEN, Action.OPEN_FOLDER, Action.IMPORT, Action.EXPORT, Action.NEW_ENVIRONMENT),
            List.of(Action.CONNECT_CREATIO, Action.CONNECT_BIZAGI, Action.CONNECT_WORKFLOW_SERVER),
            List.of(Action.THEME_SYSTEM, Action.THEME_LIGHT, Action.THEME_DARK),
            List.of(Action.DENSITY, Action.SPLIT, Action.SIDEBAR, Action.CONSOLE),
            List.of(Action.LARGER, Action.SMALLER, Action.NORMAL_SIZE),
            List.of(Action.ODATA),
            List.of(Action.NETWORK, Action.COOKIES, Action.CLEAR_COOKIES, Action.DEMO, Action.SHORTCUTS, Action.QUIT));

    private final List<Button> buttons;
    private ContextMenu menu;

    Rail(Actions actions) {
        getStyleClass().add("rail");
        buttons = VIEWS.stream().map(actions::button).toList();
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(buttons);
        getChildren().addAll(gap, gear(actions));
    }

    /// Made at the first press: a menu with its icons takes longer than the rest of the rail.
    private Button gear(Actions actions) {
        var gear = Icons.button(Octicons.GEAR_16, "Look and more", () -> { });
        gear.setId("menu");
        gear.setOnAction(_ -> {
            if (menu == null) {
                menu = menu(actions);
            }
            menu.show(gear, Side.RIGHT, 4, -200);
        });
        return gear;
    }

    private static ContextMenu menu(Actions actions) {
        var menu = new ContextMenu();
        for (var group : MENU) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(a -> menu.getItems().add(actions.menuItem(a)));
        }
        return menu;
    }

    /// Null where the sidebar is hidden.
    void choose(Action view) {
        for (var i = 0; i < VIEWS.size(); i++) {
            buttons.get(i).pseudoClassStateChanged(CHOSEN, VIEWS.get(i) == view);
        }
    }
}
