package dev.posthorn.demo.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The OpenAPI document of a Workflow Server.
final class OpenApi {

    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private OpenApi() {}

    private static Map<String, Object> map(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static Map<String, Object> of(String url, Workflow.Mode mode) {
        var paths = new LinkedHashMap<String, Object>();
        post(paths, "createinstance/{id}", "Creates a process.", map("schemeCode", text("Code of the scheme", "TestScheme"), "identityId", TEXT, "impersonatedIdentityId", TEXT, "parameters", parameters()), List.of("schemeCode"));
        get(paths, "getinstanceinfo/{id}", "State, scheme, parameters and history of a process.");
        get(paths, "isprocessexists/{id}", "Whether there is such a process.");
        get(paths, "getavailablecommands/{id}", "The commands that a person can give to a process now.", "identityId", "culture");
        post(paths, "executecommand/{id}", "Gives a command to a process.", map("command", text("Name of the command", "Submit"), "identityId", TEXT, "parameters", parameters()), List.of("command"));
        get(paths, "getavailablestatestoset/{id}", "The states that a process can be put into.");
        post(paths, "setstate/{id}", "Puts a process into a state.", map("state", text("Name of the state", "Review"), "identityId", TEXT, "parameters", parameters()), List.of("state"));
        post(paths, "deleteinstance/{id}", "Deletes a process.", Map.of(), List.of());
        get(paths, "getscheme/{code}", "A scheme as XML.");
        post(paths, "startruntime", "Starts the engine.", Map.of(), List.of());
        post(paths, "stopruntime", "Stops the engine: no process moves until it is started.", Map.of(), List.of());
        var document = map("openapi", "3.0.3", "info", map("title", "Workflow API", "version", "1.0", "description", "The methods of a Workflow Server."), "servers", List.of(Map.of("url", url)), "paths", paths);
        var scheme = switch (mode) {
            case OPEN -> null;
            case TOKEN -> map("type", "apiKey", "in", "query", "name", "token");
            case OPENID -> map("type", "oauth2", "flows", map("clientCredentials", map("tokenUrl", url + "/connect/token", "scopes", map("workflowapi", "All methods"))));
        };
        if (scheme != null) {
            document.put("components", map("securitySchemes", map("access", scheme)));
            document.put("security", List.of(Map.of("access", List.of())));
        }
        return document;
    }

    private static Map<String, Object> text(String says, String example) {
        return map("type", "string", "description", says, "example", example);
    }

    private static Map<String, Object> parameters() {
        return map("type", "array", "items", map("type", "object", "properties", map("name", TEXT, "value", TEXT, "persist", map("type", "boolean"))));
    }

    private static List<Object> inPath(String path) {
        var all = new ArrayList<Object>();
        if (path.contains("{")) {
            var name = path.substring(path.indexOf('{') + 1, path.indexOf('}'));
            all.add(map("name", name, "in", "path", "required", true, "schema", name.equals("id") ? map("type", "string", "format", "uuid") : TEXT));
        }
        return all;
    }

    private static void get(Map<String, Object> paths, String path, String says, String... query) {
        var parameters = inPath(path);
        for (var name : query) {
            parameters.add(map("name", name, "in", "query", "schema", TEXT));
        }
        paths.put("/workflowapi/" + path, map("get", operation(path, says, parameters)));
    }

    private static void post(Map<String, Object> paths, String path, String says, Map<String, Object> fields, List<String> needed) {
        var operation = operation(path, says, inPath(path));
        if (!fields.isEmpty()) {
            operation.put("requestBody", map("required", true, "content", map("application/json", map("schema", map("type", "object", "required", needed, "properties", fields)))));
        }
        paths.put("/workflowapi/" + path, map("post", operation));
    }

    private static Map<String, Object> operation(String path, String says, List<Object> parameters) {
        var answer = map("type", "object", "properties", map("success", map("type", "boolean"), "data", Map.of(), "error", TEXT, "errorCode", TEXT));
        return map("operationId", path.split("/")[0], "summary", says, "parameters", parameters, "responses", map("200", map("description", "success tells whether it worked.", "content", map("application/json", map("schema", answer)))));
    }
}
