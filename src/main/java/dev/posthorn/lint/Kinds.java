package dev.posthorn.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys that Postman knows in its v3 files; it drops all others when it writes a file again.
///
/// From Postman's field reference (github.com/postmanlabs/postman-plugin, skills/collection-schema-v3).
final class Kinds {

    private static final List<String> COMMON = List.of("$kind", "id", "name", "description", "order");

    static final Map<String, Set<String>> KEYS = Map.ofEntries(
            kind("collection", "variables", "auth", "scripts", "version"),
            kind("http-request", "url", "method", "headers", "queryParams", "pathVariables", "body", "auth", "scripts", "examples", "settings"),
            kind("graphql-request", "url", "query", "variables", "headers", "auth", "schema", "scripts", "examples", "settings"),
            kind("grpc-request", "url", "methodPath", "methodDescriptor", "message", "metadata", "auth", "schema", "scripts", "examples", "settings"),
            kind("websocket-request", "url", "headers", "queryParams", "messages", "examples", "settings", "auth"),
            kind("socket.io-request", "url", "headers", "queryParams", "messages", "examples", "settings", "events", "auth"),
            kind("mqtt-request", "url", "clientId", "version", "topics", "lastWill", "properties", "auth", "messages", "examples", "settings"),
            kind("mcp-request", "transport", "command", "env", "url", "headers", "message", "auth", "settings"),
            kind("llm-request", "url", "config", "userPrompts", "systemPrompts", "mcpConfig", "enabledTools", "clientTools", "auth", "settings"),
            kind("http-example", "request", "response"), kind("graphql-example", "request", "response"), kind("grpc-example", "request", "response"),
            kind("websocket-example", "request", "response", "messages"), kind("socket.io-example", "request", "response", "messages"),
            kind("mqtt-example", "request", "response", "messages"), kind("websocket-message", "content", "contentType"),
            kind("socket.io-message", "eventName", "acknowledgement", "args"), kind("mqtt-message", "topic", "content", "contentType", "qos", "retain"));

    static final Set<String> ENVIRONMENT = Set.of("name", "values", "color");
    static final Set<String> VALUE = Set.of("key", "value", "enabled", "type", "description", "secret", "source");

    private Kinds() {}

    private static Map.Entry<String, Set<String>> kind(String name, String... keys) {
        return Map.entry(name, Stream.concat(COMMON.stream(), Stream.of(keys)).collect(Collectors.toUnmodifiableSet()));
    }
}
