package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The ids of the items of a JSON collection, which are their JSON pointers (RFC 6901), and what an edit makes of them.
final class ItemPointers {

    private ItemPointers() {}

    private record Level(Json.Obj item, String pointer) {}

    /// Old id → new id of every item that is known by another id afterwards.
    ///
    /// @param pointer where the collection stands in its file
    static Map<String, String> shifted(Json.Obj collection, String pointer, UnaryOperator<String> now) {
        var ids = new LinkedHashMap<String, String>();
        var left = new ArrayDeque<Level>();
        left.push(new Level(collection, pointer));
        while (!left.isEmpty()) {
            var level = left.pop();
            var items = level.item().list("item");
            for (var i = 0; i < items.size(); i++) {
                if (items.get(i) instanceof Json.Obj item) {
                    var id = level.pointer() + "/item/" + i;
                    var shifted = now.apply(id);
                    if (!shifted.equals(id)) {
                        ids.put(id, shifted);
                    }
                    left.push(new Level(item, id));
                }
            }
        }
        return ids;
    }

    /// What an id is after something was put at `index` of the items of `parent`.
    static String afterInsert(String id, String parent, int index) {
        var at = index(id, parent);
        return at < index ? id : replaced(id, parent, at + 1);
    }

    /// What an id is after the element at `index` of the items of `parent` was taken out; "" for what went with it.
    static String afterRemoval(String id, String parent, int index) {
        var at = index(id, parent);
        return at == index ? "" : at < index ? id : replaced(id, parent, at - 1);
    }

    /// What the id is after the element at `from` was put at `to`, where `to` counts as if it were gone already.
    static String afterReorder(String id, String parent, int from, int to) {
        var at = index(id, parent);
        if (at < 0) {
            return id;
        }
        if (at == from) {
            return replaced(id, parent, to);
        }
        var without = at > from ? at - 1 : at;
        return replaced(id, parent, without >= to ? without + 1 : without);
    }

    /// The place of the item, or of the folder around it, in the items of `parent`; -1 where it is not in there.
    static int index(String id, String parent) {
        var prefix = parent + "/item/";
        if (!id.startsWith(prefix)) {
            return -1;
        }
        var end = id.indexOf('/', prefix.length());
        return Integer.parseInt(id.substring(prefix.length(), end < 0 ? id.length() : end));
    }

    private static String replaced(String id, String parent, int index) {
        var prefix = parent + "/item/";
        var end = id.indexOf('/', prefix.length());
        return prefix + index + (end < 0 ? "" : id.substring(end));
    }
}
