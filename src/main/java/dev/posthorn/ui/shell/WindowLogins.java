package dev.posthorn.ui.shell;

import dev.posthorn.auth.SessionSource;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.Applications;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.Logins;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.TokenStore;
import dev.posthorn.oauth.agent.Person;
import dev.posthorn.oauth.agent.Strategy;
import dev.posthorn.oauth.agent.UserAgents;
import dev.posthorn.store.ApplicationText;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.ui.oauth.LoginServices;
import dev.posthorn.vendors.SessionView;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What the panes of OAuth 2.0 get from the program: logins by its engine, tokens and applications by its stores, agents by its window.
///
/// @param workbench   ready when the first pane is shown
/// @param environment whose variables are seen: of what belongs to no request, or of a tab
/// @param agents      made at the first login
record WindowLogins(Background background, Clock clock, Supplier<Workbench> workbench, Supplier<Context> environment, Supplier<UserAgents> agents, Choosers choosers)
        implements LoginServices {

    private static final long LARGEST_FILE = 1 << 20;

    /// The same in a tab, whose variables are seen.
    WindowLogins within(Supplier<Context> context) {
        return new WindowLogins(background, clock, workbench, context, agents, choosers);
    }

    private Logins logins() {
        return workbench.get().logins(environment.get());
    }

    @Override
    public Variables variables() {
        return new Variables(() -> workbench.get().scopes(environment.get()));
    }

    @Override
    public TokenStore tokens() {
        return workbench.get().logins().tokens();
    }

    @Override
    public Applications applications() {
        return workbench.get().logins().applications();
    }

    @Override
    public Optional<StoredToken> known(Auth resolved) {
        return workbench.get().looking(environment.get()).source(new Cancellation()).known(resolved).flatMap(t -> tokens().all().stream().filter(s -> s.id().equals(t.id())).findFirst());
    }

    @Override
    public TokenSource glance() {
        return workbench.get().looking(environment.get()).glance();
    }

    @Override
    public LoginResult login(OAuthSettings settings, String application, Strategy strategy, Person person, LoginWatcher watcher, Cancellation cancellation) {
        return logins().login(settings, application, agents.get().of(strategy, person), watcher, cancellation);
    }

    @Override
    public LoginResult refresh(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return logins().refresh(token, settings, watcher, cancellation);
    }

    @Override
    public Optional<Finding> forget(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return logins().forget(token, settings, watcher, cancellation);
    }

    @Override
    public Logins.Told introspect(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return logins().introspect(token, settings, watcher, cancellation);
    }

    @Override
    public Logins.Told userinfo(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation) {
        return logins().userinfo(token, settings, watcher, cancellation);
    }

    @Override
    public Logins.Discovered discover(String url, LoginWatcher watcher, Cancellation cancellation) {
        return logins().discover(url, watcher, cancellation);
    }

    @Override
    public Optional<SessionView> session(Auth resolved) {
        return workbench.get().sessions().of(resolved);
    }

    @Override
    public Optional<Failure> logIn(Auth resolved, Cancellation cancellation) {
        return workbench.get().sessions().logIn(resolved, cancellation) instanceof SessionSource.Got.None(var failure) ? Optional.of(failure) : Optional.empty();
    }

    @Override
    public void logOut(Auth resolved) {
        workbench.get().sessions().logOut(resolved);
    }

    @Override
    public AutoCloseable listenToSessions(Runnable changed) {
        return workbench.get().sessions().listen(changed);
    }

    @Override
    public OAuthSettings resolved(Auth values) {
        return new OAuthSettings(workbench.get().resolvedAuth(values, environment.get()));
    }

    @Override
    public OAuthSettings ready(Auth values) {
        return new OAuthSettings(workbench.get().authToSend(values, environment.get()));
    }

    @Override
    public void browse(URI page) throws IOException {
        var trouble = agents.get().browser().open(page);
        if (trouble.isPresent()) {
            throw new IOException(trouble.get());
        }
    }

    @Override
    public Optional<Path> file(String title) {
        return choosers.file(title);
    }

    @Override
    public Optional<Path> saveAs(String title, String name) {
        return choosers.saveAs(title, name);
    }

    @Override
    public void exportTo(Application application, Path file) throws IOException {
        AtomicFile.write(file, ApplicationText.of(application).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Brought importFrom(Path file) throws IOException {
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException("it has more than 1 MiB, which no application has.");
        }
        return switch (ApplicationText.read(Files.readString(file), UUID.randomUUID().toString())) {
            case ApplicationText.Read.Good(var application, var missing) -> new Brought(application, missing);
            case ApplicationText.Read.Bad(var sentence) -> throw new IOException(sentence);
        };
    }
}
