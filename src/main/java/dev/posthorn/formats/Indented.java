package dev.posthorn.formats;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonStyle;

/// The text of an item on its way into another folder, indented as what stands there.
final class Indented {

    private Indented() {}

    /// @param source the text that `item` stands in
    /// @param target the text that `folder` stands in
    static String text(String source, Json.Obj item, String target, Json.Obj folder, JsonStyle style) {
        var text = source.substring(item.start(), item.end());
        var from = indent(source, item.start());
        var to = target(target, folder, style);
        return to == null || from.equals(to) || bareLineEnd(text) ? text : text.replace("\n" + from, "\n" + to);
    }

    /// Null where the folder's items do not begin lines of their own.
    private static String target(String source, Json.Obj folder, JsonStyle style) {
        var list = folder.get("item");
        if (list instanceof Json.Arr array && !array.elements().isEmpty()) {
            var start = array.elements().getFirst().start();
            var line = source.lastIndexOf('\n', start - 1) + 1;
            return source.substring(line, start).isBlank() ? source.substring(line, start) : null;
        }
        var depth = list == null ? style.unit() : "";
        return style.unit() == null ? null : indent(source, list == null ? folder.start() : list.start()) + depth + style.unit();
    }

    /// The white space at the start of the line that holds `offset`.
    private static String indent(String source, int offset) {
        var line = source.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        var end = line;
        while (end < offset && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
            end++;
        }
        return source.substring(line, end);
    }

    /// Whether a line ends inside a string, which some files have though JSON forbids it: then nothing is moved.
    private static boolean bareLineEnd(String text) {
        var inside = false;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> inside = !inside;
                case '\\' -> i++;
                case '\n' -> {
                    if (inside) {
                        return true;
                    }
                }
                default -> { }
            }
        }
        return false;
    }
}
