package dev.posthorn.js;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes plain values as JSON, which the engine reads faster than it takes over a list or a map part by part.
public final class Json {

    private static final String HEX = "0123456789abcdef";

    private Json() {}

    /// Null, Boolean, numbers, String, List and Map; all else as its text.
    public static String text(Object value) {
        var out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case Double number -> out.append(Double.isFinite(number) ? number.toString() : "null");
            case Number number -> out.append(number);
            case Map<?, ?> map -> map(map, out);
            case List<?> list -> list(list.iterator(), out);
            default -> quote(value.toString(), out);
        }
    }

    private static void map(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        var first = true;
        for (var entry : map.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            quote(String.valueOf(entry.getKey()), out);
            out.append(':');
            write(entry.getValue(), out);
        }
        out.append('}');
    }

    private static void list(Iterator<?> values, StringBuilder out) {
        out.append('[');
        while (values.hasNext()) {
            write(values.next(), out);
            if (values.hasNext()) {
                out.append(',');
            }
        }
        out.append(']');
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ') {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
