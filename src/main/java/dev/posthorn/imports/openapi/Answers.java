package dev.posthorn.imports.openapi;

import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Header;
import dev.posthorn.model.Request;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the saved examples of a request from the answers that an operation describes: one for each named example, else one made from the schema.
final class Answers {

    private final Spec spec;
    private final Samples samples;
    private final Media media;

    Answers(Spec spec, Samples samples) {
        this.spec = spec;
        this.samples = samples;
        media = new Media(spec, samples);
    }

    /// @param types Swagger 2: what the operation produces
    List<Example> of(Operation operation, Request request, Bodies.Filled body, List<String> types) {
        var responses = operation.tree().get("responses");
        var examples = new ArrayList<Example>();
        for (var status : responses.keys()) {
            if (!status.startsWith("x-")) {
                var response = spec.resolve(responses.get(status));
                if (response.isObject()) {
                    examples.addAll(spec.swagger() ? swagger(status, response, request, types) : examples(status, response, request, body));
                }
            }
        }
        return examples;
    }

    /// The media types that answers come in, those of success first.
    List<String> types(Operation operation) {
        var responses = operation.tree().get("responses");
        var keys = new ArrayList<>(responses.keys());
        keys.sort((a, b) -> Boolean.compare(!a.startsWith("2"), !b.startsWith("2")));
        return keys.stream().filter(s -> !s.startsWith("x-")).flatMap(s -> spec.resolve(responses.get(s)).get("content").keys().stream()).distinct().toList();
    }

    private List<Example> examples(String status, Tracked response, Request request, Bodies.Filled body) {
        var content = response.get("content");
        var headers = headers(response);
        if (content.keys().isEmpty()) {
            return List.of(example(status, response, "", request, headers, ""));
        }
        var type = Media.preferred(content.keys());
        content.keys().stream().filter(t -> !t.equals(type)).forEach(t ->
                spec.ledger().leave(content.get(t).pointer(), "a saved answer has one body: that of " + type + " was taken"));
        headers.addFirst(new Header("Content-Type", type));
        var made = new ArrayList<Example>();
        for (var value : media.values(content.get(type), Samples.Side.ANSWER)) {
            var asked = body.named().get(value.name());
            made.add(example(status, response, value.title(), asked == null || value.name().isEmpty() ? request : request.withBody(asked), headers,
                    Media.binary(type) && value.made() ? "" : media.text(type, content.get(type).get("schema"), value)));
        }
        return made;
    }

    private List<Example> swagger(String status, Tracked response, Request request, List<String> types) {
        var headers = headers(response);
        var given = response.get("examples");
        if (given.keys().isEmpty()) {
            var type = types.isEmpty() ? "application/json" : Media.preferred(types);
            var schema = response.get("schema");
            if (schema.absent()) {
                return List.of(example(status, response, "", request, headers, ""));
            }
            headers.addFirst(new Header("Content-Type", type));
            var sample = new Media.Value("", "", samples.of(schema, Samples.Side.ANSWER), true);
            return List.of(example(status, response, "", request, headers, schema.text("type").equals("file") ? "" : media.text(type, schema, sample)));
        }
        var made = new ArrayList<Example>();
        for (var type : given.keys()) {
            var mine = new ArrayList<>(headers);
            var named = type.contains("/");
            mine.addFirst(new Header("Content-Type", named ? type : "application/json"));
            var value = new Media.Value(type, type, given.get(type).value(), false);
            made.add(example(status, response, given.keys().size() > 1 || !named ? type : "", request, mine,
                    media.text(named ? type : "application/json", response.get("schema"), value)));
        }
        return made;
    }

    private List<Header> headers(Tracked response) {
        var headers = new ArrayList<Header>();
        var given = response.get("headers");
        for (var name : given.keys()) {
            var header = spec.resolve(given.get(name));
            if (header.isObject() && !name.equalsIgnoreCase("content-type")) {
                var schema = spec.swagger() ? header : header.get("schema");
                var value = header.has("example") ? header.get("example").value() : samples.of(schema, Samples.Side.ANSWER);
                headers.add(new Header(name, Values.text(value).replaceAll("[\\r\\n]+", " ")));
            }
        }
        return headers;
    }

    private Example example(String status, Tracked response, String title, Request request, List<Header> headers, String body) {
        var description = Spec.shortened(response.text("description"));
        var name = title.isEmpty() ? description : title;
        return new Example(name.isEmpty() ? status : status.equals("default") ? "Otherwise: " + name : name, asked(request), code(status, response),
                REASONS.getOrDefault(status, ""), headers, body);
    }

    /// Ranges such as `4XX` and `default` have no number of their own.
    private int code(String status, Tracked response) {
        if (status.matches("[1-5]\\d\\d")) {
            return Integer.parseInt(status);
        }
        if (status.matches("[1-5][xX]{2}")) {
            spec.ledger().made(response.pointer(), "status " + status.charAt(0) + "00", "a saved answer has one status, not the range " + status);
            return (status.charAt(0) - '0') * 100;
        }
        return 0;
    }

    /// What was sent: the rows that are switched on, without their descriptions.
    private static Request asked(Request request) {
        return request.withAddress(request.url(), sent(request.query()), sent(request.pathVariables())).withHeaders(sent(request.headers())).withDescription("");
    }

    private static List<Entry> sent(List<Entry> rows) {
        return rows.stream().filter(Entry::enabled).map(e -> e.withDescription("")).toList();
    }

    private static final Map<String, String> REASONS = Map.ofEntries(Map.entry("200", "OK"), Map.entry("201", "Created"), Map.entry("202", "Accepted"),
            Map.entry("204", "No Content"), Map.entry("206", "Partial Content"), Map.entry("301", "Moved Permanently"), Map.entry("302", "Found"),
            Map.entry("303", "See Other"), Map.entry("304", "Not Modified"), Map.entry("307", "Temporary Redirect"), Map.entry("308", "Permanent Redirect"),
            Map.entry("400", "Bad Request"), Map.entry("401", "Unauthorized"), Map.entry("402", "Payment Required"), Map.entry("403", "Forbidden"),
            Map.entry("404", "Not Found"), Map.entry("405", "Method Not Allowed"), Map.entry("406", "Not Acceptable"), Map.entry("408", "Request Timeout"),
            Map.entry("409", "Conflict"), Map.entry("410", "Gone"), Map.entry("412", "Precondition Failed"), Map.entry("413", "Content Too Large"),
            Map.entry("415", "Unsupported Media Type"), Map.entry("422", "Unprocessable Content"), Map.entry("429", "Too Many Requests"),
            Map.entry("500", "Internal Server Error"), Map.entry("501", "Not Implemented"), Map.entry("502", "Bad Gateway"),
            Map.entry("503", "Service Unavailable"), Map.entry("504", "Gateway Timeout"));
}
