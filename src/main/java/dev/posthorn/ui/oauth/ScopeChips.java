package dev.posthorn.ui.oauth;

import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Tips;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.octicons.Octicons;

/// The scopes of a token, each beside what became of it: given, not given although asked for, given without being asked for.
final class ScopeChips extends FlowPane {

    ScopeChips() {
        super(6, 6);
        setId("token-scopes");
    }

    void show(List<TokenFacts.Scope> scopes) {
        getChildren().setAll(scopes.stream().map(ScopeChips::chip).toList());
        if (scopes.isEmpty()) {
            var none = new Label("none");
            none.getStyleClass().add("muted");
            getChildren().add(none);
        }
    }

    private static Label chip(TokenFacts.Scope scope) {
        var chip = new Label(switch (scope.fate()) {
            case GIVEN -> scope.name();
            case CUT -> scope.name() + " — not granted";
            case ADDED -> scope.name() + " — not asked for";
        });
        chip.getStyleClass().addAll("scope-chip", scope.fate().name().toLowerCase(Locale.ROOT));
        if (scope.fate() == TokenFacts.Fate.CUT) {
            chip.setGraphic(Icons.of(Octicons.ALERT_16));
        }
        Tips.on(chip, switch (scope.fate()) {
            case GIVEN -> "Asked for and granted";
            case CUT -> "Asked for, but the server or the person did not grant it";
            case ADDED -> "Granted although nobody asked for it";
        });
        return chip;
    }
}
