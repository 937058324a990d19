package dev.posthorn.ui.oauth;

import dev.posthorn.ui.kit.Icons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Scopes as a list: typed or pasted ones become entries at a space, a comma or Enter; Backspace in the empty field takes the last one back into it.
final class ScopeList extends FlowPane {

    private final Consumer<List<String>> changed;
    private final TextField field = new TextField();
    private List<String> scopes = List.of();

    ScopeList(Consumer<List<String>> changed) {
        super(6, 6);
        this.changed = changed;
        setId("scopes");
        getStyleClass().add("scope-list");
        field.setId("scope-add");
        field.getStyleClass().add("scope-field");
        field.setPromptText("Add a scope");
        field.setPrefColumnCount(16);
        field.textProperty().subscribe(text -> {
            if (!text.isBlank() && text.matches("(?s).*[\\s,].*")) {
                take();
            }
        });
        field.setOnAction(_ -> take());
        field.focusedProperty().subscribe((_, now) -> {
            if (!now) {
                take();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.BACK_SPACE && field.getText().isEmpty() && !scopes.isEmpty()) {
                var last = scopes.getLast();
                set(scopes.subList(0, scopes.size() - 1));
                field.setText(last);
                field.end();
                key.consume();
            }
        });
        setOnMousePressed(press -> {
            if (press.getTarget() == this) {
                field.requestFocus();
            }
        });
        draw();
    }

    void show(List<String> now) {
        if (!now.equals(scopes)) {
            scopes = List.copyOf(now);
            draw();
        }
    }

    private void take() {
        var typed = Arrays.stream(field.getText().split("[\\s,]+")).filter(s -> !s.isEmpty() && !scopes.contains(s)).distinct().toList();
        if (!field.getText().isEmpty()) {
            field.clear();
        }
        if (!typed.isEmpty()) {
            var all = new ArrayList<>(scopes);
            all.addAll(typed);
            set(all);
        }
    }

    private void set(List<String> now) {
        var focused = field.isFocused();
        scopes = List.copyOf(now);
        draw();
        if (focused) {
            field.requestFocus();
        }
        changed.accept(scopes);
    }

    private void draw() {
        getChildren().removeIf(n -> n != field);
        for (var i = 0; i < scopes.size(); i++) {
            getChildren().add(i, chip(scopes.get(i)));
        }
        if (!getChildren().contains(field)) {
            getChildren().add(field);
        }
    }

    private HBox chip(String scope) {
        var away = Icons.button(Octicons.X_16, "Take " + scope + " away", () -> set(scopes.stream().filter(s -> !s.equals(scope)).toList()));
        away.setFocusTraversable(false);
        var chip = new HBox(2, new Label(scope), away);
        chip.getStyleClass().addAll("scope-chip", "scope-entry");
        return chip;
    }
}
