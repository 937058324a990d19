package dev.posthorn.oauth.agent;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/// Whoever logs in, at the login sheet of the window or at a terminal. All methods return at once and may be called from any thread.
public interface Person {

    /// The page where they log in, to be opened again or copied.
    ///
    /// @param note what they should know before: that their browser will warn, that it could not be opened; empty for none
    void page(URI page, String note);

    /// A code that is to be typed at a page (RFC 8628).
    void code(URI page, String code, Instant expires);

    /// Offers to take the redirected URL, or the code alone, by hand, until the answer is closed.
    Offer offer(Pasting pasting);

    /// Takes what was pasted: empty where it was taken, else a sentence that says why not; then they may try again.
    interface Pasting {
        Optional<String> paste(String text);
    }

    /// Ends an offer.
    interface Offer extends AutoCloseable {
        @Override
        void close();
    }

    /// Nobody is shown anything; the browser alone is used.
    Person UNSEEN = new Person() {
        @Override
        public void page(URI page, String note) { }

        @Override
        public void code(URI page, String code, Instant expires) { }

        @Override
        public Offer offer(Pasting pasting) {
            return () -> { };
        }
    };
}
