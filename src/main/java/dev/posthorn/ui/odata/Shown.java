package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.result.Column;
import dev.posthorn.odata.result.Row;
import dev.posthorn.odata.result.ServiceError;
import java.util.ArrayList;
import java.util.List;

/// One answer on the way that was gone from entity to entity: a table, one value, or an error. Immutable; a next page makes another.
///
/// @param title   what the breadcrumb says
/// @param url     what was asked; "" for what came along in another answer
/// @param type    what was asked for, null where it is not known
/// @param set     null where it is not known
/// @param next    the address of the next page; "" for none
/// @param count   of all rows; -1 where it is not told
/// @param value   a plain value in place of a table; null for a table
/// @param error   what the service complained about; null for nothing
/// @param raw     the answer as it came; "" for what came along in another
/// @param line    status and time
record Shown(String title, String url, TypeRef type, EntitySet set, List<Column> columns, List<Row> rows, String next, long count, String value, ServiceError error, String raw, String line) {

    Shown withRows(List<Row> all, String nextPage, String latest) {
        return new Shown(title, url, type, set, columns, all, nextPage, count, value, error, latest, line);
    }

    Shown withCount(long all) {
        return new Shown(title, url, type, set, columns, rows, next, all, value, error, raw, line);
    }

    /// With the rows of a later page, which may have other columns: those of open types.
    Shown and(Shown more) {
        var rows = new ArrayList<>(this.rows);
        if (more.columns().equals(columns)) {
            rows.addAll(more.rows());
            return withRows(List.copyOf(rows), more.next(), more.raw());
        }
        var all = new ArrayList<>(columns);
        more.columns().stream().filter(c -> column(c.name()) < 0).forEach(all::add);
        rows.replaceAll(r -> Calling.arranged(r, columns, all));
        more.rows().forEach(r -> rows.add(Calling.arranged(r, more.columns(), all)));
        return new Shown(title, url, type, set, all, List.copyOf(rows), more.next(), count, null, null, more.raw(), line);
    }

    int column(String name) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /// "40 of 10,000 rows"
    String amount() {
        var all = String.format(java.util.Locale.ROOT, "%,d", rows.size());
        if (value != null || error != null) {
            return "";
        }
        return count >= 0 ? all + " of " + String.format(java.util.Locale.ROOT, "%,d", count) + " rows" : all + (rows.size() == 1 ? " row" : " rows") + (next.isEmpty() ? "" : ", and more");
    }
}
