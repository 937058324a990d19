package dev.posthorn.ui.shell;

import dev.posthorn.ui.kit.Theme;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;

/// How the window looks: theme, density of rows, size. What is chosen is remembered.
final class Look {
    private final Memory memory;
    private final Frame frame;
    private final ScaledRoot root;
    private final Consumer<String> say;
    private final ChangeListener<Object> systemTheme = (_, _, _) -> followSystem();
    private Theme theme;
    private Scene scene;

    Look(Memory memory, Frame frame, ScaledRoot root, Consumer<String> say) {
        this.memory = memory;
        this.frame = frame;
        this.root = root;
        this.say = say;
        this.theme = memory.theme();
        root.percent(memory.scale());
        density(memory.comfortable());
    }

    Theme theme() {
        return theme;
    }

    /// The scene whose look it is from now on.
    void of(Scene dressed) {
        scene = dressed;
        Platform.getPreferences().colorSchemeProperty().addListener(systemTheme);
    }

    private void followSystem() {
        if (theme == Theme.SYSTEM) {
            theme.applyTo(scene);
        }
    }

    void theme(Theme chosen) {
        theme = chosen;
        memory.theme(chosen);
        if (scene != null) {
            theme.applyTo(scene);
        }
    }

    void density(boolean comfortable) {
        memory.comfortable(comfortable);
        frame.getStyleClass().remove("comfortable");
        if (comfortable) {
            frame.getStyleClass().add("comfortable");
        }
    }

    /// Makes everything larger or smaller by that many percent; 0 brings the normal size back.
    void scale(int by) {
        root.percent(by == 0 ? 100 : root.percent() + by);
        memory.scale(root.percent());
        say.accept(root.percent() + " %, set");
    }

    void forget() {
        Platform.getPreferences().colorSchemeProperty().removeListener(systemTheme);
    }
}
