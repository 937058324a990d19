package dev.posthorn.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.octicons.Octicons;

/// Several lines that are secret, such as a private key: covered until the eye is pressed. An empty one is open, to paste into, and is
/// covered when the keyboard leaves it; one that is only a `{{variable}}` gives nothing away.
public final class SecretArea implements TextInput {

    private final TextInput open;
    private final Button cover = new Button();
    private final ToggleButton eye = new ToggleButton(null, Icons.of(Octicons.EYE_16));
    private final HBox box;
    private final List<Consumer<String>> listeners = new ArrayList<>();

    public SecretArea(TextInput open) {
        this.open = open;
        cover.getStyleClass().add("secret-cover");
        cover.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        cover.setOnAction(_ -> look(true));
        eye.getStyleClass().add("icon-button");
        Tips.on(eye, "Show or hide the value");
        eye.setAccessibleText("Show or hide the value");
        eye.setOnAction(_ -> look(eye.isSelected()));
        var field = new StackPane(open.node(), cover);
        HBox.setHgrow(field, Priority.ALWAYS);
        box = new HBox(4, field, eye);
        box.getStyleClass().addAll("secret-field", "secret-area");
        open.onEdit(text -> listeners.forEach(l -> l.accept(text)));
        open.node().focusWithinProperty().subscribe(within -> {
            if (!within) {
                choose();
            }
        });
        choose();
    }

    private void look(boolean visible) {
        eye.setSelected(visible);
        choose();
        if (visible) {
            open.node().requestFocus();
        }
    }

    private void choose() {
        var text = open.text();
        var visible = eye.isSelected() || text.isEmpty() || Variables.onlyReferences(text) || open.node().isFocusWithin();
        open.node().setVisible(visible);
        open.node().setManaged(visible);
        cover.setVisible(!visible);
        cover.setManaged(!visible);
        var lines = text.lines().count();
        cover.setText("••••••••  (" + (lines > 1 ? lines + " lines, " : "") + text.length() + " characters; click to look)");
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
        open.show(text);
        choose();
    }

    @Override
    public void onEdit(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public void prompt(String text) {
        open.prompt(text);
    }

    @Override
    public void recolour() {
        open.recolour();
    }
}
