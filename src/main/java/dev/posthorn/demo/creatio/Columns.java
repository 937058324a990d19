package dev.posthorn.demo.creatio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import dev.posthorn.demo.data.Navigation;
import dev.posthorn.demo.data.Tables;
import dev.posthorn.demo.odata.ODataError;
import dev.posthorn.demo.vendor.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What a column of a query stands for: `Name`, `Account.City.Name`, a lookup such as `Owner`, or a value that was reckoned over all rows.
///
/// @param kind       of its values; GUID for a lookup
/// @param lookup     the way that it stands for; null for a plain column
/// @param aggregate  1 count, 2 sum, 3 average, 4 least, 5 greatest; 0 for none
record Columns(Kind kind, EntityType target, Navigation lookup, int aggregate, Function<Map<String, Object>, Object> value) {

    private static final int LOOKUP = 10;
    private static final int DEEPEST = 8;

    /// The column that an expression names.
    ///
    /// @throws ODataError where it is no column, with `404` where the column does not exist
    static Columns of(Tables tables, EntityType type, JsonNode expression) throws ODataError {
        return switch (Json.field(expression, "expressionType").asInt(0)) {
            case 0 -> path(tables, type, Json.text(expression, "columnPath"));
            case 1 -> function(tables, type, expression);
            default -> throw new ODataError(400, "An expression of the type " + Json.field(expression, "expressionType").asInt() + " is no column: 0 is a column, 1 a function.");
        };
    }

    private static Columns function(Tables tables, EntityType type, JsonNode expression) throws ODataError {
        var aggregate = Json.field(expression, "aggregationType").asInt(0);
        var function = Json.field(expression, "functionType").asInt(0);
        if (function == 3 || function == 4) {
            return part(path(tables, type, Json.text(Json.field(expression, "functionArgument"), "columnPath")), function == 4 ? 0 : Json.field(expression, "datePartType").asInt(0));
        }
        if (function != 2 || aggregate < 1 || aggregate > 5) {
            throw new ODataError(400, "Of the functions this server knows functionType 2 with aggregationType from 1 to 5, 3 (a part of a date) and 4 (length).");
        }
        var inner = Json.field(expression, "functionArgument");
        var column = inner.isObject() ? of(tables, type, inner) : path(tables, type, Json.text(expression, "columnPath"));
        if ((aggregate == 2 || aggregate == 3) && column.kind != Kind.INT && column.kind != Kind.DECIMAL) {
            throw new ODataError(400, "Only numbers can be added up.");
        }
        return new Columns(aggregate == 1 ? Kind.INT : aggregate == 3 ? Kind.DECIMAL : column.kind, column.target, null, aggregate, column.value);
    }

    /// @param part of a date: 1 day, 2 week, 3 month, 4 year, 5 weekday, 6 hour; 0 for the length of a text
    private static Columns part(Columns of, int part) throws ODataError {
        if (part == 0 ? of.kind != Kind.STRING : part > 6 || of.kind != Kind.DATE_TIME && of.kind != Kind.DATE) {
            throw new ODataError(400, part == 0 ? "Only texts have a length." : "Only dates have a day, week, month, year, weekday or hour (datePartType 1 to 6).");
        }
        return new Columns(Kind.INT, of.target, null, 0, row -> of.value.apply(row) == null ? null : part == 0 ? (Object) (long) of.value.apply(row).toString().length() : part(of.value.apply(row), part));
    }

    private static Object part(Object value, int part) {
        var moment = value instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC);
        return (long) switch (part) {
            case 1 -> moment.getDayOfMonth();
            case 2 -> moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case 3 -> moment.getMonthValue();
            case 4 -> moment.getYear();
            case 5 -> moment.getDayOfWeek().getValue();
            default -> moment.getHour();
        };
    }

    static Columns path(Tables tables, EntityType type, String path) throws ODataError {
        var steps = List.of(path.split("\\."));
        if (steps.size() > DEEPEST) {
            throw new ODataError(404, path);
        }
        var at = type;
        Function<Map<String, Object>, Map<String, Object>> row = r -> r;
        for (var step : steps.subList(0, steps.size() - 1)) {
            var way = at.navigation(step).filter(w -> !w.many()).orElseThrow(() -> new ODataError(404, path));
            var before = row;
            row = r -> before.apply(r) == null ? null : tables.one(before.apply(r), way).orElse(null);
            at = tables.schema().type(way.target());
        }
        var last = steps.getLast();
        var found = row;
        var property = at.property(last);
        if (property.isPresent() && property.get().kind() != Kind.STREAM) {
            return new Columns(property.get().kind(), at, null, 0, r -> found.apply(r) == null ? null : found.apply(r).get(last));
        }
        var way = at.navigation(last).filter(w -> !w.many()).orElseThrow(() -> new ODataError(404, path));
        return new Columns(Kind.GUID, tables.schema().type(way.target()), way, 0, r -> found.apply(r) == null ? null : found.apply(r).get(way.column()));
    }

    /// As it stands in `rowConfig`.
    Map<String, Object> config() {
        var told = new LinkedHashMap<String, Object>();
        told.put("dataValueType", lookup == null ? kind.dataValueType() : LOOKUP);
        if (lookup != null) {
            told.put("isLookup", true);
            told.put("referenceSchemaName", target.name());
            told.put("primaryColumnName", target.key().name());
            told.put("primaryDisplayColumnName", target.display());
        }
        return told;
    }

    /// A value as it stands in a row: a lookup as value and display value.
    Object written(Tables tables, Object value) {
        if (lookup == null) {
            return value == null ? kind == Kind.STRING ? "" : null : value instanceof Instant i ? i.toString() : value instanceof Number || value instanceof Boolean ? value : value.toString();
        }
        var row = value == null ? null : tables.of(target.name()).find(value).orElse(null);
        if (row == null) {
            return "";
        }
        return Map.of("value", value.toString(), "displayValue", String.valueOf(row.get(target.display())));
    }
}
