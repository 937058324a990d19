package dev.posthorn.oauth.agent;

import dev.posthorn.http.tls.LoopbackCertificate;
import dev.posthorn.http.tls.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/// Our certificate for logins that come back to `https://localhost`: made when one first does, kept, and renewed before it ends. Safe from any thread.
public final class OwnCertificate {

    /// Where it is kept between two runs, readable by the user alone.
    public interface Kept {
        /// For messages.
        Path file();

        /// Empty where there is none yet.
        Optional<byte[]> read() throws IOException;

        void write(byte[] pem) throws IOException;
    }

    private final Kept kept;
    private final Clock clock;
    private final SecureRandom random;
    private LoopbackCertificate current;
    private String note = "";

    public OwnCertificate(Kept kept, Clock clock, SecureRandom random) {
        this.kept = kept;
        this.clock = clock;
        this.random = random;
    }

    /// Blocks at the first call.
    public synchronized LoopbackCertificate now() {
        if (current == null) {
            current = read();
        }
        if (current == null || !current.goodAt(clock.instant())) {
            current = LoopbackCertificate.make(clock.instant(), random);
            keep();
        }
        return current;
    }

    /// The one of the last call of `now`, without making one; empty where none was needed yet.
    public synchronized Optional<LoopbackCertificate> known() {
        return Optional.ofNullable(current);
    }

    /// What is to be said about the last time it was read or made, as a sentence; empty for nothing.
    public synchronized String note() {
        return note;
    }

    private LoopbackCertificate read() {
        try {
            var pem = kept.read();
            return pem.isEmpty() ? null : LoopbackCertificate.read(kept.file(), pem.get());
        } catch (Unusable e) {
            note = "Our certificate for localhost was made anew, since the old one could not be used (" + e.getMessage() + ").";
        } catch (IOException e) {
            note = "Our certificate for localhost was made anew, since " + kept.file() + " could not be read (" + e.getMessage() + ").";
        }
        return null;
    }

    private void keep() {
        try {
            kept.write(current.pem());
        } catch (IOException e) {
            note = "Our certificate for localhost holds for this run only, since " + kept.file() + " could not be written (" + e.getMessage() + ").";
        }
    }
}
