package dev.posthorn.demo.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.posthorn.demo.vendor.Asked;
import dev.posthorn.demo.vendor.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parameters of a method, from the query and from the JSON object of the body; the body wins.
record Arguments(Map<String, String> query, JsonNode body) {

    private static final int MOST = 50;
    private static final int LONGEST = 2_000;

    static Arguments of(Asked asked) throws EngineError {
        if (asked.body().length == 0) {
            return new Arguments(asked.parameters(), MissingNode.getInstance());
        }
        return new Arguments(asked.parameters(), Json.read(asked.body()).filter(JsonNode::isObject).orElseThrow(() -> new EngineError("InvalidRequest", "The body is no JSON object.")));
    }

    /// Empty where it is absent.
    String text(String name) {
        var value = Json.text(body, name);
        return value.isEmpty() ? query.getOrDefault(name, "") : value;
    }

    String needed(String name) throws EngineError {
        var value = text(name);
        if (value.isEmpty()) {
            throw new EngineError("MissingParameter", "The parameter " + name + " is missing.");
        }
        return value;
    }

    /// `[{"name", "value", "persist"}]`.
    Map<String, String> parameters() throws EngineError {
        var all = new LinkedHashMap<String, String>();
        var list = Json.field(body, "parameters");
        if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
            throw new EngineError("InvalidRequest", "parameters must be an array of objects with name, value and persist.");
        }
        for (var one : list) {
            var value = Json.field(one, "value");
            var text = value.isTextual() ? value.asText() : value.isMissingNode() ? "" : value.toString();
            if (Json.text(one, "name").isEmpty() || all.size() >= MOST || text.length() > LONGEST) {
                throw new EngineError("InvalidRequest", "Each parameter needs a name; there are no more than " + MOST + ", of no more than " + LONGEST + " characters.");
            }
            all.put(Json.text(one, "name"), text);
        }
        return all;
    }
}
