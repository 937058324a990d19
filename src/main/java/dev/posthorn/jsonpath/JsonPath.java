package dev.posthorn.jsonpath;

import dev.posthorn.tree.Json;
import java.util.List;

/// A path to values in a JSON text, `$.store.book[?@.price < 10].title`, as RFC 9535 has it.
public final class JsonPath {

    private final String text;
    private final Query query;

    private JsonPath(String text, Query query) {
        this.text = text;
        this.query = query;
    }

    /// @throws PathProblem with the character that is wrong
    public static JsonPath of(String text) throws PathProblem {
        return new JsonPath(text, new PathReader(text).read());
    }

    /// Whether it finds one value at most: names and indexes alone.
    public boolean singular() {
        return query.singular();
    }

    /// All values that it finds, in the order of the text.
    ///
    /// @throws PathProblem where that takes too many steps, or an expression in it is none
    public List<Json> find(Json root) throws PathProblem {
        return new Search(root).nodes(query, root);
    }

    /// The name as the step of a path: `.name`, or `['odd name']`.
    public static String step(String name) {
        if (name.matches("[A-Za-z_\\x{80}-\\x{D7FF}\\x{E000}-\\x{10FFFF}][A-Za-z0-9_\\x{80}-\\x{D7FF}\\x{E000}-\\x{10FFFF}]*")) {
            return "." + name;
        }
        var out = new StringBuilder("['");
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            switch (c) {
                case '\'', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append("']").toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
