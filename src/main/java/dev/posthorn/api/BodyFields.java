package dev.posthorn.api;

import dev.posthorn.api.Parameter.Role;
import dev.posthorn.api.Parameter.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A JSON body as fields, and the fields as JSON.
///
/// 1. Lists have as many fields as they have items; a part that can have several shapes has the fields of the chosen one.
/// 2. What is not needed and not filled in is left out; within it nothing is needed then.
/// 3. What no field stands for stays as it was, and so does what nobody touched: its order, a null, a number where a text is asked for.
record BodyFields(Shape root) {

    private static final Object ABSENT = new Object();
    private static final int ITEMS = 50;

    private static String key(String path) {
        return Where.BODY + ":" + path;
    }

    private static String text(Map<String, String> values, String path) {
        return values.getOrDefault(key(path), "");
    }

    private static String below(String path, Shape part) {
        return path.isEmpty() ? part.name() : path + "." + part.name();
    }

    /// Where the fields of one of several shapes stand: a value needs a name of its own beside the choice.
    private static String optioned(String path, Shape option) {
        return option.kind() == Shape.Kind.OBJECT ? path : path + "{" + option.name() + "}";
    }

    private static int count(Map<String, String> values, String path) {
        var text = text(values, path);
        return text.matches("\\d{1,4}") ? Math.min(ITEMS, Integer.parseInt(text)) : 0;
    }

    /// Of an object or a list that is no such thing in the body but, say, a variable.
    private static boolean other(Shape shape, Map<String, String> values, String path) {
        return !text(values, path).isEmpty() && (shape.kind() == Shape.Kind.OBJECT || shape.kind() == Shape.Kind.LIST && !text(values, path).matches("\\d{1,4}"));
    }

    private static Shape chosen(Shape either, Map<String, String> values, String path) {
        var name = text(values, path);
        return either.within().stream().filter(o -> o.name().equals(name)).findFirst().orElse(null);
    }

    // Fields

    List<Parameter> parameters(Map<String, String> values) {
        var all = new ArrayList<Parameter>();
        fields(root, "", values, true, all);
        return all;
    }

    /// @param there whether what it stands in is there, so that its needed parts are needed
    private static void fields(Shape shape, String path, Map<String, String> values, boolean there, List<Parameter> into) {
        var says = shape.says();
        var needed = there && says.required();
        if (other(shape, values, path)) {
            into.add(new Parameter(Where.BODY, Role.VALUE, path, shape.kind() == Shape.Kind.LIST ? "array" : "object", "", says.about(), needed, text(values, path), List.of()));
            return;
        }
        switch (shape.kind()) {
            case VALUE -> into.add(Parameter.value(Where.BODY, path, says, needed, text(values, path)));
            case OBJECT -> {
                var filled = path.isEmpty() || needed || there && (path.endsWith("]") || path.endsWith("}")) || filled(shape, path, values);
                if (!path.isEmpty() && !path.endsWith("]")) {
                    into.add(new Parameter(Where.BODY, Role.ITEM, path, "", "", says.about(), needed, "", List.of()));
                }
                shape.within().forEach(part -> fields(part, below(path, part), values, filled, into));
            }
            case LIST -> {
                into.add(new Parameter(Where.BODY, Role.LIST, path, "list", says.limits(), says.about(), needed, text(values, path), List.of()));
                items(shape.within().getFirst(), path, values, into);
            }
            case EITHER -> {
                into.add(new Parameter(Where.BODY, Role.EITHER, path, "one of these", "", says.about(), needed, text(values, path), shape.within().stream().map(Shape::name).toList()));
                var option = chosen(shape, values, path);
                if (option != null && option.kind() == Shape.Kind.OBJECT) {
                    option.within().forEach(part -> fields(part, below(path, part), values, true, into));
                } else if (option != null) {
                    fields(option, optioned(path, option), values, true, into);
                }
            }
        }
    }

    private static void items(Shape item, String path, Map<String, String> values, List<Parameter> into) {
        for (var i = 0; i < count(values, path); i++) {
            var at = path + "[" + i + "]";
            if (item.kind() != Shape.Kind.VALUE) {
                into.add(new Parameter(Where.BODY, Role.ITEM, at, "", "", item.says().about(), false, "", List.of()));
            }
            fields(item, at, values, true, into);
        }
    }

    /// Whether somebody filled in any of it.
    private static boolean filled(Shape shape, String path, Map<String, String> values) {
        return !text(values, path).isEmpty() || shape.kind() == Shape.Kind.OBJECT && shape.within().stream().anyMatch(part -> filled(part, below(path, part), values));
    }

    // To JSON

