package dev.posthorn.exports;

import dev.posthorn.formats.Source;
import java.nio.charset.StandardCharsets;

/// Writes a collection as one HTML page for readers, which needs nothing beside itself: light and dark, with a list to the side that can be searched.
final class HtmlExporter implements Exporter {

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String name() {
        return "Documentation (HTML)";
    }

    @Override
    public String ending() {
        return ".html";
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
        return Exported.one(new HtmlPage(collection).text().getBytes(StandardCharsets.UTF_8), rows.report());
    }
}
