package dev.posthorn.demo.creatio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Names;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.Comparing;
import dev.posthorn.demo.odata.ODataError;
import dev.posthorn.demo.vendor.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/// The filters of a DataService query: comparisons also with spans of time and with what is reckoned over related rows, null, between, in, and groups of them, nested.
final class Filters {

    private static final int DEEPEST = 30;
    private static final int FUNCTION = 1;
    private static final int SUBQUERY = 3;
    private static final int CURRENT_CONTACT = 2;

    private final Tables tables;
    private final EntityType type;
    private final Instant now;

    /// @param now what "today" and its like count from
    Filters(Tables tables, EntityType type, Instant now) {
        this.tables = tables;
        this.type = type;
        this.now = now;
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
            case 1 -> compare(filter, depth);
            case 2 -> isNull(filter, depth);
            case 3 -> between(filter, depth);
            case 4 -> in(filter, depth);
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

    private Predicate<Map<String, Object>> exists(JsonNode filter, int depth) throws ODataError {
        var related = RelatedRows.of(tables, type, Json.text(Json.field(filter, "leftExpression"), "columnPath"));
        return related.exist(within(related, filter, depth), Json.field(filter, "comparisonType").asInt(15) != 16);
    }

    /// Conditions on other rows stand beside the expression that names them, or within it.
    private Predicate<Map<String, Object>> within(RelatedRows related, JsonNode filter, int depth) throws ODataError {
        var own = Json.field(Json.field(filter, "leftExpression"), "subFilters");
        return new Filters(tables, related.other(), now).of(own.isObject() ? own : Json.field(filter, "subFilters"), depth + 1);
    }

    private Columns left(JsonNode filter, int depth) throws ODataError {
        var left = Json.field(filter, "leftExpression");
        if (Json.field(left, "expressionType").asInt(0) == SUBQUERY) {
            var related = RelatedRows.of(tables, type, Json.text(left, "columnPath"));
            return related.reckoned(within(related, filter, depth), Json.field(left, "aggregationType").asInt(0));
        }
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
        // Whoever is logged in is the contact Supervisor here.
        var value = macro(expression) > 0 ? (Object) Names.id("Contact", 0) : parameter(expression, left.kind());
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

    private Predicate<Map<String, Object>> compare(JsonNode filter, int depth) throws ODataError {
        var left = left(filter, depth);
        var macro = macro(Json.field(filter, "rightExpression"));
        if (macro > CURRENT_CONTACT) {
            return spans(left, macro, Json.field(filter, "comparisonType").asInt(3));
        }
        var right = right(Json.field(filter, "rightExpression"), left);
        var test = comparison(Json.field(filter, "comparisonType").asInt(3));
        return row -> test.test(left.value().apply(row), right.apply(row));
    }

    /// Creatio's number of a value that the server works out; 0 for none.
    private static int macro(JsonNode expression) throws ODataError {
        if (Json.field(expression, "expressionType").asInt(2) != FUNCTION) {
            return 0;
        }
        if (Json.field(expression, "functionType").asInt(0) != 1) {
            throw new ODataError(400, "Of functions a filter is compared with macros alone: functionType 1 with a macrosType.");
        }
        return Math.max(1, Json.field(expression, "macrosType").asInt(0));
    }

    private Predicate<Map<String, Object>> spans(Columns left, int macro, int comparison) throws ODataError {
        if (left.kind() != Kind.DATE_TIME && left.kind() != Kind.DATE) {
            throw new ODataError(400, "Only dates are compared with a span of time.");
        }
        var span = Macros.of(macro, now);
        var test = Macros.comparison(comparison);
        return row -> test.test(left.value().apply(row), span);
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

    private Predicate<Map<String, Object>> isNull(JsonNode filter, int depth) throws ODataError {
        var left = left(filter, depth);
        var wanted = !(Json.field(filter, "comparisonType").asInt(1) == 2 || Json.field(filter, "isNull").isBoolean() && !Json.field(filter, "isNull").asBoolean());
        return row -> {
            var value = left.value().apply(row);
            return (value == null || value.equals("")) == wanted;
        };
    }

    private Predicate<Map<String, Object>> between(JsonNode filter, int depth) throws ODataError {
        var left = left(filter, depth);
        var least = right(Json.field(filter, "rightLessExpression"), left);
        var most = right(Json.field(filter, "rightGreaterExpression"), left);
        return row -> {
            var value = left.value().apply(row);
            return value != null && least.apply(row) != null && most.apply(row) != null && Comparing.order(value, least.apply(row)) >= 0 && Comparing.order(value, most.apply(row)) <= 0;
        };
    }

    private Predicate<Map<String, Object>> in(JsonNode filter, int depth) throws ODataError {
        var left = left(filter, depth);
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
