package dev.posthorn.dataservice;

import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A query of the DataService: the typed look at its JSON. Each change gives another query; keys that are not known here stay.
///
/// From Creatio's "DataService web service" of the development guide.
public record Query(Kind kind, Fields json) {

    /// A JSON text that is not a query.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    public static Query blank(Kind kind) {
        if (kind == Kind.BATCH) {
            return new Query(kind, Fields.NONE.with("items", List.of()));
        }
        var json = Fields.NONE.with("rootSchemaName", "").with("operationType", kind.operation());
        return new Query(kind, switch (kind) {
            case SELECT -> json.with("columns", Map.of("items", Map.of())).with("rowCount", 20);
            case INSERT, UPDATE -> json.with("columnValues", Map.of("items", Map.of()));
            case DELETE, BATCH -> json;
        });
    }

    /// @throws Unreadable with what is wrong and where
    public static Query read(Kind kind, String text) throws Unreadable {
        if (text.isBlank()) {
            return blank(kind);
        }
        try {
            if (!(JsonReader.read(text).plain() instanceof Map<?, ?> map)) {
                throw new Unreadable("The body is no JSON object, so it is no query.");
            }
            return new Query(kind, Fields.of(map));
        } catch (JsonProblem e) {
            throw new Unreadable("The body is no JSON: " + e.getMessage() + (e.getMessage().contains("line") ? "." : " (line " + e.line() + ", column " + e.column() + ").")
                    + (text.contains("{{") ? " A variable has to stand in quotes for the builder." : ""));
        }
    }

    /// As the body of a request.
    public String text() {
        return JsonWriter.pretty(json.map());
    }

    private Query with(Fields changed) {
        return new Query(kind, changed);
    }

    public Query with(String key, Object value) {
        return with(json.with(key, value));
    }

    /// Takes the key out where the value is null.
    public Query withOrWithout(String key, Object value) {
        return with(value == null ? json.without(key) : json.with(key, value));
    }

    public String schema() {
        return json.text("rootSchemaName");
    }

    public Query withSchema(String name) {
        return with(json.with("rootSchemaName", name));
    }

    /// The same as another kind of query: the schema stays, and filters where both have them.
    public Query as(Kind other) {
        if (other == kind) {
            return this;
        }
        var made = blank(other);
        if (other == Kind.BATCH) {
            return made.withItems(List.of(this));
        }
        if (kind == Kind.BATCH) {
            return items().isEmpty() ? made : items().getFirst().as(other);
        }
        var changed = made.json().with("rootSchemaName", schema());
        if (other.filtered() && json.has("filters")) {
            changed = changed.with("filters", json.get("filters"));
        }
        return new Query(other, other.giving() && kind.giving() ? changed.with("columnValues", json.get("columnValues")) : changed);
    }

    // Columns

    private String holder() {
        return kind.giving() ? "columnValues" : "columns";
    }

    private Fields entries() {
        return json.object(holder()).object("items");
    }

    /// Of a select its columns; of an insert or update the values that columns get.
    public List<Column> columns() {
        return entries().map().entrySet().stream().map(e -> new Column(e.getKey(), Fields.of(e.getValue()))).toList();
    }

    private Query withEntries(Fields entries) {
        return with(json.with(holder(), json.object(holder()).with("items", entries)));
    }

    /// @param wish its name; another with a number where that is taken
    public Query adding(String wish, Column column) {
        var entries = entries();
        return withEntries(entries.with(entries.free(wish.isBlank() ? "Column" : wish), kind.giving() ? column.expression().json() : column.json()));
    }

    /// @param now null takes it away. A name that another has already gets a number.
    public Query replacing(String name, Column now) {
        var entries = entries();
        var called = now == null || now.name().equals(name) ? name : entries.without(name).free(now.name().isBlank() ? "Column" : now.name());
        return withEntries(entries.replaced(name, called, now == null ? null : now.json().map()));
    }

    // Filters

    public Filter filters() {
        return json.has("filters") ? new Filter(json.object("filters")) : Filter.group();
    }

    public Query withFilters(Filter filters) {
        return with(filters.empty() && !json.has("filters") ? json : json.with("filters", filters.json()));
    }

    // Batch

    /// The queries of a batch, by their `__type`; what has another type stands as a select and keeps it.
    public List<Query> items() {
        return json.list("items").stream().map(Fields::of).map(f -> new Query(Kind.named(f.text("__type")).filter(k -> k != Kind.BATCH).orElse(Kind.SELECT), f)).toList();
    }

    public Query withItems(List<Query> items) {
        var all = new ArrayList<Object>();
        for (var item : items) {
            var typed = item.json.has("__type") && Kind.named(item.json.text("__type")).filter(k -> k == item.kind).isPresent() ? item.json.map() : first(item).map();
            all.add(typed);
        }
        return with(json.with("items", all));
    }

    /// The type has to stand first, for the reader of the service.
    private static Fields first(Query item) {
        var typed = Fields.NONE.with("__type", item.kind.type());
        for (var e : item.json.without("__type").map().entrySet()) {
            typed = typed.with(e.getKey(), e.getValue());
        }
        return typed;
    }
}
