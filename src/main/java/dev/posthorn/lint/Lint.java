package dev.posthorn.lint;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.v3.V3Folder;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.SecretPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Checks a workspace folder, a v3 collection or a collection file of any kind.
///
/// 1. Of v3 folders every file is looked at, with its lines; of other kinds what the file holds.
/// 2. Variables count as defined where any environment beside the collection has them.
public final class Lint {

    private final List<Finding> findings = new ArrayList<>();
    private final Path path;

    private Lint(Path path) {
        this.path = path;
    }

    /// What was found, in the order of the files.
    public static List<Finding> check(Path path) throws IOException {
        var lint = new Lint(path);
        if (Files.isDirectory(path)) {
            lint.folder();
        } else {
            lint.results(path, Importers.read(path), true, List.of());
        }
        return List.copyOf(lint.findings);
    }

    private void folder() throws IOException {
        var v3 = new V3Lint(findings);
        var collections = V3Folder.isCollection(path) ? List.of(path) : V3Folder.collections(path);
        var environments = new ArrayList<Environment>();
        for (var file : V3Folder.environments(path)) {
            v3.environment(file);
            try {
                environments.add(V3Folder.readEnvironment(file).environment());
            } catch (IOException e) {
                // Said by the check of the file.
            }
        }
        for (var collection : collections) {
            v3.collection(collection);
            var read = V3Folder.read(collection).collection();
            undefined(collection, read, environments);
            findings.addAll(SwitchKinds.wrong(collection, read));
        }
        v3.sidecars(path);
        if (collections.isEmpty() && environments.isEmpty()) {
            others();
        }
    }

    private void others() throws IOException {
        var document = Importers.document(path);
        if (Importers.of(document).isPresent()) {
            results(path, Importers.read(document), true, List.of());
            return;
        }
        var found = false;
        try (var files = Files.list(path)) {
            for (var file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                var result = Importers.read(file);
                found |= !(result instanceof ReadResult.NotOne);
                results(file, result, false, List.of());
            }
        }
        if (!found && findings.isEmpty()) {
            throw new IOException("there is no collection and no environment in it.");
        }
    }

    /// @param named whether the file was named by the user, so that it must be one
    private void results(Path file, ReadResult result, boolean named, List<Environment> environments) {
        switch (result) {
            case ReadResult.OfCollection(_, var collection, _) -> {
                items(file, collection);
                undefined(file, collection, environments);
                findings.addAll(SwitchKinds.wrong(file, collection));
            }
            case ReadResult.OfEnvironment(_, var environment, _) -> environment(file, environment);
            case ReadResult.OfSeveral(_, var parts) -> {
                var own = parts.stream().filter(ReadResult.OfEnvironment.class::isInstance).map(p -> ((ReadResult.OfEnvironment) p).environment()).toList();
                parts.forEach(part -> results(file, part, named, own));
            }
            case ReadResult.NotOne(var sentence, var line, _) -> {
                if (named || file.getFileName().toString().contains("postman_")) {
                    findings.add(Finding.error(file, line, "broken-file", sentence));
                }
            }
        }
    }

    private void environment(Path file, Environment environment) {
        for (var variable : environment.variables()) {
            if (variable.secret() && !variable.value().isEmpty() || Secrets.literal(variable.key(), variable.value())) {
                findings.add(Finding.warning(file, 0, "literal-secret", "The value of \"" + variable.key() + "\" " + (variable.secret() ? "is a secret" : "looks like a secret")
                        + " and is in a file that is shared: keep it on each machine alone."));
            }
        }
    }

    private void undefined(Path file, Collection collection, List<Environment> environments) {
        var names = VariableUse.undefined(collection, environments);
        if (!names.isEmpty()) {
            findings.add(Finding.warning(file, 0, "undefined-variable", "No value is defined for " + names.stream().limit(20).map(n -> "{{" + n + "}}").collect(Collectors.joining(", "))
                    + (names.size() > 20 ? " and " + (names.size() - 20) + " more." : ".")));
        }
    }

    private record Level(String path, List<Item> items) {}

    private void items(Path file, Collection collection) {
        auth(file, collection.name(), collection.auth());
        var left = new ArrayDeque<Level>();
        left.add(new Level("", collection.items()));
        while (!left.isEmpty()) {
            var level = left.pop();
            var names = new HashSet<String>();
            for (var item : level.items()) {
                var where = level.path() + item.name();
                if (!names.add((item instanceof Folder) + item.name().toLowerCase(Locale.ROOT))) {
                    findings.add(Finding.warning(file, 0, "duplicate-name", "\"" + where + "\" has the name of another beside it."));
                }
                switch (item) {
                    case Folder folder -> {
                        left.add(new Level(where + " / ", folder.items()));
                        auth(file, where, folder.auth());
                    }
                    case RequestItem request -> request(file, where, request);
                    case BadItem bad -> findings.add(Finding.error(path.resolve(bad.id()), bad.line(), "broken-file", bad.sentence()));
                    case OtherItem _ -> { }
                }
            }
        }
    }

    private void request(Path file, String where, RequestItem item) {
        var request = item.request();
        var rows = new ArrayList<>(request.headers());
        rows.addAll(request.query());
        auth(file, where, rows);
        auth(file, where, request.auth());
    }

    /// Attributes by what they are in their type, and rows of further parameters by their names.
    private void auth(Path file, String where, Auth auth) {
        auth.values().forEach((key, value) -> {
            if (value instanceof List<?> parameters) {
                parameters.stream().filter(p -> p instanceof Map<?, ?> row && row.get("key") instanceof String && row.get("value") instanceof String).map(p -> (Map<?, ?>) p)
                        .forEach(row -> auth(file, where, List.of(Entry.of((String) row.get("key"), (String) row.get("value")))));
            } else if (value instanceof String text && (Secrets.literal(key, text) || SecretPlaces.attribute(auth.type(), key) && Secrets.literal("secret", text))) {
                literal(file, where, key);
            }
        });
    }

    private void literal(Path file, String where, String name) {
        findings.add(Finding.warning(file, 0, "literal-secret", "\"" + where + "\": the value of \"" + name + "\" looks like a secret and is in a file that is shared: make it a variable."));
    }

    private void auth(Path file, String where, List<Entry> rows) {
        for (var row : rows) {
            if (Secrets.literal(row.key(), row.value())) {
                literal(file, where, row.key());
            }
        }
    }
}
