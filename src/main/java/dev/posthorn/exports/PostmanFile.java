package dev.posthorn.exports;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.formats.v3.Dialect;
import dev.posthorn.formats.v3.DialectChange;
import dev.posthorn.tree.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Writes Postman 2.1 or 2.0 files: of a Postman file all that it held, whether it was a file or a folder meanwhile.
final class PostmanFile implements Exporter {

    private final Dialect dialect;

    PostmanFile(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String id() {
        return dialect.id();
    }

    @Override
    public String name() {
        return "Postman " + dialect.id().substring(1);
    }

    @Override
    public String ending() {
        return ".json";
    }

    @Override
    public boolean takes(Source source) {
        return true;
    }

    @Override
    public Exported export(Source source) {
        return switch (source) {
            case Source.OfEnvironment environment -> Exported.one(bytes(environment.file()), environment.report());
            case Source.OfCollection collection -> {
                var changed = DialectChange.to(dialect, collection.tree());
                yield Exported.one(bytes(collection.wrapper().around(changed.tree())), collection.report().and(new Report(changed.rows())));
            }
        };
    }

    private static byte[] bytes(Map<String, Object> tree) {
        return JsonWriter.pretty(tree).getBytes(StandardCharsets.UTF_8);
    }
}
