package dev.posthorn.imports.openapi;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes the request of an operation, with its examples.
final class Requests {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^{}]+)}");

    private final Spec spec;
    private final Servers servers;
    private final Schemes schemes;
    private final Variables variables;
    private final Parameters parameters;
    private final Bodies bodies;
    private final Answers answers;
    private final Map<String, String> parts = new HashMap<>();

    Requests(Spec spec, Servers servers, Schemes schemes, Variables variables) {
        this.spec = spec;
        this.servers = servers;
        this.schemes = schemes;
        this.variables = variables;
        var samples = new Samples(spec);
        parameters = new Parameters(spec, samples);
        bodies = new Bodies(spec, samples, parameters);
        answers = new Answers(spec, samples);
    }

    RequestItem item(Operation operation, String id) {
        var name = operation.name();
        var given = parameters.of(operation);
        var body = bodies.of(operation, given);
        var way = schemes.of(operation);
        var types = spec.swagger() ? bodies.types(operation, "produces") : answers.types(operation);
        var request = request(operation, given, body, way, types);
        return new RequestItem(id, name, request, answers.of(operation, request, body, types));
    }

    private Request request(Operation operation, Parameters.Given given, Bodies.Filled body, Schemes.Way way, List<String> types) {
        var inPath = operation.path().replaceFirst("#.*", "").split("\\?", 2);
        var path = new ArrayList<Entry>();
        var url = servers.of(operation) + path(operation, inPath[0], given.path(), path);
        var query = query(inPath.length > 1 ? RequestUrl.parse("?" + inPath[1]).entries() : List.of(), given.query());
        query.addAll(way.query());
        return new Request(operation.method().toUpperCase(Locale.ROOT), new RequestUrl(url, null, null).withEntries(query).toString(), query, path,
                headers(given, body, way, types), body.body(), way.auth(), List.of(), Settings.NONE, description(operation, body));
    }

    /// What the path itself asks for, then the parameters; one of them that the path names already only says what it means.
    private static List<Entry> query(List<Entry> inPath, List<Entry> given) {
        var query = new ArrayList<Entry>();
        for (var row : inPath) {
            query.add(row.withDescription(given.stream().filter(g -> g.key().equals(row.key())).map(Entry::description).findFirst().orElse("")));
        }
        given.stream().filter(row -> inPath.stream().noneMatch(p -> p.key().equals(row.key()))).forEach(query::add);
        return query;
    }

    private List<Entry> headers(Parameters.Given given, Bodies.Filled body, Schemes.Way way, List<String> types) {
        var headers = new ArrayList<Entry>();
        if (!types.isEmpty() && none(given.headers(), "accept")) {
            headers.add(Entry.of("Accept", Media.preferred(types)));
        }
        if (none(given.headers(), "content-type")) {
            headers.addAll(body.header());
        }
        headers.addAll(given.headers());
        headers.addAll(way.headers());
        return headers;
    }

    private static boolean none(List<Entry> headers, String name) {
        return headers.stream().noneMatch(h -> h.key().equalsIgnoreCase(name));
    }

    /// A segment that is one parameter becomes a path variable, `/:id`. Where it is only a part of a segment, it becomes a variable of the collection.
    private String path(Operation operation, String path, Map<String, Entry> values, List<Entry> into) {
        var segments = new ArrayList<String>();
        for (var segment : path.replaceFirst("^/", "").split("/", -1)) {
            var whole = TEMPLATE.matcher(segment);
            if (whole.matches() && whole.group(1).matches("[^/?#&=:{}\\s]+")) {
                var name = whole.group(1);
                into.add(values.getOrDefault(name, Entry.of(name, "")));
                segments.add(":" + name);
            } else {
                segments.add(TEMPLATE.matcher(segment).replaceAll(m -> Matcher.quoteReplacement(variable(operation, m.group(1), values))));
            }
        }
        return "/" + String.join("/", segments);
    }

    private String variable(Operation operation, String name, Map<String, Entry> values) {
        var variable = parts.computeIfAbsent(name, n -> "{{" + variables.add(values.getOrDefault(n, Entry.of(n, "")).withKey(n)) + "}}");
        spec.ledger().made(operation.tree().pointer(), "the variable " + variable, "{" + name + "} is only a part of a segment of the path");
        return variable;
    }

    private static String description(Operation operation, Bodies.Filled body) {
        var tree = operation.tree();
        var own = tree.text("description").strip();
        return List.of(tree.flag("deprecated") ? "**Deprecated.**" : "", FieldList.without(own.isEmpty() ? operation.item().text("description").strip() : own),
                        body.note(), Assembly.docs(tree), body.fields()).stream()
                .map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }
}
