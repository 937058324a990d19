package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.StoredToken;
import dev.posthorn.ui.kit.Icons;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// Kept tokens, a line each: its name, which can be changed, whose it is, how long it lives; use it, or remove it.
final class TokenList extends VBox {

    /// What the lines ask for.
    interface Events {

        /// Uses it from now on.
        void use(StoredToken token);

        void rename(StoredToken token, String name);

        /// Revokes it and forgets it.
        void remove(StoredToken token);
    }

    private final Clock clock;
    private final Events events;
    private final String used;
    private final String use;
    private final Label nothing;
    private final Map<String, Label> lives = new HashMap<>();
    private List<StoredToken> shown = List.of();
    private String shownInUse = "";

    /// @param used what stands on the one in use: "in use", "shared"
    /// @param use  what the button of the others says
    TokenList(Clock clock, String used, String use, String whenEmpty, Events events) {
        this.clock = clock;
        this.used = used;
        this.use = use;
        this.events = events;
        this.nothing = new Label(whenEmpty);
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        nothing.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("token-list");
        getChildren().add(nothing);
    }

    /// Lines that are as they were stay, with what is being typed in them.
    ///
    /// @param inUse the id of the one in use; empty for none
    void show(List<StoredToken> tokens, String inUse) {
        if (tokens.equals(shown) && inUse.equals(shownInUse)) {
            tokens.forEach(t -> life(lives.get(t.id()), t));
            return;
        }
        lives.clear();
        shown = List.copyOf(tokens);
        shownInUse = inUse;
        if (tokens.isEmpty()) {
            getChildren().setAll(nothing);
        } else {
            getChildren().setAll(tokens.stream().map(t -> row(t, t.id().equals(inUse))).toList());
        }
    }

    private void life(Label pill, StoredToken token) {
        var life = TokenFacts.life(token, clock.instant(), clock.getZone());
        pill.setText(life.text());
        pill.getStyleClass().setAll("label", "pill", life.tone().name().toLowerCase(Locale.ROOT));
    }

    private Region row(StoredToken token, boolean inUse) {
        var name = new Label(TokenFacts.name(token));
        name.getStyleClass().add("strong");
        name.setMinWidth(40);
        var about = new Label(TokenFacts.brief(token));
        about.getStyleClass().addAll("muted", "small");
        about.setMinWidth(20);
        var pill = new Label();
        lives.put(token.id(), pill);
        life(pill, token);
        pill.setMinWidth(USE_PREF_SIZE);
        var second = new HBox(8, pill, about);
        second.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(2, name, second);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(8, words);
        row.setId("token-" + token.id());
        row.getStyleClass().add("token-row");
        row.setAlignment(Pos.CENTER_LEFT);
        if (inUse) {
            var mark = new Label(used);
            mark.getStyleClass().addAll("pill", "info");
            mark.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(mark);
        } else {
            var button = new Button(use);
            button.getStyleClass().add("small-button");
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> events.use(token));
            row.getChildren().add(button);
        }
        row.getChildren().add(new HBox(Icons.button(Octicons.PENCIL_16, "Give it another name", () -> rename(token, name, words)),
                Icons.button(Octicons.TRASH_16, "Remove: revoke it at the server and forget it", () -> events.remove(token))));
        return row;
    }

    /// Enter keeps the new name, Esc the old one.
    private void rename(StoredToken token, Label name, VBox words) {
        var field = new TextField(TokenFacts.name(token));
        field.setId("token-name");
        words.getChildren().set(0, field);
        field.requestFocus();
        field.selectAll();
        Runnable back = () -> {
            if (words.getChildren().contains(field)) {
                words.getChildren().set(0, name);
            }
        };
        field.setOnAction(_ -> {
            var typed = field.getText().strip();
            back.run();
            if (!typed.isEmpty() && !typed.equals(token.name())) {
                name.setText(typed);
                events.rename(token, typed);
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                back.run();
                key.consume();
            }
        });
        field.focusedProperty().subscribe((_, now) -> {
            if (!now) {
                back.run();
            }
        });
    }
}
