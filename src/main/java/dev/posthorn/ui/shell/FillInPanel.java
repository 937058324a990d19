package dev.posthorn.ui.shell;

import dev.posthorn.store.VariableKey;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.SecretField;
import dev.posthorn.ui.kit.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for the values of secrets that have none on this machine.
final class FillInPanel extends Sheet {
    private final Map<VariableKey, SecretField> fields = new LinkedHashMap<>();

    /// `where` says in words where they will be kept.
    FillInPanel(List<VariableKey> missing, Consumer<Map<VariableKey, String>> filled, Runnable close) {
        super("fill-in", "Secrets of this machine", 520, close);
        var rows = new VBox(8);
        for (var key : missing) {
            var field = new SecretField(new VariableField(Variables.none()));
            field.node().setId("fill-" + key.name());
            HBox.setHgrow(field.node(), Priority.ALWAYS);
            fields.put(key, field);
            rows.getChildren().add(row(key.name(), field.node()));
        }
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        scroll.setMaxHeight(360);
        body(words("They stay on this machine and are never written into a collection or an environment. Leave out what you do not have."), scroll);
        button("fill-cancel", "Cancel", close);
        accent("fill-go", "Keep them", () -> {
            close.run();
            var values = new LinkedHashMap<VariableKey, String>();
            fields.forEach((key, field) -> {
                if (!field.text().isEmpty()) {
                    values.put(key, field.text());
                }
            });
            if (!values.isEmpty()) {
                filled.accept(values);
            }
        });
    }

    @Override
    public void requestFocus() {
        if (fields.isEmpty()) {
            super.requestFocus();
        } else {
            // Only when the scrolled part is laid out it can have the keyboard.
            Fx.later(() -> fields.values().iterator().next().node().lookupAll(".password-field").stream().findFirst().ifPresent(Node::requestFocus));
        }
    }
}
