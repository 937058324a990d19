package dev.posthorn.exports;

import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.formats.v3.Dialect;
import dev.posthorn.formats.v3.DialectChange;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.tree.Tracked;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
            case Source.OfEnvironment environment -> Exported.one(bytes(environment.file()), counted(environment.report(), environment.tree()));
            case Source.OfCollection collection -> {
                var changed = DialectChange.to(dialect, collection.tree());
                yield Exported.one(bytes(collection.wrapper().around(changed.tree())), counted(collection.report(), collection.tree()).and(new Report(changed.rows())));
            }
        };
    }

    /// The report with what was kept of each item, where the reader of the file did not count it.
    private static Report counted(Report report, Map<String, Object> tree) {
        if (report.count(Report.Fate.KEPT) > 0) {
            return report;
        }
        var rows = new ArrayList<Report.Row>();
        var waiting = new ArrayDeque<Level>();
        waiting.push(new Level("", Tracked.of(tree)));
        while (!waiting.isEmpty()) {
            var level = waiting.pop();
            var items = level.at().list("item");
            var own = level.at().leaves() - level.at().get("item").leaves();
            if (own > 0) {
                rows.add(Report.Row.kept(level.names(), level.at().pointer(), own));
            }
            items.reversed().forEach(item -> waiting.push(new Level((level.names().isEmpty() ? "" : level.names() + " / ") + item.text("name"), item)));
        }
        return report.and(new Report(rows));
    }

    private record Level(String names, Tracked at) {}

    private static byte[] bytes(Map<String, Object> tree) {
        return JsonWriter.pretty(tree).getBytes(StandardCharsets.UTF_8);
    }
}
