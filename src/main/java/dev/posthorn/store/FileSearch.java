package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Finds the files of a folder that may be collections or environments.
final class FileSearch {

    /// How deep a folder is searched, and after how many JSON files the search ends.
    private static final int DEPTH = 6;
    private static final int LIMIT = 5_000;

    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", "dist", "out", "vendor", "bin", "obj");

    private FileSearch() {}

    /// JSON files in the order of their paths; hidden folders and those of build tools are passed over, unreadable ones too.
    static List<Path> find(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                var name = String.valueOf(inner.getFileName());
                return !inner.equals(folder) && (name.startsWith(".") || SKIPPED.contains(name)) ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".json")) {
                    found.add(file);
                }
                return found.size() < LIMIT ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }
}
