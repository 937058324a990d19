package dev.posthorn.ui.oauth;

import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.ui.editor.VariableField;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.FieldForm;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Variables;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What OAuth 2.0 puts over its form: where the settings come from, an application or the server's own description, and the token that will be sent.
public final class OAuthPanel {

    private final LoginServices services;
    private final TokenSubject subject;
    private final VBox over = new VBox(8);
    private final ApplicationChooser chooser;
    private final ApplicationSummary summary = new ApplicationSummary();
    private final DiscoveryRow discovery;
    private final TokenPanel token;
    private final Background.Latest<List<Application>> read;
    private final Consumer<Boolean> changed = Fx.latest(_ -> show());
    private AutoCloseable listening;

    /// @param variables that are seen where the form stands
    public OAuthPanel(LoginServices services, LoginDesk desk, TokenSubject subject, Variables variables) {
        this.services = services;
        this.subject = subject;
        over.getStyleClass().add("oauth-over");
        over.getStylesheets().add(Theme.sheet(OAuthPanel.class, "oauth.css"));
        chooser = new ApplicationChooser(id -> subject.change(a -> a.with("application", id)), desk::applications);
        var issuer = new VariableField(variables);
        issuer.onEdit(text -> subject.change(a -> text.isEmpty() && !a.values().containsKey("issuer") ? a : a.with("issuer", text)));
        discovery = new DiscoveryRow(services, FieldForm.LABELS, issuer, () -> {
            var ready = subject.ready();
            return () -> new OAuthSettings(ready.get()).text("issuer");
        }, found -> subject.change(auth -> {
            var filled = auth;
            for (var value : found.entrySet()) {
                filled = filled.with(value.getKey(), value.getValue());
            }
            return filled;
        }));
        token = new TokenPanel(services, desk, subject);
        read = services.background().latest(this::applications, e -> desk.trouble("The OAuth applications cannot be read: " + e.getMessage()));
        over.sceneProperty().subscribe((before, now) -> {
            if (now != null && before == null) {
                listening = services.applications().listen(() -> changed.accept(true));
                show();
            } else if (now == null && listening != null) {
                end();
            }
        });
    }

    /// The authorization as the settings of OAuth 2.0 that it stands for.
    public static TokenSubject settled(TokenSubject subject) {
        return new OAuthSubject(subject);
    }

    private void end() {
        try {
            listening.close();
        } catch (Exception e) {
            // There is nothing left to stop.
        }
        listening = null;
    }

    /// Stands over the form.
    public VBox over() {
        return over;
    }

    /// Looks at everything again.
    public void show() {
        if (subject.own().inherited()) {
            arrange(List.of(token));
        } else {
            read.submit(services.applications()::all);
            discovery.field().show(new OAuthSettings(subject.own()).text("issuer"));
            discovery.field().recolour();
        }
        token.show();
    }

    private void applications(List<Application> all) {
        var id = subject.own().text("application");
        chooser.show(all, id);
        var chosen = all.stream().filter(a -> a.id().equals(id)).findFirst();
        chosen.ifPresent(summary::show);
        if (!subject.own().inherited()) {
            arrange(id.isEmpty() ? List.of(chooser, token, discovery) : chosen.isPresent() ? List.of(chooser, token, summary) : List.of(chooser, token));
        }
    }

    /// What is there already keeps the keyboard.
    private void arrange(List<Node> wanted) {
        if (!wanted.equals(over.getChildren())) {
            over.getChildren().setAll(wanted);
        }
    }
}
