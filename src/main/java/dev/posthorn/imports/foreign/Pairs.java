package dev.posthorn.imports.foreign;

import dev.posthorn.model.Entry;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads tables of names and values as the tools write them.
///
/// 1. The name stands in `key` or `name`, the value in `value`; a typed value is an object with `data`.
/// 2. Off is `disabled: true`, `active: false`, `enabled: false` or `selected: false`.
/// 3. A description is a text, or an object with its text in `content`.
public final class Pairs {

    private Pairs() {}

    /// Rows without name, value and description are nothing.
    public static List<Entry> read(Tracked list, Ledger ledger) {
        var rows = new ArrayList<Entry>();
        for (var row : list.list()) {
            if (row.isObject()) {
                rows.add(entry(row, ledger));
            }
        }
        return rows.stream().filter(e -> !e.blank()).toList();
    }

    /// An object whose members are names and values.
    public static List<Entry> members(Tracked object, Ledger ledger) {
        return object.keys().stream().map(key -> Entry.of(key, ledger.text(object.get(key)))).toList();
    }

    public static Entry entry(Tracked row, Ledger ledger) {
        var key = row.has("key") ? row.get("key") : row.get("name");
        return new Entry(ledger.text(key), value(row.get("value"), ledger), description(row), enabled(row), row.flag("secret"));
    }

    /// A typed value `{type: number, data: "5"}` is its text; a list or object is none and stays unread.
    public static String value(Tracked value, Ledger ledger) {
        if (value.isObject() && value.has("data")) {
            var text = ledger.text(value.get("data"));
            if (value.has("type") && !value.text("type").equals("string")) {
                ledger.translated(value.get("type"), "a " + value.text("type"), "text", "variables are texts in a collection");
            }
            return text;
        }
        return value.isObject() || value.isList() ? "" : ledger.text(value);
    }

    public static boolean enabled(Tracked row) {
        var off = row.flag("disabled");
        for (var key : List.of("active", "enabled", "selected")) {
            off |= row.has(key) && !row.flag(key);
        }
        return !off;
    }

    /// The text under "description".
    public static String description(Tracked level) {
        var description = level.get("description");
        return description.peek() instanceof Map<?, ?> ? description.text("content") : description.text();
    }
}
