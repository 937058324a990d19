package dev.posthorn.formats.v3;

import dev.posthorn.model.SocketMessage;
import dev.posthorn.tree.TextFile;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the files of a v3 collection. A bad file is a node of its own and never stops the others.
final class FolderScan {

    static final Pattern REQUEST = Pattern.compile("(?s)(.+)\\.request\\.ya?ml");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)(.+)\\.example\\.ya?ml");
    private static final Comparator<V3Node> ORDER = Comparator.comparingDouble(V3Node::order).thenComparing(V3Node::name).thenComparing(V3Node::path);

    /// The largest file that is read, in bytes.
    private static final long LIMIT = 64L << 20;

    /// Folders in folders are read to this depth.
    private static final int DEPTH = 1_000;

    private final Path root;
    private final List<V3Node.Bad> badExamples = new ArrayList<>();

    FolderScan(Path root) {
        this.root = root;
    }

    V3Node.Dir read() throws IOException {
        return dir(root, "", 0);
    }

    private V3Node.Dir dir(Path folder, String path, int depth) throws IOException {
        var children = new ArrayList<V3Node>();
        var definition = definition(folder, path, children);
        for (var entry : entries(folder)) {
            var name = entry.getFileName().toString();
            var at = path.isEmpty() ? name : path + "/" + name;
            var request = REQUEST.matcher(name);
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (!name.startsWith(".")) {
                    children.add(depth < DEPTH ? inner(entry, at, depth) : new V3Node.Bad(at, name, "Its folders are nested more than " + DEPTH + " deep.", 0));
                }
            } else if (request.matches()) {
                children.add(request(entry, at, request.group(1)));
            }
        }
        children.addAll(badExamples);
        badExamples.clear();
        children.sort(ORDER);
        return new V3Node.Dir(path, String.valueOf(folder.getFileName()), definition, children);
    }

    private V3Node inner(Path folder, String path, int depth) {
        try {
            return dir(folder, path, depth + 1);
        } catch (IOException e) {
            return new V3Node.Bad(path, folder.getFileName().toString(), "The folder cannot be read: " + reason(e) + ".", 0);
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.sorted().collect(Collectors.toList());
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Map<String, Object> definition(Path folder, String path, List<V3Node> children) {
        for (var name : new String[] {"definition.yaml", "definition.yml"}) {
            var file = folder.resolve(".resources").resolve(name);
            if (Files.isRegularFile(file)) {
                var at = (path.isEmpty() ? "" : path + "/") + ".resources/" + name;
                switch (file(file, at, "definition")) {
                    case V3Node.Request(_, _, var tree, _) -> {
                        return tree;
                    }
                    case V3Node.Bad bad -> children.add(bad);
                    case V3Node.Dir _, V3Node.Other _ -> { }
                }
            }
        }
        return new LinkedHashMap<>();
    }

    /// A file as a request without examples, whatever it is, or as bad.
    private static V3Node file(Path file, String path, String stem) {
        try {
            if (Files.size(file) > LIMIT) {
                return new V3Node.Bad(path, stem, "The file is bigger than " + (LIMIT >> 20) + " MB.", 0);
            }
            var text = TextFile.of(Files.readAllBytes(file)).text();
            return Yaml.read(text) instanceof Map<?, ?> map ? new V3Node.Request(path, stem, Plain.map(map), List.of())
                    : new V3Node.Bad(path, stem, "The file holds no \"key: value\" lines; a Postman file begins with \"$kind: …\".", 1);
        } catch (YamlProblem e) {
            return new V3Node.Bad(path, stem, "The YAML is broken at line " + e.line() + ", column " + e.column() + ": " + e.getMessage(), e.line());
        } catch (IOException e) {
            return new V3Node.Bad(path, stem, "The file cannot be read: " + reason(e) + ".", 0);
        }
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    private V3Node request(Path file, String path, String stem) {
        if (!(file(file, path, stem) instanceof V3Node.Request(_, _, var tree, _))) {
            return file(file, path, stem);
        }
        var kind = tree.containsKey("$kind") ? Plain.text(tree, "$kind") : V3Request.HTTP;
        if (!kind.equals(V3Request.HTTP) && !kind.equals(V3Request.GRAPHQL)) {
            return new V3Node.Other(path, stem, kind, text(file), tree, kind.equals(V3Socket.KIND) ? messages(file, tree) : List.of());
        }
        return new V3Node.Request(path, stem, tree, examples(file, path, stem, tree));
    }

    private List<SocketMessage> messages(Path file, Map<String, Object> tree) {
        try {
            return SocketEdit.messages(file, tree, root).stream().map(SocketEdit.Kept::message).toList();
        } catch (NotEdited e) {
            badExamples.add(new V3Node.Bad(root.relativize(file).toString().replace('\\', '/') + "#messages", V3Places.stem(file), "Its messages cannot be read: " + e.getMessage(), 0));
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return TextFile.of(Files.readAllBytes(file)).text();
        } catch (IOException e) {
            return "";
        }
    }

    private List<V3Node.Example> examples(Path file, String path, String stem, Map<String, Object> tree) {
        var folder = file.resolveSibling(".resources").resolve(stem + ".resources").resolve("examples");
        if (tree.get("examples") instanceof String link && !link.isBlank()) {
            folder = linked(file, link, folder);
        }
        var examples = new ArrayList<V3Node.Request>();
        try {
            for (var entry : Files.isDirectory(folder) ? entries(folder) : List.<Path>of()) {
                var name = EXAMPLE.matcher(entry.getFileName().toString());
                if (name.matches()) {
                    switch (file(entry, path, name.group(1))) {
                        case V3Node.Request example when isExample(example.tree()) -> examples.add(example);
                        case V3Node.Bad(_, var at, var sentence, var line) ->
                                badExamples.add(new V3Node.Bad(root.relativize(entry).toString().replace('\\', '/'), at, sentence, line));
                        case V3Node.Request _, V3Node.Dir _, V3Node.Other _ -> { }
                    }
                }
            }
        } catch (IOException e) {
            badExamples.add(new V3Node.Bad(path + "#examples", stem, "Its examples cannot be read: " + reason(e) + ".", 0));
        }
        examples.sort(ORDER);
        return examples.stream().map(e -> new V3Node.Example(e.stem(), e.tree())).toList();
    }

    private static boolean isExample(Map<String, Object> tree) {
        return !tree.containsKey("$kind") || V3Example.KIND.equals(tree.get("$kind"));
    }

    /// Where the link leads, if that is a folder of this collection.
    private Path linked(Path file, String link, Path otherwise) {
        try {
            var target = file.resolveSibling(link).normalize();
            return target.startsWith(root.normalize()) && Files.isDirectory(target) ? target : otherwise;
        } catch (java.nio.file.InvalidPathException e) {
            return otherwise;
        }
    }
}
