package dev.posthorn.demo.creatio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.Comparing;
import dev.posthorn.demo.odata.ODataError;
import dev.posthorn.demo.vendor.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The filters of a DataService query: comparisons, null, between, in, and groups of them, nested.
final class Filters {

    private static final int DEEPEST = 30;
    private static final Pattern RELATED = Pattern.compile("\\[([A-Za-z0-9_]{1,80}):([A-Za-z0-9_]{1,80})(?::[A-Za-z0-9_]{1,80})?]\\.[A-Za-z0-9_]{1,80}");

    private final Tables tables;
    private final EntityType type;

    Filters(Tables tables, EntityType type) {
        this.tables = tables;
        this.type = type;
    }

    Predicate<Map<String, Object>> of(JsonNode filter) throws ODataError {
        return of(filter, 0);
    }

    private Predicate<Map<String, Object>> of(JsonNode filter, int depth) throws ODataError {
        if (depth > DEEPEST) {
            throw new ODataError(400, "The filters are nested too deep.");
        }
        if (!filter.isObject() || Json.field(filter, "isEnabled").isBoolean() && !Json.field(filter, "isEnabled").asBoolean()) {
            return row -> true;
        }
        var filterType = Json.field(filter, "filterType").asInt(0);
        Predicate<Map<String, Object>> found = switch (filterType) {
            case 1 -> compare(filter);
            case 2 -> isNull(filter);
            case 3 -> between(filter);
            case 4 -> in(filter);
            case 5 -> exists(filter, depth);
            case 6 -> group(filter, depth);
            default -> throw new ODataError(400, "The filterType " + filterType + " is not known: 1 compare, 2 null, 3 between, 4 in, 5 exists, 6 group.");
        };
        return Json.field(filter, "isNot").asBoolean() ? found.negate() : found;
    }

    private Predicate<Map<String, Object>> group(JsonNode filter, int depth) throws ODataError {
        var parts = new ArrayList<Predicate<Map<String, Object>>>();
        for (var item : Json.field(filter, "items")) {
            if (!Json.field(item, "isEnabled").isBoolean() || Json.field(item, "isEnabled").asBoolean()) {
                parts.add(of(item, depth + 1));
            }
        }
        var any = Json.field(filter, "logicalOperation").asInt(0) == 1;
        if (parts.isEmpty()) {
            return row -> true;
        }
        return row -> any ? parts.stream().anyMatch(p -> p.test(row)) : parts.stream().allMatch(p -> p.test(row));
    }

    /// Rows that others refer to: `[Contact:Account].Id` are the contacts of an account.
    private Predicate<Map<String, Object>> exists(JsonNode filter, int depth) throws ODataError {
        var path = Json.text(Json.field(filter, "leftExpression"), "columnPath");
        var way = RELATED.matcher(path);
        var other = way.matches() ? tables.schema().find(way.group(1)).orElse(null) : null;
        var back = other == null ? null : other.navigation(way.group(2)).filter(n -> !n.many() && n.target().equals(type.name())).orElse(null);
        if (back == null) {
            throw new ODataError(400, "Column by path " + path + " not found in schema " + type.name() + ": [Contact:Account].Id stands for the contacts of an account.");
        }
        var within = new Filters(tables, other).of(Json.field(filter, "subFilters"), depth + 1);
        var referred = new HashSet<Object>();
        tables.of(other.name()).all().stream().filter(within).forEach(row -> referred.add(row.get(back.column())));
        var wanted = Json.field(filter, "comparisonType").asInt(15) != 16;
        return row -> referred.contains(row.get(type.key().name())) == wanted;
    }

    private Columns left(JsonNode filter) throws ODataError {
        var left = Json.field(filter, "leftExpression");
        try {
            return Columns.of(tables, type, left);
        } catch (ODataError e) {
            throw e.status() == 404 ? new ODataError(400, "Column by path " + e.getMessage() + " not found in schema " + type.name() + ".") : e;
        }
    }

