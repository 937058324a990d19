package dev.posthorn.demo.creatio;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.ODataError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Rows of another object that refer to the rows of a query: `[Contact:Account].Id` are the contacts of an account.
///
/// @param back   the way from them to the row
/// @param column what stands behind the bracket
record RelatedRows(Tables tables, EntityType type, EntityType other, Navigation back, String column) {
    private static final Pattern WRITTEN = Pattern.compile("\\[([A-Za-z0-9_]{1,80}):([A-Za-z0-9_]{1,80})(?::[A-Za-z0-9_]{1,80})?]\\.([A-Za-z0-9_.]{1,200})");

    static RelatedRows of(Tables tables, EntityType type, String path) throws ODataError {
        var way = WRITTEN.matcher(path);
        var other = way.matches() ? tables.schema().find(way.group(1)).orElse(null) : null;
        var back = other == null ? null : other.navigation(way.group(2)).filter(n -> !n.many() && n.target().equals(type.name())).orElse(null);
        if (back == null) {
            throw new ODataError(400, "Column by path " + path + " not found in schema " + type.name() + ": [Contact:Account].Id stands for the contacts of an account.");
        }
        return new RelatedRows(tables, type, other, back, way.group(3));
    }

    private Map<Object, List<Map<String, Object>>> grouped(Predicate<Map<String, Object>> within) {
        var grouped = new HashMap<Object, List<Map<String, Object>>>();
        tables.of(other.name()).all().stream().filter(within).forEach(row -> grouped.computeIfAbsent(row.get(back.column()), _ -> new java.util.ArrayList<>()).add(row));
        return grouped;
    }

    /// @param wanted whether there shall be such rows, or none
    Predicate<Map<String, Object>> exist(Predicate<Map<String, Object>> within, boolean wanted) {
        var referred = grouped(within).keySet();
        return row -> referred.contains(row.get(type.key().name())) == wanted;
    }

    /// What is reckoned over them, as a column of the row.
    ///
    /// @param aggregate 1 count, 2 sum, 3 average, 4 least, 5 greatest
    Columns reckoned(Predicate<Map<String, Object>> within, int aggregate) throws ODataError {
        if (aggregate < 1 || aggregate > 5) {
            throw new ODataError(400, "The aggregationType " + aggregate + " is not known: 1 count, 2 sum, 3 average, 4 least, 5 greatest.");
        }
        var inner = inner();
        if ((aggregate == 2 || aggregate == 3) && inner.kind() != Kind.INT && inner.kind() != Kind.DECIMAL) {
            throw new ODataError(400, "Only numbers can be added up.");
        }
        var column = new Columns(aggregate == 1 ? Kind.INT : aggregate == 3 ? Kind.DECIMAL : inner.kind(), inner.target(), null, aggregate, inner.value());
        var rows = grouped(within);
        return new Columns(column.kind(), other, null, 0, row -> {
            var value = SelectQuery.reckoned(column, rows.getOrDefault(row.get(type.key().name()), List.of()));
            return value instanceof Integer count ? (Object) count.longValue() : value;
        });
    }

    private Columns inner() throws ODataError {
        try {
            return Columns.path(tables, other, column);
        } catch (ODataError e) {
            throw e.status() == 404 ? new ODataError(400, "Column by path " + column + " not found in schema " + other.name() + ".") : e;
        }
    }
}
