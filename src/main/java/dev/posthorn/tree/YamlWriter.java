package dev.posthorn.tree;

import java.util.List;
import java.util.Map;

/// Writes plain Java values (Map, List, String, Number, Boolean, null) as YAML, laid out as Postman's app does it.
///
/// 1. Indented by two spaces, list items below their key too; lines end by `\n`, and nothing is folded.
/// 2. Texts of several lines are block scalars; with carriage returns or other chars that a block cannot hold they stand in double quotes with escapes.
/// 3. What a reader of YAML 1.1 or 1.2 would take for a number, boolean, date or null is put in double quotes, and so is what YAML gives a meaning to.
public final class YamlWriter {

    private static final int STEP = 2;

    /// A longer key must be told to be one (YAML 1.2.2 §7.4.2: 1024 chars).
    private static final int KEY = 1_000;

    private final StringBuilder out = new StringBuilder();
    private final boolean blocks;

    private YamlWriter(boolean blocks) {
        this.blocks = blocks;
    }

    /// A whole file, with a line end at its end.
    public static String write(Object tree) {
        var writer = new YamlWriter(true);
        writer.root(tree);
        return writer.out.append('\n').toString();
    }

    /// A value at the top of a file, without a line end at its end.
    static String top(Object tree, boolean blocks) {
        var writer = new YamlWriter(blocks);
        writer.root(tree);
        return writer.out.toString();
    }

    /// One `key: value` of a map whose keys stand `indent` chars in; the first line without its indentation, the last without its line end.
    static String entry(String key, Object value, int indent, boolean blocks) {
        var writer = new YamlWriter(blocks);
        writer.pair(key, value, indent);
        return writer.out.toString();
    }

    /// One `- value` of a list whose dashes stand `indent` chars in.
    static String item(Object value, int indent, boolean blocks) {
        var writer = new YamlWriter(blocks);
        writer.out.append('-');
        writer.after(value, indent, true);
        return writer.out.toString();
    }

    /// What stands behind the `key:` or `-` of a map or list that is `indent` chars in: it begins with a space or a line end.
    static String after(Object value, int indent, boolean item, boolean blocks) {
        var writer = new YamlWriter(blocks);
        writer.after(value, indent, item);
        return writer.out.toString();
    }

    /// A value on one line, with brackets and braces.
    static String flow(Object value) {
        var writer = new YamlWriter(false);
        writer.inFlow(value);
        return writer.out.toString();
    }

    static String flowEntry(String key, Object value) {
        var writer = new YamlWriter(false);
        writer.flowPair(key, value);
        return writer.out.toString();
    }

    private void root(Object tree) {
        switch (tree) {
            case Map<?, ?> map when !map.isEmpty() -> pairs(map, 0);
            case List<?> list when !list.isEmpty() -> items(list, 0);
            case String text when !YamlQuoting.plain(text, false) -> out.append(YamlQuoting.quoted(text));
            case null, default -> inFlow(tree);
        }
    }

    private void pairs(Map<?, ?> map, int indent) {
        var first = true;
        for (var entry : map.entrySet()) {
            if (!first) {
                newLine(indent);
            }
            first = false;
            pair(String.valueOf(entry.getKey()), entry.getValue(), indent);
        }
    }

    private void pair(String key, Object value, int indent) {
        var written = text(key, false);
        if (written.length() > KEY) {
            out.append("? ").append(written);
            newLine(indent);
        } else {
            out.append(written);
        }
        out.append(':');
        after(value, indent, false);
    }

    private void items(List<?> list, int indent) {
        for (var i = 0; i < list.size(); i++) {
            if (i > 0) {
                newLine(indent);
            }
            out.append('-');
            after(list.get(i), indent, true);
        }
    }

    private void after(Object value, int indent, boolean item) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> {
                inner(indent, item);
                pairs(map, indent + STEP);
            }
            case List<?> list when !list.isEmpty() -> {
                inner(indent, item);
                items(list, indent + STEP);
            }
            case String text when blocks && text.indexOf('\n') >= 0 && YamlQuoting.block(text) -> block(text, indent + STEP);
            case String text -> out.append(' ').append(text(text, false));
            case null, default -> {
                out.append(' ');
                inFlow(value);
            }
        }
    }

    private void inner(int indent, boolean item) {
        if (item) {
            out.append(' ');
        } else {
            newLine(indent + STEP);
        }
    }

    private void block(String text, int indent) {
        out.append(" |").append(YamlQuoting.needsIndicator(text) ? String.valueOf(STEP) : "").append(YamlQuoting.chomping(text));
        var content = YamlQuoting.content(text);
        for (var line : content.split("\n", -1)) {
            out.append('\n');
            if (!line.isEmpty()) {
                out.repeat(' ', indent).append(line);
            }
        }
        out.repeat('\n', Math.max(0, text.length() - content.length() - 1));
    }

    private void newLine(int indent) {
        out.append('\n').repeat(' ', indent);
    }

    private void inFlow(Object value) {
        switch (value) {
            case String text -> out.append(text(text, true));
            case Map<?, ?> map -> {
                var comma = "{";
                for (var entry : map.entrySet()) {
                    out.append(comma);
                    flowPair(String.valueOf(entry.getKey()), entry.getValue());
                    comma = ", ";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                var comma = "[";
                for (var item : list) {
                    out.append(comma);
                    inFlow(item);
                    comma = ", ";
                }
                out.append(list.isEmpty() ? "[]" : "]");
            }
            case null, default -> out.append(YamlCore.written(value));
        }
    }

    private void flowPair(String key, Object value) {
        var written = text(key, true);
        out.append(written.length() > KEY ? "? " : "").append(written).append(": ");
        inFlow(value);
    }

    private static String text(String text, boolean flow) {
        return YamlQuoting.plain(text, flow) ? text : YamlQuoting.quoted(text);
    }
}
