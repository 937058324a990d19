package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns a whole 2.1 tree into 2.0 and back: the schema it names, and the attributes of its authorizations, a list in the one and an object in the other.
public final class DialectChange {

    private final Dialect to;
    private final List<Report.Row> rows = new ArrayList<>();

    private DialectChange(Dialect to) {
        this.to = to;
    }

    /// @param rows what was translated
    public record Changed(Map<String, Object> tree, List<Report.Row> rows) {}

    public static Changed to(Dialect dialect, Map<String, Object> tree) {
        if (Dialect.of(tree) == dialect) {
            return new Changed(tree, List.of());
        }
        var change = new DialectChange(dialect);
        var changed = change.level(tree, "", "");
        var info = Plain.mapOrEmpty(tree.get("info"));
        info.put("schema", dialect.schema());
        changed.put("info", info);
        change.rows.add(Report.Row.translated("", "/info/schema", Dialect.of(tree).id(), dialect.id(), "the form that was asked for"));
        return new Changed(changed, change.rows);
    }

    private Map<String, Object> level(Map<String, Object> level, String pointer, String names) {
        var out = new LinkedHashMap<>(level);
        auth(out, pointer, names);
        each(out, "item", pointer, (item, at) -> level(item, at, names.isEmpty() ? Plain.text(item, "name") : names + " / " + Plain.text(item, "name")));
        member(out, "request", pointer, names);
        each(out, "response", pointer, (response, at) -> {
            var example = new LinkedHashMap<>(response);
            member(example, "originalRequest", at, names);
            return example;
        });
        return out;
    }

    private interface Element {
        Object change(Map<String, Object> element, String pointer);
    }

    private static void each(Map<String, Object> holder, String key, String pointer, Element change) {
        if (holder.get(key) instanceof List<?> list) {
            var out = new ArrayList<Object>();
            for (var i = 0; i < list.size(); i++) {
                out.add(list.get(i) instanceof Map<?, ?> map ? change.change(Plain.map(map), pointer + "/" + key + "/" + i) : list.get(i));
            }
            holder.put(key, out);
        }
    }

    private void member(Map<String, Object> holder, String key, String pointer, String names) {
        if (holder.get(key) instanceof Map<?, ?> map) {
            var out = Plain.map(map);
            auth(out, pointer + "/" + key, names);
            holder.put(key, out);
        }
    }

    private void auth(Map<String, Object> holder, String pointer, String names) {
        var auth = Plain.map(holder.get("auth"));
        if (auth == null) {
            return;
        }
        auth.replaceAll((type, block) -> {
            var changed = Forms.apply(to == Dialect.TWO_ZERO ? "map" : "list", block);
            var fits = changed != Forms.UNFIT && (to == Dialect.TWO_ZERO ? block instanceof List<?> : block instanceof Map<?, ?>);
            if (fits) {
                rows.add(Report.Row.translated(names, pointer + "/auth/" + Residue.escape(type), to == Dialect.TWO_ZERO ? "a list of attributes" : "an object of attributes",
                        to == Dialect.TWO_ZERO ? "an object" : "a list", "Postman " + to.id().substring(1) + " writes them so"));
            }
            return fits ? changed : block;
        });
        holder.put("auth", auth);
    }
}
