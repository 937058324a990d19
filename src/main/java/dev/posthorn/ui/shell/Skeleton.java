package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Theme;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What the window shows in its first tenths of a second: its surfaces, where they stay. Everything else is made when they are on screen.
final class Skeleton extends BorderPane {

    private static final double TOP = 44;
    private static final double STATUS = 24;

    Skeleton(boolean withSidebar, double sidebarWidth) {
        getStyleClass().add("frame");
        getStylesheets().add(Theme.sheet(Skeleton.class, "shell.css"));
        setTop(surface("top-bar", Region.USE_COMPUTED_SIZE, TOP));
        var rail = surface("rail", Region.USE_COMPUTED_SIZE, Region.USE_COMPUTED_SIZE);
        setLeft(withSidebar ? new HBox(rail, surface("sidebar", sidebarWidth, Region.USE_COMPUTED_SIZE)) : rail);
        setBottom(surface("status-bar", Region.USE_COMPUTED_SIZE, STATUS));
    }

    private static Region surface(String style, double width, double height) {
        var surface = new Region();
        surface.getStyleClass().add(style);
        surface.setPrefSize(width, height);
        return surface;
    }
}
