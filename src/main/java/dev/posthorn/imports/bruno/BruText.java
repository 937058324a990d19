package dev.posthorn.imports.bruno;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the blocks of a `.bru` file (https://docs.usebruno.com/bru-lang/language).
///
/// 1. A block begins with its name and `{` or `[` and ends with a line that begins with `}` or `]`.
/// 2. In a block of pairs, `~` before a name switches it off, a name with special chars stands in double quotes, a value between `'''` has many
///    lines, and lines `@name(…)` before a pair annotate it.
/// 3. The text of a text block is indented by two spaces, which are no part of it.
final class BruText {

    /// One `name: value`; `value` is null where it is a list.
    record Pair(String name, String value, List<String> items, boolean enabled, String description, List<String> annotations, int line) {}

    /// One block: `text` of a text block, `pairs` of a dictionary, `items` of a list; the others are null.
    record Block(String name, String text, List<Pair> pairs, List<Pair> items, int line) {}

    private static final Pattern HEAD = Pattern.compile("([A-Za-z][^\\s{\\[]*)\\s*([{\\[])\\s*(.*)");
    private static final Pattern TEXT = Pattern.compile("body|body:(json|text|xml|sparql|graphql|graphql:vars)|script:.*|tests|docs|example");
    private static final Pattern ANNOTATION = Pattern.compile("\\s*@([^()\\s:]+)(\\((.*))?\\s*");
    private static final Pattern QUOTED = Pattern.compile("\\s*(~?)\"((?:\\\\\"|[^\"])*)\"\\s*:(.*)");
    private static final String QUOTES = "'''";
    private static final Set<String> TYPES = Set.of("string", "number", "boolean", "object");

    private final List<String> lines;
    private int next;

    private BruText(String text) {
        lines = text.replace("\uFEFF", "").lines().toList();
    }

    static List<Block> read(String text) throws BruProblem {
        var reader = new BruText(text);
        var blocks = new ArrayList<Block>();
        while (reader.next < reader.lines.size()) {
            var line = reader.lines.get(reader.next).strip();
            if (line.isEmpty()) {
                reader.next++;
            } else {
                blocks.add(reader.block(line));
            }
        }
        return blocks;
    }

    private Block block(String line) throws BruProblem {
        var number = next + 1;
        if (line.startsWith("color:")) {
            next++;
            return new Block("color", line.substring("color:".length()).strip(), null, null, number);
        }
        var head = HEAD.matcher(line);
        if (!head.matches()) {
            throw new BruProblem("a block was expected (\"get {\", for instance), not \"" + shown(line) + "\"", number);
        }
        next++;
        var name = head.group(1);
        if (head.group(2).equals("[")) {
            return new Block(name, null, null, items(head.group(3), name, number), number);
        }
        if (TEXT.matcher(name).matches()) {
            return new Block(name, text(name, number), null, null, number);
        }
        if (head.group(3).equals("}")) {
            return new Block(name, null, List.of(), null, number);
        }
        return new Block(name, null, pairs(name, number), null, number);
    }

    private static String shown(String line) {
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }

    private BruProblem open(String name, int from) {
        return new BruProblem("the block \"" + name + "\" that begins here is not closed by a line with \"}\"", from);
    }

    private String text(String name, int from) throws BruProblem {
        var text = new ArrayList<String>();
        while (next < lines.size()) {
            var line = lines.get(next++);
            if (line.startsWith("}")) {
                while (!text.isEmpty() && text.getFirst().isBlank()) {
                    text.removeFirst();
                }
                return String.join("\n", text.stream().map(l -> l.startsWith("  ") ? l.substring(2) : l).toList());
            }
            text.add(line);
        }
        throw open(name, from);
    }

    /// Names between brackets, parted by commas or line ends.
    private List<Pair> items(String first, String name, int from) throws BruProblem {
        var items = new ArrayList<Pair>();
        var line = first;
        while (true) {
            var end = line.indexOf(']');
            for (var item : (end < 0 ? line : line.substring(0, end)).split(",")) {
                var plain = item.strip();
                if (!plain.isEmpty() && !plain.startsWith("@")) {
                    var off = plain.startsWith("~");
                    items.add(new Pair(off ? plain.substring(1) : plain, "", List.of(), !off, "", List.of(), next));
                }
            }
            if (end >= 0) {
                return items;
            }
            if (next >= lines.size()) {
                throw new BruProblem("the list \"" + name + "\" that begins here is not closed by \"]\"", from);
            }
            line = lines.get(next++);
        }
    }

    private List<Pair> pairs(String name, int from) throws BruProblem {
        var pairs = new ArrayList<Pair>();
        var description = "";
        var annotations = new ArrayList<String>();
        while (next < lines.size()) {
            var line = lines.get(next++);
            if (line.startsWith("}")) {
                return pairs;
            }
            if (line.isBlank()) {
                continue;
            }
            var annotation = ANNOTATION.matcher(line);
            if (annotation.matches()) {
                var argument = annotation.group(3) == null ? "" : argument(annotation.group(3), from, name);
                if (annotation.group(1).equals("description")) {
                    description = argument;
                } else if (!TYPES.contains(annotation.group(1)) || !annotation.group(1).equals("string")) {
                    annotations.add("@" + annotation.group(1));
                }
                continue;
            }
            pairs.add(pair(line, name, description, annotations));
            description = "";
            annotations = new ArrayList<>();
        }
        throw open(name, from);
    }

    /// What stands between the parentheses of an annotation; with `'''` it may go over many lines.
    private String argument(String rest, int from, String name) throws BruProblem {
        if (rest.startsWith(QUOTES)) {
            return many(rest.substring(QUOTES.length()), from, name).replaceFirst("\\)\\s*$", "").strip();
        }
        var inner = rest.replaceFirst("\\)\\s*$", "");
        if (inner.length() > 1 && inner.startsWith("\"") && inner.endsWith("\"")) {
            return inner.substring(1, inner.length() - 1).replace("\\\"", "\"").replace("\\n", "\n").replace("\\\\", "\\");
        }
        return inner.length() > 1 && inner.startsWith("'") && inner.endsWith("'") ? inner.substring(1, inner.length() - 1) : inner;
    }

    private Pair pair(String line, String block, String description, List<String> annotations) throws BruProblem {
        var number = next;
        var quoted = QUOTED.matcher(line);
        String key;
        String rest;
        boolean on;
        if (quoted.matches()) {
            on = quoted.group(1).isEmpty();
            key = quoted.group(2).replace("\\\"", "\"");
            rest = quoted.group(3);
        } else {
            var colon = line.indexOf(':');
            var spaced = colon > 0 && !block.equals("assert") && line.substring(0, colon).strip().matches(".*\\s.*");
            if (colon < 0 || spaced) {
                throw new BruProblem("in the block \"" + block + "\" a line \"name: value\" was expected, not \"" + shown(line.strip()) + "\"", number);
            }
            key = line.substring(0, colon).strip();
            on = !key.startsWith("~");
            key = on ? key : key.substring(1);
            rest = line.substring(colon + 1);
        }
        var value = rest.strip();
        if (value.equals("[")) {
            return new Pair(key, null, items("", key, number).stream().map(Pair::name).toList(), on, description, annotations, number);
        }
        if (value.startsWith(QUOTES)) {
            value = many(value.substring(QUOTES.length()), number, block);
        }
        return new Pair(key, value, List.of(), on, description, annotations, number);
    }

    /// The lines up to the closing `'''`, without their indentation of four; what stands behind it (a content type) is kept with one space before it.
    private String many(String first, int from, String block) throws BruProblem {
        var text = new StringBuilder();
        var line = first;
        while (true) {
            var end = line.indexOf(QUOTES);
            if (end >= 0) {
                text.append(line.substring(0, end).isBlank() ? "" : line, 0, line.substring(0, end).isBlank() ? 0 : end);
                var after = line.substring(end + QUOTES.length()).strip();
                return text.toString().strip() + (after.isEmpty() ? "" : " " + after);
            }
            text.append(line).append('\n');
            if (next >= lines.size()) {
                throw new BruProblem("the text in the block \"" + block + "\" that begins here is not closed by '''", from);
            }
            line = lines.get(next++).replaceFirst("^ {1,4}", "");
        }
    }
}
