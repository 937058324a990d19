package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Column;
import dev.posthorn.odata.result.Row;
import dev.posthorn.tree.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows of a result as text for the clipboard: JSON, or CSV (RFC 4180).
final class RowText {
    private static final Set<String> NUMBERS = Set.of("Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Double", "Edm.Single");

    private RowText() {}

    static String json(List<Column> columns, Row row, Edm edm) {
        return JsonWriter.pretty(plain(columns, row, edm));
    }

    static String json(List<Column> columns, List<Row> rows, Edm edm) {
        return JsonWriter.pretty(rows.stream().map(r -> (Object) plain(columns, r, edm)).toList());
    }

    private static Map<String, Object> plain(List<Column> columns, Row row, Edm edm) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < Math.min(columns.size(), row.cells().size()); i++) {
            var name = columns.get(i).name();
            switch (row.cells().get(i)) {
                case Cell.Value value -> map.put(name, typed(value, edm));
                case Cell.Nothing _ -> map.put(name, null);
                case Cell.Nested nested -> map.put(name, nested.json().plain());
                case Cell.Related related when related.inline() != null -> map.put(name, related.inline().plain());
                case Cell.Related _, Cell.Absent _, Cell.Media _ -> { }
            }
        }
        return map;
    }

    private static Object typed(Cell.Value value, Edm edm) {
        var type = value.type() == null ? "" : edm.primitive(value.type().name());
        if (type.equals("Edm.Boolean")) {
            return Boolean.valueOf(value.text());
        }
        var number = NUMBERS.contains(type) ? number(value.text()) : null;
        return number == null ? value.text() : number;
    }

    /// A moment as people read it: `2026-01-31 12:00:00Z` for `2026-01-31T12:00:00.000Z`. What is copied and edited stays exact.
    static String moment(String text) {
        var spaced = text.length() > 11 && text.charAt(10) == 'T' ? text.substring(0, 10) + " " + text.substring(11) : text;
        var dot = spaced.indexOf('.');
        var end = dot + 1;
        while (dot > 0 && end < spaced.length() && spaced.charAt(end) == '0') {
            end++;
        }
        return dot > 0 && (end == spaced.length() || !Character.isDigit(spaced.charAt(end))) ? spaced.substring(0, dot) + spaced.substring(end) : spaced;
    }

    /// Null where it is none, such as `INF`.
    static BigDecimal number(String text) {
        try {
            return text.length() > 400 ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static boolean numeric(Column column, Edm edm) {
        return column.type() != null && !column.type().many() && NUMBERS.contains(edm.primitive(column.type().name()));
    }

    static String csv(List<Column> columns, List<Row> rows) {
        var shown = new ArrayList<Integer>();
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).sort() == Column.Sort.VALUE) {
                shown.add(i);
            }
        }
        var text = new StringBuilder(shown.stream().map(i -> quoted(columns.get(i).name())).collect(Collectors.joining(","))).append("\r\n");
        for (var row : rows) {
            text.append(shown.stream().map(i -> quoted(full(row.cells().get(i)))).collect(Collectors.joining(","))).append("\r\n");
        }
        return text.toString();
    }

    /// The whole of a cell.
    static String full(Cell cell) {
        return switch (cell) {
            case Cell.Value value -> value.text();
            case Cell.Nothing _, Cell.Absent _ -> "";
            case Cell.Nested nested -> JsonWriter.compact(nested.json().plain());
            case Cell.Related related -> related.inline() == null ? related.url() : JsonWriter.compact(related.inline().plain());
            case Cell.Media media -> media.url();
        };
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
