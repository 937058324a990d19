package dev.posthorn.imports.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes lists and objects into parameters, as `style` and `explode` say (OpenAPI 3.1 §4.8.12) or `collectionFormat` (Swagger 2).
///
/// @param explode whether each element is written by itself
record Styles(String style, boolean explode) {

    /// A name and a value of the query or of a form.
    record Pair(String name, String value) {}

    static Styles of(dev.posthorn.tree.Tracked parameter, String place, boolean swagger) {
        if (swagger) {
            return switch (parameter.text("collectionFormat")) {
                case "multi" -> new Styles("form", true);
                case "ssv" -> new Styles("spaceDelimited", false);
                case "tsv" -> new Styles("tabDelimited", false);
                case "pipes" -> new Styles("pipeDelimited", false);
                case String _ -> new Styles(place.equals("query") || place.equals("formData") ? "form" : "simple", false);
            };
        }
        var style = parameter.text("style");
        if (style.isEmpty()) {
            style = place.equals("query") || place.equals("cookie") ? "form" : "simple";
        }
        var explode = parameter.text("explode");
        return new Styles(style, explode.isEmpty() ? style.equals("form") || style.equals("deepObject") : explode.equals("true"));
    }

    /// The rows of a query or form.
    List<Pair> pairs(String name, Object value) {
        return switch (value) {
            case List<?> list when explode && style.equals("form") -> list.stream().map(v -> new Pair(name, Values.text(v))).toList();
            case List<?> list -> List.of(new Pair(name, joined(list)));
            case Map<?, ?> map when style.equals("deepObject") -> deep(name, map);
            case Map<?, ?> map when explode && style.equals("form") ->
                    map.entrySet().stream().map(e -> new Pair(String.valueOf(e.getKey()), Values.text(e.getValue()))).toList();
            case Map<?, ?> map -> List.of(new Pair(name, joined(flat(map))));
            case null, default -> List.of(new Pair(name, Values.text(value)));
        };
    }

    private static List<Pair> deep(String name, Map<?, ?> map) {
        var pairs = new ArrayList<Pair>();
        map.forEach((key, value) -> {
            var inner = name + "[" + key + "]";
            switch (value) {
                case Map<?, ?> below -> pairs.addAll(deep(inner, below));
                case List<?> list -> list.forEach(v -> pairs.add(new Pair(inner + "[]", Values.text(v))));
                case null, default -> pairs.add(new Pair(inner, Values.text(value)));
            }
        });
        return pairs;
    }

    private String joined(List<?> list) {
        var separator = switch (style) {
            case "spaceDelimited" -> " ";
            case "tabDelimited" -> "\t";
            case "pipeDelimited" -> "|";
            default -> ",";
        };
        return list.stream().map(Values::text).collect(Collectors.joining(separator));
    }

    private static List<Object> flat(Map<?, ?> map) {
        var flat = new ArrayList<Object>();
        map.forEach((k, v) -> {
            flat.add(k);
            flat.add(v);
        });
        return flat;
    }

    /// The one text of a path segment or header.
    String single(String name, Object value) {
        return switch (style) {
            case "label" -> "." + parts(value, explode ? "." : ",");
            case "matrix" -> matrix(name, value);
            default -> parts(value, ",");
        };
    }

    private String parts(Object value, String separator) {
        return switch (value) {
            case List<?> list -> list.stream().map(Values::text).collect(Collectors.joining(separator));
            case Map<?, ?> map when explode ->
                    map.entrySet().stream().map(e -> e.getKey() + "=" + Values.text(e.getValue())).collect(Collectors.joining(separator));
            case Map<?, ?> map -> flat(map).stream().map(Values::text).collect(Collectors.joining(separator));
            case null, default -> Values.text(value);
        };
    }

    private String matrix(String name, Object value) {
        return switch (value) {
            case List<?> list when explode -> list.stream().map(v -> ";" + name + "=" + Values.text(v)).collect(Collectors.joining());
            case Map<?, ?> map when explode ->
                    map.entrySet().stream().map(e -> ";" + e.getKey() + "=" + Values.text(e.getValue())).collect(Collectors.joining());
            case null, default -> ";" + name + "=" + parts(value, ",");
        };
    }
}
