package dev.posthorn.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Writes an edited part of a JSON file into its text. Every char that no edit touches stays: order, indentation, number
/// formats, escapes, unknown fields.
public final class JsonPatch {

    private final String source;
    private final JsonStyle style;
    private final StringBuilder out = new StringBuilder();

    private JsonPatch(String source, JsonStyle style) {
        this.source = source;
        this.style = style;
    }

    /// `source` with the value at `place` replaced by its edited form.
    public static String apply(String source, JsonStyle style, Json place, Object edited) {
        var patch = new JsonPatch(source, style);
        patch.out.append(source, 0, place.start());
        patch.value(edited, style.unit() == null ? null : indentAt(source, place.start()));
        return patch.out.append(source, place.end(), source.length()).toString();
    }

    /// A new value as a text of its own.
    public static String text(Object value, JsonStyle style) {
        var patch = new JsonPatch("", style);
        patch.value(value, style.unit() == null ? null : "");
        return patch.out.toString();
    }

    /// The white space at the start of the line that holds `offset`.
    private static String indentAt(String source, int offset) {
        var line = source.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        var end = line;
        while (end < offset && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
            end++;
        }
        return source.substring(line, end);
    }

    /// One child of a list or object on its way out; `before` is its number in the file, -1 for a new one.
    private record Child(int before, String key, Json.Member member, Object value) {}

    /// @param indent the indentation of the line that the value begins on; null where it must stay on that line
    private void value(Object value, String indent) {
        switch (value) {
            case null -> out.append("null");
            case Json kept -> out.append(source, kept.start(), kept.end());
            case Fields.RawJson raw -> out.append(raw.text());
            case Fields fields -> fields(fields, indent);
            case Elements elements -> elements(elements, indent);
            case String text -> out.append(style.quoted(text));
            case Map<?, ?> _, List<?> _ -> plain(value, indent);
            case Object other -> out.append(other);
        }
    }

    /// A list or object that is half written.
    private static final class Open {

        private final Iterator<?> rest;
        private final String closer;
        private final String indent;
        private final String inner;
        private boolean first = true;

        Open(Object value, String indent, String inner) {
            rest = value instanceof Map<?, ?> map ? map.entrySet().iterator() : ((List<?>) value).iterator();
            closer = value instanceof Map<?, ?> ? "}" : "]";
            this.indent = indent;
            this.inner = inner;
        }
    }

    /// A new list or object; without recursion, since files nest deep.
    private void plain(Object value, String indent) {
        var levels = new ArrayDeque<Open>();
        levels.push(open(value, indent));
        while (!levels.isEmpty()) {
            var level = levels.peek();
            if (!level.rest.hasNext()) {
                levels.pop();
                if (!level.first && level.indent != null) {
                    out.append(style.newline()).append(level.indent);
                }
                out.append(level.closer);
                continue;
            }
            var next = level.rest.next();
            out.append(level.first ? "" : level.inner == null ? style.comma() : ",");
            level.first = false;
            if (level.inner != null) {
                out.append(style.newline()).append(level.inner);
            }
            if (next instanceof Map.Entry<?, ?> entry) {
                out.append(style.quoted(String.valueOf(entry.getKey()))).append(style.colon());
                next = entry.getValue();
            }
            if (next instanceof Map<?, ?> || next instanceof List<?>) {
                levels.push(open(next, level.inner));
            } else {
                value(next, level.inner);
            }
        }
    }

    private Open open(Object value, String indent) {
        out.append(value instanceof Map<?, ?> ? '{' : '[');
        return new Open(value, indent, indent == null ? null : indent + style.unit());
    }

    private void fields(Fields fields, String indent) {
        var numbers = new IdentityHashMap<Object, Integer>();
        var spans = new ArrayList<int[]>();
        if (fields.old() != null) {
            for (var member : fields.old().members()) {
                numbers.put(member, spans.size());
                spans.add(new int[] {member.key().start(), member.value().end()});
            }
        }
        var children = fields.slots().stream()
                .map(s -> new Child(s.old() == null ? -1 : numbers.get(s.old()), s.key(), s.old(), s.value())).toList();
        if (fields.old() == null) {
            fresh('{', children, '}', indent);
        } else {
            patched(fields.old(), spans, children);
        }
    }

    private void elements(Elements elements, String indent) {
        var numbers = new IdentityHashMap<Object, Integer>();
        var spans = new ArrayList<int[]>();
        if (elements.old() != null) {
            for (var element : elements.old().elements()) {
                numbers.put(element, spans.size());
                spans.add(new int[] {element.start(), element.end()});
            }
        }
        var children = elements.values().stream().map(v -> {
            Object old = v instanceof Fields fields ? fields.old() : v;
            return new Child(old == null ? -1 : numbers.getOrDefault(old, -1), null, null, v);
        }).toList();
        if (elements.old() == null) {
            fresh('[', children, ']', indent);
        } else {
            patched(elements.old(), spans, children);
        }
    }

    private void child(Child child, String indent) {
        if (child.member() != null) {
            out.append(source, child.member().key().start(), child.member().value().start());
        } else if (child.key() != null) {
            out.append(style.quoted(child.key())).append(style.colon());
        }
        value(child.value(), indent);
    }

    private void fresh(char opener, List<Child> children, char closer, String indent) {
        out.append(opener);
        var inner = indent == null ? null : indent + style.unit();
        for (var i = 0; i < children.size(); i++) {
            out.append(i == 0 ? "" : indent == null ? style.comma() : ",");
            if (indent != null) {
                out.append(style.newline()).append(inner);
            }
            child(children.get(i), inner);
        }
        if (indent != null && !children.isEmpty()) {
            out.append(style.newline()).append(indent);
        }
        out.append(closer);
    }

    /// A list or object of the file with its children in a new order, some new, some gone: the gaps between them are taken from the file.
    private void patched(Json container, List<int[]> spans, List<Child> children) {
        var opener = source.charAt(container.start());
        var closer = source.charAt(container.end() - 1);
        if (spans.isEmpty()) {
            if (children.isEmpty()) {
                out.append(source, container.start(), container.end());
            } else {
                fresh(opener, children, closer, style.unit() == null ? null : indentAt(source, container.start()));
            }
            return;
        }
        if (children.isEmpty()) {
            out.append(opener).append(closer);
            return;
        }
        var lead = source.substring(container.start() + 1, spans.getFirst()[0]);
        var inner = lead.contains("\n") ? lead.substring(lead.lastIndexOf('\n') + 1) : null;
        var separator = spans.size() > 1 ? gap(spans, spans.size() - 1) : "," + (lead.isEmpty() && style.unit() != null ? " " : lead);
        out.append(opener).append(lead);
        for (var i = 0; i < children.size(); i++) {
            var child = children.get(i);
            if (i > 0) {
                out.append(child.before() > 0 ? gap(spans, child.before()) : separator);
            }
            child(child, inner);
        }
        out.append(source, spans.getLast()[1], container.end());
    }

    private String gap(List<int[]> spans, int number) {
        return source.substring(spans.get(number - 1)[1], spans.get(number)[0]);
    }
}
