package dev.posthorn.formats.v3;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Names for the rows of a table that stay when other rows come and go: a row's key, behind it which one of that key it is.
final class RowIds {

    private RowIds() {}

    /// Whether a list is a table of rows: headers, parameters, variables, scripts, attributes.
    static boolean table(List<?> list) {
        return !list.isEmpty() && list.stream().allMatch(e -> e instanceof Map<?, ?> row && (row.containsKey("key") || row.containsKey("listen")));
    }

    /// What a row is called by; null for what v3 has no place for.
    static String base(Object element) {
        if (!(element instanceof Map<?, ?> row)) {
            return null;
        }
        if (row.containsKey("listen")) {
            return V3Scripts.holds(element) ? Plain.text(row.get("listen")) : null;
        }
        if (row.containsKey("key") && row.get("key") == null) {
            return "";
        }
        var name = V3Rows.keyName(element);
        return name == null ? null : Plain.text(row.get(name));
    }

    /// The names of all rows of a table, in order.
    static List<String> of(List<?> table) {
        var seen = new HashMap<String, Integer>();
        var ids = new ArrayList<String>();
        for (var row : table) {
            var base = row instanceof Map<?, ?> map && map.containsKey("listen") ? Plain.text(map.get("listen")) : base(row);
            var key = base == null ? "" : base;
            var number = seen.merge(key, 1, Integer::sum);
            ids.add(key.replace("#", "##") + (number == 1 ? "" : "#" + number));
        }
        return ids;
    }
}
