package dev.posthorn.imports.insomnia;

import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Entry;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;

/// Insomnia's environments: JSON objects, which become rows; what stands in objects and lists gets the names on the way to it, `user.id`.
final class InsomniaEnvironments {

    private static final int DEPTH = 60;

    private InsomniaEnvironments() {}

    /// The variables of a level, from its table where it has one, else from its JSON.
    ///
    /// @param key the name of the member with the JSON
    static List<Entry> variables(Tracked level, String key, Ledger ledger) {
        var table = level.get("kvPairData");
        level.skip(key + "PropertyOrder", "environmentType");
        if (!table.list().isEmpty()) {
            level.get(key).skip();
            return table.list().stream().map(row -> row(row, ledger)).toList();
        }
        var rows = new ArrayList<Entry>();
        flatten(level.get(key), "", rows, ledger, 0);
        return rows;
    }

    private static Entry row(Tracked row, Ledger ledger) {
        row.skip("id");
        var secret = row.text("type").equals("secret");
        var value = row.get("value");
        if (secret && !value.absent() && !value.text().isEmpty()) {
            ledger.aside(value, "the value of a secret", "it is encrypted for Insomnia's vault: set it anew on this machine");
        }
        return new Entry(row.text("name"), secret ? "" : ledger.text(value), "", !row.has("enabled") || row.flag("enabled"), secret);
    }

    private static void flatten(Tracked value, String name, List<Entry> into, Ledger ledger, int depth) {
        if (depth > DEPTH) {
            ledger.aside(value, name, "it is nested more than " + DEPTH + " deep");
        } else if (value.isObject() || value.isList()) {
            if (!name.isEmpty() && depth == 1) {
                ledger.translated(value, "an object or list", name + ".… as rows of their own", "variables are texts in a collection");
            }
            value.keys().forEach(key -> flatten(value.get(key), name.isEmpty() ? key : name + "." + key, into, ledger, depth + 1));
            var elements = value.list();
            for (var i = 0; i < elements.size(); i++) {
                flatten(elements.get(i), name + "." + i, into, ledger, depth + 1);
            }
        } else if (!name.isEmpty()) {
            into.add(Entry.of(name, ledger.text(value)));
        }
    }

    /// The rows of `base` under those of `sub`, which win.
    static List<Entry> merged(List<Entry> base, List<Entry> sub) {
        var all = new ArrayList<>(base.stream().filter(b -> sub.stream().noneMatch(s -> s.key().equals(b.key()))).toList());
        all.addAll(sub);
        return all;
    }
}
