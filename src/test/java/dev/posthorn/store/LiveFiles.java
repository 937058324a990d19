package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The files of a folder that the program writes to meanwhile: what goes away while one looks, as a file that is written beside another and then takes its name, is left out.
public final class LiveFiles {

    private LiveFiles() {}

    public static List<Path> all(Path folder) throws IOException {
        var all = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                all.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                return gone(e);
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                return gone(e);
            }
        });
        return all;
    }

    private static FileVisitResult gone(IOException e) throws IOException {
        if (e == null || e instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw e;
    }

    /// As it would be found after a crash at this moment.
    public static void copy(Path folder, Path to) throws IOException {
        for (var file : all(folder)) {
            var copy = to.resolve(folder.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            try {
                Files.copy(file, copy);
            } catch (NoSuchFileException _) {
                Files.deleteIfExists(copy);
            }
        }
    }
}
