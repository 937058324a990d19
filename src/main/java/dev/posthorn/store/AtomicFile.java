package dev.posthorn.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// Writes a file whole or not at all: a crash or a full disk leaves the old one.
public final class AtomicFile {

    /// The names that `temporary` makes.
    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\.new");

    /// After how long what is named so is left over from a crash, and not being written by somebody.
    private static final Duration STALE = Duration.ofMinutes(1);

    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /// Writes beside the file, forces it to the disk, and moves it over. A symbolic link stays one: what it points to is replaced.
    /// Missing folders are made; the permissions of an old file are kept where the file system has them.
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    /// What is written piece by piece, so that it need not fit into memory.
    @FunctionalInterface
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /// The same for what is written piece by piece.
    public static void write(Path file, Content content) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        var beside = temporary(target);
        try {
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
                    var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
                content.to(out);
                out.flush();
                channel.force(true);
            }
            permissions(target, beside);
            replace(beside, target);
            forceFolder(target.getParent());
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// A free name beside the file, which no reader takes for a collection and `sweep` knows again.
    static Path temporary(Path file) {
        var name = file.getFileName().toString();
        // 255 bytes is the longest name of common file systems; a long one is cut, since only its ending must stay.
        var shown = name.length() > 50 ? name.substring(0, 50) : name;
        return file.resolveSibling("." + shown + "." + UUID.randomUUID() + ".new");
    }

    private static void replace(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Gives a file or folder another place, where nothing may be yet; a change of case alone is a change too. Missing folders are made.
    static void move(Path from, Path to) throws IOException {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !Files.isSameFile(from, to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        Files.createDirectories(to.toAbsolutePath().getParent());
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
        forceFolder(from.toAbsolutePath().getParent());
        forceFolder(to.toAbsolutePath().getParent());
    }

    /// Forces the names in a folder to the disk, so that a move outlives a power cut. Windows does so by itself and cannot open a folder.
    static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The system has no such thing: what was written is safe, its name a moment later.
        }
    }

    private static void permissions(Path old, Path fresh) throws IOException {
        if (Files.exists(old, LinkOption.NOFOLLOW_LINKS) && Files.getFileStore(old).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(old));
        }
    }

    static boolean isTemporary(Path file) {
        return file.getFileName() != null && TEMPORARY.matcher(file.getFileName().toString()).matches();
    }

    /// Removes a temporary file or folder that a crash left. What is younger than a minute may be another program's, and stays.
    static void sweep(Path leftover, Instant now) {
        try {
            if (isTemporary(leftover) && Files.getLastModifiedTime(leftover, LinkOption.NOFOLLOW_LINKS).toInstant().isBefore(now.minus(STALE))) {
                Trash.remove(leftover);
            }
        } catch (IOException e) {
            // It goes next time.
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
