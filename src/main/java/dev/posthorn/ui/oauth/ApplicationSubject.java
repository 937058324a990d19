package dev.posthorn.ui.oauth;

import dev.posthorn.model.Auth;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.OAuthSettings;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The authorization that an application stands for: its own values.
final class ApplicationSubject implements TokenSubject {

    private final LoginServices services;
    private final Supplier<Application> application;
    private final Consumer<UnaryOperator<Application>> edit;
    private LoginRun last;

    ApplicationSubject(LoginServices services, Supplier<Application> application, Consumer<UnaryOperator<Application>> edit) {
        this.services = services;
        this.application = application;
        this.edit = edit;
    }

    /// What a request has that chose this application and nothing else.
    static OAuthSettings settings(LoginServices services, Application application) {
        return services.resolved(values(application));
    }

    private static Auth values(Application application) {
        var values = application.values().with("application", application.id());
        return application.revokeUrl().isBlank() ? values : values.with("revokeUrl", application.revokeUrl());
    }

    @Override
    public Auth own() {
        return application.get().values();
    }

    @Override
    public Auth resolved() {
        return settings(services, application.get()).values();
    }

    @Override
    public Supplier<Auth> ready() {
        var values = values(application.get());
        return () -> services.ready(values).values();
    }

    @Override
    public void change(UnaryOperator<Auth> change) {
        edit.accept(app -> app.withValues(change.apply(app.values())));
    }

    @Override
    public void choose(String type) {
        // An application is of one type.
    }

    @Override
    public void refresh() {
        // The list of logins hears of it from the store.
    }

    @Override
    public LoginRun last() {
        return last;
    }

    @Override
    public void last(LoginRun run) {
        last = run;
    }
}
