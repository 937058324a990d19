package dev.posthorn.formats.v3;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import dev.posthorn.tree.JsonProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A WebSocket request of a v3 collection, both ways. Its file has what the handshake needs; each saved message is a file beside it.
///
/// 1. Address, parameters and headers are written as those of an HTTP request are.
/// 2. Postman has no path variables and no authorization here, and drops them when it writes the file; ours are written as in an HTTP request.
final class V3Socket {

    static final String KIND = SocketRequest.KIND;
    static final String MESSAGE_KIND = "websocket-message";
    static final String MESSAGE = ".message.yaml";

    private static final List<String> NUMBERS = List.of("handshakeTimeout", "retryCount", "retryDelay", "maxPayload");
    private static final List<String> ORDER = List.of("$kind", "name", "description", "url", "headers", "queryParams", "pathVariables", "auth", "settings", "messages",
            "examples", "order");

    private V3Socket() {}

    static SocketRequest read(String id, Map<String, Object> tree, String stem, List<SocketMessage> messages) {
        return new SocketRequest(V3Model.request(id, canonical(tree, stem)).request(), messages);
    }

    /// As the item of a 2.x file that this would be, were it an HTTP request.
    private static Map<String, Object> canonical(Map<String, Object> tree, String stem) {
        var http = new LinkedHashMap<>(tree);
        http.put("$kind", V3Request.HTTP);
        http.put("method", "GET");
        http.remove("body");
        http.remove("scripts");
        return V3Request.read(http, stem, List.of(), Dialect.TWO_ONE);
    }

    static SocketMessage message(Map<String, Object> tree, String stem) {
        return new SocketMessage(tree.containsKey("name") ? Plain.text(tree, "name") : stem, Plain.text(tree, "content"), Plain.text(tree, "contentType"));
    }

    /// The tree of the file with an edited handshake in it.
    static Map<String, Object> edited(Map<String, Object> tree, String stem, Request edited) throws NotEdited, JsonProblem {
        var before = canonical(tree, stem);
        var was = V3Model.request("", before).request();
        var after = RequestJson.edited(before, edited.withMethod("GET"), true);
        var merged = RequestMerge.ofSocket(tree, fields(before, stem, was.settings()), fields(after, stem, edited.settings()));
        return merged;
    }

    /// A new file.
    static Map<String, Object> created(String name, String stem, Request handshake) throws NotEdited, JsonProblem {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("$kind", KIND);
        if (!name.equals(stem)) {
            tree.put("name", name);
        }
        tree.put("url", "");
        var edited = edited(tree, stem, handshake);
        var ordered = new LinkedHashMap<String, Object>();
        ORDER.stream().filter(edited::containsKey).forEach(key -> ordered.put(key, edited.get(key)));
        return ordered;
    }

    private static Map<String, Object> fields(Map<String, Object> item, String stem, Settings settings) {
        var fields = V3Request.write(item, stem);
        List.of("$kind", "name", "method", "body", "scripts", "settings").forEach(fields::remove);
        var own = new LinkedHashMap<String, Object>();
        settings.values().forEach((key, value) -> {
            if (NUMBERS.contains(key) && value instanceof Number || key.equals("strictSSL") && value instanceof Boolean) {
                own.put(key, value);
            }
        });
        if (!own.isEmpty()) {
            fields.put("settings", own);
        }
        return fields;
    }
}
