package dev.posthorn.formats.v3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the items of a v3 collection lie: an item's id is the path of its file or folder below the collection's, with `/` between its parts.
final class V3Places {

    private static final List<String> REQUESTS = List.of(".request.yaml", ".request.yml");
    private static final List<String> EXAMPLES = List.of(".example.yaml", ".example.yml");
    static final String RESOURCES = ".resources";

    private final Path root;
    private final Path sidecars;

    V3Places(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.sidecars = SidecarFiles.folder(this.root).toAbsolutePath().normalize();
    }

    /// One item of a folder.
    ///
    /// @param order null where the file has none
    record Sibling(Path path, boolean folder, String name, Double order) {}

    Path root() {
        return root;
    }

    /// The folder of the collection's sidecars; it may not be there.
    Path sidecars() {
        return sidecars;
    }

    /// How the file was written that the collection came from.
    Dialect dialect() {
        var own = SidecarFiles.one(sidecars.resolve(CollectionFiles.DEFINITION + ".json"), new ArrayList<>());
        return own != null && Dialect.TWO_ZERO.id().equals(own.forms().get("dialect")) ? Dialect.TWO_ZERO : Dialect.TWO_ONE;
    }

    Path at(String id) throws NotEdited {
        try {
            var path = root.resolve(id).normalize();
            if (path.startsWith(root) && (id.isEmpty() || !path.equals(root)) && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return path;
            }
        } catch (java.nio.file.InvalidPathException e) {
            // As for every path that leads nowhere.
        }
        throw new NotEdited("That item is no longer in " + root.getFileName() + "; open the collection again.");
    }

    Path request(String id) throws NotEdited {
        var path = at(id);
        if (Files.isDirectory(path) || !isRequest(path)) {
            throw new NotEdited("This is a folder and not a request; choose a request.");
        }
        return path;
    }

    Path folder(String id) throws NotEdited {
        var path = at(id);
        if (!Files.isDirectory(path)) {
            throw new NotEdited("A request cannot hold other items; choose a folder.");
        }
        return path;
    }

    String id(Path path) {
        var id = new StringBuilder();
        for (var part : path.equals(root) ? Path.of("") : root.relativize(path)) {
            id.append(id.isEmpty() ? "" : "/").append(part);
        }
        return id.toString();
    }

    static boolean isRequest(Path path) {
        return REQUESTS.stream().anyMatch(path.getFileName().toString()::endsWith);
    }

    /// The name without the ending that tells the kind.
    static String stem(Path path) {
        var name = path.getFileName().toString();
        for (var endings : List.of(REQUESTS, EXAMPLES)) {
            for (var ending : endings) {
                if (name.endsWith(ending)) {
                    return name.substring(0, name.length() - ending.length());
                }
            }
        }
        return name;
    }

    /// The ending that tells the kind; empty for a folder.
    static String ending(Path path) {
        return path.getFileName().toString().substring(stem(path).length());
    }

    static Path definition(Path folder) {
        var other = folder.resolve(RESOURCES).resolve("definition.yml");
        return Files.exists(other) ? other : folder.resolve(CollectionFiles.DEFINITION);
    }

    /// The folder of what belongs to one request: examples, messages.
    static Path resources(Path request, String stem) {
        return request.resolveSibling(RESOURCES).resolve(stem + ".resources");
    }

    /// The sidecar of a request or a definition; of a folder the folder of its sidecars.
    Path sidecar(Path path) {
        var beside = sidecars.resolve(root.relativize(path).toString());
        return Files.isDirectory(path) ? beside : beside.resolveSibling(beside.getFileName() + ".json");
    }

    /// The folder's items as they are shown: by their order, those without one last, ties by name.
    List<Sibling> siblings(Path folder) throws NotEdited {
        var siblings = new ArrayList<Sibling>();
        for (var path : list(folder)) {
            if (Files.isDirectory(path) ? !path.getFileName().toString().startsWith(".") : isRequest(path)) {
                siblings.add(sibling(path));
            }
        }
        siblings.sort(Comparator.comparing((Sibling s) -> s.order() == null ? Double.POSITIVE_INFINITY : s.order())
                .thenComparing(Sibling::name).thenComparing(s -> s.path().getFileName().toString()));
        return siblings;
    }

    private static Sibling sibling(Path path) {
        var folder = Files.isDirectory(path);
        Map<String, Object> tree = new LinkedHashMap<>();
        try {
            tree = V3File.readOrNew(folder ? definition(path) : path).tree();
        } catch (NotEdited e) {
            // A bad file is shown without order, and so it counts here.
        }
        return new Sibling(path, folder, tree.containsKey("name") ? Plain.text(tree, "name") : stem(path), order(tree));
    }

    static Double order(Map<String, Object> tree) {
        return tree.get("order") instanceof Number number && !Double.isNaN(number.doubleValue()) ? (Double) number.doubleValue() : null;
    }

    /// The saved answers of a request in order.
    List<Sibling> examples(Path folder) throws NotEdited {
        var examples = new ArrayList<Sibling>();
        if (Files.isDirectory(folder)) {
            for (var path : list(folder)) {
                if (EXAMPLES.stream().anyMatch(path.getFileName().toString()::endsWith)) {
                    examples.add(sibling(path));
                }
            }
        }
        examples.sort(Comparator.comparing((Sibling s) -> s.order() == null ? Double.POSITIVE_INFINITY : s.order()).thenComparing(Sibling::name)
                .thenComparing(s -> s.path().getFileName().toString()));
        return examples;
    }

    static List<Path> list(Path folder) throws NotEdited {
        try (var paths = Files.list(folder)) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new NotEdited(folder.getFileName() + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /// All files below a folder, and itself.
    static List<Path> walk(Path folder) throws NotEdited {
        try (var paths = Files.walk(folder)) {
            return paths.sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new NotEdited(folder.getFileName() + " cannot be read: " + e.getMessage() + ".");
        }
    }
}
