package dev.posthorn.ui.shell;

import dev.posthorn.formats.Report;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;

/// A report of an import or export as text for people, or as JSON for programs.
final class ReportText {
    private ReportText() {}

    /// "412 kept, 6 translated, 3 kept aside".
    static String counts(Report report) {
        return report.count(Report.Fate.KEPT) + " kept, " + report.count(Report.Fate.TRANSLATED) + " translated, " + report.count(Report.Fate.ASIDE) + " kept aside";
    }

    static String fate(Report.Fate fate) {
        return switch (fate) {
            case KEPT -> "kept";
            case TRANSLATED -> "translated";
            case ASIDE -> "kept aside";
        };
    }

    /// What happened to the value, in one line.
    static String what(Report.Row row) {
        return switch (row.fate()) {
            case KEPT -> row.count() == 1 ? "1 value as it was" : row.count() + " values as they were";
            case TRANSLATED -> row.from() + " → " + row.to();
            case ASIDE -> row.from();
        };
    }

    static String text(String title, Report report) {
        var out = new StringBuilder(title).append('\n').append(counts(report)).append('\n');
        String item = null;
        for (var row : report.rows()) {
            if (!row.item().equals(item)) {
                item = row.item();
                out.append('\n').append(item.isEmpty() ? "The whole file" : item).append('\n');
            }
            out.append("  ").append(fate(row.fate())).append(": ").append(what(row));
            if (!row.reason().isEmpty()) {
                out.append(" (").append(row.reason()).append(')');
            }
            out.append(row.pointer().isEmpty() ? "" : "  at " + row.pointer()).append('\n');
        }
        return out.toString();
    }

    static String json(Report report) {
        var counts = new LinkedHashMap<String, Object>();
        for (var fate : Report.Fate.values()) {
            counts.put(fate.name().toLowerCase(Locale.ROOT), report.count(fate));
        }
        var rows = new ArrayList<Object>();
        for (var row : report.rows()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("item", row.item());
            one.put("fate", row.fate().name().toLowerCase(Locale.ROOT));
            one.put("pointer", row.pointer());
            one.put("from", row.from());
            one.put("to", row.to());
            one.put("reason", row.reason());
            one.put("count", row.count());
            rows.add(one);
        }
        var root = new LinkedHashMap<String, Object>();
        root.put("counts", counts);
        root.put("rows", rows);
        return JsonWriter.pretty(root);
    }
}
