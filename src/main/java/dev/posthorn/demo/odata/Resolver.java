package dev.posthorn.demo.odata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Follows the path of a URL, segment by segment (OData 4.0 part 2 §4; OData 3.0 URL conventions §3).
final class Resolver {

    private final Tables tables;
    private final List<Operation> operations;
    private final boolean four;

    Resolver(Tables tables, List<Operation> operations, boolean four) {
        this.tables = tables;
        this.operations = operations;
        this.four = four;
    }

    /// The name of a type's collection in this version.
    static String set(EntityType type, boolean four) {
        return four ? type.set() : type.set() + "Collection";
    }

    Place resolve(List<String> segments, Asked asked) throws ODataError {
        Place place = null;
        for (var i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            place = place == null ? first(segment, asked) : next(place, segment, asked);
            if (place == null) {
                throw missing(segment);
            }
        }
        return place;
    }

    static ODataError missing(String segment) {
        return new ODataError(404, "Resource not found for the segment '" + segment + "'.");
    }

    private static String name(String segment) {
        var open = segment.indexOf('(');
        return open < 0 ? segment : segment.substring(0, open);
    }

    /// What stands in the brackets; null where there are none.
    private static String bracket(String segment) throws ODataError {
        var open = segment.indexOf('(');
        if (open >= 0 && !segment.endsWith(")")) {
            throw ODataError.query("Bad Request - Error in query syntax: the bracket of '" + segment + "' is not closed.");
        }
        return open < 0 ? null : segment.substring(open + 1, segment.length() - 1).strip();
    }

    private Place first(String segment, Asked asked) throws ODataError {
        var name = name(segment);
        for (var type : tables.schema().types()) {
            if (set(type, four).equals(name)) {
                var key = bracket(segment);
                var table = tables.of(type.name());
                return key == null || key.isEmpty() ? new Place.Rows(type, table.all(), true, Map.of()) : row(type, table.find(key(type, key)).orElse(null), segment);
            }
        }
        return operation(segment, null, null, asked);
    }

    private static Place row(EntityType type, Map<String, Object> row, String segment) throws ODataError {
        if (row == null) {
            throw missing(segment);
        }
        return new Place.Row(type, row);
    }

    private Object key(EntityType type, String text) throws ODataError {
        var equals = text.indexOf('=');
        var named = equals > 0 && text.substring(0, equals).strip().equals(type.key().name());
        var reading = new Reading(named ? text.substring(equals + 1) : text);
        var literal = reading.literal();
        var value = literal == null || !reading.ended() ? null : literal.of().apply(null);
        return switch (type.key().kind()) {
            case INT -> value instanceof Number n ? (Object) n.longValue() : badKey(type);
            case GUID -> value instanceof UUID ? value : badKey(type);
            default -> value instanceof String ? value : badKey(type);
        };
    }

    private static Object badKey(EntityType type) throws ODataError {
        throw ODataError.query("Bad Request - Error in query syntax: the key of '" + type.name() + "' is a value of " + type.key().kind().four() + ".");
    }

    private Place next(Place before, String segment, Asked asked) throws ODataError {
        return switch (before) {
            case Place.Rows rows -> afterRows(rows, segment, asked);
            case Place.Row row when row.row() != null -> afterRow(row, segment, asked);
            case Place.Value value when segment.equals("$value") && !value.raw() -> new Place.Value(value.type(), value.row(), value.property(), true);
            case Place.Result(Place place, Object value) when place != null -> next(place, segment, asked);
            default -> null;
        };
    }

    private Place afterRows(Place.Rows rows, String segment, Asked asked) throws ODataError {
        if (segment.equals("$count")) {
            return new Place.Count(rows.type(), rows.rows());
        }
        return segment.equals("$ref") && four ? new Place.Links(rows) : null;
    }

