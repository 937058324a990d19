package dev.posthorn.ui.oauth;

import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.octicons.Octicons;

/// A secret to be looked at or copied, dots until the eye is pressed.
final class Secret extends HBox {

    private static final String DOTS = "••••••••••••••••";
    /// Longer ones cannot be read in a line anyway.
    private static final int LONGEST = 400;

    private final Label shown = new Label(DOTS);
    private final ToggleButton eye = new ToggleButton(null, Icons.of(Octicons.EYE_16));
    private String value = "";

    Secret(String id, String what) {
        super(2);
        setAlignment(Pos.CENTER_LEFT);
        shown.setId(id);
        shown.getStyleClass().addAll("code", "secret-value");
        shown.setMinWidth(60);
        eye.setId(id + "-eye");
        eye.getStyleClass().add("icon-button");
        Tips.on(eye, "Show or hide " + what);
        eye.setAccessibleText("Show or hide " + what);
        eye.setOnAction(_ -> draw());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        getChildren().addAll(shown, gap, eye, Copying.icon(id + "-copy", "Copy " + what, () -> value));
        eye.setMinWidth(USE_PREF_SIZE);
    }

    /// Another value is covered again.
    void show(String secret) {
        if (!secret.equals(value)) {
            value = secret;
            eye.setSelected(false);
        }
        draw();
    }

    private void draw() {
        shown.setText(eye.isSelected() ? value.substring(0, Math.min(LONGEST, value.length())) : DOTS);
        eye.setGraphic(Icons.of(eye.isSelected() ? Octicons.EYE_CLOSED_16 : Octicons.EYE_16));
    }
}
