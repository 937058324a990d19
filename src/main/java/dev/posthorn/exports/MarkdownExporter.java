package dev.posthorn.exports;

import dev.posthorn.formats.Source;
import java.nio.charset.StandardCharsets;

/// Writes a collection as one Markdown page for readers: contents, every request with its tables, body, examples and a cURL command.
final class MarkdownExporter implements Exporter {

    @Override
    public String id() {
        return "markdown";
    }

    @Override
    public String name() {
        return "Documentation (Markdown)";
    }

    @Override
    public String ending() {
        return ".md";
    }

    @Override
    public boolean takes(Source source) {
        return source instanceof Source.OfCollection;
    }

    @Override
    public Exported export(Source source) {
        var rows = new ExportRows();
        var collection = Masked.collection(((Source.OfCollection) source).collection(), rows);
        collection.requests().forEach(r -> rows.kept(r.name(), r.id(), 1));
        rows.noPlace(collection, "documentation");
        return Exported.one(new MarkdownPage(collection).text().getBytes(StandardCharsets.UTF_8), rows.report());
    }
}
