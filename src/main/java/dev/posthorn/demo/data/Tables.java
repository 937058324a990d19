package dev.posthorn.demo.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/// The tables of a service; each is made when it is first looked at, and made anew after a reset.
public final class Tables {

    private final Schema schema;
    private final Function<String, Stream<Map<String, Object>>> seeds;
    private final Map<String, Table> tables = new HashMap<>();

    /// @param seeds name of a type → the rows that its table begins with
    public Tables(Schema schema, Function<String, Stream<Map<String, Object>>> seeds) {
        this.schema = schema;
        this.seeds = seeds;
    }

    public Schema schema() {
        return schema;
    }

    /// @throws IllegalArgumentException where there is no such type
    public synchronized Table of(String type) {
        var known = tables.get(type);
        if (known == null) {
            known = new Table(schema.type(type), seeds.apply(type));
            tables.put(type, known);
        }
        return known;
    }

    public synchronized void reset() {
        tables.clear();
    }

    /// Does several changes, all of them or none; nobody else reads or writes meanwhile.
    ///
    /// @param work says whether it succeeded
    public synchronized boolean together(BooleanSupplier work) {
        schema.types().forEach(type -> of(type.name()));
        var before = new HashMap<String, List<Map<String, Object>>>();
        tables.forEach((name, table) -> before.put(name, table.all()));
        var good = work.getAsBoolean();
        if (!good) {
            before.forEach((name, rows) -> tables.get(name).restore(rows));
        }
        return good;
    }

    /// The row that a way to one leads to.
    public Optional<Map<String, Object>> one(Map<String, Object> row, Navigation way) {
        var key = row.get(way.column());
        return key == null ? Optional.empty() : of(way.target()).find(key);
    }

    /// The rows that a way leads to.
    public List<Map<String, Object>> along(EntityType type, Map<String, Object> row, Navigation way) {
        return way.many() ? of(way.target()).where(way.column(), row.get(type.key().name())) : one(row, way).map(List::of).orElse(List.of());
    }
}
