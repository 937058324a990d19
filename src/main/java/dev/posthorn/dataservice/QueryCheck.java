package dev.posthorn.dataservice;

import java.util.ArrayList;
import java.util.List;

/// Says what a query lacks before it is sent, each in a sentence.
public final class QueryCheck {

    private QueryCheck() {}

    public static List<String> of(Query query) {
        var faults = new ArrayList<String>();
        if (query.kind() == Kind.BATCH) {
            if (query.items().isEmpty()) {
                faults.add("The batch has no query yet.");
            }
            var number = 1;
            for (var item : query.items()) {
                var of = "Query " + number++ + ": ";
                of(item).forEach(fault -> faults.add(of + fault));
            }
            return faults;
        }
        if (query.schema().isBlank()) {
            faults.add("Choose a schema first, such as Account.");
        }
        if (query.kind().giving() && query.columns().isEmpty()) {
            faults.add("No column has a value yet.");
        }
        for (var column : query.columns()) {
            var expression = column.expression();
            if (expression.form() == Expression.Form.VALUE) {
                add(faults, column.name(), expression.type().fault(expression.typed()));
            } else if (query.kind() == Kind.SELECT && expression.path().isBlank() && expression.form() != Expression.Form.MACRO && expression.form() != Expression.Form.OTHER) {
                faults.add("The column " + column.name() + " has no path.");
            }
        }
        if (query.kind().filtered()) {
            filter(query.filters(), 0, faults);
        }
        if (boundless(query)) {
            faults.add("Without a filter this " + (query.kind() == Kind.DELETE ? "deletes" : "changes") + " every row of " + (query.schema().isBlank() ? "the schema" : query.schema()) + ".");
        }
        return faults;
    }

    /// What would touch every row of a schema, in a sentence; empty where nothing would. Filters that are switched off keep nothing out.
    public static String danger(Query query) {
        var all = query.kind() == Kind.BATCH ? query.items() : List.of(query);
        var schemas = all.stream().filter(QueryCheck::boundless).map(q -> (q.kind() == Kind.DELETE ? "deletes" : "changes") + " every row of " + (q.schema().isBlank() ? "the schema" : q.schema())).distinct().toList();
        return schemas.isEmpty() ? "" : "It has no filter in use: it " + String.join(" and ", schemas) + ".";
    }

    private static boolean boundless(Query query) {
        return (query.kind() == Kind.UPDATE || query.kind() == Kind.DELETE) && !query.filters().limits();
    }

    private static void add(List<String> faults, String of, String fault) {
        if (!fault.isEmpty()) {
            faults.add(of + ": " + fault);
        }
    }

    private static void filter(Filter filter, int depth, List<String> faults) {
        if (depth > Filter.DEEPEST || !filter.enabled()) {
            return;
        }
        if (filter.isGroup()) {
            filter.parts().forEach(p -> filter(p.filter(), depth + 1, faults));
            return;
        }
        var path = filter.left().path();
        if (path.isBlank() && filter.left().form() == Expression.Form.COLUMN) {
            faults.add("A filter has no column.");
        }
        if ((filter.comparison() == Comparison.IN || filter.comparison() == Comparison.NOT_IN) && filter.values().isEmpty()) {
            faults.add(path + ": the list of values is empty.");
        }
        if (filter.right().form() == Expression.Form.VALUE) {
            filter.values().forEach(v -> add(faults, path, filter.type().fault(v)));
        }
        if (filter.subFiltered()) {
            filter(filter.subFilters(), depth + 1, faults);
        }
    }
}
