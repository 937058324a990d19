package dev.posthorn.auth;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// JSON that is typed into a field: checked, and packed or laid out without touching an order, a number or an escape.
final class JsonText {

    private JsonText() {}

    /// The text is no JSON. The message names line and column.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    /// A value of a field as text: what the file holds as a list or an object is written as JSON.
    static String of(Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> JsonWriter.compact(map);
            case List<?> list -> JsonWriter.compact(list);
            default -> value.toString();
        };
    }

    /// @param what "the payload"
    static Json read(String what, String text) throws Malformed {
        try {
            return JsonReader.read(text);
        } catch (JsonProblem e) {
            throw new Malformed(what + (what.endsWith("s") ? " are" : " is") + " no JSON: line " + e.line() + ", column " + e.column() + ": " + e.getMessage().replace("the file", "the text"));
        }
    }

    /// The members of an object, each with its value as it stands in the text, without white space. Of two with one name the last counts.
    static Map<String, String> members(String what, String text) throws Malformed {
        if (!(read(what, text) instanceof Json.Obj object)) {
            throw new Malformed(what + " must be a JSON object, as {\"name\": \"value\"}");
        }
        var all = new LinkedHashMap<String, String>();
        object.members().forEach(m -> all.put(m.key().value(), packed(text.substring(m.value().start(), m.value().end()))));
        return all;
    }

    static String object(Map<String, String> members) {
        var out = new StringBuilder("{");
        members.forEach((name, value) -> out.append(out.length() > 1 ? "," : "").append(quoted(name)).append(':').append(value));
        return out.append('}').toString();
    }

    static String quoted(String text) {
        return JsonWriter.compact(text);
    }

    /// Well-formed JSON without the white space between its tokens.
    static String packed(String json) {
        var out = new StringBuilder(json.length());
        for (var i = 0; i < json.length(); i++) {
            var c = json.charAt(i);
            if (c == '"') {
                var end = end(json, i);
                string(json, i, end, out);
                i = end - 1;
            } else if (!blank(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// Well-formed JSON with a line for each member and element.
    static String laidOut(String json) {
        var packed = packed(json);
        var out = new StringBuilder(packed.length() * 2);
        var depth = 0;
        for (var i = 0; i < packed.length(); i++) {
            var c = packed.charAt(i);
            switch (c) {
                case '"' -> {
                    var end = end(packed, i);
                    out.append(packed, i, end);
                    i = end - 1;
                }
                case '{', '[' -> {
                    if (i + 1 < packed.length() && (packed.charAt(i + 1) == '}' || packed.charAt(i + 1) == ']')) {
                        out.append(c).append(packed.charAt(++i));
                    } else {
                        line(out.append(c), ++depth);
                    }
                }
                case '}', ']' -> line(out, --depth).append(c);
                case ',' -> line(out.append(c), depth);
                case ':' -> out.append(": ");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private static StringBuilder line(StringBuilder out, int depth) {
        return out.append('\n').repeat("  ", Math.clamp(depth, 0, 40));
    }

    private static int end(String json, int quote) {
        var at = quote + 1;
        while (at < json.length() && json.charAt(at) != '"') {
            at += json.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, json.length());
    }

    /// Line ends and tabs may stand bare in what people type; on the wire they may not (RFC 8259 §7).
    private static void string(String json, int from, int to, StringBuilder out) {
        for (var i = from; i < to; i++) {
            var c = json.charAt(i);
            out.append(c == '\n' ? "\\n" : c == '\r' ? "\\r" : c == '\t' ? "\\t" : c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
    }

    private static boolean blank(char c) {
        return c <= ' ' || c >= 0x7F && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }
}
