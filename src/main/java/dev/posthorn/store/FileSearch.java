package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds what a folder holds that may be a collection or an environment: JSON files, the folders and files of Postman 3.0, and `.env` files.
final class FileSearch {

    /// How deep a folder is searched, and after how many finds the search ends.
    private static final int DEPTH = 6;
    private static final int LIMIT = 5_000;

    private static final Set<String> SKIPPED = Set.of("node_modules", "target", "build", "dist", "out", "vendor", "bin", "obj");
    private static final Set<String> OWN = Set.of(".resources", ".posthorn");
    private static final Pattern VARIABLES = Pattern.compile(".+\\.(environment|globals)\\.ya?ml");
    private static final Pattern DOT_ENV = Pattern.compile("\\.env(\\..+)?|.+\\.env");
    private static final Pattern REQUEST = Pattern.compile(".+\\.request\\.ya?ml");

    private FileSearch() {}

    /// Files and collection folders in the order of their paths; hidden folders and those of build tools are passed over, unreadable ones too.
    /// What a crash left on the way is swept.
    static List<Path> find(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                if (AtomicFile.isTemporary(inner)) {
                    AtomicFile.sweep(inner, Instant.now());
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (!inner.equals(folder) && (inner.getFileName().toString().startsWith(".") || passedOver(inner))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                if (collection(inner)) {
                    sweep(inner);
                    found.add(inner);
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && candidate(file)) {
                    found.add(file);
                }
                AtomicFile.sweep(file, Instant.now());
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

    /// Whether a file may be a collection or an environment, by its name.
    static boolean candidate(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".json") || VARIABLES.matcher(name).matches()) || DOT_ENV.matcher(name).matches() && !AtomicFile.isTemporary(file);
    }

    /// Whether a folder is a Postman 3.0 collection: one of those in `postman/collections`, or one that says so or holds a request.
    static boolean collection(Path folder) {
        var parent = folder.getParent();
        if (parent != null && parent.endsWith(Path.of("postman", "collections"))) {
            return true;
        }
        if (Files.isRegularFile(folder.resolve(".resources").resolve("definition.yaml"))
                || Files.isRegularFile(folder.resolve(".resources").resolve("definition.yml"))) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.anyMatch(f -> REQUEST.matcher(f.getFileName().toString()).matches());
        } catch (IOException e) {
            return false;
        }
    }

    /// Whether collections are not looked for in that folder. A folder of a 3.0 collection may be called "build".
    static boolean passedOver(Path folder) {
        var name = String.valueOf(folder.getFileName());
        if (name.startsWith(".")) {
            return !OWN.contains(name);
        }
        return SKIPPED.contains(name) && !Files.isDirectory(folder.resolve(".resources")) && !Files.isDirectory(folder.resolveSibling(".resources"));
    }

    /// Removes what a crash left in a collection folder.
    private static void sweep(Path folder) {
        try (var files = Files.walk(folder)) {
            files.filter(AtomicFile::isTemporary).toList().forEach(f -> AtomicFile.sweep(f, Instant.now()));
        } catch (IOException | java.io.UncheckedIOException e) {
            // What cannot be read is told when the collection is.
        }
    }
}
