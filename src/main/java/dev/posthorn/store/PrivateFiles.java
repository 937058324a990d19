package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that nobody but the user may read: mode 0600, their folders 0700, where the file system knows modes. On Windows the user's data folder is private by itself.
final class PrivateFiles {

    private PrivateFiles() {}

    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            if (posix(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        } else if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// Makes the file where it is missing, in a folder that is private too.
    static void file(Path file) throws IOException {
        folder(file.toAbsolutePath().getParent());
        only(file);
    }

    /// Makes the file where it is missing, and takes it from the eyes of others.
    static void only(Path file) throws IOException {
        if (posix(file)) {
            var mode = PosixFilePermissions.fromString("rw-------");
            if (!Files.exists(file)) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(mode));
            }
            Files.setPosixFilePermissions(file, mode);
        } else if (!Files.exists(file)) {
            Files.createFile(file);
        }
    }

    /// Writes a file whole or not at all, that nobody else may read at any moment.
    static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        only(file);
        AtomicFile.write(file, bytes);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
