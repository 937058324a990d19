package dev.posthorn.imports.openapi;

import dev.posthorn.tree.Tracked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes a sample value for a schema: its own example, default, constant or first choice, else something of its type.
///
/// 1. A schema inside itself is left out where it begins again.
/// 2. Below `DEPTH` objects, or after `VALUES` values, only what is required is filled in; at four times as many the sample ends.
final class Samples {

    private static final int DEPTH = 6;
    private static final int VALUES = 150;
    private static final Set<String> SHAPING = Set.of("$ref", "type", "properties", "additionalProperties", "items", "prefixItems", "allOf", "oneOf", "anyOf", "enum", "const", "format", "pattern",
            "example", "examples", "default", "minimum", "maximum", "minLength", "maxLength");

    /// What a request leaves out and what an answer leaves out.
    enum Side { REQUEST, ANSWER }

    private record Key(String pointer, Side side) {}

    /// Stands for a value that was left out.
    private static final Object CUT = new Object();

    private final Spec spec;
    private final Map<Key, Object> made = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private Side side = Side.REQUEST;
    private int values;

    Samples(Spec spec) {
        this.spec = spec;
    }

    /// Plain Java: Map, List, String, Number, Boolean, null.
    Object of(Tracked schema, Side forSide) {
        var target = spec.resolve(schema);
        var known = made.get(new Key(target.pointer(), forSide));
        if (known != null && !target.pointer().isEmpty()) {
            return known == CUT ? null : known;
        }
        side = forSide;
        values = 0;
        open.clear();
        var sample = value(target, 0);
        made.put(new Key(target.pointer(), forSide), sample == null ? CUT : sample);
        return sample == CUT ? null : sample;
    }

    private Object value(Tracked given, int depth) {
        var schema = spec.resolve(given);
        if (!schema.isObject()) {
            return schema.peek() instanceof Boolean && schema.text().equals("true") ? "any" : CUT;
        }
        values++;
        if (values > 4 * VALUES || depth > 4 * DEPTH || open.contains(schema.pointer())) {
            return CUT;
        }
        open.push(schema.pointer());
        try {
            return told(schema) instanceof Told(var value) ? value : made(schema, depth);
        } finally {
            open.pop();
        }
    }

    private record Told(Object value) {}

    /// What the schema itself names; null where it names nothing.
    private static Told told(Tracked schema) {
        if (schema.has("example")) {
            return new Told(schema.get("example").value());
        }
        var examples = schema.list("examples");
        if (!examples.isEmpty()) {
            return new Told(examples.getFirst().value());
        }
        if (schema.has("const")) {
            return new Told(schema.get("const").value());
        }
        if (schema.has("default") && schema.get("default").peek() != null) {
            return new Told(schema.get("default").value());
        }
        var choices = schema.list("enum");
        return choices.stream().filter(c -> !c.absent()).findFirst().map(c -> new Told(c.value())).orElse(null);
    }

    private Object made(Tracked schema, int depth) {
        var parts = schema.list("allOf");
        if (!parts.isEmpty()) {
            return all(schema, parts, depth);
        }
        for (var choice : new String[] {"oneOf", "anyOf"}) {
            var options = options(schema, choice);
            if (!options.isEmpty()) {
                return chosen(schema, options, depth);
            }
        }
        return typed(schema, depth);
    }

    /// The shapes of `oneOf` or `anyOf`. What only says which parts are needed is no shape.
    static List<Tracked> options(Tracked schema, String choice) {
        return schema.list(choice).stream().filter(option -> !option.isObject() || option.keys().stream().anyMatch(SHAPING::contains)).toList();
    }

    private Object all(Tracked schema, List<Tracked> parts, int depth) {
        var merged = new LinkedHashMap<String, Object>();
        Object other = CUT;
        for (var part : parts) {
            var sample = value(part, depth);
            if (sample instanceof Map<?, ?> map) {
                map.forEach((k, v) -> merged.put(String.valueOf(k), v));
            } else if (other == CUT && sample != null) {
                other = sample;
            }
        }
        if (schema.has("properties")) {
            merged.putAll(object(schema, depth));
        }
        return merged.isEmpty() && other != CUT ? other : merged;
    }

    /// The first choice that gives a value; of objects together with what the schema says beside the choice.
    private Object chosen(Tracked schema, List<Tracked> options, int depth) {
        Object first = CUT;
        for (var option : options) {
            first = value(option, depth);
            if (first != CUT && first != null) {
                break;
            }
        }
        if (first instanceof Map<?, ?> map && schema.has("properties")) {
            var merged = new LinkedHashMap<String, Object>(object(schema, depth));
            map.forEach((k, v) -> merged.put(String.valueOf(k), v));
            return merged;
        }
        return first == CUT && schema.has("properties") ? object(schema, depth) : first;
    }

    /// The type's name; of a list of types (3.1) the first that is not "null".
    static String type(Tracked schema) {
        var type = schema.get("type");
        if (type.isList()) {
            var names = type.list().stream().map(Tracked::text).toList();
            return names.stream().filter(n -> !n.equals("null")).findFirst().orElse("null");
        }
        return type.text();
    }

