package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.octicons.Octicons;

/// The bar at the top: the workspace's name, the way into the palette, and the environment in use.
final class TopBar extends Region {
    private static final double SEARCH = 420;

    /// Names of environments; an empty name stands for none.
    interface Events {
        void environment(String name);

        void newEnvironment();

        void editEnvironment();
    }

    private final HBox left;
    private final Button search;
    private final MenuButton environment = new MenuButton();
    private final Events events;

    TopBar(Actions actions, String workspace, Events events) {
        this.events = events;
        getStyleClass().add("top-bar");
        var name = new Label(workspace);
        name.getStyleClass().add("strong");
        left = new HBox(logo(), name);
        left.getStyleClass().add("top-left");
        search = searchBox(actions);
        environment.setId("environment");
        environment.getStyleClass().add("environment");
        Tips.on(environment, Action.CHOOSE_ENVIRONMENT.tip());
        getChildren().addAll(left, search, environment);
        environments(List.of(), "", "");
    }

    /// The horn of the program's icon, drawn in the accent colour.
    private static Region logo() {
        var ring = new SVGPath();
        ring.setContent("M 11 2 A 9 9 0 1 0 11 20 L 20 20 L 20 11 A 9 9 0 0 0 11 2 Z M 11 5 A 6 6 0 0 1 17 11 L 17 17 L 11 17 A 6 6 0 1 1 11 5 Z");
        ring.getStyleClass().add("logo");
        ring.setFillRule(javafx.scene.shape.FillRule.EVEN_ODD);
        return new StackPane(ring);
    }

    private static Button searchBox(Actions actions) {
        var words = new Label("Search requests, actions, environments");
        words.getStyleClass().add("muted");
        var key = new Label(Action.PALETTE.keyText());
        key.getStyleClass().add("key-cap");
        key.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
        var row = new HBox(words, gap, key);
        row.getStyleClass().add("search-row");
        var button = new Button(null, row);
        button.setId("search-box");
        button.getStyleClass().add("search-box");
        button.setAccessibleText(Action.PALETTE.tip());
        button.setOnAction(_ -> actions.perform(Action.PALETTE));
        row.prefWidthProperty().bind(button.widthProperty().subtract(18));
        return button;
    }

    /// Shows the environments that can be chosen and the one in use.
    void environments(List<String> names, String chosen, String colour) {
        environment.setText(chosen.isEmpty() ? "No environment" : chosen.length() > 28 ? chosen.substring(0, 27) + "…" : chosen);
        var dot = new Region();
        dot.getStyleClass().addAll("dot", "environment-dot");
        if (!chosen.isEmpty()) {
            dot.getStyleClass().add("active");
        }
        environment.setGraphic(colour.isEmpty() ? dot : ColourMenu.dot(colour));
        Consumer<String> choose = events::environment;
        environment.getItems().setAll(names.stream().map(n -> choice(n, n.equals(chosen), () -> choose.accept(n))).toList());
        environment.getItems().add(choice("No environment", chosen.isEmpty(), () -> choose.accept("")));
        environment.getItems().add(new SeparatorMenuItem());
        if (!chosen.isEmpty()) {
            environment.getItems().add(item("Edit “" + chosen + "”", events::editEnvironment));
        }
        environment.getItems().add(item("New environment", events::newEnvironment));
        requestLayout();
    }

    private static MenuItem choice(String text, boolean on, Runnable action) {
        var item = item(text, action);
        var tick = Icons.of(Octicons.CHECK_16);
        tick.setVisible(on);
        item.setGraphic(tick);
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    void openEnvironments() {
        environment.requestFocus();
        environment.show();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 44;
    }

    @Override
    protected void layoutChildren() {
        var height = getHeight() - 1;
        var right = Math.min(environment.prefWidth(-1), 240);
        environment.resizeRelocate(Math.round(getWidth() - right - 12), Math.round((height - 28) / 2), right, 28);
        var begin = Math.min(left.prefWidth(-1), getWidth() / 4);
        left.resizeRelocate(12, 0, begin, height);
        var room = getWidth() - 2 * Math.max(begin + 24, right + 24);
        var width = Math.clamp(room, 120, SEARCH);
        search.resizeRelocate(Math.round((getWidth() - width) / 2), Math.round((height - 28) / 2), width, 28);
    }
}
