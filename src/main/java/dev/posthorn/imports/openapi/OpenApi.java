package dev.posthorn.imports.openapi;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.Tracked;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlProblem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Opens OpenAPI 3.0, 3.1 and Swagger 2 descriptions, as JSON or YAML: a request for each operation.
///
/// 1. References are followed inside the file, and to files beside it (`OtherFiles`): nothing is fetched.
/// 2. A request gets the examples of the description; where there is none, a sample is made from the schema.
/// 3. Whatever has no place in a collection is a row of the report.
public final class OpenApi implements Importer {

    /// Deeper is no description. Units: lists and objects in one another.
    private static final int DEPTH = 300;

    private static final Pattern YAML = Pattern.compile("(?m)^[\"']?(openapi|swagger)[\"']?[ \\t]*:[ \\t]*[\"']?[1-9]");

    private static final Pattern BLANK = Pattern.compile("(?m)^[ \\t]++$");

    private final Grouping grouping;

    public OpenApi() {
        this(Grouping.TAGS);
    }

    public OpenApi(Grouping grouping) {
        this.grouping = grouping;
    }

    @Override
    public String name() {
        return "OpenAPI";
    }

    @Override
    public boolean recognises(Document document) {
        if (document.json() != null) {
            return document.root().get("openapi") instanceof Json.Text || document.root().has("swagger") && !document.root().has("item");
        }
        return !document.folder() && !document.text().stripLeading().startsWith("{") && YAML.matcher(document.text()).find();
    }

    @Override
    public ReadResult read(Document document) {
        if (document.json() != null && deeper(document.json(), DEPTH)) {
            return tooDeep();
        }
        try {
            var tree = document.json() != null ? document.json().plain() : yaml(document.text());
            return tree instanceof Map<?, ?> map ? read(map, document) : new ReadResult.NotOne("This looks like an OpenAPI description, but it is not one object.", 1, 1);
        } catch (YamlProblem e) {
            return new ReadResult.NotOne("This looks like an OpenAPI description, but its YAML is broken at line " + e.line() + ", column " + e.column()
                    + ": " + e.getMessage().replaceFirst("\\.+$", "") + ".", e.line(), e.column());
        }
    }

    /// Lines of nothing but spaces break texts over several lines where they are longer than the rest is indented; other readers do not mind.
    private static Object yaml(String text) throws YamlProblem {
        try {
            return Yaml.read(text);
        } catch (YamlProblem e) {
            var tidy = BLANK.matcher(text).replaceAll("");
            if (tidy.length() == text.length()) {
                throw e;
            }
            try {
                return Yaml.read(tidy);
            } catch (YamlProblem again) {
                e.addSuppressed(again);
                throw e;
            }
        }
    }

    private ReadResult read(Map<?, ?> own, Document document) {
        if (deeper(own, DEPTH)) {
            return tooDeep();
        }
        var tree = OtherFiles.with(own, document.file(), document.text(), DEPTH);
        var version = String.valueOf(tree.get(tree.containsKey("swagger") ? "swagger" : "openapi"));
        var swagger = tree.containsKey("swagger");
        if (swagger && !version.startsWith("2") || !swagger && !version.startsWith("3.")) {
            return new ReadResult.NotOne((swagger ? "This is a Swagger " : "This is an OpenAPI ") + version
                    + " description; those of Swagger 2.0, OpenAPI 3.0 and 3.1 can be opened. Convert it to one of these first.", 0, 0);
        }
        for (var part : new String[] {"paths", "info", "components", "definitions"}) {
            if (tree.get(part) != null && !(tree.get(part) instanceof Map<?, ?>)) {
                return new ReadResult.NotOne("This looks like an OpenAPI description, but \"" + part + "\" is not an object.", 0, 0);
            }
        }
        var format = swagger ? "Swagger 2.0" : "OpenAPI " + version.replaceFirst("^(\\d+\\.\\d+).*", "$1");
        var ledger = new Ledger();
        var root = Tracked.of(tree);
        var collection = new Assembly(new Spec(root, swagger, ledger), grouping, fallbackName(document)).collection();
        return new ReadResult.OfCollection(format, collection, ledger.report(root));
    }

    private static String fallbackName(Document document) {
        return document.baseName().replaceFirst("(?i)\\.(ya?ml|json)$", "");
    }

    private static ReadResult tooDeep() {
        return new ReadResult.NotOne("This looks like an OpenAPI description, but its lists and objects are nested more than " + DEPTH + " deep.", 0, 0);
    }

    private static boolean deeper(Json json, int left) {
        return left == 0 || switch (json) {
            case Json.Obj object -> object.members().stream().anyMatch(m -> deeper(m.value(), left - 1));
            case Json.Arr array -> array.elements().stream().anyMatch(e -> deeper(e, left - 1));
            case Json.Text _, Json.Num _, Json.Flag _, Json.Null _ -> false;
        };
    }

    static boolean deeper(Object value, int left) {
        return left == 0 || switch (value) {
            case Map<?, ?> map -> map.values().stream().anyMatch(v -> deeper(v, left - 1));
            case List<?> list -> list.stream().anyMatch(v -> deeper(v, left - 1));
            case null, default -> false;
        };
    }
}
