package dev.posthorn.ui.shell;

import dev.posthorn.auth.CreatioSessionAuth;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Request;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.ui.oauth.LoginDesk;
import dev.posthorn.ui.oauth.LoginRun;
import dev.posthorn.ui.oauth.LoginServices;
import dev.posthorn.ui.oauth.OAuthPanel;
import dev.posthorn.ui.oauth.TokenSubject;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;

/// Where the window does what logins ask for: shows their sheet, opens the applications, and mends what a finding offers to mend.
final class LoginTable implements LoginDesk {
    private final LoginServices services;
    private final Overlays overlays;
    private final Consumer<String> openApplications;
    private final BiConsumer<String, Request> openRequest;
    private final Consumer<String> explorer;
    private final Consumer<String> tell;
    private final Consumer<String> trouble;
    private Consumer<String> build = _ -> { };

    /// @param explorer         with a URL of the OData service to explore
    /// @param openApplications with the id of the one to choose, or empty
    LoginTable(LoginServices services, Overlays overlays, Consumer<String> openApplications, BiConsumer<String, Request> openRequest, Consumer<String> explorer, Consumer<String> tell, Consumer<String> trouble) {
        this.services = services;
        this.overlays = overlays;
        this.openApplications = openApplications;
        this.openRequest = openRequest;
        this.explorer = explorer;
        this.tell = tell;
        this.trouble = trouble;
    }

    /// The same in a tab, whose variables are seen.
    LoginTable within(LoginServices its) {
        var made = new LoginTable(its, overlays, openApplications, openRequest, explorer, tell, trouble);
        made.build = build;
        return made;
    }

    @Override
    public void show(LoginRun run, TokenSubject subject, Runnable again) {
        overlays.show(new LoginSheet(run, services, () -> {
            overlays.close();
            again.run();
        }, mend -> mend(mend, subject), overlays::close), Pos.CENTER);
    }

    @Override
    public void applications(String id) {
        overlays.close();
        openApplications.accept(id);
    }

    /// What is opened to build requests, by the type of the authorization.
    void onBuild(Consumer<String> action) {
        build = action;
    }

    @Override
    public void build(String type) {
        build.accept(type);
    }

    @Override
    public void explore(String url) {
        explorer.accept(url);
    }

    @Override
    public void open(String name, Request request) {
        openRequest.accept(name, request);
    }

    @Override
    public void mend(Mend mend, TokenSubject subject) {
        switch (mend) {
            case Mend.Change(var label, var values) -> change(label, values, subject);
            case Mend.Copy _ -> tell.accept("Copied");
            case Mend.LogIn _ -> login(subject);
            case Mend.Forget(_, var token) -> forget(token, subject);
            case Mend.Choose(var label, var type) -> {
                overlays.close();
                subject.choose(type);
                tell.accept("Done: " + label);
            }
        }
    }

    /// An application that is in force is changed itself.
    private void change(String label, Map<String, Object> values, TokenSubject subject) {
        var application = subject.resolved().text("application");
        if (application.isEmpty() || subject.own().text("application").isEmpty() && !subject.own().inherited()) {
            subject.change(auth -> with(auth, values));
            changed(label, subject);
            return;
        }
        services.background().run(() -> {
            var found = services.applications().find(application);
            found.ifPresent(app -> services.applications().put(app.withValues(with(app.values(), values))));
            return found.isPresent();
        }, there -> {
            if (there) {
                changed(label, subject);
            } else {
                trouble.accept("The OAuth application that is chosen is not on this machine.");
            }
        }, e -> trouble.accept("The application could not be changed: " + e.getMessage()));
    }

    private void changed(String label, TokenSubject subject) {
        tell.accept("Done: " + label);
        subject.refresh();
    }

    private static Auth with(Auth auth, Map<String, Object> values) {
        var changed = auth;
        for (var value : values.entrySet()) {
            changed = changed.with(value.getKey(), value.getValue());
        }
        return changed;
    }

    /// Begins a login of what is in force, and shows it.
    void login(TokenSubject of) {
        if (of.resolved().type().equals(CreatioSessionAuth.ID)) {
            session(of);
            return;
        }
        var subject = OAuthPanel.settled(of);
        if (subject.last() != null && subject.last().running()) {
            show(subject.last(), subject, () -> login(subject));
            return;
        }
        var settings = new OAuthSettings(subject.resolved());
        var ready = subject.ready();
        var strategy = Strategy.of(settings, true).strategy();
        var run = new LoginRun("Log in", strategy, settings.values(), services.clock().instant());
        subject.last(run);
        run.whenOver(() -> {
            subject.took(run);
            subject.refresh();
        });
        run.start(services.background(), (person, watcher, cancellation) -> services.login(new OAuthSettings(ready.get()), settings.text("application"), strategy, person, watcher, cancellation));
        show(run, subject, () -> login(subject));
    }

    private void session(TokenSubject subject) {
        var ready = subject.ready();
        services.background().run(() -> services.logIn(ready.get(), new Cancellation()), failed -> {
            failed.ifPresentOrElse(f -> trouble.accept(f.sentence() + " " + f.advice()), () -> tell.accept("Logged in: send again."));
            subject.refresh();
        }, e -> trouble.accept("That login failed: " + e.getMessage()));
    }

    private void forget(String id, TokenSubject of) {
        var subject = OAuthPanel.settled(of);
        var settings = new OAuthSettings(subject.resolved());
        services.background().run(() -> services.tokens().all().stream().filter(t -> t.id().equals(id)).findFirst()
                .flatMap(t -> services.forget(t, settings, LoginWatcher.NONE, new Cancellation())), wrong -> {
                    tell.accept("The login is removed.");
                    wrong.ifPresent(w -> trouble.accept(w.sentence()));
                    subject.refresh();
                }, e -> trouble.accept("The login could not be removed: " + e.getMessage()));
    }

    @Override
    public void tell(String what) {
        tell.accept(what);
    }

    @Override
    public void trouble(String sentence) {
        trouble.accept(sentence);
    }
}
