package dev.posthorn.http;

import java.io.IOException;
import java.nio.file.Path;

/// A file of the body became longer or shorter than its announced length while it was being sent.
final class FileChanged extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long announced;
    private final long found;

    FileChanged(Path file, long announced, long found) {
        super(file + " changed while it was being sent");
        this.file = file;
        this.announced = announced;
        this.found = found;
    }

    Path file() {
        return file;
    }

    long announced() {
        return announced;
    }

    long found() {
        return found;
    }
}
