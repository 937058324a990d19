package dev.posthorn.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
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
    ///
    /// What is there many times, as fields and editors are, has its sheet here: JavaFX looks through all nodes that hold a sheet for each node below each of them, so that a window of
    /// a thousand fields with sheets of their own is slow, and gets slower.
    public void applyTo(Scene scene) {
        Application.setUserAgentStylesheet((dark() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("posthorn.css"), sheet(dark() ? "dark.css" : "light.css"), sheet("editor.css"));
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
