package dev.posthorn.odata.call;

import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EnumType;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeDefinition;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Values;
import dev.posthorn.tree.Fields;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Turns values as people type them into the JSON that a version wants: `/Date(…)/` in v2, numbers as text where v2 wants them so, plain in v4.
///
/// A text with `{{variables}}` is not checked; it is written in quotes, but for numbers and truth values, which have none.
final class BodyText {

    private static final int DEEPEST = 40;

    private final Edm edm;
    private final Version version;

    BodyText(Edm edm, Version version) {
        this.edm = edm;
        this.version = version;
    }

    /// The properties of an entity or a complex value.
    Map<String, Object> object(StructuredType type, Map<String, ?> values, int depth) throws ODataProblem {
        if (depth > DEEPEST) {
            throw new ODataProblem("Values are nested more than " + DEEPEST + " levels deep");
        }
        var json = new LinkedHashMap<String, Object>();
        for (var entry : values.entrySet()) {
            if (entry.getValue() instanceof Dynamic dynamic) {
                dynamic(entry.getKey(), dynamic, json, depth);
                continue;
            }
            json.put(entry.getKey(), member(type, entry.getKey(), entry.getValue(), depth));
            if (type != null && version == Version.V4) {
                annotate(type, entry.getKey(), json);
            }
        }
        return json;
    }

    private void dynamic(String name, Dynamic dynamic, Map<String, Object> json, int depth) throws ODataProblem {
        if (version == Version.V4 && dynamic.told()) {
            json.put(name + "@odata.type", "#" + (dynamic.type().primitive() ? dynamic.type().shortName() : dynamic.type().name()));
        }
        json.put(name, named(name, dynamic.type(), dynamic.value(), depth));
    }

    /// A type that JSON cannot tell must be said, where the property is one of an open type (OData 4 JSON format §4.6.3); here it is known, so nothing is.
    private void annotate(StructuredType type, String name, Map<String, Object> json) {
        if (edm.property(type, name) == null && edm.navigation(type, name) == null && json.get(name) instanceof BigDecimal) {
            var value = json.remove(name);
            json.put(name + "@odata.type", "#Decimal");
            json.put(name, value);
        }
    }

    private Object member(StructuredType type, String name, Object value, int depth) throws ODataProblem {
        var property = type == null ? null : edm.property(type, name);
        if (property != null) {
            if (value == null && !property.facets().nullable()) {
                throw new ODataProblem("`" + name + "` must have a value");
            }
            return named(name, property.type(), value, depth);
        }
        var navigation = type == null ? null : edm.navigation(type, name);
        return named(name, navigation == null ? null : navigation.type(), value, depth);
    }

    private Object named(String name, TypeRef type, Object value, int depth) throws ODataProblem {
        try {
            return value(type, value, depth);
        } catch (ODataProblem e) {
            throw new ODataProblem("`" + name + "`: " + e.getMessage(), e.line(), e.column());
        }
    }

    /// @param type null where it is not known: then the value is written as what it is in Java
    Object value(TypeRef type, Object value, int depth) throws ODataProblem {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> object(type == null ? null : edm.structured(type.name()), named(map), depth + 1);
            case List<?> list -> list(type, list, depth + 1);
            case String text when type != null && !type.many() -> plain(type.name(), text);
            case String text when type != null -> throw new ODataProblem("a list is wanted, not \"" + text + "\"");
            case Boolean _, Number _ when type != null && !type.many() && type.primitive() -> plain(type.name(), value.toString());
            default -> value;
        };
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        var named = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    private Object list(TypeRef type, List<?> list, int depth) throws ODataProblem {
        var json = new ArrayList<Object>();
        for (var element : list) {
            json.add(value(type == null ? null : type.one(), element, depth));
        }
        return json;
    }

    private Object plain(String type, String text) throws ODataProblem {
        var named = edm.type(type);
        if (named instanceof EnumType choice) {
            return choice(choice, text);
        }
        var real = named instanceof TypeDefinition definition ? definition.underlying() : type;
        if (text.contains("{{")) {
            return variable(real, text);
        }
        var normal = Values.normal(real, text);
        return switch (real) {
            case "Edm.Boolean" -> Boolean.valueOf(normal);
            case "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32" -> Integer.valueOf(normal);
            // Numbers that JavaScript would round are text in v2 and v3 (OData 2 JSON format §4).
            case "Edm.Int64" -> version.old() ? normal : (Object) Long.valueOf(normal);
            case "Edm.Decimal" -> version.old() ? normal : (Object) new BigDecimal(normal);
            case "Edm.Double", "Edm.Single" -> normal.endsWith("INF") || normal.equals("NaN") || version == Version.V2 ? normal : (Object) new BigDecimal(normal);
            case "Edm.DateTime" -> version == Version.V2 ? ticks(LocalDateTime.parse(normal).atOffset(ZoneOffset.UTC), false) : normal;
            case "Edm.DateTimeOffset" -> version == Version.V2 ? ticks(OffsetDateTime.parse(normal), true) : normal;
            case "Edm.Binary" -> version.old() ? normal : normal.replace('+', '-').replace('/', '_');
            default -> real.startsWith("Edm.Geo") ? GeoText.of(text) : normal;
        };
    }

    private static Object variable(String type, String text) {
        return switch (type) {
            case "Edm.Boolean", "Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Double", "Edm.Single" -> new Fields.RawJson(text);
            default -> text;
        };
    }

    private Object choice(EnumType choice, String text) throws ODataProblem {
        if (text.contains("{{")) {
            return text;
        }
        // Checked as in a URL; in JSON the names alone are written.
        var literal = dev.posthorn.odata.query.Literals.of(choice.name(), text, Version.V4, edm);
        return literal.substring(literal.indexOf('\'') + 1, literal.length() - 1);
    }

    /// `/Date(1706745600000)/`, with the offset in minutes for a moment that has one.
    private static String ticks(OffsetDateTime moment, boolean offset) {
        var minutes = moment.getOffset().getTotalSeconds() / 60;
        return "/Date(" + moment.toInstant().toEpochMilli() + (offset ? String.format("%+05d", minutes) : "") + ")/";
    }
}
