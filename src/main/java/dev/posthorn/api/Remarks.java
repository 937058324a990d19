package dev.posthorn.api;

import java.util.List;
import java.util.Locale;

/// What the description of a row says about its value. Our import of OpenAPI writes it at the end: "(required, integer int64, 1 to 100, default 5, one of: a, b)".
///
/// @param about the description without it
record Remarks(String about, boolean required, String type, String preset, List<String> choices) {

    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean", "array", "object");

    static Remarks of(String description) {
        var text = description.strip();
        var from = text.endsWith(")") ? text.lastIndexOf('(') : -1;
        if (from < 0) {
            return new Remarks(text, false, "", "", List.of());
        }
        var inside = text.substring(from + 1, text.length() - 1);
        var choices = List.<String>of();
        var list = inside.indexOf("one of: ");
        if (list >= 0) {
            choices = List.of(inside.substring(list + 8).split(", "));
            inside = inside.substring(0, list);
        }
        var required = false;
        var type = "";
        var preset = "";
        var known = !choices.isEmpty();
        for (var part : inside.split(", ")) {
            var first = part.strip().split(" ", 2)[0].toLowerCase(Locale.ROOT);
            if (part.strip().equals("required")) {
                required = true;
                known = true;
            } else if (TYPES.contains(first)) {
                type = first.equals("array") || first.equals("object") ? "" : part.strip();
                known = true;
            } else if (first.equals("default")) {
                preset = part.strip().substring(7).strip();
                known = true;
            }
        }
        return known ? new Remarks(text.substring(0, from).strip(), required, type, preset, choices) : new Remarks(text, false, "", "", List.of());
    }
}
