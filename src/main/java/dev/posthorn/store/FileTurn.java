package dev.posthorn.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Lets one change a file after the other, where the window and a command run at the same time, and tells whether somebody else did.
final class FileTurn {

    /// How often another place of this very process is waited for, 5 ms each time: half a minute.
    private static final int PATIENCE = 6_000;

    private FileTurn() {}

    interface Work<E extends Exception> {
        void run() throws E, IOException;
    }

    /// Runs `work` while nobody else changes `file`; the lock is one beside it.
    static <E extends Exception> void take(Path file, Work<E> work) throws E, IOException {
        var lockFile = file.resolveSibling(file.getFileName() + ".lock");
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE); var _ = lock(channel, lockFile)) {
            work.run();
        }
    }

    /// Java refuses a lock that its own process holds, instead of waiting for it.
    private static FileLock lock(FileChannel channel, Path file) throws IOException {
        for (var round = 0; round < PATIENCE; round++) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                pause();
            }
        }
        throw new IOException(file + " is held for too long");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for another change", e);
        }
    }

    /// What a file was like when it was read: a file that is moved over another one has a key of its own on most systems.
    record Stamp(Object time, long size, Object key) {

        private static final Stamp ABSENT = new Stamp("", -1, "");

        static Stamp of(Path file) throws IOException {
            try {
                var seen = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(seen.lastModifiedTime(), seen.size(), String.valueOf(seen.fileKey()));
            } catch (NoSuchFileException e) {
                return ABSENT;
            }
        }
    }
}
