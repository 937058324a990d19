package dev.posthorn.ui.shell;

import dev.posthorn.store.VariableKey;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An editor with what wants attention above it: a version from outside, secrets that have no value here.
final class Bars extends VBox {
    private List<VariableKey> dismissed = List.of();

    Bars(Node editor) {
        setVgrow(editor, Priority.ALWAYS);
        getChildren().add(editor);
    }

    /// Null takes the question away.
    void conflict(ConflictBar bar) {
        getChildren().removeIf(ConflictBar.class::isInstance);
        if (bar != null) {
            getChildren().addFirst(bar);
        }
    }

    /// Names the secrets without a value until the user has dismissed these very ones.
    void missing(List<VariableKey> missing, Consumer<List<VariableKey>> fillIn) {
        getChildren().removeIf(MissingBar.class::isInstance);
        if (!missing.isEmpty() && !missing.equals(dismissed)) {
            getChildren().addFirst(MissingBar.of(missing.stream().map(VariableKey::name).distinct().toList(), () -> fillIn.accept(missing), () -> {
                dismissed = missing;
                missing(missing, fillIn);
            }));
        }
    }
}
