package dev.posthorn.http;

import java.io.IOException;

/// The disk did not take the answer.
final class BodyWriteFailed extends IOException {

    private static final long serialVersionUID = 1L;

    BodyWriteFailed(IOException cause) {
        super(cause);
    }
}
