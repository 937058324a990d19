package dev.posthorn.exports;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.SecretPlaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes parameters of the path variables, query rows, headers and cookies of a request. A row that is switched on is required, one that is off optional.
final class OpenApiParameters {

    /// OpenAPI says these by media types and security.
    private static final Set<String> ELSEWHERE = Set.of("accept", "content-type", "authorization");

    private final List<Entry> variables;
    private final ExportRows rows;

    OpenApiParameters(List<Entry> variables, ExportRows rows) {
        this.variables = variables;
        this.rows = rows;
    }

    List<Object> of(Request request, OpenApiAddress address, Map<String, String> names, String item, String pointer) {
        var parameters = new ArrayList<Object>();
        for (var name : address.names()) {
            var entry = address.inserted().containsKey(name) ? inserted(name, address.inserted().get(name))
                    : request.pathVariables().stream().filter(v -> v.key().equals(name)).findFirst().orElse(Entry.of(name, ""));
            parameters.add(parameter("path", entry.withKey(names.getOrDefault(name, name)), List.of(entry.value()), true, item, pointer));
        }
        grouped(request.query()).forEach((name, group) -> parameters.add(
                parameter("query", group.getFirst().withKey(decoded(name)), decoded(group), group.getFirst().enabled(), item, pointer)));
        for (var header : request.headers()) {
            var lower = header.key().toLowerCase(java.util.Locale.ROOT);
            if (lower.equals("cookie")) {
                cookies(header).forEach(c -> parameters.add(parameter("cookie", c, List.of(c.value()), c.enabled(), item, pointer)));
            } else if (!ELSEWHERE.contains(lower) && !header.key().isBlank()) {
                parameters.add(parameter("header", header, List.of(header.value()), header.enabled(), item, pointer));
            }
        }
        return unique(parameters, item, pointer);
    }

    /// A variable of the path with its value, where it has one; else the text that stood there.
    private Entry inserted(String name, String raw) {
        return variables.stream().filter(v -> v.enabled() && raw.equals("{{" + v.key() + "}}")).findFirst()
                .map(v -> v.secret() || v.value().isBlank() ? v.withValue(raw).withSecret(false) : v).orElse(Entry.of(name, raw));
    }

    private static List<String> decoded(List<Entry> group) {
        return group.stream().map(e -> decoded(e.value())).toList();
    }

    /// What had to be escaped to stand in a URL.
    private static String decoded(String value) {
        return value.replace("%26", "&").replace("%23", "#").replace("%2B", "+").replace("%3D", "=").replaceAll("%25(?=[0-9a-fA-F]{2})", "%");
    }

    private static Map<String, List<Entry>> grouped(List<Entry> query) {
        return query.stream().filter(e -> !e.key().isEmpty())
                .collect(Collectors.groupingBy(Entry::key, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Entry> cookies(Entry header) {
        var cookies = new ArrayList<Entry>();
        for (var pair : header.value().split(";")) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                cookies.add(new Entry(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip(), "", header.enabled(), header.secret()));
            }
        }
        return cookies;
    }

    private Map<String, Object> parameter(String in, Entry entry, List<String> values, boolean required, String item, String pointer) {
        var parameter = OpenApiSecurity.map("name", entry.key(), "in", in);
        var description = note(entry.description());
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        if (required) {
            parameter.put("required", true);
        }
        var secret = entry.secret() || (in.equals("header") ? SecretNames.header(entry.key()) : in.equals("cookie") || SecretNames.name(entry.key()) || values.stream().anyMatch(v -> SecretPlaces.code(entry.key(), v, List.of())));
        if (secret && values.stream().anyMatch(SecretNames::literal)) {
            parameter.put("schema", OpenApiSecurity.map("type", "string"));
            rows.aside(item, pointer, "the value of " + entry.key(), "secrets are not written");
            return parameter;
        }
        if (values.size() > 1) {
            var typed = values.stream().map(OpenApiSchema::typed).toList();
            var type = typed.stream().map(OpenApiSchema.Typed::type).distinct().count() == 1 ? typed.getFirst().type() : "string";
            parameter.put("schema", OpenApiSecurity.map("type", "array", "items", OpenApiSecurity.map("type", type)));
            parameter.put("example", type.equals("string") ? new ArrayList<>(values) : new ArrayList<>(typed.stream().map(OpenApiSchema.Typed::value).toList()));
            return parameter;
        }
        var typed = OpenApiSchema.typed(values.getFirst());
        parameter.put("schema", OpenApiSecurity.map("type", typed.type()));
        parameter.put("example", typed.value());
        return parameter;
    }

    /// The description without the note about type and limits that an import puts behind it.
    static String note(String description) {
        return description.strip().replaceFirst("\\s*\\((required|deprecated|string|integer|number|boolean|array|object)\\b[^()]*\\)$", "");
    }

    private List<Object> unique(List<Object> parameters, String item, String pointer) {
        var taken = new LinkedHashMap<String, Object>();
        for (var parameter : parameters) {
            var map = (Map<?, ?>) parameter;
            var in = map.get("in");
            var key = in + " " + (in.equals("header") ? String.valueOf(map.get("name")).toLowerCase(java.util.Locale.ROOT) : map.get("name"));
            if (taken.putIfAbsent(key, parameter) != null) {
                rows.aside(item, pointer, "another " + in + " " + map.get("name"), "OpenAPI has one parameter of a name and place");
            }
        }
        return new ArrayList<>(taken.values());
    }
}
