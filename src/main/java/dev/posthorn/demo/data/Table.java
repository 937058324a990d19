package dev.posthorn.demo.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Rows by their key, in the order in which they came. A row is a map that does not change; what was read stays as it was while others write.
public final class Table {

    /// So many rows may be added to those that it begins with.
    private static final int MORE = 2_000;

    private final EntityType type;
    private final Map<Object, Map<String, Object>> rows = new LinkedHashMap<>();
    private final int most;
    private List<Map<String, Object>> kept;
    private Map<String, Map<Object, List<Map<String, Object>>>> indexes = new HashMap<>();

    Table(EntityType type, Stream<Map<String, Object>> seed) {
        this.type = type;
        seed.forEach(row -> rows.put(row.get(type.key().name()), Collections.unmodifiableMap(row)));
        most = rows.size() + MORE;
    }

    public EntityType type() {
        return type;
    }

    /// All rows as they are now.
    public synchronized List<Map<String, Object>> all() {
        if (kept == null) {
            kept = List.copyOf(rows.values());
        }
        return kept;
    }

    public synchronized Optional<Map<String, Object>> find(Object key) {
        return Optional.ofNullable(rows.get(key));
    }

    /// Those that have this value in that column.
    public synchronized List<Map<String, Object>> where(String column, Object value) {
        var index = indexes.computeIfAbsent(column, c -> {
            var made = new HashMap<Object, List<Map<String, Object>>>();
            all().forEach(row -> made.computeIfAbsent(row.get(c), v -> new ArrayList<>()).add(row));
            return made;
        });
        return index.getOrDefault(value, List.of());
    }

    /// @throws IllegalStateException where its key is taken, or the table is full; the message says which
    public synchronized void insert(Map<String, Object> row) {
        var key = row.get(type.key().name());
        if (rows.containsKey(key)) {
            throw new IllegalStateException("There is already a row of " + type.name() + " with the key " + key + ".");
        }
        if (rows.size() >= most) {
            throw new IllegalStateException("The demo server keeps no more than " + most + " rows of " + type.name() + "; POST /admin/reset begins anew.");
        }
        rows.put(key, Collections.unmodifiableMap(row));
        changed();
    }

    /// Changes a row; false where there is none.
    public synchronized boolean change(Object key, UnaryOperator<Map<String, Object>> how) {
        var row = rows.get(key);
        if (row == null) {
            return false;
        }
        rows.put(key, Collections.unmodifiableMap(how.apply(new LinkedHashMap<>(row))));
        changed();
        return true;
    }

    public synchronized boolean delete(Object key) {
        var gone = rows.remove(key) != null;
        if (gone) {
            changed();
        }
        return gone;
    }

    synchronized void restore(List<Map<String, Object>> before) {
        if (before != kept) {
            rows.clear();
            before.forEach(row -> rows.put(row.get(type.key().name()), row));
            changed();
        }
    }

    private void changed() {
        kept = null;
        indexes = new HashMap<>();
    }
}
