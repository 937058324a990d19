package dev.posthorn.oauth;

import dev.posthorn.http.Cancellation;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// Where a person logs in: the system's browser, a window of ours, or by hand with the redirected URL pasted. One object serves one login.
public interface UserAgent extends AutoCloseable {

    /// Makes ready to be redirected to, and says where: the redirect URI with its real port. Called before the page is made; may block.
    ///
    /// @param wanted the redirect URI of the settings; empty where any will do
    URI ready(String wanted) throws Unusable;

    /// Shows the page and waits for the redirect that bears this `state`; others are refused and told to `watcher`. Blocks until it came or
    /// the login is cancelled.
    ///
    /// @param state empty where none was sent
    Came ask(URI page, String state, LoginWatcher watcher, Cancellation cancellation);

    /// Shows a code to be typed at a page (RFC 8628); returns at once.
    void show(URI page, String code, Instant expires);

    /// Ends the waiting, closes the listener and the window.
    @Override
    void close();

    /// How the waiting ended.
    sealed interface Came {
        /// The parameters of the redirect, from its query, fragment or form.
        record Redirected(Map<String, String> parameters, String url) implements Came {}

        /// By the user, or because it took too long; `reason` completes "was ended: ".
        record Ended(String reason) implements Came {}

        /// At a page of the provider that says what is wrong and leads nowhere: where it does not know the client or the redirect URI, it sends nobody back
        /// (RFC 6749 §4.1.2.1).
        ///
        /// @param url  without its query
        /// @param text the beginning of what the page says, as `Doctor.refusal` recognised it
        record Refused(String url, String text) implements Came {}

        /// The page could not be shown; a sentence.
        record Broken(String sentence) implements Came {}
    }

    /// Nobody can be redirected to this URI by this agent; the message says why and what to do, as a sentence.
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unusable(String sentence) {
            super(sentence);
        }
    }
}
