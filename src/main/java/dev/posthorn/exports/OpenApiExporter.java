package dev.posthorn.exports;

import dev.posthorn.formats.Source;
import dev.posthorn.tree.JsonPatch;
import dev.posthorn.tree.JsonStyle;
import java.nio.charset.StandardCharsets;

/// Writes a collection as an OpenAPI 3.1 description: paths, parameters, bodies and answers with the collection's own values as examples.
final class OpenApiExporter implements Exporter {

    private static final JsonStyle TWO_SPACES = new JsonStyle("  ", "\n", ": ", ", ", false, false);

    private final boolean json;

    /// @param json whether it is written as JSON; else as YAML
    OpenApiExporter(boolean json) {
        this.json = json;
    }

    @Override
    public String id() {
        return json ? "openapi-json" : "openapi";
    }

    @Override
    public String name() {
        return json ? "OpenAPI 3.1 (JSON)" : "OpenAPI 3.1";
    }

    @Override
    public String ending() {
        return json ? ".json" : ".yaml";
    }

    @Override
    public boolean takes(Source source) {
        return source instanceof Source.OfCollection;
    }

    @Override
    public Exported export(Source source) {
        var collection = ((Source.OfCollection) source).collection();
        var rows = new ExportRows();
        var tree = new OpenApiDocument(collection, rows).tree();
        var text = json ? JsonPatch.text(tree, TWO_SPACES) + "\n" : BlockYaml.write(tree);
        return Exported.one(text.getBytes(StandardCharsets.UTF_8), rows.report());
    }
}
