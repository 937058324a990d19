package dev.posthorn.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one send holds of a session: the cookies that go along, and the turn, where it is the one that opens the session on the server. Safe from any thread.
public interface Admission {

    /// The value of the Cookie header for this URL; empty where none goes there.
    String cookies(String url);

    /// The value of one cookie, where it goes to this URL.
    Optional<String> cookie(String url, String name);

    /// Whether a cookie of that name is the session's, and none of the jar's.
    boolean owns(String name);

    /// When it was logged in; empty where that happens at the send.
    Optional<Instant> since();

    /// True for the one request after a login that goes without the server's session, which its answer brings.
    boolean opens();

    /// Whether a call has gone well in this session.
    boolean proven();

    /// Whether a call was forbidden in a fresh session too, so that another login would not help.
    boolean barred(String call);

    void bar(String call);

    /// An answer to a request that went with it.
    ///
    /// @param setCookies the values of all its Set-Cookie lines
    /// @param well       whether the server did what was asked
    void answered(String url, List<String> setCookies, boolean well);

    /// The send is over: who waits for its answer waits no longer. Calling it twice does nothing.
    void left();
}
