package dev.posthorn.vendors;

import dev.posthorn.model.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A session as it is at one moment, to be shown.
///
/// @param since   when it was logged in; empty where nobody is
/// @param opened  whether the server has made its own session for it, at the first call
/// @param cookies all that belong to it
/// @param trouble why the last login did not succeed; empty where it did, or where none was tried
public record SessionView(String base, String user, State state, Optional<Instant> since, boolean opened, List<Cookie> cookies, String trouble) {

    public enum State { OUT, LOGGING_IN, IN }

    public SessionView {
        cookies = List.copyOf(cookies);
    }

    static SessionView none(String base, String user) {
        return new SessionView(base, user, State.OUT, Optional.empty(), false, List.of(), "");
    }

    /// "Supervisor at https://mysite.creatio.com".
    public String name() {
        return user + " at " + base;
    }

    @Override
    public String toString() {
        return "SessionView[" + name() + ", " + state + "]";
    }
}
