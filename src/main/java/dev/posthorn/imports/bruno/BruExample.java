package dev.posthorn.imports.bruno;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the inside of an `example` block, whose blocks are nested and have a colon: `response: {`, `body:json: {`.
final class BruExample {

    private static final int DEPTH = 12;

    private final List<String> lines;
    private final int from;
    private int next;

    private BruExample(String text, int from) {
        this.lines = text.lines().toList();
        this.from = from;
    }

    /// The example in OpenCollection's form.
    ///
    /// @param from the line of the file that the block begins on
    static Map<String, Object> read(String text, int from) throws BruProblem {
        return shaped(new BruExample(text, from).pairs(0));
    }

    private Map<String, Object> pairs(int depth) throws BruProblem {
        if (depth > DEPTH) {
            throw new BruProblem("the example is nested more than " + DEPTH + " deep", from);
        }
        var pairs = new LinkedHashMap<String, Object>();
        while (next < lines.size()) {
            var line = lines.get(next++).strip();
            if (line.equals("}")) {
                return pairs;
            }
            if (line.isEmpty() || line.startsWith("@")) {
                continue;
            }
            var brace = line.endsWith("{");
            var colon = brace ? line.lastIndexOf(':') : line.indexOf(':', line.startsWith("\"") ? Math.max(1, line.indexOf('"', 1)) : 0);
            if (colon < 0) {
                throw new BruProblem("in the example a line \"name: value\" was expected", from + next);
            }
            var name = unquoted(line.substring(0, colon).strip());
            var value = line.substring(colon + 1).strip();
            if (brace) {
                pairs.put(name, name.matches("body:(json|text|xml|sparql|graphql|graphql:vars)") ? text(indent(next - 1)) : pairs(depth + 1));
            } else {
                pairs.put(name, value.startsWith("'''") ? many(value.substring(3)) : unquoted(value.endsWith(",") && value.startsWith("\"") ? value.substring(0, value.length() - 1) : value));
            }
        }
        return pairs;
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"") ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }

    private int indent(int line) {
        var text = lines.get(line);
        return text.length() - text.stripLeading().length();
    }

    /// Up to the brace that stands as deep as the line that opened it.
    private String text(int indent) {
        var text = new ArrayList<String>();
        while (next < lines.size()) {
            var line = lines.get(next++);
            if (line.strip().equals("}") && indent(next - 1) <= indent) {
                break;
            }
            text.add(line);
        }
        return outdented(text);
    }

    private String many(String first) {
        var text = new ArrayList<String>();
        if (!first.isBlank()) {
            text.add(first);
        }
        while (next < lines.size()) {
            var line = lines.get(next++);
            var end = line.indexOf("'''");
            if (end >= 0) {
                if (!line.substring(0, end).isBlank()) {
                    text.add(line.substring(0, end));
                }
                break;
            }
            text.add(line);
        }
        return outdented(text);
    }

    private static String outdented(List<String> lines) {
        var least = lines.stream().filter(l -> !l.isBlank()).mapToInt(l -> l.length() - l.stripLeading().length()).min().orElse(0);
        return String.join("\n", lines.stream().map(l -> l.length() < least ? "" : l.substring(least)).toList());
    }

    /// The members that OpenCollection has under other names.
    private static Map<String, Object> shaped(Map<String, Object> example) {
        if (example.get("request") instanceof Map<?, ?> request) {
            var shaped = new LinkedHashMap<String, Object>();
            request.forEach((k, v) -> requestMember(String.valueOf(k), v, shaped));
            example.put("request", shaped);
        }
        if (example.get("response") instanceof Map<?, ?> response) {
            var shaped = new LinkedHashMap<String, Object>();
            response.forEach((k, v) -> responseMember(String.valueOf(k), v, shaped));
            example.put("response", shaped);
        }
        return example;
    }

    private static void requestMember(String name, Object value, Map<String, Object> into) {
        if (name.equals("method")) {
            into.put(name, String.valueOf(value).toUpperCase(java.util.Locale.ROOT));
        } else if (name.equals("headers")) {
            into.put(name, rows(value, ""));
        } else if (name.startsWith("params:")) {
            var rows = new ArrayList<Object>(into.get("params") instanceof List<?> before ? before : List.of());
            rows.addAll(rows(value, name.substring("params:".length())));
            into.put("params", rows);
        } else if (name.startsWith("body:") && !name.endsWith(":vars")) {
            var body = new LinkedHashMap<String, Object>();
            var kind = name.substring("body:".length());
            body.put("type", kind);
            body.put(kind.equals("graphql") ? "query" : "data", value instanceof Map<?, ?> ? rows(value, "") : value);
            into.put("body", body);
        } else if (!name.equals("mode")) {
            into.put(name, value);
        }
    }

    private static void responseMember(String name, Object value, Map<String, Object> into) {
        if (name.equals("status") && value instanceof Map<?, ?> status) {
            var code = String.valueOf(status.get("code"));
            var swapped = !code.matches("\\d+") && String.valueOf(status.get("text")).matches("\\d+");
            into.put("status", status.get(swapped ? "text" : "code"));
            into.put("statusText", status.get(swapped ? "code" : "text"));
        } else if (name.equals("headers")) {
            into.put(name, rows(value, ""));
        } else if (name.equals("body") && value instanceof Map<?, ?> body) {
            var shaped = new LinkedHashMap<String, Object>();
            shaped.put("type", body.get("type"));
            shaped.put("data", body.get("content"));
            into.put("body", shaped);
        } else {
            into.put(name, value);
        }
    }

    private static List<Object> rows(Object pairs, String type) {
        var rows = new ArrayList<Object>();
        if (pairs instanceof Map<?, ?> map) {
            map.forEach((k, v) -> {
                var row = new LinkedHashMap<String, Object>();
                var key = String.valueOf(k);
                row.put("name", key.startsWith("~") ? unquoted(key.substring(1)) : key);
                row.put("value", v);
                if (!type.isEmpty()) {
                    row.put("type", type);
                }
                if (key.startsWith("~")) {
                    row.put("disabled", true);
                }
                rows.add(row);
            });
        }
        return rows;
    }
}
