package dev.posthorn.demo.odata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Property;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Json;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Creates, changes and deletes rows, with every value checked against its column.
public final class Changes {

    private static final Pattern REFERENCE = Pattern.compile("(?:.*/)?([\\w]+)\\((?:guid')?([0-9a-fA-F-]{36})'?\\)");
    private static final int LARGEST_STREAM = 16 << 10;

    private final Tables tables;
    private final Clock clock;

    public Changes(Tables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    JsonNode object(byte[] body) throws ODataError {
        return Json.read(body).filter(JsonNode::isObject).orElseThrow(() -> new ODataError(400, "The body is no JSON object."));
    }

    /// The columns that a JSON object sets.
    Map<String, Object> values(EntityType type, JsonNode object) throws ODataError {
        var values = new LinkedHashMap<String, Object>();
        for (var field : object.properties()) {
            var name = field.getKey();
            var property = type.property(name);
            if (property.isPresent()) {
                values.put(name, value(property.get(), field.getValue()));
            } else if (name.endsWith("@odata.bind")) {
                bind(type, name.substring(0, name.length() - 11), field.getValue().asText(), values);
            } else if (type.navigation(name).isPresent() && field.getValue().path("__metadata").has("uri")) {
                bind(type, name, field.getValue().path("__metadata").path("uri").asText(), values);
            } else if (!name.contains("@") && !name.equals("__metadata") && !name.startsWith("odata.") && !field.getValue().path("__deferred").isObject()) {
                throw new ODataError(400, "The property '" + name + "' does not exist on type '" + tables.schema().namespace() + "." + type.name() + "'.");
            }
        }
        return values;
    }

    /// @throws ODataError where it does not fit its column
    public static Object value(Property property, JsonNode value) throws ODataError {
        try {
            return checked(property, property.kind().read(value));
        } catch (IllegalArgumentException e) {
            throw new ODataError(400, "The property '" + property.name() + "': " + e.getMessage());
        }
    }

    private static Object checked(Property property, Object value) throws ODataError {
        if (value == null && property.needed()) {
            throw new ODataError(400, "The property '" + property.name() + "' cannot be null.");
        }
        if (value instanceof String text && property.length() > 0 && text.length() > property.length()) {
            throw new ODataError(400, "The property '" + property.name() + "' takes no more than " + property.length() + " characters; these are " + text.length() + ".");
        }
        return value;
    }

    private void bind(EntityType type, String name, String reference, Map<String, Object> values) throws ODataError {
        var way = type.navigation(name).filter(w -> !w.many());
        var matcher = REFERENCE.matcher(reference.length() > 500 ? "" : reference);
        if (way.isEmpty() || !matcher.matches()) {
            throw new ODataError(400, "'" + name + "@odata.bind' does not name a row of another type.");
        }
        values.put(way.get().column(), UUID.fromString(matcher.group(2)));
    }

    /// A new row; its key and dates are made where they do not come along.
    public Map<String, Object> insert(EntityType type, Map<String, Object> values) throws ODataError {
        var row = new LinkedHashMap<String, Object>();
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (var property : type.properties()) {
            row.put(property.name(), property.name().equals("CreatedOn") || property.name().equals("ModifiedOn") ? now : property.kind() == Kind.STREAM ? new byte[0] : null);
        }
        row.putAll(values);
        var key = type.key();
        if (row.get(key.name()) == null && key.kind() == Kind.GUID) {
            row.put(key.name(), UUID.randomUUID());
        }
        for (var property : type.properties()) {
            if (property.needed() && row.get(property.name()) == null) {
                throw new ODataError(400, "The property '" + property.name() + "' is needed.");
            }
        }
        references(type, row);
        try {
            tables.of(type.name()).insert(row);
        } catch (IllegalStateException e) {
            throw new ODataError(409, e.getMessage());
        }
        return row;
    }

    private void references(EntityType type, Map<String, Object> row) throws ODataError {
        for (var way : type.navigations()) {
            var key = way.many() ? null : row.get(way.column());
            if (key != null && tables.of(way.target()).find(key).isEmpty()) {
                throw new ODataError(400, "The property '" + way.column() + "' names no row of " + way.target() + ": " + key + ".");
            }
        }
    }

    public void update(EntityType type, Map<String, Object> row, Map<String, Object> values) throws ODataError {
        var key = type.key().name();
        if (values.containsKey(key) && !row.get(key).equals(values.get(key))) {
            throw new ODataError(400, "The key '" + key + "' cannot be changed.");
        }
        references(type, values);
        tables.of(type.name()).change(row.get(key), old -> {
            old.putAll(values);
            if (old.containsKey("ModifiedOn")) {
                old.put("ModifiedOn", clock.instant().truncatedTo(ChronoUnit.MILLIS));
            }
            return old;
        });
    }

    /// Refuses where other rows need this one, as a database does.
    public void delete(EntityType type, Map<String, Object> row) throws ODataError {
        var key = row.get(type.key().name());
        Optional<String> needs = tables.schema().types().stream().flatMap(t -> t.navigations().stream().filter(w -> !w.many() && w.target().equals(type.name())
                && !tables.of(t.name()).where(w.column(), key).isEmpty()).map(w -> t.name() + "." + w.column())).findFirst();
        if (needs.isPresent()) {
            throw new ODataError(409, "The row cannot be deleted: others refer to it by " + needs.get() + ".");
        }
        tables.of(type.name()).delete(key);
    }

    void stream(EntityType type, Map<String, Object> row, Property property, byte[] content) throws ODataError {
        if (content.length > LARGEST_STREAM) {
            throw new ODataError(413, "The demo server keeps no more than " + LARGEST_STREAM + " bytes here.");
        }
        update(type, row, Map.of(property.name(), content));
    }
}