    private Place afterRow(Place.Row row, String segment, Asked asked) throws ODataError {
        if (segment.equals("$ref") && four) {
            return new Place.Links(row);
        }
        var type = row.type();
        var name = name(segment);
        var property = type.property(name);
        if (property.isPresent()) {
            return new Place.Value(type, row.row(), property.get(), false);
        }
        var way = type.navigation(name);
        if (way.isEmpty()) {
            return segment.equals("$links") && !four ? new Place.Result(new Place.Links(row), null) : operation(segment, type, row.row(), asked);
        }
        var target = tables.schema().type(way.get().target());
        var found = tables.along(type, row.row(), way.get());
        var key = bracket(segment);
        if (!way.get().many()) {
            return new Place.Row(target, found.isEmpty() ? null : found.getFirst());
        }
        if (key != null && !key.isEmpty()) {
            var wanted = key(target, key);
            return row(target, found.stream().filter(r -> r.get(target.key().name()).equals(wanted)).findFirst().orElse(null), segment);
        }
        return new Place.Rows(target, found, false, Map.of(way.get().column(), row.row().get(type.key().name())));
    }

    private Place operation(String segment, EntityType on, Map<String, Object> row, Asked asked) throws ODataError {
        for (var operation : operations) {
            if (operation.fits(name(segment), on, tables.schema().namespace())) {
                if (operation.action() != asked.is("POST")) {
                    throw new ODataError(405, "'" + operation.name() + "' is " + (operation.action() ? "an action: POST" : "a function: GET") + " it.");
                }
                var parameters = operation.action() && four ? ofBody(operation, asked) : ofUrl(operation, bracket(segment), asked);
                return result(operation, operation.body().run(row, parameters));
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private Place result(Operation operation, Object value) {
        if (operation.type().isEmpty() || value == null) {
            return new Place.Result(null, value);
        }
        var type = tables.schema().type(operation.type());
        return new Place.Result(operation.many() ? new Place.Rows(type, (List<Map<String, Object>>) value, false, Map.of()) : new Place.Row(type, (Map<String, Object>) value), null);
    }

    private Map<String, Object> ofBody(Operation operation, Asked asked) throws ODataError {
        var body = asked.body().length == 0 ? null : Json.read(asked.body()).filter(JsonNode::isObject).orElseThrow(() -> new ODataError(400, "The body of an action is a JSON object of its parameters."));
        var values = new LinkedHashMap<String, Object>();
        for (var entry : operation.parameters().entrySet()) {
            if (body == null || !body.has(entry.getKey())) {
                throw new ODataError(400, "The parameter '" + entry.getKey() + "' of '" + operation.name() + "' is missing.");
            }
            try {
                values.put(entry.getKey(), entry.getValue().read(body.get(entry.getKey())));
            } catch (IllegalArgumentException e) {
                throw new ODataError(400, "The parameter '" + entry.getKey() + "': " + e.getMessage());
            }
        }
        return values;
    }

    /// `Name(a='x',b=@p)` with `@p` in the query; in version 3 `Name?a='x'`.
    private Map<String, Object> ofUrl(Operation operation, String bracket, Asked asked) throws ODataError {
        var query = asked.parameters();
        var given = new LinkedHashMap<String, String>();
        if (four) {
            for (var pair : Splitting.at(',', bracket == null ? "" : bracket)) {
                var parts = pair.split("=", 2);
                given.put(parts[0].strip(), parts.length < 2 ? "" : parts[1].startsWith("@") ? query.getOrDefault(parts[1], "") : parts[1]);
            }
        } else {
            given.putAll(query);
        }
        var values = new LinkedHashMap<String, Object>();
        for (var entry : operation.parameters().entrySet()) {
            var reading = new Reading(given.getOrDefault(entry.getKey(), ""));
            var literal = reading.literal();
            if (literal == null || !reading.ended() || !fits(literal.kind(), entry.getValue())) {
                throw new ODataError(400, "The parameter '" + entry.getKey() + "' of '" + operation.name() + "' is missing, or no " + entry.getValue().four() + ".");
            }
            var value = literal.of().apply(null);
            values.put(entry.getKey(), entry.getValue() == Kind.INT && value instanceof Number n ? (Object) n.longValue() : value);
        }
        return values;
    }

    private static boolean fits(Kind given, Kind wanted) {
        return given == wanted || wanted == Kind.INT && given == Kind.DECIMAL;
    }
}
