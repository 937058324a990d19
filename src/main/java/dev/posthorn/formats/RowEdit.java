package dev.posthorn.formats;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Writes an edited table into its list: each row goes to the element it came from, so that what the program does not know of it stays.
final class RowEdit<T> {

    /// Writes one row; `before` is null for a new one.
    interface Form<T> {
        void write(Fields element, T before, T after);
    }

    private final List<Rows.Sourced<T>> before;
    private final List<T> after;
    private final Function<T, Object> key;
    private final int[] from;
    private final boolean[] used;

    private RowEdit(List<Rows.Sourced<T>> before, List<T> after, Function<T, Object> key) {
        this.before = before;
        this.after = after;
        this.key = key;
        from = new int[after.size()];
        used = new boolean[before.size()];
    }

    static void entries(Fields parent, String list, List<Rows.Sourced<Entry>> before, List<Entry> after) {
        var known = Rows.rows(before);
        var rows = after.stream().filter(e -> !e.blank() || known.contains(e)).toList();
        if (!rows.equals(known) || !(parent.get(list) instanceof Json.Arr) && !rows.isEmpty()) {
            parent.put(list, new RowEdit<>(before, rows, Entry::key).elements(parent.json(list), RowEdit::entry));
        }
    }

    /// The variables of an environment, whose rows are switched by `enabled`.
    static void variables(Fields parent, List<Rows.Sourced<Entry>> before, List<Entry> after) {
        var known = Rows.rows(before);
        var rows = after.stream().filter(e -> !e.blank() || known.contains(e)).toList();
        if (!rows.equals(known)) {
            parent.put("values", new RowEdit<>(before, rows, Entry::key).elements(parent.json("values"), RowEdit::variable));
        }
    }

    private static void variable(Fields element, Entry before, Entry after) {
        if (before == null) {
            element.put("key", after.key()).put("value", after.value()).put("type", after.secret() ? "secret" : "default");
            RowEdit.description(element, after.description());
            element.put("enabled", after.enabled());
        } else {
            entry(element, before, after);
        }
    }

    static void parts(Fields parent, List<Rows.Sourced<Part>> before, List<Part> after) {
        var known = Rows.rows(before);
        var rows = after.stream().filter(p -> !(p.entry().blank() && p.files().isEmpty()) || known.contains(p)).toList();
        if (!rows.equals(known) || !(parent.get("formdata") instanceof Json.Arr)) {
            parent.put("formdata", new RowEdit<>(before, rows, p -> p.entry().key()).elements(parent.json("formdata"), RowEdit::part));
        }
    }

    private Elements elements(Json list, Form<T> form) {
        match();
        var elements = Elements.of(list);
        var old = List.copyOf(elements.values());
        var result = new ArrayList<Object>();
        for (var i = 0; i < after.size(); i++) {
            var source = from[i] < 0 ? null : before.get(from[i]);
            if (source != null && source.row().equals(after.get(i))) {
                result.add(source.source());
            } else {
                var element = new Fields(source == null ? null : (Json.Obj) source.source());
                form.write(element, source == null ? null : source.row(), after.get(i));
                result.add(element);
            }
        }
        keepStrangers(old, result);
        return new Elements(elements.old(), result);
    }

    /// What is no row (null, a bare text) stays behind the element that it followed.
    private void keepStrangers(List<Object> old, List<Object> result) {
        for (var i = 0; i < old.size(); i++) {
            if (!(old.get(i) instanceof Json.Obj)) {
                var at = 0;
                for (var back = i - 1; back >= 0 && at == 0; back--) {
                    at = place(result, old.get(back)) + 1;
                }
                result.add(at, old.get(i));
            }
        }
    }

    private static int place(List<Object> result, Object element) {
        for (var i = 0; i < result.size(); i++) {
            if (result.get(i) == element || result.get(i) instanceof Fields fields && fields.old() == element) {
                return i;
            }
        }
        return -1;
    }

