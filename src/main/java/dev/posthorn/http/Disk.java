package dev.posthorn.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The disk that big answers go to, as far as they need it: how much of it is free, and new files.
interface Disk {

    /// Bytes that may still be written to the disk of `folder`.
    long free(Path folder) throws IOException;

    OutputStream create(Path file) throws IOException;

    static Disk real() {
        return new Disk() {
            @Override
            public long free(Path folder) throws IOException {
                return Files.getFileStore(folder).getUsableSpace();
            }

            @Override
            public OutputStream create(Path file) throws IOException {
                return Files.newOutputStream(file);
            }
        };
    }
}
