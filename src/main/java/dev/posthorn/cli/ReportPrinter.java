package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Report.Fate;
import dev.posthorn.formats.Report.Row;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Prints what became of every part of an import: as text for people, or as JSON for programs.
final class ReportPrinter {

    private static final int WIDEST = 60;

    private ReportPrinter() {}

    /// One line: "412 kept, 6 translated, 3 kept aside".
    static String counts(Report report) {
        return report.count(Fate.KEPT) + " kept, " + report.count(Fate.TRANSLATED) + " translated, " + report.count(Fate.ASIDE) + " kept aside";
    }

    /// A paragraph for each item with more to say than that all was kept, then the counts. Each line ends with `\n`.
    static String text(Report report) {
        var out = new StringBuilder();
        groups(report).forEach((item, rows) -> {
            if (rows.stream().anyMatch(r -> r.fate() != Fate.KEPT || !r.reason().isEmpty())) {
                out.append(item.isEmpty() ? "(the whole)" : Columns.plain(item)).append('\n');
                var width = Math.min(WIDEST, rows.stream().mapToInt(r -> Columns.width(place(r))).max().orElse(0));
                rows.forEach(row -> out.append(line(row, width)).append('\n'));
                out.append('\n');
            }
        });
        return out.append(counts(report)).append(".\n").toString();
    }

    private static Map<String, List<Row>> groups(Report report) {
        var groups = new LinkedHashMap<String, List<Row>>();
        report.rows().forEach(row -> groups.computeIfAbsent(row.item(), _ -> new ArrayList<>()).add(row));
        return groups;
    }

    private static String line(Row row, int width) {
        var what = switch (row.fate()) {
            case KEPT -> row.from().isEmpty() ? row.count() + (row.count() == 1 ? " value" : " values") : Columns.plain(row.from());
            case TRANSLATED -> Columns.plain(row.from()) + " → " + Columns.plain(row.to());
            case ASIDE -> Columns.plain(row.from());
        };
        return "  " + Columns.left(word(row.fate()), 12) + Columns.left(place(row), width) + "  " + what + (row.reason().isEmpty() ? "" : " (" + Columns.plain(row.reason()) + ")");
    }

    private static String place(Row row) {
        return Columns.plain(row.pointer());
    }

    private static String word(Fate fate) {
        return fate == Fate.ASIDE ? "kept aside" : fate.name().toLowerCase(Locale.ROOT);
    }

    /// `{"kept": n, "translated": n, "aside": n, "rows": [{"item", "fate", "pointer", "from", "to", "reason", "count"}]}`; fates are kept, translated, aside.
    static String json(Report report) {
        var tree = new LinkedHashMap<String, Object>();
        for (var fate : Fate.values()) {
            tree.put(fate.name().toLowerCase(Locale.ROOT), report.count(fate));
        }
        tree.put("rows", report.rows().stream().map(ReportPrinter::row).toList());
        return JsonWriter.pretty(tree);
    }

    private static Map<String, Object> row(Row row) {
        var map = new LinkedHashMap<String, Object>();
        map.put("item", row.item());
        map.put("fate", row.fate().name().toLowerCase(Locale.ROOT));
        map.put("pointer", row.pointer());
        map.put("from", row.from());
        map.put("to", row.to());
        map.put("reason", row.reason());
        map.put("count", row.count());
        return map;
    }
}
