package dev.posthorn.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.octicons.Octicons;

/// A field for a secret: dots until the eye is pressed. A value that is only a `{{variable}}` is shown, since it gives nothing away.
public final class SecretField implements TextInput {

    private final PasswordField dots = new PasswordField();
    private final TextInput open;
    private final ToggleButton eye = new ToggleButton(null, Icons.of(Octicons.EYE_16));
    private final HBox box;
    private final List<Consumer<String>> listeners = new ArrayList<>();
    private boolean showing;

    /// `open` is the field that shows the value when the user looks at it.
    public SecretField(TextInput open) {
        this.open = open;
        eye.getStyleClass().add("icon-button");
        Tips.on(eye, "Show or hide the value");
        eye.setAccessibleText("Show or hide the value");
        eye.setOnAction(_ -> choose());
        var field = new StackPane(open.node(), dots);
        HBox.setHgrow(field, Priority.ALWAYS);
        box = new HBox(4, field, eye);
        box.getStyleClass().add("secret-field");
        open.onEdit(text -> edited(text, false));
        dots.textProperty().subscribe((_, text) -> edited(text, true));
        dots.focusedProperty().subscribe(_ -> choose());
        choose();
    }

    private void edited(String text, boolean fromDots) {
        if (showing) {
            return;
        }
        showing = true;
        if (fromDots) {
            open.show(text);
        } else {
            dots.setText(text);
        }
        showing = false;
        listeners.forEach(l -> l.accept(text));
    }

    private void choose() {
        var visible = eye.isSelected() || (!dots.isFocused() && Variables.onlyReferences(open.text()));
        open.node().setVisible(visible);
        dots.setVisible(!visible);
        eye.setGraphic(Icons.of(eye.isSelected() ? Octicons.EYE_CLOSED_16 : Octicons.EYE_16));
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public String text() {
        return open.text();
    }

    @Override
    public void show(String text) {
        showing = true;
        open.show(text);
        if (!dots.getText().equals(text)) {
            dots.setText(text);
        }
        showing = false;
        choose();
    }

    @Override
    public void onEdit(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public void prompt(String text) {
        open.prompt(text);
        dots.setPromptText(text);
    }

    @Override
    public void recolour() {
        open.recolour();
    }
}
