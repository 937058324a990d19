package dev.posthorn.tree;

import java.util.ArrayList;
import java.util.List;

/// A list of a file while it is edited; `old` is null for a new list. The values are those of `Fields`.
public record Elements(Json.Arr old, List<Object> values) {

    public static Elements of(Json list) {
        return list instanceof Json.Arr array ? new Elements(array, new ArrayList<>(array.elements())) : new Elements(null, new ArrayList<>());
    }

    /// The list with these texts; those at its beginning and end that stay the same are kept as written.
    public static Elements texts(Json list, List<String> texts) {
        var elements = of(list);
        var kept = new ArrayList<>(elements.values());
        var result = new ArrayList<Object>(texts);
        var from = 0;
        while (from < kept.size() && from < result.size() && is(kept.get(from), texts.get(from))) {
            result.set(from, kept.get(from));
            from++;
        }
        for (var back = 1; back <= kept.size() - from && back <= result.size() - from; back++) {
            if (!is(kept.get(kept.size() - back), texts.get(texts.size() - back))) {
                break;
            }
            result.set(result.size() - back, kept.get(kept.size() - back));
        }
        return new Elements(elements.old(), result);
    }

    private static boolean is(Object element, String text) {
        return element instanceof Json.Text string && string.value().equals(text);
    }
}
