package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.Grant;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.ui.kit.FieldForm;
import java.time.Clock;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The current token in a few lines: its life as it runs down, whose it is, what it may do, how it is renewed.
final class TokenCard extends GridPane {

    /// What there is to show.
    sealed interface State {
        /// `person`: somebody must log in for another one.
        record Kept(StoredToken token, boolean person) implements State {}

        /// It stands in the file.
        record Literal(String token) implements State {}

        record None(Optional<Grant> grant, boolean person) implements State {}
    }

    private final Clock clock;
    private final Label pill = new Label();
    private final Label name = new Label();
    private final Label renewal = new Label();
    private final Secret value = new Secret("token-value", "the token");
    private final ScopeChips scopes = new ScopeChips();
    private final Button stop = new Button("Stop using it");
    private final HBox head;
    private final GridPane details = new GridPane();
    private State shown;

    TokenCard(Clock clock, Runnable stopLiteral) {
        this.clock = clock;
        setId("token-card");
        getStyleClass().add("token-card");
        columns(this);
        columns(details);
        details.getStyleClass().add("token-card");
        details.managedProperty().bind(details.visibleProperty());
        pill.setId("token-life");
        pill.setMinWidth(USE_PREF_SIZE);
        name.setId("token-who");
        name.setMinWidth(40);
        stop.setId("token-stop");
        stop.getStyleClass().add("small-button");
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(_ -> stopLiteral.run());
        renewal.setId("token-renewal");
        renewal.setWrapText(true);
        renewal.setMinHeight(USE_PREF_SIZE);
        renewal.getStyleClass().addAll("muted", "small");
        head = new HBox(10, pill, name);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(28);
    }

    private static void columns(GridPane grid) {
        var rest = new ColumnConstraints(120, 320, Double.MAX_VALUE);
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(FieldForm.LABELS), rest);
    }

    /// What is read second: scopes and renewal. It stands below what can be done about the token.
    GridPane details() {
        return details;
    }

    void show(State state) {
        if (state.equals(shown)) {
            tick();
            return;
        }
        shown = state;
        getChildren().clear();
        details.getChildren().clear();
        details.setVisible(state instanceof State.Kept);
        head.getChildren().setAll(pill, name);
        switch (state) {
            case State.Kept(var token, _) -> {
                name.setText(TokenFacts.name(token) + (token.who().isBlank() || token.who().equals(token.name()) ? "" : " · " + token.who()));
                value.show(token.accessToken().isEmpty() ? token.idToken() : token.accessToken());
                scopes.show(TokenFacts.scopes(token));
                row(this, "Token", new VBox(2, head, value));
                row(details, "Scopes", scopes);
                row(details, "Renewal", renewal);
            }
            case State.Literal(var token) -> {
                say("in the file", TokenFacts.Tone.WARNING);
                name.setText("");
                var gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                head.getChildren().setAll(pill, gap, stop);
                value.show(token);
                renewal.setText("This token stands in the file itself. It is sent as it is and never renewed; whoever has the file has it too.");
                row(this, "Token", new VBox(2, head, value, renewal));
            }
            case State.None(var grant, var person) -> {
                say("none yet", TokenFacts.Tone.PLAIN);
                name.setText("");
                renewal.setText(grant.isEmpty() ? "Choose a grant type below; then a token can be got." : person ? "Somebody has to log in once; then the token is kept, and renewed by itself where the server lets it."
                        : "One will be got by itself at the next send.");
                row(this, "Token", new VBox(2, head, renewal));
            }
        }
        tick();
    }

    private void row(GridPane grid, String label, Node content) {
        var name = new Label(label);
        name.getStyleClass().add("muted");
        name.setMinHeight(content == scopes || content == renewal ? 20 : 28);
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, content);
    }

    private void say(String text, TokenFacts.Tone tone) {
        pill.setText(text);
        var style = tone.name().toLowerCase(java.util.Locale.ROOT);
        if (!pill.getStyleClass().contains(style) || pill.getStyleClass().size() != 3) {
            pill.getStyleClass().setAll("label", "pill", style);
        }
    }

    /// Shows how long it lives by now.
    void tick() {
        if (shown instanceof State.Kept(var token, var person)) {
            var now = clock.instant();
            var life = TokenFacts.life(token, now, clock.getZone());
            say(life.text(), life.tone());
            renewal.setText(TokenFacts.renewal(token, now, person));
        }
    }
}
