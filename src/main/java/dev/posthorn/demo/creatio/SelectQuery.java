package dev.posthorn.demo.creatio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.Comparing;
import dev.posthorn.demo.odata.ODataError;
import dev.posthorn.demo.vendor.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A SelectQuery of the DataService: columns, filters, sorting, paging, aggregates with groups.
final class SelectQuery {

    private static final int MOST = 20_000;

    private final Tables tables;
    private final EntityType type;
    private final Instant now;
    private final Map<String, Columns> columns = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    private SelectQuery(Tables tables, EntityType type, Instant now) {
        this.tables = tables;
        this.type = type;
        this.now = now;
    }

    static Map<String, Object> answer(Tables tables, EntityType type, Instant now, JsonNode query) throws ODataError {
        return new SelectQuery(tables, type, now).answered(query);
    }

    private Map<String, Object> answered(JsonNode query) throws ODataError {
        var items = Json.field(Json.field(query, "columns"), "items");
        if (Json.field(query, "allColumns").asBoolean() || items.isEmpty()) {
            type.properties().stream().filter(p -> p.kind() != Kind.STREAM).forEach(p -> columns.put(p.name(), plain(p.name())));
        }
        for (var item : items.properties()) {
            try {
                columns.put(item.getKey(), Columns.of(tables, type, Json.field(item.getValue(), "expression")));
            } catch (ODataError e) {
                if (e.status() != 404) {
                    throw e;
                }
                missing.add(item.getKey());
            }
        }
        var filter = new Filters(tables, type, now).of(Json.field(query, "filters"));
        var rows = tables.of(type.name()).all().stream().filter(filter).toList();
        var written = columns.values().stream().anyMatch(c -> c.aggregate() > 0) ? grouped(rows) : plain(sorted(rows, items));
        if (Json.field(query, "isDistinct").asBoolean()) {
            written = List.copyOf(new LinkedHashSet<>(written));
        }
        var offset = Math.clamp(Json.field(query, "rowsOffset").asLong(0), 0, written.size());
        var count = Json.field(query, "rowCount").asLong(-1);
        var end = count < 0 ? Math.min(written.size(), offset + MOST) : Math.min(written.size(), offset + Math.min(count, MOST));
        return told(written.subList(offset, (int) end));
    }

    private Columns plain(String name) {
        try {
            return Columns.path(tables, type, name);
        } catch (ODataError e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Map<String, Object>> sorted(List<Map<String, Object>> rows, JsonNode items) {
        var sorts = new ArrayList<Map.Entry<String, JsonNode>>(items.properties());
        sorts.removeIf(s -> !columns.containsKey(s.getKey()) || Json.field(s.getValue(), "orderDirection").asInt(0) < 1 || Json.field(s.getValue(), "orderPosition").asInt(0) < 0);
        sorts.sort(Comparator.comparingInt(s -> Json.field(s.getValue(), "orderPosition").asInt(0)));
        Comparator<Map<String, Object>> order = null;
        for (var sort : sorts) {
            var column = columns.get(sort.getKey());
            Comparator<Map<String, Object>> one = Comparator.comparing(row -> key(column, row), Comparing.ORDER);
            one = Json.field(sort.getValue(), "orderDirection").asInt() == 2 ? one.reversed() : one;
            order = order == null ? one : order.thenComparing(one);
        }
        return order == null ? rows : rows.stream().sorted(order).toList();
    }

    /// A lookup is sorted by what people see of it.
    private Object key(Columns column, Map<String, Object> row) {
        var value = column.value().apply(row);
        return column.lookup() == null || value == null ? value : tables.of(column.target().name()).find(value).map(r -> r.get(column.target().display())).orElse(null);
    }

    private List<Map<String, Object>> plain(List<Map<String, Object>> rows) {
        return rows.stream().map(this::written).toList();
    }

    private Map<String, Object> written(Map<String, Object> row) {
        var written = new LinkedHashMap<String, Object>();
        columns.forEach((name, column) -> written.put(name, column.written(tables, column.value().apply(row))));
        return written;
    }

    private List<Map<String, Object>> grouped(List<Map<String, Object>> rows) {
        var groups = new LinkedHashMap<List<Object>, List<Map<String, Object>>>();
        for (var row : rows) {
            groups.computeIfAbsent(columns.values().stream().filter(c -> c.aggregate() == 0).map(c -> c.value().apply(row)).toList(), k -> new ArrayList<>()).add(row);
        }
        if (groups.isEmpty() && columns.values().stream().allMatch(c -> c.aggregate() > 0)) {
            groups.put(List.of(), List.of());
        }
        return groups.values().stream().map(group -> {
            var written = new LinkedHashMap<String, Object>();
            columns.forEach((name, column) -> written.put(name, column.written(tables, column.aggregate() == 0 ? column.value().apply(group.getFirst()) : reckoned(column, group))));
            return (Map<String, Object>) written;
        }).toList();
    }

    static Object reckoned(Columns column, List<Map<String, Object>> rows) {
        var values = rows.stream().map(column.value()).filter(Objects::nonNull).toList();
        return switch (column.aggregate()) {
            case 1 -> (Object) values.size();
            case 2 -> sum(values);
            case 3 -> values.isEmpty() ? null : sum(values).divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
            case 4 -> values.stream().min(Comparing.ORDER).orElse(null);
            default -> values.stream().max(Comparing.ORDER).orElse(null);
        };
    }

    private static BigDecimal sum(List<Object> values) {
        return values.stream().map(v -> v instanceof BigDecimal d ? d : BigDecimal.valueOf(((Number) v).longValue())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<String, Object> told(List<Map<String, Object>> rows) {
        var config = new LinkedHashMap<String, Object>();
        columns.forEach((name, column) -> config.put(name, column.config()));
        var told = new LinkedHashMap<String, Object>();
        told.put("rowConfig", config);
        told.put("rows", rows);
        told.put("notFoundColumns", missing);
        told.put("rowsAffected", rows.size());
        told.put("nextPrcElReady", false);
        told.put("success", true);
        return told;
    }
}
