package dev.posthorn.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes a file whole or not at all: a crash or a full disk leaves the old one.
public final class AtomicFile {

    private AtomicFile() {}

    /// Writes beside the file, forces it to the disk, and moves it over. A symbolic link stays one: what it points to is replaced.
    /// Missing folders are made; the permissions of an old file are kept where the file system has them.
    public static void write(Path file, byte[] bytes) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        var beside = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".new");
        try {
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
                var rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            permissions(target, beside);
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void permissions(Path old, Path fresh) throws IOException {
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS) && Files.getFileStore(old).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(old));
        }
    }

    /// Moves a file that cannot be read out of the way, so that it can be looked at; returns where it is now.
    static Path setAside(Path file) throws IOException {
        for (var number = 1; ; number++) {
            var aside = file.resolveSibling(file.getFileName() + ".broken-" + number);
            if (!Files.exists(aside)) {
                return Files.move(file, aside);
            }
        }
    }
}
