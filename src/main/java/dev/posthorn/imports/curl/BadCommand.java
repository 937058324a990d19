package dev.posthorn.imports.curl;

/// A text that no shell would read; the message completes a sentence that names the place.
final class BadCommand extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    BadCommand(String message, int offset) {
        super(message);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
