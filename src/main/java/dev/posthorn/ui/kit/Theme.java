package dev.posthorn.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The look of the window: Primer by AtlantaFX, our own colours on top, light or dark, or as the system has it.
public enum Theme {
    SYSTEM("System"), LIGHT("Light"), DARK("Dark");

    private static final String FONTS = "/META-INF/resources/webjars/fontsource__jetbrains-mono/4.5.11/files/";

    private final String label;

    Theme(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean dark() {
        return switch (this) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /// Makes `scene` and all controls look so; called again when the choice or the system's scheme changes.
    public void applyTo(Scene scene) {
        Application.setUserAgentStylesheet((dark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        var sheets = new ArrayList<>(List.of(sheet("posthorn.css"), sheet(dark() ? "dark.css" : "light.css")));
        var ours = List.of(sheet("posthorn.css"), sheet("dark.css"), sheet("light.css"));
        scene.getStylesheets().stream().filter(s -> !ours.contains(s)).forEach(sheets::add);
        scene.getStylesheets().setAll(sheets);
    }

    /// Gives `node` the style sheet that stands beside `owner`, by way of its scene: for what is there many times. JavaFX looks through all holders of a sheet for each node below each of them,
    /// so that a window of a thousand fields with a sheet of their own is slow, and gets slower.
    public static void dress(Node node, Class<?> owner, String name) {
        var sheet = sheet(owner, name);
        node.sceneProperty().subscribe(scene -> {
            if (scene != null && !scene.getStylesheets().contains(sheet)) {
                scene.getStylesheets().add(sheet);
            }
        });
    }

    /// The style sheet of a pane: `name` stands beside `owner` in the resources.
    public static String sheet(Class<?> owner, String name) {
        return Objects.requireNonNull(owner.getResource("/" + owner.getPackageName().replace('.', '/') + "/" + name), name).toExternalForm();
    }

    private static String sheet(String name) {
        return sheet(Theme.class, name);
    }

    /// Loads the shipped code font, so that it is there where the system has none.
    public static void loadFonts() {
        for (var weight : new String[] {"400", "600"}) {
            try (var file = Theme.class.getResourceAsStream(FONTS + "jetbrains-mono-latin-" + weight + "-normal.woff")) {
                if (file != null) {
                    Font.loadFont(file, 13);
                }
            } catch (IOException e) {
                return;
            }
        }
    }
}
