package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The collections that the program brings along, copied to where the user may change them.
final class Samples {

    private Samples() {}

    /// Copies all files that are not there yet.
    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.sorted().toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    AtomicFile.write(target, Files.readAllBytes(file));
                }
            }
        }
    }
}