    /// Finds the element of each row: first the equal ones, then those with the same key, then the one in the same place.
    private void match() {
        Arrays.fill(from, -1);
        take(row -> row);
        take(key);
        for (var i = 0; i < from.length; i++) {
            var place = i == 0 ? 0 : from[i - 1] + 1;
            if (from[i] < 0 && (i == 0 || from[i - 1] >= 0) && place < used.length && !used[place]) {
                from[i] = place;
                used[place] = true;
            }
        }
    }

    private void take(Function<T, Object> same) {
        Map<Object, Deque<Integer>> free = new HashMap<>();
        for (var i = 0; i < used.length; i++) {
            if (!used[i]) {
                free.computeIfAbsent(same.apply(before.get(i).row()), _ -> new ArrayDeque<>()).add(i);
            }
        }
        for (var i = 0; i < from.length; i++) {
            var candidates = from[i] < 0 ? free.get(same.apply(after.get(i))) : null;
            if (candidates != null && !candidates.isEmpty()) {
                from[i] = candidates.poll();
                used[from[i]] = true;
            }
        }
    }

    private static void entry(Fields element, Entry before, Entry after) {
        if (before == null || !before.key().equals(after.key())) {
            element.put(element.old() == null ? "key" : Rows.keyName(element.old()), after.key());
        }
        if (before == null || !before.value().equals(after.value())) {
            element.put("value", after.value());
        }
        entryRest(element, before, after);
    }

    private static void entryRest(Fields element, Entry before, Entry after) {
        var known = before == null ? Entry.empty() : before;
        if (known.secret() != after.secret()) {
            element.remove("secret");
            element.put("type", after.secret() ? "secret" : "default");
        }
        describe(element, known, after);
    }

    private static void describe(Fields element, Entry known, Entry after) {
        if (!known.description().equals(after.description())) {
            description(element, after.description());
        }
        if (known.enabled() != after.enabled()) {
            enabled(element, after.enabled());
        }
    }

    /// A description that is an object keeps its form.
    static void description(Fields element, String text) {
        if (element.get("description") instanceof Json.Obj) {
            element.object("description").put("content", text);
        } else if (text.isEmpty()) {
            element.remove("description");
        } else {
            element.put("description", text);
        }
    }

    private static void enabled(Fields element, boolean enabled) {
        if (element.has("enabled")) {
            element.put("enabled", enabled);
            element.remove("disabled");
        } else if (enabled) {
            element.remove("disabled");
        } else {
            element.put("disabled", true);
        }
    }

    private static void part(Fields element, Part before, Part after) {
        if (before == null || !before.entry().key().equals(after.entry().key())) {
            element.put(element.old() == null ? "key" : Rows.keyName(element.old()), after.entry().key());
        }
        if (before == null || before.file() != after.file()) {
            element.put("type", after.file() ? "file" : "text");
        }
        if (after.file()) {
            if (before == null || !before.file() || !before.files().equals(after.files())) {
                files(element, after.files());
            }
        } else if (before != null && before.file()) {
            element.remove("src");
        }
        if (before == null ? !after.file() || !after.entry().value().isEmpty() : !before.entry().value().equals(after.entry().value())) {
            element.put("value", after.entry().value());
        }
        optional(element, "contentType", before == null ? "" : before.contentType(), after.contentType());
        optional(element, "fileName", before == null ? "" : before.fileName(), after.fileName());
        describe(element, before == null ? Entry.empty() : before.entry(), after.entry());
    }

    private static void optional(Fields element, String key, String before, String after) {
        if (after.isEmpty() && !before.isEmpty()) {
            element.remove(key);
        } else if (!after.equals(before)) {
            element.put(key, after);
        }
    }

    private static void files(Fields element, List<String> files) {
        if (element.get("src") instanceof Json.Arr || files.size() > 1) {
            element.put("src", Elements.texts(element.json("src"), files));
        } else {
            element.put("src", files.isEmpty() ? null : files.getFirst());
        }
    }
}
