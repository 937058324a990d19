package dev.posthorn.tree;

import java.util.List;
import java.util.Map;
import java.util.Random;

/// Writes a tree as many hands would: quotes, blocks, folds, braces, comments and blank lines at random.
final class StyledYaml {

    private final Random random;
    private final String ending;
    private final int step;
    private final boolean dashesAtKey;
    private int notes;

    private StyledYaml(Random random) {
        this.random = random;
        ending = random.nextInt(4) == 0 ? "\r\n" : "\n";
        step = random.nextInt(3) == 0 ? 4 : 2;
        dashesAtKey = random.nextInt(3) == 0;
    }

    static String write(Object tree, Random random) {
        var style = new StyledYaml(random);
        var text = switch (tree) {
            case Map<?, ?> map when !map.isEmpty() -> style.map(map, 0, true);
            case List<?> list when !list.isEmpty() -> style.list(list, 0);
            case null, default -> style.flow(tree) + "\n";
        };
        var whole = (random.nextInt(6) == 0 ? "# top\n\n" : "") + (random.nextInt(8) == 0 ? "---\n" : "") + text + (random.nextInt(8) == 0 ? "# end\n" : "");
        whole = random.nextInt(6) == 0 && whole.endsWith("end\n") ? whole.substring(0, whole.length() - 1) : whole;
        return whole.replace("\n", style.ending);
    }

    private String note() {
        return random.nextInt(6) == 0 ? " # note " + notes++ : "";
    }

    private String above(int indent, StringBuilder out) {
        return out.toString().endsWith("\n\n") ? "" : switch (random.nextInt(12)) {
            case 0 -> " ".repeat(indent) + "# above " + notes++ + "\n";
            case 1 -> "\n";
            default -> "";
        };
    }

    private String map(Map<?, ?> map, int indent, boolean first) {
        var out = new StringBuilder();
        var own = first;
        for (var entry : map.entrySet()) {
            if (own && !out.isEmpty()) {
                out.append(above(indent, out));
            }
            out.append(own ? " ".repeat(indent) : "");
            own = true;
            var key = String.valueOf(entry.getKey());
            if (key.length() > 300) {
                out.append("? ").append(YamlQuoting.quoted(key)).append("\n").append(" ".repeat(indent)).append(":").append(value(entry.getValue(), indent, false));
                continue;
            }
            out.append(YamlQuoting.plain(key, false) && random.nextInt(5) > 0 ? key : YamlQuoting.quoted(key)).append(random.nextInt(20) == 0 ? " :" : ":");
            out.append(value(entry.getValue(), indent, false));
        }
        return out.toString();
    }

    private String list(List<?> list, int indent) {
        var out = new StringBuilder();
        for (var item : list) {
            out.append(out.isEmpty() ? "" : above(indent, out)).append(" ".repeat(indent)).append('-').append(value(item, indent, true));
        }
        return out.toString();
    }

    /// What stands behind a colon or a dash, with the line end.
    private String value(Object value, int indent, boolean item) {
        if (value == null && random.nextBoolean()) {
            return note() + "\n";
        }
        if (random.nextInt(5) == 0) {
            return " " + flow(value) + note() + "\n";
        }
        return switch (value) {
            case Map<?, ?> map when !map.isEmpty() && item && random.nextBoolean() -> " ".repeat(step - 1) + map(map, indent + step, false);
            case Map<?, ?> map when !map.isEmpty() -> note() + "\n" + map(map, indent + step, true);
            case List<?> list when !list.isEmpty() -> note() + "\n" + list(list, item || !dashesAtKey ? indent + step : indent);
            case String text -> scalar(text, indent) + "\n";
            case null, default -> " " + flow(value) + note() + "\n";
        };
    }

    private String scalar(String text, int indent) {
        if (YamlQuoting.block(text) && random.nextInt(4) > 0) {
            var digit = YamlQuoting.needsIndicator(text) || random.nextInt(6) == 0;
            var fold = random.nextInt(3) == 0 && text.lines().noneMatch(l -> l.startsWith(" ") || l.startsWith("\t")) && !digit;
            var out = new StringBuilder(fold ? " >" : " |").append(digit ? String.valueOf(step) : "").append(YamlQuoting.chomping(text)).append(note());
            var open = false;
            for (var line : YamlQuoting.content(text).split("\n", -1)) {
                out.append(fold && open && !line.isEmpty() ? "\n\n" : "\n").append(line.isEmpty() ? "" : " ".repeat(indent + step) + line);
                open |= !line.isEmpty();
            }
            return out.append("\n".repeat(Math.max(0, text.length() - YamlQuoting.content(text).length() - 1))).toString();
        }
        return " ".repeat(1 + random.nextInt(8) / 7) + flow(text) + note();
    }

    private String flow(Object value) {
        return switch (value) {
            case String text -> switch ((Integer) random.nextInt(3)) {
                case Integer n when n == 0 && YamlQuoting.printable(text, false) && text.indexOf('\t') < 0 -> YamlQuoting.single(text);
                case 1 -> YamlQuoting.quoted(text);
                default -> YamlQuoting.plain(text, true) ? text : YamlQuoting.quoted(text);
            };
            case Map<?, ?> map -> {
                var out = new StringBuilder("{");
                map.forEach((k, v) -> out.append(out.length() == 1 ? space() : "," + space()).append(String.valueOf(k).length() > 300 ? "? " : "").append(flow(k)).append(": ").append(flow(v)));
                yield out.append(space()).append("}").toString();
            }
            case List<?> list -> {
                var out = new StringBuilder("[");
                list.forEach(v -> out.append(out.length() == 1 ? "" : ", ").append(flow(v)));
                yield out.append(random.nextInt(9) == 0 && !list.isEmpty() ? "," : "").append("]").toString();
            }
            case null, default -> YamlCore.written(value);
        };
    }

    private String space() {
        return random.nextBoolean() ? " " : "";
    }
}
