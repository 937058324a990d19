package dev.posthorn.ui.oauth;

import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.ui.kit.Beat;
import dev.posthorn.ui.kit.FindingCard;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Theme;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// A login as it goes, and what came of it: what is waited for, what the person has to do, and below it every step.
public final class LoginPane extends VBox {

    private static final String PASTING = "Log in at the page, then copy the whole address that the browser ends at, even where it shows an error there, and paste it here. "
            + "The code alone will do too.";

    private final LoginRun run;
    private final LoginServices services;
    private final Consumer<Mend> mend;
    private final VBox findings = new VBox(8);
    private final Label sign = new Label();
    private final Label state = new Label();
    private final HBox line = new HBox(8);
    private final VBox middle = new VBox(8);
    private final LoginTimeline timeline;
    private final Beat seconds = Beat.of(this, Duration.ofSeconds(1), this::tick);
    private final Runnable changed = this::show;
    private final Button paste = new Button("Paste the address instead");
    private LoginRun.Phase shown;
    private PasteBox box;

    /// @param mend does what a finding offers
    public LoginPane(LoginRun run, LoginServices services, Consumer<Mend> mend) {
        super(12);
        this.run = run;
        this.services = services;
        this.mend = mend;
        this.timeline = new LoginTimeline(run.begun(), run.veil());
        getStyleClass().add("login-pane");
        getStylesheets().add(Theme.sheet(LoginPane.class, "oauth.css"));
        state.setId("login-state");
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        state.getStyleClass().add("login-state");
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        paste.setId("login-paste-open");
        paste.getStyleClass().add("quiet-button");
        paste.setMinWidth(Region.USE_PREF_SIZE);
        paste.setOnAction(_ -> openPaste());
        sign.getStyleClass().add("login-sign");
        line.setAlignment(Pos.CENTER_LEFT);
        findings.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(findings.getChildren()));
        middle.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(middle.getChildren()));
        VBox.setVgrow(timeline, Priority.ALWAYS);
        getChildren().addAll(findings, line, middle, timeline);
        // Nothing ticks, and nothing listens, for who does not look.
        sceneProperty().subscribe((before, now) -> {
            if (now != null && before == null) {
                run.listen(changed);
                seconds.start();
                show();
            } else if (now == null) {
                run.unlisten(changed);
                seconds.stop();
            }
        });
        show();
    }

    public LoginRun run() {
        return run;
    }

    private void show() {
        timeline.show(run.steps());
        var phase = run.phase();
        if (!phase.equals(shown)) {
            shown = phase;
            box = null;
            line.getChildren().setAll(sign, state);
            middle.getChildren().clear();
            switch (phase) {
                case LoginRun.Phase.Working() -> say(Octicons.SYNC_16, "working", "Talking to the server…");
                case LoginRun.Phase.Waiting(var page, var note) -> waiting(page, note);
                case LoginRun.Phase.Typing(var page, var code, var expires) -> {
                    say(Octicons.DEVICE_MOBILE_16, "waiting", "Waiting until you have typed the code…");
                    middle.getChildren().setAll(new DeviceCode(page, code, expires, services.clock(), () -> browse(page)));
                }
                case LoginRun.Phase.Over(var result) -> over(result);
            }
        }
        if (run.pastable() && phase instanceof LoginRun.Phase.Waiting) {
            paste.setVisible(run.strategy() != Strategy.PASTE && box == null);
            paste.setManaged(paste.isVisible());
            if (run.strategy() == Strategy.PASTE) {
                openPaste();
            }
        }
    }

    private void waiting(URI page, String note) {
        say(run.strategy() == Strategy.PASTE ? Octicons.LINK_16 : Octicons.PERSON_16, "waiting", LoginLine.waiting(run));
        paste.setVisible(false);
        paste.setManaged(false);
        line.getChildren().addAll(paste, open(run.strategy() == Strategy.BROWSER ? "Open again" : run.strategy() == Strategy.PASTE ? "Open the page" : "Open in the browser", page), Copying.words("login-copy", "Copy the address", page::toString));
        if (!note.isEmpty() && run.strategy() != Strategy.PASTE) {
            var said = new Label(note);
            said.setId("login-note");
            said.getStyleClass().add("login-note");
            said.setWrapText(true);
            said.setMinHeight(Region.USE_PREF_SIZE);
            said.setMaxWidth(Double.MAX_VALUE);
            middle.getChildren().add(said);
        }
    }

    private void openPaste() {
        if (box == null) {
            var note = run.strategy() == Strategy.PASTE && shown instanceof LoginRun.Phase.Waiting(_, var said) ? said : "";
            box = new PasteBox(note.isEmpty() ? PASTING : note, run::paste);
            middle.getChildren().add(box);
            paste.setVisible(false);
            paste.setManaged(false);
            box.focusField();
        }
    }

    private void over(LoginResult result) {
        findings.getChildren().clear();
        switch (result) {
            case LoginResult.In(var token, var notes) -> {
                say(Octicons.CHECK_CIRCLE_16, "good", "Got a token" + (token.who().isBlank() ? "" : " for " + token.who()) + ": "
                        + TokenFacts.life(token, services.clock().instant(), services.clock().getZone()).text() + ".");
                notes.forEach(n -> findings.getChildren().add(new FindingCard(n.mends().isEmpty() ? FindingCard.Tone.NOTE : FindingCard.Tone.WARNING, n, mend)));
            }
            case LoginResult.Failed(var finding) -> {
                say(Octicons.X_CIRCLE_16, "bad", "No token came.");
                findings.getChildren().add(new FindingCard(FindingCard.Tone.BAD, withoutAgain(finding), mend));
            }
            case LoginResult.Ended(var reason) -> {
                say(Octicons.CIRCLE_SLASH_16, "ended", "The login was ended: " + reason + ".");
                run.redirect().ifPresent(url -> middle.getChildren().add(new FindingCard(FindingCard.Tone.NOTE, perhaps(url), mend)));
            }
        }
    }

    /// Whoever shows the login has a button for another one.
    private static Finding withoutAgain(Finding finding) {
        return new Finding(finding.fault(), finding.sentence(), finding.advice(), finding.mends().stream().filter(m -> !(m instanceof Mend.LogIn)).toList());
    }

    /// What a browser shows is not seen from here.
    private static Finding perhaps(String url) {
        return new Finding("redirect-perhaps", "Did the provider's page say that the redirect URL is wrong?", "It has to know exactly this one: " + url
                + ". Enter it in the provider's settings of the application, then log in again.", List.of(new Mend.Copy("Copy the redirect URL", url)));
    }

    private void say(Octicons icon, String tone, String words) {
        sign.setGraphic(Icons.of(icon));
        sign.getStyleClass().removeAll("working", "waiting", "good", "bad", "ended");
        sign.getStyleClass().add(tone);
        state.setText(words);
    }

    private Button open(String label, URI page) {
        var button = new Button(label);
        button.setId("login-open");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> browse(page));
        return button;
    }

    private void browse(URI page) {
        services.background().run(() -> {
            services.browse(page);
            return true;
        }, _ -> { }, e -> state.setText(e.getMessage() + " Copy the address and open it yourself."));
    }

    private void tick() {
        middle.getChildren().stream().filter(DeviceCode.class::isInstance).forEach(n -> ((DeviceCode) n).tick());
        if (shown instanceof LoginRun.Phase.Waiting(var page, _)) {
            var since = Duration.between(run.begun(), services.clock().instant());
            if (since.toSeconds() >= RedirectHint.SECONDS && run.strategy() != Strategy.WINDOW && middle.getChildren().stream().noneMatch(RedirectHint.class::isInstance)) {
                RedirectHint.of(page).ifPresent(middle.getChildren()::add);
            }
            state.setText(LoginLine.waiting(run) + (since.toSeconds() < 5 ? "" : " " + TokenFacts.about(since)));
        }
    }

    LoginTimeline timeline() {
        return timeline;
    }
}