    /// A parameter, or another column.
    private Function<Map<String, Object>, Object> right(JsonNode expression, Columns left) throws ODataError {
        if (Json.field(expression, "expressionType").asInt(2) == 0) {
            return Columns.of(tables, type, expression).value();
        }
        var value = parameter(expression, left.kind());
        return row -> value;
    }

    static Object parameter(JsonNode expression, Kind kind) throws ODataError {
        var value = Json.field(Json.field(expression, "parameter"), "value");
        if (value.isMissingNode()) {
            throw new ODataError(400, "An expression has no parameter with a value.");
        }
        try {
            if (value.isObject()) {
                value = Json.field(value, "value");
            }
            return value.isTextual() && kind != Kind.STRING ? kind.read(value.asText().replace("\"", "")) : kind == Kind.STRING && value.isValueNode() && !value.isNull() ? value.asText() : kind.read(value);
        } catch (IllegalArgumentException e) {
            throw new ODataError(400, e.getMessage());
        }
    }

    private Predicate<Map<String, Object>> compare(JsonNode filter) throws ODataError {
        var left = left(filter);
        var right = right(Json.field(filter, "rightExpression"), left);
        var test = comparison(Json.field(filter, "comparisonType").asInt(3));
        return row -> test.test(left.value().apply(row), right.apply(row));
    }

    private static BiPredicate<Object, Object> comparison(int number) throws ODataError {
        return switch (number) {
            case 3 -> (a, b) -> a == null || b == null ? a == b : Comparing.order(a, b) == 0;
            case 4 -> (a, b) -> a == null || b == null ? a != b : Comparing.order(a, b) != 0;
            case 5 -> (a, b) -> a != null && b != null && Comparing.order(a, b) < 0;
            case 6 -> (a, b) -> a != null && b != null && Comparing.order(a, b) <= 0;
            case 7 -> (a, b) -> a != null && b != null && Comparing.order(a, b) > 0;
            case 8 -> (a, b) -> a != null && b != null && Comparing.order(a, b) >= 0;
            case 9 -> text(String::startsWith);
            case 10 -> text(String::startsWith).negate();
            case 11 -> text(String::contains);
            case 12 -> text(String::contains).negate();
            case 13 -> text(String::endsWith);
            case 14 -> text(String::endsWith).negate();
            default -> throw new ODataError(400, "The comparisonType " + number + " is not known here: 3 equal, 4 not equal, 5 to 8 less and greater, 9 to 14 begins, contains, ends.");
        };
    }

    private static BiPredicate<Object, Object> text(BiPredicate<String, String> test) {
        return (a, b) -> test.test(low(a), low(b));
    }

    private static String low(Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }

    private Predicate<Map<String, Object>> isNull(JsonNode filter) throws ODataError {
        var left = left(filter);
        var wanted = !(Json.field(filter, "comparisonType").asInt(1) == 2 || Json.field(filter, "isNull").isBoolean() && !Json.field(filter, "isNull").asBoolean());
        return row -> {
            var value = left.value().apply(row);
            return (value == null || value.equals("")) == wanted;
        };
    }

    private Predicate<Map<String, Object>> between(JsonNode filter) throws ODataError {
        var left = left(filter);
        var least = right(Json.field(filter, "rightLessExpression"), left);
        var most = right(Json.field(filter, "rightGreaterExpression"), left);
        return row -> {
            var value = left.value().apply(row);
            return value != null && least.apply(row) != null && most.apply(row) != null && Comparing.order(value, least.apply(row)) >= 0 && Comparing.order(value, most.apply(row)) <= 0;
        };
    }

    private Predicate<Map<String, Object>> in(JsonNode filter) throws ODataError {
        var left = left(filter);
        var wanted = new ArrayList<Object>();
        for (var expression : Json.field(filter, "rightExpressions")) {
            wanted.add(parameter(expression, left.kind()));
        }
        var not = Json.field(filter, "comparisonType").asInt(3) == 4;
        List<Object> all = wanted;
        return row -> {
            var value = left.value().apply(row);
            return not != (value != null && all.stream().anyMatch(w -> w != null && Comparing.order(value, w) == 0));
        };
    }
}
