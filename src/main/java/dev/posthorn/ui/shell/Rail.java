package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// The narrow bar at the left edge: which view the sidebar shows, and the menu of what can be set.
final class Rail extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    static final List<Action> VIEWS = List.of(Action.COLLECTIONS, Action.ENVIRONMENTS, Action.HISTORY);

    private final List<Button> buttons;

    Rail(Actions actions) {
        getStyleClass().add("rail");
        buttons = VIEWS.stream().map(actions::button).toList();
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(buttons);
        getChildren().addAll(gap, menu(actions));
    }

    private static MenuButton menu(Actions actions) {
        var menu = new MenuButton(null, Icons.of(Octicons.GEAR_16));
        menu.setId("menu");
        menu.getStyleClass().addAll("icon-button", "gear");
        menu.setTooltip(new Tooltip("Look and more"));
        menu.setAccessibleText("Look and more");
        menu.setPopupSide(javafx.geometry.Side.RIGHT);
        // Made at the first press: a menu with its icons takes longer than the rest of the rail.
        menu.getItems().add(new SeparatorMenuItem());
        menu.setOnShowing(_ -> {
            if (menu.getItems().size() == 1) {
                menu.getItems().setAll(
                        actions.menuItem(Action.OPEN), actions.menuItem(Action.OPEN_FOLDER), actions.menuItem(Action.NEW_ENVIRONMENT), new SeparatorMenuItem(),
                        actions.menuItem(Action.THEME_SYSTEM), actions.menuItem(Action.THEME_LIGHT), actions.menuItem(Action.THEME_DARK), new SeparatorMenuItem(),
                        actions.menuItem(Action.DENSITY), actions.menuItem(Action.SPLIT), actions.menuItem(Action.SIDEBAR), new SeparatorMenuItem(),
                        actions.menuItem(Action.LARGER), actions.menuItem(Action.SMALLER), actions.menuItem(Action.NORMAL_SIZE), new SeparatorMenuItem(),
                        actions.menuItem(Action.CLEAR_COOKIES), actions.menuItem(Action.SHORTCUTS), actions.menuItem(Action.QUIT));
            }
        });
        return menu;
    }

    /// Null where the sidebar is hidden.
    void choose(Action view) {
        for (var i = 0; i < VIEWS.size(); i++) {
            buttons.get(i).pseudoClassStateChanged(CHOSEN, VIEWS.get(i) == view);
        }
    }
}
