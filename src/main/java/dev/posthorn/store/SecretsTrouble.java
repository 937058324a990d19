package dev.posthorn.store;

import java.io.Serial;

/// A secret could not be kept or read; the message is a sentence for the user and never holds a value.
public final class SecretsTrouble extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public SecretsTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public SecretsTrouble(String sentence) {
        super(sentence);
    }
}