    /// @param base what the body was: what no field stands for is taken from it
    Object json(Map<String, String> values, Object base) {
        var made = json(root, "", values, base == null ? ABSENT : base, true);
        return made == ABSENT ? Map.of() : made;
    }

    /// @param base what stood there; `ABSENT` for nothing, which is not null
    private static Object json(Shape shape, String path, Map<String, String> values, Object base, boolean needed) {
        if (other(shape, values, path)) {
            return untouched(shape, path, values, base) ? base : JsonText.value("any", text(values, path));
        }
        return switch (shape.kind()) {
            case VALUE -> {
                var typed = text(values, path);
                yield untouched(shape, path, values, base) ? base : !typed.isEmpty() ? JsonText.value(shape.type(), typed) : !needed ? ABSENT : shape.type().startsWith("string") ? "" : null;
            }
            case OBJECT -> {
                if (untouched(shape, path, values, base)) {
                    yield base;
                }
                var made = needed || base != ABSENT || filled(shape, path, values) ? object(shape, path, values, base, !(base instanceof Map)) : Map.of();
                yield made.isEmpty() && !needed ? ABSENT : made;
            }
            case LIST -> untouched(shape, path, values, base) ? base : text(values, path).isEmpty() && !needed ? ABSENT : list(shape.within().getFirst(), path, values, base, count(values, path));
            case EITHER -> {
                var option = chosen(shape, values, path);
                var another = option != null && fitting(shape, base).orElse(null) != option;
                var known = another && base instanceof Map<?, ?> map ? withoutOthers(shape, option, map) : base;
                yield option == null ? untouched(shape, path, values, base) ? base : needed ? null : ABSENT
                        : option.kind() == Shape.Kind.OBJECT ? object(option, path, values, known, another || !(base instanceof Map)) : json(option, optioned(path, option), values, known, true);
            }
        };
    }

    /// Whether the fields say what stood there anyway: a null, an empty object, an empty text, or a value that its field shows as it is.
    private static boolean untouched(Shape shape, String path, Map<String, String> values, Object base) {
        var typed = text(values, path);
        if (base == ABSENT) {
            return false;
        }
        return switch (shape.kind()) {
            case VALUE -> typed.equals(JsonText.typed(base));
            case OBJECT -> typed.isEmpty() ? (base == null || base.equals(Map.of())) && !filled(shape, path, values) : typed.equals(JsonText.typed(base));
            case LIST -> base == null && typed.isEmpty() || !(base instanceof List) && typed.equals(JsonText.typed(base));
            case EITHER -> typed.equals(JsonText.typed(base));
        };
    }

    /// Without what belongs to one of the other shapes alone.
    private static Map<?, ?> withoutOthers(Shape either, Shape chosen, Map<?, ?> base) {
        var left = new LinkedHashMap<Object, Object>(base);
        either.within().stream().flatMap(option -> option.within().stream().map(Shape::name)).filter(name -> chosen.within().stream().noneMatch(part -> part.name().equals(name)))
                .forEach(left::remove);
        return left;
    }

    /// What stood there keeps its order; what is new follows.
    ///
    /// @param begun whether it is a new one, to which all that is needed belongs even while it is empty
    private static Map<String, Object> object(Shape shape, String path, Map<String, String> values, Object base, boolean begun) {
        var object = new LinkedHashMap<String, Object>();
        var before = base instanceof Map<?, ?> map ? map : Map.of();
        var parts = new LinkedHashMap<String, Shape>();
        shape.within().forEach(part -> parts.put(part.name(), part));
        before.forEach((key, value) -> object.put(String.valueOf(key), value));
        parts.forEach((name, part) -> {
            var made = json(part, below(path, part), values, before.containsKey(name) ? before.get(name) : ABSENT, part.says().required() && (begun || before.containsKey(name)));
            if (made == ABSENT) {
                object.remove(name);
            } else {
                object.put(name, made);
            }
        });
        return object;
    }

    private static List<Object> list(Shape item, String path, Map<String, String> values, Object base, int count) {
        var list = new ArrayList<Object>();
        for (var i = 0; i < count; i++) {
            list.add(json(item, path + "[" + i + "]", values, base instanceof List<?> before && i < before.size() ? before.get(i) : ABSENT, true));
        }
        return list;
    }

    // From JSON

    /// Whether a body has the kind of thing on top that the fields are for.
    boolean takes(Object json) {
        return switch (root.kind()) {
            case OBJECT -> json instanceof Map;
            case LIST -> json instanceof List;
            case VALUE, EITHER -> true;
        };
    }

    /// The fields that a body fills.
    Map<String, String> read(Object json) {
        var values = new LinkedHashMap<String, String>();
        read(root, "", json, values);
        return values;
    }

