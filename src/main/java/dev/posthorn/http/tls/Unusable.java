package dev.posthorn.http.tls;

import java.nio.file.Path;

/// A file of certificates or keys that cannot be used, and why: "client.key: the passphrase is wrong".
public final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param reason completes the sentence "client.key: …", without a full stop
    Unusable(Path file, String reason) {
        super(file.getFileName() + ": " + reason);
    }

    Unusable(Path file, String reason, Throwable cause) {
        super(file.getFileName() + ": " + reason, cause);
    }
}
