package dev.posthorn.ui.oauth;

import dev.posthorn.auth.TokenSource;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
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
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.vendors.SessionView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// What the panes of OAuth 2.0 need of the program around them. What does work blocks, and is called off the FX thread.
public interface LoginServices {

    Background background();

    Clock clock();

    /// The variables that applications may use: those of the chosen environment.
    Variables variables();

    TokenStore tokens();

    Applications applications();

    /// The token that a request with these settings would be sent with now, good or expired; nothing is asked of anybody.
    Optional<StoredToken> known(Auth resolved);

    /// What a send would get now, for who shows that; nothing is asked of anybody.
    TokenSource glance();

    /// Gets a token and keeps it; see `Logins.login`.
    ///
    /// @param strategy where the person logs in
    /// @param person   is shown what to do
    LoginResult login(OAuthSettings settings, String application, Strategy strategy, Person person, LoginWatcher watcher, Cancellation cancellation);

    LoginResult refresh(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation);

    Optional<Finding> forget(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation);

    Logins.Told introspect(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation);

    Logins.Told userinfo(StoredToken token, OAuthSettings settings, LoginWatcher watcher, Cancellation cancellation);

    Logins.Discovered discover(String url, LoginWatcher watcher, Cancellation cancellation);

    /// The session that a request with this authorization is sent in; empty where it has none. Answers at once.
    default Optional<SessionView> session(Auth resolved) {
        return Optional.empty();
    }

    /// Logs in now; why not, where it failed.
    default Optional<Failure> logIn(Auth resolved, Cancellation cancellation) {
        return Optional.of(new BadLogin.Needed("The session"));
    }

    /// Forgets a session. Answers at once.
    default void logOut(Auth resolved) {}

    /// Called after each change of a session, on any thread; closing the answer ends that.
    default AutoCloseable listenToSessions(Runnable changed) {
        return () -> { };
    }

    /// The settings with the variables of the chosen environment filled in, for what belongs to no request.
    OAuthSettings resolved(Auth values);

    /// The same to be used now: it may start the demo server.
    OAuthSettings ready(Auth values);

    /// Opens a page in the system's browser; throws with a sentence where that cannot be.
    void browse(URI page) throws IOException;

    /// Asks the user for a file to read, by the title of the question; called on the FX thread.
    Optional<Path> file(String title);

    /// Asks for a file to write; called on the FX thread.
    Optional<Path> saveAs(String title, String name);

    /// Writes an application into a file of its own, without its secrets.
    void exportTo(Application application, Path file) throws IOException;

    /// Reads an application from such a file; it has an id of its own, and is not kept yet. A file that is none is a sentence in the exception.
    Brought importFrom(Path file) throws IOException;

    /// @param missing names of the settings that are secrets, to be filled in here
    record Brought(Application application, List<String> missing) {}
}
