package dev.posthorn.ui.kit;

import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons and the quiet buttons made of them.
public final class Icons {

    private Icons() {}

    public static FontIcon of(Ikon ikon) {
        return new FontIcon(ikon);
    }

    /// A button without text. `tip` says what it does, with the shortcut where there is one; screen readers say it too.
    public static Button button(Ikon ikon, String tip, Runnable action) {
        var button = new Button(null, of(ikon));
        button.getStyleClass().addAll("icon-button");
        Tips.on(button, tip);
        button.setAccessibleText(tip);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
