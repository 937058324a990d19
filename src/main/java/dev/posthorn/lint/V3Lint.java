package dev.posthorn.lint;

import dev.posthorn.formats.v3.V3Export;
import dev.posthorn.formats.v3.V3Folder;
import dev.posthorn.model.Entry;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.tree.YamlNode;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Checks a v3 collection folder, file by file and then as a whole.
final class V3Lint {

    private final List<Finding> into;

    V3Lint(List<Finding> into) {
        this.into = into;
    }

    void collection(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                if (!inner.getFileName().toString().startsWith(".") || inner.equals(folder)) {
                    siblings(inner);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = file.getFileName().toString();
                if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                    file(file, name);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void file(Path file, String name) {
        var yaml = new YamlFile(file, into);
        var top = yaml.read();
        if (top == null) {
            return;
        }
        var kind = YamlFile.get(top, "$kind");
        if (kind == null) {
            into.add(Finding.error(file, 1, "missing-kind", "It has no $kind, so Postman does not know what it is."));
            return;
        }
        var known = Kinds.KEYS.get(YamlFile.text(kind));
        if (known == null) {
            into.add(Finding.error(file, yaml.line(kind), "unknown-kind", "There is no $kind \"" + YamlFile.text(kind) + "\"."));
            return;
        }
        yaml.unknown(top, known, "in a file of $kind " + YamlFile.text(kind));
        if (name.contains(".request.") && !(YamlFile.get(top, "order") instanceof YamlNode.Scalar order && order.value() instanceof Number)) {
            into.add(Finding.warning(file, 0, "missing-order", "It has no order, so its place among its siblings is not certain."));
        }
        if (YamlFile.text(kind).endsWith("-request")) {
            query(yaml, top, file);
        }
        if (!name.contains(".example.")) {
            yaml.secrets(top, "");
        }
    }

    /// The query in the URL and the switched-on rows must say the same.
    private void query(YamlFile yaml, YamlNode top, Path file) {
        var url = YamlFile.get(top, "url");
        var params = YamlFile.get(top, "queryParams");
        if (url == null || params == null) {
            return;
        }
        var shown = new ArrayList<String>();
        RequestUrl.parse(YamlFile.text(url)).entries().forEach(e -> shown.add(row(e)));
        var rows = rows(params).stream().filter(Entry::enabled).map(V3Lint::row).toList();
        if (!shown.equals(rows)) {
            into.add(Finding.error(file, yaml.line(params), "query-mismatch", "The query in the url (" + shown.size() + " parameters) is not that of queryParams ("
                    + rows.size() + " switched on): which one is sent is not certain."));
        }
    }

    private static String row(Entry entry) {
        return entry.key() + "=" + entry.value();
    }

    private static List<Entry> rows(YamlNode params) {
        var rows = new ArrayList<Entry>();
        switch (params) {
            case YamlNode.Mapping map -> map.pairs().forEach(p -> rows.add(Entry.of(p.key().text(), YamlFile.text(p.value()))));
            case YamlNode.Sequence list -> list.items().forEach(item -> rows.add(Entry.of(YamlFile.text(YamlFile.get(item, "key")), YamlFile.text(YamlFile.get(item, "value")))
                    .withEnabled(!YamlFile.text(YamlFile.get(item, "disabled")).equals("true"))));
            case YamlNode.Scalar _, YamlNode.Alias _ -> { }
        }
        return rows;
    }

    /// Names in one folder: twice the same, or the same but for case.
    private void siblings(Path folder) throws IOException {
        var files = new HashMap<String, Path>();
        var names = new LinkedHashMap<String, Path>();
        try (var entries = Files.list(folder)) {
            for (var entry : entries.sorted().toList()) {
                var file = entry.getFileName().toString();
                var stem = file.replaceFirst("\\.request\\.ya?ml$", "");
                if (file.startsWith(".") || !Files.isDirectory(entry) && stem.equals(file)) {
                    continue;
                }
                var clash = files.putIfAbsent(Files.isDirectory(entry) + stem.toLowerCase(Locale.ROOT), entry);
                if (clash != null && !clash.getFileName().toString().equals(file)) {
                    into.add(Finding.error(entry, 0, "case-clash", "Its name differs from \"" + clash.getFileName() + "\" in case or ending alone: Windows and macOS hold only one of them."));
                }
                if (!Files.isDirectory(entry)) {
                    named(entry, stem, names);
                }
            }
        }
    }

    private void named(Path file, String stem, Map<String, Path> names) {
        var top = new YamlFile(file, new ArrayList<>()).read();
        var given = top == null ? "" : YamlFile.text(YamlFile.get(top, "name"));
        var clash = names.putIfAbsent(given.isEmpty() ? stem : given, file);
        if (clash != null) {
            into.add(Finding.warning(file, 0, "duplicate-name", "It is called like " + clash.getFileName() + " beside it: \"" + (given.isEmpty() ? stem : given) + "\"."));
        }
    }

    void environment(Path file) {
        if (file.toString().endsWith(".json")) {
            return;
        }
        var yaml = new YamlFile(file, into);
        var top = yaml.read();
        if (top == null) {
            return;
        }
        yaml.unknown(top, Kinds.ENVIRONMENT, "in an environment");
        if (YamlFile.get(top, "values") instanceof YamlNode.Sequence values) {
            for (var value : values.items()) {
                yaml.unknown(value, Kinds.VALUE, "of a variable");
                var secret = YamlFile.text(YamlFile.get(value, "type")).equals("secret") || YamlFile.text(YamlFile.get(value, "secret")).equals("true");
                var literal = YamlFile.text(YamlFile.get(value, "value"));
                if (secret && !literal.isEmpty() || Secrets.literal(YamlFile.text(YamlFile.get(value, "key")), literal)) {
                    into.add(Finding.warning(file, yaml.line(value), "literal-secret", "The value of \"" + YamlFile.text(YamlFile.get(value, "key")) + "\" "
                            + (secret ? "is a secret" : "looks like a secret") + " and is in a file that is shared: keep it on each machine alone."));
                }
            }
        }
    }

    /// Sidecars whose request is gone: what they hold is used again only when it is found.
    void sidecars(Path workspace) throws IOException {
        var home = workspace.resolve(V3Export.SIDECARS);
        if (!Files.isDirectory(home)) {
            return;
        }
        for (var collection : V3Folder.collections(workspace)) {
            var own = home.resolve(collection.getFileName().toString());
            if (!Files.isDirectory(own)) {
                continue;
            }
            try (var files = Files.walk(own)) {
                files.filter(f -> f.toString().endsWith(".json")).sorted().forEach(sidecar -> {
                    var path = own.relativize(sidecar).toString();
                    if (!Files.exists(collection.resolve(path.substring(0, path.length() - ".json".length())))) {
                        into.add(Finding.warning(sidecar, 0, "orphaned-sidecar", "The file it belongs to is not there (renamed, moved or deleted): save the collection once to put it right, or delete it."));
                    }
                });
            }
        }
    }
}
