package dev.posthorn.tree;

import java.util.ArrayList;
import java.util.List;

/// An object of a file while it is edited: what is not touched stays as it is written, what is put replaces or is added at the end.
///
/// A value is a `Json` of the file (kept as written), `Fields`, `Elements`, `RawJson`, String, Boolean, Number, List, Map or null.
public final class Fields {

    /// A value whose JSON text is given.
    public record RawJson(String text) {}

    /// One member; `old` is null for a new one.
    public record Slot(String key, Json.Member old, Object value) {}

    private final Json.Obj old;
    private final List<Slot> slots = new ArrayList<>();

    /// @param old null for a new object
    public Fields(Json.Obj old) {
        this.old = old;
        if (old != null) {
            old.members().forEach(m -> slots.add(new Slot(m.key().value(), m, m.value())));
        }
    }

    public Json.Obj old() {
        return old;
    }

    public List<Slot> slots() {
        return slots;
    }

    private int index(String key) {
        for (var i = slots.size() - 1; i >= 0; i--) {
            if (slots.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    public boolean has(String key) {
        return index(key) >= 0;
    }

    /// The value under `key`; null where it is absent.
    public Object get(String key) {
        var i = index(key);
        return i < 0 ? null : slots.get(i).value();
    }

    public Json json(String key) {
        return get(key) instanceof Json json ? json : null;
    }

    public Fields put(String key, Object value) {
        var i = index(key);
        if (i < 0) {
            slots.add(new Slot(key, null, value));
        } else if (!same(slots.get(i).value(), value)) {
            slots.set(i, new Slot(key, slots.get(i).old(), value));
        }
        return this;
    }

    private static boolean same(Object now, Object wanted) {
        return now instanceof Json json && !(wanted instanceof Json || wanted instanceof Fields || wanted instanceof Elements || wanted instanceof RawJson)
                && (wanted == null ? json instanceof Json.Null : wanted.equals(json.plain()));
    }

    public Fields putFirst(String key, Object value) {
        remove(key);
        slots.addFirst(new Slot(key, null, value));
        return this;
    }

    public void remove(String key) {
        slots.removeIf(s -> s.key().equals(key));
    }

    /// The object under `key` for editing; a new one takes the place of what is absent or no object.
    public Fields object(String key) {
        if (get(key) instanceof Fields fields) {
            return fields;
        }
        var fields = new Fields(get(key) instanceof Json.Obj object ? object : null);
        put(key, fields);
        return fields;
    }
}
