package dev.posthorn.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a JSON body, or a part of one, is made of: a value, an object of named parts, a list, or one of several shapes.
///
/// @param name   under which it stands in its object; of one of several shapes that shape's name
/// @param says   what its description says of it
/// @param within the parts of an object, the item of a list, the shapes of which it has one
record Shape(Kind kind, String name, Remarks says, List<Shape> within) {

    enum Kind { VALUE, OBJECT, LIST, EITHER }

    /// The heading over the list of fields that our import of OpenAPI writes behind a description.
    static final String HEADING = "**Body fields**";

    private static final int DEEPEST = 5;
    private static final int MOST = 400;

    Shape {
        within = List.copyOf(within);
    }

    String type() {
        return says.type().isEmpty() ? "any" : says.type();
    }

    /// A description without the list of fields.
    static String without(String description) {
        var at = description.indexOf(HEADING);
        return at < 0 ? description : (description.substring(0, at).strip() + "\n\n" + description.substring(end(description, at)).strip()).strip();
    }

    private static int end(String description, int heading) {
        var at = heading + HEADING.length();
        while (at < description.length()) {
            var next = description.indexOf('\n', at);
            var end = next < 0 ? description.length() : next;
            var line = description.substring(at, end).strip();
            if (!line.isEmpty() && !line.startsWith("- `")) {
                return at;
            }
            at = end + (next < 0 ? 0 : 1);
        }
        return at;
    }

    /// By the list of fields in a description; null where there is none.
    static Shape told(String description) {
        var at = description.indexOf(HEADING);
        if (at < 0) {
            return null;
        }
        var root = new Node("");
        var count = 0;
        for (var line : description.substring(at + HEADING.length(), end(description, at)).split("\n")) {
            var close = line.indexOf('`', line.indexOf('`') + 1);
            if (line.strip().startsWith("- `") && close > 0 && count++ < MOST) {
                root.put(line.substring(line.indexOf('`') + 1, close), Remarks.of(line.substring(close + 1).replaceFirst("^\\s*:", "").strip()));
            }
        }
        return root.within.isEmpty() ? null : root.shape();
    }

    /// By an example: each value is a field; lists, and what lies deep, are JSON.
    static Shape of(Map<?, ?> object) {
        return of("", object, 0);
    }

    private static Shape of(String name, Object value, int depth) {
        if (value instanceof Map<?, ?> map && (depth == 0 || !map.isEmpty() && depth < DEEPEST)) {
            return new Shape(Kind.OBJECT, name, Remarks.NONE, map.entrySet().stream().map(e -> of(String.valueOf(e.getKey()), e.getValue(), depth + 1)).toList());
        }
        var type = JsonText.type(value);
        return new Shape(Kind.VALUE, name, new Remarks("", false, type, "", "", List.of(), List.of()), List.of());
    }

    /// A part while the list of fields is read: which kind it is shows by what stands within it.
    private static final class Node {
        private final String name;
        private final Map<String, Node> within = new LinkedHashMap<>();
        private Kind kind = Kind.VALUE;
        private Remarks says = Remarks.NONE;

        Node(String name) {
            this.name = name;
        }

        void put(String path, Remarks remarks) {
            var at = this;
            for (var step : FieldPath.steps(path)) {
                at.kind = step.kind();
                at = at.within.computeIfAbsent(step.name(), Node::new);
            }
            at.says = remarks;
        }

        Shape shape() {
            var parts = new ArrayList<Shape>();
            within.values().forEach(node -> parts.add(node.shape()));
            return new Shape(kind, name, says, parts);
        }
    }
}
