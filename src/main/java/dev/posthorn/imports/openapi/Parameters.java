package dev.posthorn.imports.openapi;

import dev.posthorn.model.Entry;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parameters of operations, put where a request has them. What is required is switched on, what is optional stands there switched off.
final class Parameters {

    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "x-auth-token");

    private final Spec spec;
    private final Samples samples;

    Parameters(Spec spec, Samples samples) {
        this.spec = spec;
        this.samples = samples;
    }

    /// @param path values of the path's variables by their names
    /// @param body Swagger 2: the parameter that is the body; absent where there is none
    /// @param form Swagger 2: the parameters that are form fields
    record Given(List<Entry> query, Map<String, Entry> path, List<Entry> headers, Tracked body, List<Tracked> form) {}

    /// Parameters of the path hold for each of its operations, unless one has its own of that name and place.
    Given of(Operation operation) {
        var byName = new LinkedHashMap<String, Tracked>();
        for (var holder : List.of(operation.item(), operation.tree())) {
            for (var element : holder.list("parameters")) {
                var parameter = spec.resolve(element);
                if (parameter.isObject()) {
                    byName.put(parameter.text("in") + " " + parameter.text("name"), parameter);
                }
            }
        }
        var given = new Given(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), Tracked.of(null), new ArrayList<>());
        var cookies = new ArrayList<Entry>();
        for (var parameter : byName.values()) {
            switch (parameter.text("in")) {
                case "query", "querystring" -> given.query().addAll(entries(parameter, "query"));
                case "path" -> given.path().put(parameter.text("name"), single(parameter, "path"));
                case "header" -> header(parameter, given.headers());
                case "cookie" -> cookies.addAll(entries(parameter, "cookie"));
                case "body" -> given = new Given(given.query(), given.path(), given.headers(), parameter, given.form());
                case "formData" -> given.form().add(parameter);
                case String other -> spec.ledger().aside(parameter.get("in").pointer(), "a parameter in " + (other.isEmpty() ? "no place" : other),
                        "a request has no such place");
            }
        }
        cookies(cookies, given.headers());
        return given;
    }

    /// OpenAPI ignores parameters of these names: body, answers and security say what they are.
    private void header(Tracked parameter, List<Entry> headers) {
        var name = parameter.text("name").toLowerCase(java.util.Locale.ROOT);
        if (!spec.swagger() && Set.of("accept", "content-type", "authorization").contains(name)) {
            spec.ledger().leave(parameter.pointer(), "OpenAPI ignores header parameters of this name: body, answers and security give it");
            return;
        }
        var entry = single(parameter, "header");
        headers.add(SECRET.contains(name) && !entry.value().contains("{{") ? entry.withValue("").withSecret(true) : entry);
    }

    private void cookies(List<Entry> cookies, List<Entry> headers) {
        if (!cookies.isEmpty()) {
            var sent = cookies.stream().filter(Entry::enabled).toList();
            var shown = sent.isEmpty() ? cookies : sent;
            headers.add(new Entry("Cookie", String.join("; ", shown.stream().map(c -> c.key() + "=" + c.value()).toList()),
                    String.join("; ", cookies.stream().map(c -> c.key() + ": " + c.description()).toList()), !sent.isEmpty(), false));
        }
    }

    /// The rows of a query parameter; lists and objects may need several.
    List<Entry> entries(Tracked parameter, String place) {
        var row = single(parameter, place);
        var pairs = styles(parameter, place).pairs(parameter.text("name"), sample(parameter));
        if (pairs.isEmpty()) {
            return List.of(row.withValue(""));
        }
        var entries = new ArrayList<Entry>();
        for (var pair : pairs) {
            entries.add(row.withKey(queryKey(pair.name(), place)).withValue(queryValue(pair.value(), place))
                    .withDescription(entries.isEmpty() ? row.description() : ""));
        }
        return entries;
    }

    private Styles styles(Tracked parameter, String place) {
        return Styles.of(parameter, place, spec.swagger());
    }

    private Entry single(Tracked parameter, String place) {
        var required = parameter.flag("required");
        var head = (required && !place.equals("path") ? "required" : "") + (parameter.flag("deprecated") ? (required ? ", " : "") + "deprecated" : "");
        var description = Notes.described(parameter.text("description"), head, schema(parameter), spec);
        var value = parameter.has("content") ? Values.text(sample(parameter)) : styles(parameter, place).single(parameter.text("name"), sample(parameter));
        return new Entry(parameter.text("name"), value, description, required || place.equals("path"), false);
    }

    /// Swagger 2 has no schema here: the parameter is one.
    Tracked schema(Tracked parameter) {
        var content = parameter.get("content");
        if (!content.keys().isEmpty()) {
            return content.get(content.keys().getFirst()).get("schema");
        }
        return spec.swagger() ? parameter : parameter.get("schema");
    }

    private Object sample(Tracked parameter) {
        var content = parameter.get("content");
        if (!content.keys().isEmpty()) {
            return new Media(spec, samples).values(content.get(content.keys().getFirst()), Samples.Side.REQUEST).getFirst().value();
        }
        if (spec.swagger() && parameter.has("x-example")) {
            return parameter.get("x-example").value();
        }
        if (parameter.has("example")) {
            return parameter.get("example").value();
        }
        var examples = parameter.get("examples");
        for (var name : examples.keys()) {
            var example = spec.resolve(examples.get(name));
            if (example.has("value")) {
                return example.get("value").value();
            }
        }
        return samples.of(schema(parameter), Samples.Side.REQUEST);
    }

    /// What would end a value of the query is escaped; the rest stays readable, since the program escapes it when it sends.
    static String queryValue(String value, String place) {
        return place.equals("query") ? value.replaceAll("%(?=[0-9a-fA-F]{2})", "%25").replace("&", "%26").replace("#", "%23").replace("+", "%2B") : value;
    }

    private static String queryKey(String key, String place) {
        return place.equals("query") ? queryValue(key, place).replace("=", "%3D") : key;
    }
}