    private static void read(Shape shape, String path, Object json, Map<String, String> into) {
        if (json == null && shape.kind() != Shape.Kind.VALUE) {
            return;
        }
        switch (shape.kind()) {
            case VALUE -> into.put(key(path), JsonText.typed(json));
            case OBJECT -> {
                if (json instanceof Map<?, ?> map) {
                    shape.within().forEach(part -> read(part, below(path, part), map.get(part.name()), into));
                } else if (!path.isEmpty()) {
                    into.put(key(path), JsonText.typed(json));
                }
            }
            case LIST -> {
                if (json instanceof List<?> list && list.size() <= ITEMS) {
                    into.put(key(path), String.valueOf(list.size()));
                    for (var i = 0; i < list.size(); i++) {
                        read(shape.within().getFirst(), path + "[" + i + "]", list.get(i), into);
                    }
                } else {
                    into.put(key(path), JsonText.typed(json));
                }
            }
            case EITHER -> fitting(shape, json).ifPresentOrElse(option -> {
                into.put(key(path), option.name());
                read(option, optioned(path, option), json, into);
            }, () -> into.put(key(path), JsonText.typed(json)));
        }
    }

    /// The shape that a value has most of; none where all are objects and it is none, for instance.
    private static Optional<Shape> fitting(Shape either, Object json) {
        return either.within().stream().filter(o -> o.kind() == Shape.Kind.OBJECT ? json instanceof Map : o.kind() != Shape.Kind.LIST || json instanceof List).max(Comparator.comparingInt(o -> likeness(o, json)));
    }

    private static int likeness(Shape shape, Object json) {
        return switch (shape.kind()) {
            case VALUE -> json instanceof Map || json instanceof List ? -1 : JsonText.type(json).equals(shape.type().split(" ")[0]) ? 2 : 0;
            case LIST -> json instanceof List ? 1 : -1;
            case EITHER -> 0;
            case OBJECT -> json instanceof Map<?, ?> map ? likeness(shape, map) : -1;
        };
    }

    private static int likeness(Shape object, Map<?, ?> map) {
        var known = object.within().stream().mapToInt(part -> map.containsKey(part.name()) ? fits(part, map.get(part.name())) : part.says().required() ? -3 : 0).sum();
        return known - (int) map.keySet().stream().filter(key -> object.within().stream().noneMatch(part -> part.name().equals(key))).count();
    }

    /// A constant, such as the kind of a thing, tells shapes apart.
    private static int fits(Shape part, Object value) {
        return part.says().choices().isEmpty() ? 1 : part.says().choices().contains(Objects.toString(value)) ? 3 : -5;
    }

    // Lists

    /// With one item more at the end of a list.
    static Map<String, String> adding(Map<String, String> values, String path) {
        var changed = new LinkedHashMap<>(values);
        changed.put(key(path), String.valueOf(Math.min(ITEMS, count(values, path) + 1)));
        return changed;
    }

    /// Without an item; those behind it move up.
    static Map<String, String> removing(Map<String, String> values, String item) {
        var open = item.lastIndexOf('[');
        var list = key(item.substring(0, open));
        var gone = Integer.parseInt(item.substring(open + 1, item.length() - 1));
        var changed = new LinkedHashMap<String, String>();
        values.forEach((key, value) -> {
            var close = key.startsWith(list + "[") ? key.indexOf(']', list.length()) : -1;
            var at = close < 0 ? -1 : Integer.parseInt(key.substring(list.length() + 1, close));
            if (at < gone) {
                changed.put(key, value);
            } else if (at > gone) {
                changed.put(list + "[" + (at - 1) + "]" + key.substring(close + 1), value);
            }
        });
        var left = Math.max(0, count(values, item.substring(0, open)) - 1);
        changed.put(list, left == 0 ? "" : String.valueOf(left));
        return changed;
    }

    /// The same body without an item of a list.
    static Object without(Object base, String item) {
        return without(base, FieldPath.steps(item));
    }

    private static Object without(Object base, List<FieldPath.Step> way) {
        var step = way.getFirst();
        if (base instanceof List<?> list && step.kind() == Shape.Kind.LIST) {
            var changed = new ArrayList<Object>(list);
            var at = Integer.parseInt(step.name());
            if (at < changed.size() && way.size() == 1) {
                changed.remove(at);
            } else if (at < changed.size()) {
                changed.set(at, without(changed.get(at), way.subList(1, way.size())));
            }
            return changed;
        }
        if (base instanceof Map<?, ?> map && way.size() > 1 && map.containsKey(step.name())) {
            var changed = new LinkedHashMap<Object, Object>(map);
            changed.put(step.name(), without(map.get(step.name()), way.subList(1, way.size())));
            return changed;
        }
        return base;
    }
}
