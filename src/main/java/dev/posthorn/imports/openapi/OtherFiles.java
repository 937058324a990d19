package dev.posthorn.imports.openapi;

import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.TextFile;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlProblem;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The other files that a description refers to (`$ref: models/pet.yaml`), put beside its own parts, so that references find them there.
///
/// 1. Only files below the folder of the description, or below the checkout that it is part of (the nearest folder above with a `.git`), and only JSON and YAML: a description
///    from a stranger reads nothing else of the disk. Nothing is fetched over a network.
/// 2. At most `MOST` files and `BYTES` of them; what is not read stays a reference out of the file.
/// 3. What makers add (`x-…`) is left as it is.
final class OtherFiles {

    /// The name under which they stand on top of the tree: no part of a description is called so.
    static final String PLACE = "(files)";

    private static final int MOST = 5_000;
    private static final long BYTES = 64L << 20;
    private static final int ABOVE = 30;

    private final Path own;
    private final Path home;
    private final int depth;
    private final Map<Path, Object> read = new LinkedHashMap<>();
    private final Deque<Path> next = new ArrayDeque<>();
    private long bytes;

    private OtherFiles(Path own, int depth) throws IOException {
        this.own = own.toRealPath();
        this.depth = depth;
        home = home(this.own.getParent());
    }

    /// The description together with the files that it needs; as it is where it does not stand in a folder, or needs none.
    ///
    /// @param text  what was read: where the file says something else now, it is not the file that the description came from
    /// @param depth how deep lists and objects may be nested
    static Map<?, ?> with(Map<?, ?> tree, Path file, String text, int depth) {
        try {
            return Files.isRegularFile(file) && TextFile.of(Files.readAllBytes(file)).text().equals(text) ? new OtherFiles(file, depth).whole(tree) : tree;
        } catch (IOException | InvalidPathException e) {
            return tree;
        }
    }

    private static Path home(Path folder) {
        var above = folder;
        for (var i = 0; i < ABOVE && above != null; i++, above = above.getParent()) {
            if (Files.exists(above.resolve(".git"))) {
                return above;
            }
        }
        return folder;
    }

    private Map<?, ?> whole(Map<?, ?> tree) {
        var whole = new LinkedHashMap<Object, Object>();
        tree.forEach((key, value) -> whole.put(key, String.valueOf(key).startsWith("x-") ? value : copy(value, own)));
        var others = new LinkedHashMap<Object, Object>();
        while (!next.isEmpty()) {
            var file = next.poll();
            others.put(name(file), copy(read.get(file), file));
        }
        if (others.isEmpty()) {
            return tree;
        }
        whole.put(PLACE, others);
        return whole;
    }

    /// The same with its references written as those of one file.
    private Object copy(Object value, Path from) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.forEach((key, v) -> copy.put(key, key.equals("$ref") && v instanceof String text ? reference(text, from) : String.valueOf(key).startsWith("x-") ? v : copy(v, from)));
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                list.forEach(v -> copy.add(copy(v, from)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private String reference(String text, Path from) {
        var hash = text.indexOf('#');
        var target = hash < 0 ? text : text.substring(0, hash);
        var within = hash < 0 ? "" : text.substring(hash + 1);
        if (target.isEmpty()) {
            return at(from) + within;
        }
        return file(target, from).map(file -> at(file) + within).orElse(text);
    }

    private String at(Path file) {
        return file.equals(own) ? "#" : "#/" + PLACE + "/" + Pointers.escaped(name(file)).replace("%", "%25");
    }

    private String name(Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    /// The file of that name, seen from another one; empty where it may not or cannot be read.
    private Optional<Path> file(String target, Path from) {
        if (target.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]+:.*") || target.startsWith("/") || !target.toLowerCase(java.util.Locale.ROOT).matches("(?s).*\\.(json|ya?ml)")) {
            return Optional.empty();
        }
        try {
            var file = from.resolveSibling(URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8)).toRealPath();
            return file.startsWith(home) && (file.equals(own) || read.containsKey(file) || reads(file)) ? Optional.of(file) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean reads(Path file) throws IOException {
        bytes += Files.size(file);
        if (read.size() >= MOST || bytes > BYTES) {
            return false;
        }
        var text = TextFile.of(Files.readAllBytes(file)).text();
        try {
            var tree = text.stripLeading().startsWith("{") ? JsonReader.read(text).plain() : Yaml.read(text);
            if (tree == null || OpenApi.deeper(tree, depth)) {
                return false;
            }
            read.put(file, tree);
            next.add(file);
            return true;
        } catch (JsonProblem | YamlProblem e) {
            return false;
        }
    }
}
