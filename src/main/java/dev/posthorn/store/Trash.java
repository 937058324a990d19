package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Where deleted files and folders lie until they are brought back, in the user's data folder. They are kept for `DAYS` days.
final class Trash {

    private static final int DAYS = 30;

    private final Path folder;

    Trash(Home home) {
        folder = home.trash();
    }

    /// Takes a file, or a folder with all in it, and answers where it is now.
    Path take(Path file) throws IOException {
        PrivateFiles.folder(folder);
        var place = Files.createDirectory(folder.resolve(UUID.randomUUID().toString()));
        var kept = place.resolve(file.getFileName().toString());
        transfer(file, kept);
        return kept;
    }

    /// Keeps a copy of a file, which itself stays.
    Path copy(Path file) throws IOException {
        PrivateFiles.folder(folder);
        return Files.copy(file, Files.createDirectory(folder.resolve(UUID.randomUUID().toString())).resolve(file.getFileName().toString()));
    }

    void giveBack(Path kept, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        transfer(kept, file);
        Files.deleteIfExists(kept.getParent());
    }

    /// A move, also to another disk: there the copy is whole before the original goes.
    private static void transfer(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            AtomicFile.forceFolder(from.toAbsolutePath().getParent());
            return;
        } catch (IOException e) {
            if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
        var beside = AtomicFile.temporary(to);
        copy(from, beside);
        AtomicFile.move(beside, to);
        var going = AtomicFile.temporary(from);
        Files.move(from, going, StandardCopyOption.ATOMIC_MOVE);
        remove(going);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(to.resolve(from.relativize(inner).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static void remove(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, IOException problem) throws IOException {
                Files.delete(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Removes what was deleted more than `DAYS` days before `now`. What cannot be removed is tried again next time.
    void empty(Instant now) {
        try (var places = Files.list(folder)) {
            for (var place : places.toList()) {
                if (Files.getLastModifiedTime(place).toInstant().isBefore(now.minus(Duration.ofDays(DAYS)))) {
                    remove(place);
                }
            }
        } catch (IOException e) {
            // Nothing was ever deleted, or a file is in use.
        }
    }
}
