package dev.posthorn.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A JSON or YAML tree that remembers which of its values were read, so that an importer can tell what it passed over.
///
/// A leaf is read by `text`, `flag`, `value` and `skip`; an object or list by reading its parts, or whole by `value`. What nobody read is answered by
/// `unread`: an empty list means that nothing was dropped.
public final class Tracked {

    private final Object value;
    private final String pointer;
    private final Set<String> read;

    private Tracked(Object value, String pointer, Set<String> read) {
        this.value = value;
        this.pointer = pointer;
        this.read = read;
    }

    /// @param tree plain Java as `Json.plain` makes it
    public static Tracked of(Object tree) {
        return new Tracked(tree, "", new HashSet<>());
    }

    /// Where this value stands, as a JSON pointer (RFC 6901); "" for the top.
    public String pointer() {
        return pointer;
    }

    public boolean absent() {
        return value == null;
    }

    public boolean isObject() {
        return value instanceof Map<?, ?>;
    }

    public boolean isList() {
        return value instanceof List<?>;
    }

    public boolean isText() {
        return value instanceof String;
    }

    public boolean has(String key) {
        return value instanceof Map<?, ?> map && map.containsKey(key);
    }

    /// The names of an object's members in order; empty for what is no object.
    public List<String> keys() {
        return value instanceof Map<?, ?> map ? map.keySet().stream().map(String::valueOf).toList() : List.of();
    }

    /// The value under `key`; an absent one where there is none.
    public Tracked get(String key) {
        return new Tracked(value instanceof Map<?, ?> map ? map.get(key) : null, pointer + "/" + escape(key), read);
    }

    /// The elements of a list; empty for what is no list.
    public List<Tracked> list() {
        var elements = new ArrayList<Tracked>();
        if (value instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                elements.add(new Tracked(list.get(i), pointer + "/" + i, read));
            }
        }
        return elements;
    }

    public List<Tracked> list(String key) {
        return get(key).list();
    }

    /// The text here: a string as it is, a number or boolean as written, "" for null, absent, lists and objects. Counts as read.
    public String text() {
        read.add(pointer);
        return value == null || value instanceof Map<?, ?> || value instanceof List<?> ? "" : value.toString();
    }

    public String text(String key) {
        return get(key).text();
    }

    public boolean flag(String key) {
        return text(key).equals("true");
    }

    /// The whole value with all below it. Counts as read.
    public Object value() {
        read.add(pointer);
        return value;
    }

    /// The whole value, without saying that it was read.
    public Object peek() {
        return value;
    }

    /// Says that this value and all below it means nothing for the result (a version number, for instance).
    public Tracked skip() {
        read.add(pointer);
        return this;
    }

    public Tracked skip(String... keys) {
        for (var key : keys) {
            get(key).skip();
        }
        return this;
    }

    /// All leaves here and below that nobody read, in order. Empty lists and objects, null and "" are nothing to lose.
    public List<Tracked> unread() {
        var unread = new ArrayList<Tracked>();
        var open = new ArrayDeque<Tracked>();
        open.push(this);
        while (!open.isEmpty()) {
            var next = open.pop();
            if (!read.contains(next.pointer)) {
                switch (next.value) {
                    case null -> { }
                    case Map<?, ?> _ -> next.keys().reversed().forEach(key -> open.push(next.get(key)));
                    case List<?> _ -> next.list().reversed().forEach(open::push);
                    case String text when text.isEmpty() -> { }
                    default -> unread.add(next);
                }
            }
        }
        return unread;
    }

    /// How many values there are here and below, read or not, without empty lists and objects, null and "".
    public int leaves() {
        var open = new ArrayDeque<Optional<Object>>();
        open.push(Optional.ofNullable(value));
        var count = 0;
        while (!open.isEmpty()) {
            switch (open.pop().orElse(null)) {
                case null -> { }
                case Map<?, ?> map -> map.values().forEach(inner -> open.push(Optional.ofNullable(inner)));
                case List<?> list -> list.forEach(inner -> open.push(Optional.ofNullable(inner)));
                case String text when text.isEmpty() -> { }
                default -> count++;
            }
        }
        return count;
    }

    private static String escape(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
