package dev.posthorn.ui.shell;

import dev.posthorn.formats.EnvironmentColour;
import dev.posthorn.ui.kit.Tips;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/// The colour that an environment is marked with, so that nobody takes production for a test.
final class ColourMenu extends MenuButton {
    private static final Map<String, String> COLOURS = colours();

    ColourMenu(Consumer<String> chosen) {
        setId("environment-colour");
        getStyleClass().add("colour-menu");
        setMinWidth(USE_PREF_SIZE);
        Tips.on(this, "Colour of the environment");
        setAccessibleText("Colour of the environment");
        COLOURS.forEach((name, colour) -> {
            var item = new MenuItem(name, dot(colour));
            item.setOnAction(_ -> chosen.accept(colour));
            getItems().add(item);
        });
        show("");
    }

    private static Map<String, String> colours() {
        var colours = new LinkedHashMap<String, String>();
        colours.put("No colour", "");
        var names = List.of("Red", "Orange", "Yellow", "Lime", "Green", "Teal", "Sky", "Blue", "Purple", "Pink");
        for (var i = 0; i < names.size(); i++) {
            colours.put(names.get(i), EnvironmentColour.PALETTE.get(i));
        }
        return colours;
    }

    /// `#rrggbb`; empty for none.
    void show(String colour) {
        setGraphic(dot(colour));
    }

    /// A round mark of a colour; grey where there is none. A text that is no colour counts as none.
    static Node dot(String colour) {
        var dot = new Circle(5);
        dot.getStyleClass().add("environment-mark");
        if (colour.matches("#[0-9a-fA-F]{6}")) {
            dot.setFill(Color.web(colour));
            dot.getStyleClass().setAll("coloured-mark");
        }
        return dot;
    }
}
