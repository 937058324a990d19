package dev.posthorn.formats.v3;

import dev.posthorn.formats.Nesting;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sidecars of one collection on disk: `.posthorn/<collection>/<path of the v3 file>.json`.
///
/// @param byPath by the path of the v3 file that each was written for
/// @param notes  a sentence for each that cannot be read
record SidecarFiles(Map<String, Sidecar> byPath, List<String> notes) {

    private static final long LIMIT = 64L << 20;

    /// The folder that holds `postman` and `.posthorn`, for a collection's folder.
    static Path home(Path collection) {
        var folder = collection.toAbsolutePath().normalize();
        var parent = folder.getParent();
        if (parent != null && named(parent, "collections") && named(parent.getParent(), "postman") && parent.getParent().getParent() != null) {
            return parent.getParent().getParent();
        }
        return parent == null ? folder : parent;
    }

    private static boolean named(Path folder, String name) {
        return folder != null && folder.getFileName() != null && folder.getFileName().toString().equals(name);
    }

    /// Where the sidecars of a collection stand, also where its folder was renamed by hand.
    static Path folder(Path collection) {
        var all = home(collection).resolve(V3Export.SIDECARS);
        var own = all.resolve(collection.toAbsolutePath().normalize().getFileName().toString());
        return Files.isDirectory(own) || !Files.isDirectory(all) ? own : renamed(collection, all, own);
    }

    private static Path renamed(Path collection, Path all, Path own) {
        var best = own;
        var most = 0L;
        try (var folders = Files.list(all)) {
            for (var candidate : folders.filter(Files::isDirectory).filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList()) {
                var orphan = !Files.isDirectory(collection.toAbsolutePath().resolveSibling(candidate.getFileName().toString()));
                var fitting = orphan ? fitting(candidate, collection) : 0;
                if (fitting > most) {
                    most = fitting;
                    best = candidate;
                }
            }
        } catch (IOException e) {
            return own;
        }
        return best;
    }

    /// How many of the sidecars of a folder have their v3 file in the collection.
    private static long fitting(Path sidecars, Path collection) throws IOException {
        try (var files = Files.walk(sidecars)) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .map(f -> sidecars.relativize(f).toString()).map(p -> p.substring(0, p.length() - 5))
                    .filter(p -> Files.isRegularFile(collection.resolve(p))).count();
        }
    }

    static SidecarFiles read(Path folder) {
        var byPath = new LinkedHashMap<String, Sidecar>();
        var notes = new ArrayList<String>();
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return new SidecarFiles(byPath, notes);
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".json") && Files.isRegularFile(f)).sorted().toList()) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                var sidecar = one(file, notes);
                if (sidecar != null) {
                    byPath.put(path.substring(0, path.length() - ".json".length()), sidecar);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            notes.add("What is kept beside the collection in " + folder + " cannot be read: " + e.getMessage() + ".");
        }
        return new SidecarFiles(byPath, notes);
    }

    /// One sidecar; null where there is none, or none that can be read.
    static Sidecar one(Path file, List<String> notes) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LIMIT) {
                var json = JsonReader.read(TextFile.of(Files.readAllBytes(file)).text());
                if (Nesting.below(json, Nesting.BESIDE) == null) {
                    return Sidecar.of(json.plain());
                }
                notes.add("What is kept beside the collection in " + file + " is not used: it is nested more than " + Nesting.BESIDE + " levels deep.");
            }
        } catch (JsonProblem e) {
            notes.add("What is kept beside the collection in " + file + " is not used: it is no sound JSON (line " + e.line() + ": " + e.getMessage() + ").");
        } catch (IOException e) {
            notes.add("What is kept beside the collection in " + file + " is not used: it cannot be read.");
        }
        return null;
    }
}
