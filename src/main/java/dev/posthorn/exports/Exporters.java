package dev.posthorn.exports;

import dev.posthorn.formats.v3.Dialect;
import java.util.List;
import java.util.Optional;

/// All forms that can be written.
public final class Exporters {

    /// Their order is the order in the menu.
    public static final List<Exporter> ALL = List.of(new PostmanFolder(), new PostmanFile(Dialect.TWO_ONE), new PostmanFile(Dialect.TWO_ZERO),
            new OpenApiExporter(false), new OpenApiExporter(true), new CurlScript(), new HarExport(), new MarkdownExporter(), new HtmlExporter());

    private Exporters() {}

    /// The one with that id; empty where there is none.
    public static Optional<Exporter> byId(String id) {
        return ALL.stream().filter(e -> e.id().equals(id)).findFirst();
    }
}