    private Object typed(Tracked schema, int depth) {
        var type = type(schema);
        if (type.equals("object") || type.isEmpty() && (schema.has("properties") || schema.has("additionalProperties"))) {
            return object(schema, depth);
        }
        if (type.equals("array") || type.isEmpty() && (schema.has("items") || schema.has("prefixItems"))) {
            return array(schema, depth);
        }
        return switch (type) {
            case "integer" -> number(schema, BigDecimal.ONE, true);
            case "number" -> number(schema, new BigDecimal("1.5"), false);
            case "boolean" -> true;
            case "null" -> null;
            case "file" -> "";
            default -> text(schema);
        };
    }

    private Map<String, Object> object(Tracked schema, int depth) {
        var object = new LinkedHashMap<String, Object>();
        var required = schema.list("required").stream().map(Tracked::text).toList();
        var properties = schema.get("properties");
        for (var name : properties.keys()) {
            var property = properties.get(name);
            var needed = required.contains(name);
            if (needed || depth < DEPTH && values < VALUES) {
                if (!hidden(spec.resolve(property))) {
                    put(object, name, value(property, depth + 1));
                }
            }
        }
        var others = schema.get("additionalProperties");
        if (object.isEmpty() && others.isObject() && depth < DEPTH) {
            put(object, "key", value(others, depth + 1));
        }
        return object;
    }

    private static void put(Map<String, Object> object, String name, Object sample) {
        if (sample != CUT) {
            object.put(name, sample);
        }
    }

    private boolean hidden(Tracked property) {
        return property.flag(side == Side.REQUEST ? "readOnly" : "writeOnly");
    }

    private List<Object> array(Tracked schema, int depth) {
        var array = new ArrayList<Object>();
        for (var item : schema.list("prefixItems")) {
            add(array, value(item, depth + 1));
        }
        if (array.isEmpty() && schema.has("items")) {
            var sample = value(schema.get("items"), depth + 1);
            var least = Math.clamp(whole(schema.text("minItems")), 1, 3);
            for (var i = 0; i < least; i++) {
                add(array, sample);
            }
        }
        return array;
    }

    private static void add(List<Object> array, Object sample) {
        if (sample != CUT) {
            array.add(sample);
        }
    }

    private static int whole(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /// The usual number where the limits allow it; else the nearest that they allow.
    private static Object number(Tracked schema, BigDecimal usual, boolean integer) {
        var value = usual;
        var step = decimal(schema.text("multipleOf"));
        var least = limit(schema, "minimum", "exclusiveMinimum", integer ? BigDecimal.ONE : new BigDecimal("0.5"));
        var most = limit(schema, "maximum", "exclusiveMaximum", integer ? BigDecimal.ONE.negate() : new BigDecimal("-0.5"));
        if (least != null && value.compareTo(least) < 0) {
            value = least;
        }
        if (most != null && value.compareTo(most) > 0) {
            value = most;
        }
        if (step != null && step.signum() > 0 && step.precision() < 30) {
            value = value.divide(step, 0, RoundingMode.CEILING).multiply(step);
        }
        return integer && value.precision() - value.scale() < 30 ? value.setScale(0, RoundingMode.CEILING) : value;
    }

    /// An exclusive limit is a number (3.1) or a switch of the other limit (3.0).
    private static BigDecimal limit(Tracked schema, String name, String exclusive, BigDecimal beyond) {
        var limit = decimal(schema.text(name));
        var other = schema.text(exclusive);
        if (other.equals("true") && limit != null) {
            return limit.add(beyond);
        }
        var strict = decimal(other);
        return strict != null ? strict.add(beyond) : limit;
    }

    private static BigDecimal decimal(String text) {
        return text.matches("-?\\d{1,20}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?") ? new BigDecimal(text) : null;
    }

    private static String text(Tracked schema) {
        var sample = switch (schema.text("format")) {
            case "date" -> "2026-01-15";
            case "date-time" -> "2026-01-15T09:30:00Z";
            case "time" -> "09:30:00Z";
            case "duration" -> "P1D";
            case "uuid", "guid" -> "3fa85f64-5717-4562-b3fc-2c963f66afa6";
            case "email", "idn-email" -> "user@example.com";
            case "uri", "url", "iri" -> "https://example.com";
            case "uri-reference", "iri-reference" -> "/path";
            case "hostname", "idn-hostname" -> "example.com";
            case "ipv4" -> "192.0.2.1";
            case "ipv6" -> "2001:db8::1";
            case "byte", "base64url" -> "c3RyaW5n";
            case "json-pointer" -> "/path";
            case "regex" -> ".*";
            default -> "string";
        };
        var least = Math.min(whole(schema.text("minLength")), 256);
        var most = schema.text("maxLength");
        if (sample.equals("string")) {
            while (sample.length() < least) {
                sample += sample.substring(0, Math.min(sample.length(), least - sample.length()));
            }
            sample = !most.isEmpty() && whole(most) < sample.length() && most.matches("\\d{1,9}") ? sample.substring(0, whole(most)) : sample;
        }
        return sample;
    }
}
