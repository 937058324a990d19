package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.LoginResult;
import dev.posthorn.ui.kit.Icons;
import java.time.Instant;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.octicons.Octicons;

/// A login under way, or one that went wrong, in a line of the token's panel. Its button shows all of it.
final class LoginLine extends HBox {

    private final Label icon = new Label();
    private final Label words = new Label();
    private final Button open = new Button("Show");
    private LoginRun run;

    LoginLine(Runnable show) {
        super(8);
        setId("login-line");
        getStyleClass().add("login-line");
        setAlignment(Pos.CENTER_LEFT);
        icon.getStyleClass().add("login-sign");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        open.setId("login-show");
        open.getStyleClass().add("small-button");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> show.run());
        getChildren().addAll(icon, words, open);
        show((LoginRun) null);
    }

    /// A login that went well takes no room: the token says it.
    void show(LoginRun now) {
        run = now;
        var said = now == null ? "" : switch (now.phase()) {
            case LoginRun.Phase.Working() -> now.title() + ": talking to the server…";
            case LoginRun.Phase.Waiting _ -> waiting(now);
            case LoginRun.Phase.Typing(_, var code, _) -> "Waiting until you have typed the code " + code + "…";
            case LoginRun.Phase.Over(LoginResult.Failed(var finding)) -> finding.sentence();
            case LoginRun.Phase.Over(LoginResult.In(_, var notes)) -> notes.isEmpty() ? "" : notes.getFirst().sentence();
            case LoginRun.Phase.Over(LoginResult.Ended(var reason)) -> "The login was ended: " + reason + ".";
        };
        words.setText(said);
        setVisible(!said.isEmpty());
        setManaged(!said.isEmpty());
        if (now != null) {
            look(now);
        }
    }

    /// Where somebody is waited for, in words.
    static String waiting(LoginRun run) {
        return switch (run.strategy()) {
            case BROWSER -> "Waiting for you in the browser…";
            case WINDOW -> "Waiting for you in the login window…";
            case PASTE -> "Waiting for the address that the browser ends at…";
            case null -> "Waiting for you…";
        };
    }

    private void look(LoginRun now) {
        var tone = now.running() ? "running" : switch (((LoginRun.Phase.Over) now.phase()).result()) {
            case LoginResult.Failed _ -> "bad";
            case LoginResult.In _ -> "warning";
            case LoginResult.Ended _ -> "ended";
        };
        getStyleClass().removeAll("running", "bad", "warning", "ended");
        getStyleClass().add(tone.toLowerCase(Locale.ROOT));
        icon.setGraphic(Icons.of(now.running() ? Octicons.SYNC_16 : tone.equals("bad") ? Octicons.X_CIRCLE_16 : tone.equals("warning") ? Octicons.ALERT_16 : Octicons.CIRCLE_SLASH_16));
        open.setText(now.running() ? "Show" : tone.equals("ended") ? "Show the steps" : "What to do");
    }

    /// Counts the seconds of the waiting.
    void tick(Instant now) {
        if (run != null && run.phase() instanceof LoginRun.Phase.Waiting) {
            words.setText(waiting(run) + " " + TokenFacts.about(java.time.Duration.between(run.begun(), now)));
        }
    }
}
