package dev.posthorn.ui.oauth;

import dev.posthorn.http.Cancellation;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Where a login shows the person what to do. Called from the thread of the login.
public interface LoginScreen {

    /// The page is open, and the answer is waited for.
    ///
    /// @param where completes "Waiting for you in ": "the browser"
    void waiting(URI page, String where);

    /// A code to be typed at a page.
    void code(URI page, String code, Instant expires);

    /// Asks for the address that the browser was sent back to, and blocks until it is there; empty when the login was ended.
    ///
    /// @param trouble what was wrong with the one before; empty at first
    Optional<String> paste(URI page, String trouble, Cancellation cancellation);
}
