package dev.posthorn.ui.oauth;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Finding;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.ui.kit.FindingCard;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The logins of an application: who, what for, for how long; one of them is shared by all requests that choose the application.
final class ApplicationLogins extends VBox {

    private final LoginServices services;
    private final LoginDesk desk;
    private final Consumer<UnaryOperator<Application>> edit;
    private final Button login = new Button("Log in");
    private final LoginLine running;
    private final TokenList list;
    private final VBox wrong = new VBox();
    private final Runnable runChanged = this::followRun;
    private Application now;
    private ApplicationSubject subject;
    private LoginRun followed;

    ApplicationLogins(LoginServices services, LoginDesk desk, Consumer<UnaryOperator<Application>> edit) {
        super(8);
        this.services = services;
        this.desk = desk;
        this.edit = edit;
        setId("application-logins");
        var title = new Label("Logins");
        title.getStyleClass().add("panel-title");
        var about = new Label("The shared one is sent by every request that chooses this application and no login of its own.");
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        var words = new VBox(2, title, about);
        HBox.setHgrow(words, Priority.ALWAYS);
        login.setId("application-login");
        login.setMinWidth(Region.USE_PREF_SIZE);
        login.setOnAction(_ -> begin());
        running = new LoginLine(() -> desk.show(subject.last(), subject, this::begin));
        list = new TokenList(services.clock(), "shared", "Share", "Nobody is logged in yet.", new Events());
        getChildren().addAll(new HBox(8, words, login), running, list, wrong);
    }

    void show(Application application, ApplicationSubject its, List<StoredToken> tokens) {
        if (now == null || !now.id().equals(application.id())) {
            wrong.getChildren().clear();
        }
        now = application;
        subject = its;
        followRun();
        var own = tokens.stream().filter(t -> t.application().equals(application.id())).toList();
        var shared = own.stream().filter(t -> t.id().equals(application.shared())).findFirst().or(() -> own.stream().findFirst());
        list.show(own, shared.map(StoredToken::id).orElse(""));
    }

    private void followRun() {
        var run = subject == null ? null : subject.last();
        if (followed != run) {
            if (followed != null) {
                followed.unlisten(runChanged);
            }
            followed = run;
            if (run != null) {
                run.listen(runChanged);
            }
        }
        running.show(run);
        login.setText(run != null && run.running() ? "Cancel the login" : "Log in");
    }

    /// The same button ends it.
    private void begin() {
        if (subject.last() != null && subject.last().running()) {
            subject.last().cancel();
            return;
        }
        var settings = new OAuthSettings(subject.resolved());
        var strategy = Strategy.of(settings, true).strategy();
        var run = new LoginRun("Log in to " + now.name(), strategy, settings.values(), services.clock().instant());
        subject.last(run);
        followRun();
        var id = now.id();
        var ready = subject.ready();
        run.start(services.background(), (person, watcher, cancellation) -> services.login(new OAuthSettings(ready.get()), id, strategy, person, watcher, cancellation));
        desk.show(run, subject, this::begin);
    }

    /// What the lines ask for.
    private final class Events implements TokenList.Events {

        @Override
        public void use(StoredToken token) {
            edit.accept(app -> app.withShared(token.id()));
        }

        @Override
        public void rename(StoredToken token, String name) {
            services.background().run(() -> {
                services.tokens().put(token.named(name));
                return true;
            }, _ -> { }, e -> desk.trouble("The login could not be renamed: " + e.getMessage()));
        }

        @Override
        public void remove(StoredToken token) {
            var settings = new OAuthSettings(subject.resolved());
            services.background().run(() -> services.forget(token, settings, LoginWatcher.NONE, new Cancellation()), fault -> {
                desk.tell("The login “" + TokenFacts.name(token) + "” is removed.");
                wrong.getChildren().clear();
                fault.ifPresent(this::told);
            }, e -> desk.trouble("The login could not be removed: " + e.getMessage()));
        }

        private void told(Finding finding) {
            wrong.getChildren().setAll(new FindingCard(FindingCard.Tone.WARNING, finding, mend -> desk.mend(mend, subject)));
        }
    }
}
