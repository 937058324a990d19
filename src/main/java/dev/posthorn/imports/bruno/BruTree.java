package dev.posthorn.imports.bruno;

import dev.posthorn.imports.bruno.BruText.Block;
import dev.posthorn.imports.bruno.BruText.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A `.bru` file in the form that OpenCollection has for the same things, so that one reader serves both, with the line of each value.
///
/// What OpenCollection has no form for stands under the name of its block.
final class BruTree {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "options", "head", "connect", "trace", "http");
    private static final Map<String, String> SCRIPTS = Map.of("script:pre-request", "before-request", "script:post-response", "after-response", "tests", "tests");

    /// Behind "body" and "auth": where those stand that are not the chosen ones.
    static final String OTHERS = " of other kinds";

    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Map<String, Object> bodies = new LinkedHashMap<>();
    private final Map<String, Object> auths = new LinkedHashMap<>();
    private String body = "";
    private String auth = "";
    private String level = "http";
    private String settings = "runtime";

    private BruTree() {}

    /// A request.
    static BruTree request(String text) throws BruProblem {
        return new BruTree().read(BruText.read(text));
    }

    /// A `collection.bru` or `folder.bru`, what it sets for the requests below in "request".
    static BruTree level(String text) throws BruProblem {
        var tree = new BruTree();
        tree.level = "request";
        tree.settings = "request";
        return tree.read(BruText.read(text));
    }

    static BruTree environment(String text) throws BruProblem {
        var tree = new BruTree();
        for (var block : BruText.read(text)) {
            tree.lines.put("/" + block.name(), block.line());
            switch (block.name()) {
                case "vars" -> block.pairs().forEach(pair -> tree.row("/variables", tree.list(tree.root, "variables"), pair, ""));
                case "vars:secret" -> block.items().forEach(item -> tree.row("/variables", tree.list(tree.root, "variables"), item, "").put("secret", true));
                case "color" -> tree.root.put("color", block.text());
                default -> tree.other(block);
            }
        }
        return tree;
    }

    Map<String, Object> root() {
        return root;
    }

    /// The place of a value as people look for it: "line 12".
    String place(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return "line " + line;
            }
        }
        return "";
    }

    private BruTree read(List<Block> blocks) throws BruProblem {
        for (var block : blocks) {
            block(block);
        }
        selected("body", bodies, body);
        selected("auth", auths, auth);
        return this;
    }

    /// The body and the authorization that are chosen move to where the reader looks; the others stay beside.
    private void selected(String what, Map<String, Object> all, String chosen) {
        var word = chosen.equals("form-urlencoded") || chosen.equals("formUrlEncoded") ? "form-urlencoded" : chosen.equals("multipartForm") ? "multipart-form" : chosen;
        if (all.containsKey(word)) {
            object(root, level).put(what, all.remove(word));
        } else if (!chosen.isEmpty() && !chosen.equals("none")) {
            object(root, level).put(what, what.equals("auth") ? chosen.equals("inherit") ? "inherit" : typed(chosen) : typed(word));
        } else if (chosen.equals("none") && what.equals("auth")) {
            object(root, level).put(what, "none");
        }
        if (!all.isEmpty()) {
            root.put(what + OTHERS, all);
        }
    }

    private static Map<String, Object> typed(String type) {
        var map = new LinkedHashMap<String, Object>();
        map.put("type", type);
        return map;
    }

    private void block(Block block) throws BruProblem {
        var name = block.name();
        lines.put("/" + name, block.line());
        if (METHODS.contains(name)) {
            method(block);
        } else if (name.startsWith("body")) {
            body(block);
        } else if (name.startsWith("auth:oauth2:")) {
            additional(block);
        } else if (name.startsWith("auth:")) {
            var auth = map(block, "/" + level + "/auth");
            auth.putFirst("type", name.substring("auth:".length()));
            lines.put("/auth" + OTHERS + "/" + name.substring("auth:".length()), block.line());
            auths.merge(name.substring("auth:".length()), auth, (old, _) -> old);
        } else if (SCRIPTS.containsKey(name)) {
            script(block);
        } else {
            rest(block);
        }
    }

    private void rest(Block block) throws BruProblem {
        switch (block.name()) {
            case "meta" -> {
                lines.put("/info", block.line());
                root.put("info", map(block, "/info"));
            }
            case "auth" -> auth = block.pairs().stream().filter(p -> p.name().equals("mode")).map(Pair::value).findFirst().orElse("");
            case "headers", "metadata" -> rows(block, level, "headers", "");
            case "params:query", "query" -> rows(block, level, "params", "query");
            case "params:path" -> rows(block, level, "params", "path");
            case "vars:pre-request" -> rows(block, settings, "variables", "");
            case "vars:post-response" -> block.pairs().forEach(this::action);
            case "assert" -> block.pairs().forEach(this::assertion);
            case "settings" -> root.put("settings", map(block, "/settings"));
            case "docs" -> root.put("docs", block.text());
            case "example" -> example(block);
            default -> other(block);
        }
    }

    private void other(Block block) {
        lines.put("/" + block.name(), block.line());
        root.put(block.name(), block.text() != null ? block.text() : block.pairs() != null ? map(block, "/" + block.name())
                : block.items().stream().map(Pair::name).toList());
    }

    private void method(Block block) {
        var http = object(root, "http");
        http.put("method", block.name().toUpperCase(java.util.Locale.ROOT));
        lines.put("/http", block.line());
        for (var pair : block.pairs()) {
            lines.put("/http/" + pair.name(), pair.line());
            switch (pair.name()) {
                case "body" -> body = pair.value();
                case "auth" -> auth = pair.value();
                default -> http.put(pair.name(), pair.value());
            }
        }
    }

    private void body(Block block) {
        var kind = block.name().equals("body") ? "json" : block.name().substring("body:".length());
        lines.put("/http/body", block.line());
        lines.put("/body" + OTHERS + "/" + kind.replace(":vars", ""), block.line());
        if (block.name().equals("body") && body.isEmpty()) {
            body = "json";
        }
        switch (kind) {
            case "graphql", "graphql:vars" -> {
                var graphql = object(bodies, "graphql");
                graphql.putIfAbsent("type", "graphql");
                graphql.put(kind.equals("graphql") ? "query" : "variables", block.text());
            }
            case "form-urlencoded", "multipart-form", "file" -> {
                var form = typed(kind);
                var data = list(form, "data");
                block.pairs().forEach(pair -> part(pair, kind, data));
                bodies.put(kind, form);
            }
            default -> {
                var raw = typed(kind);
                raw.put("data", block.text() == null ? map(block, "/http/body/data") : block.text());
                bodies.put(kind, raw);
            }
        }
    }

    /// A value may end with `@contentType(…)`, and be `@file(one|two)`.
    private void part(Pair pair, String kind, List<Object> data) {
        var row = row("/http/body/data", data, pair, "");
        var value = pair.value() == null ? "" : pair.value();
        var type = value.lastIndexOf("@contentType(");
        if (type >= 0 && value.endsWith(")")) {
            row.put("contentType", value.substring(type + "@contentType(".length(), value.length() - 1).strip());
            value = value.substring(0, type).stripTrailing();
        }
        var file = value.startsWith("@file(") && value.endsWith(")");
        var names = file ? value.substring("@file(".length(), value.length() - 1) : "";
        row.put("value", file ? List.of(names.split("\\|")) : value);
        if (kind.equals("multipart-form")) {
            row.put("type", file ? "file" : "text");
        }
        if (kind.equals("file")) {
            row.remove("value");
            row.remove("name");
            row.remove("disabled");
            row.put("filePath", file ? names : value);
            row.put("selected", pair.enabled());
        }
    }

    /// `auth:oauth2:additional_params:access_token_req:body` and the like.
    private void additional(Block block) {
        var steps = block.name().split(":");
        var request = switch (steps.length > 3 ? steps[3] : "") {
            case "auth_req" -> "authorizationRequest";
            case "refresh_token_req" -> "refreshTokenRequest";
            default -> "accessTokenRequest";
        };
        var placement = switch (steps.length > 4 ? steps[4] : "") {
            case "headers" -> "header";
            case "body" -> "body";
            default -> "query";
        };
        var oauth = object(auths, "oauth2");
        var pointer = "/" + level + "/auth/additionalParameters/" + request;
        for (var pair : block.pairs()) {
            row(pointer, list(object(oauth, "additionalParameters"), request), pair, "").put("placement", placement);
        }
    }

    private void script(Block block) {
        var scripts = list(object(root, settings), "scripts");
        lines.put("/" + settings + "/scripts/" + scripts.size(), block.line());
        var script = typed(SCRIPTS.get(block.name()));
        script.put("code", block.text());
        scripts.add(script);
    }

    private void action(Pair pair) {
        var actions = list(object(root, settings), "actions");
        lines.put("/" + settings + "/actions/" + actions.size(), pair.line());
        var action = typed("set-variable");
        action.put("phase", "after-response");
        object(action, "selector").put("expression", pair.value());
        object(action, "variable").put("name", pair.name().replaceFirst("^@", ""));
        described(action, pair);
        actions.add(action);
    }

    private void assertion(Pair pair) {
        var assertions = list(object(root, settings), "assertions");
        lines.put("/" + settings + "/assertions/" + assertions.size(), pair.line());
        var words = pair.value().split(" ", 2);
        var operator = Assertions.OPERATORS.contains(words[0]);
        var assertion = new LinkedHashMap<String, Object>();
        assertion.put("expression", pair.name());
        assertion.put("operator", operator ? words[0] : "eq");
        if (!operator || words.length > 1) {
            assertion.put("value", operator ? words[1] : pair.value());
        }
        described(assertion, pair);
        assertions.add(assertion);
    }

    private void example(Block block) throws BruProblem {
        var examples = list(root, "examples");
        lines.put("/examples/" + examples.size(), block.line());
        examples.add(BruExample.read(block.text(), block.line()));
    }

    private void rows(Block block, String parent, String key, String type) {
        var into = list(object(root, parent), key);
        lines.putIfAbsent("/" + parent + "/" + key, block.line());
        block.pairs().forEach(pair -> row("/" + parent + "/" + key, into, pair, type));
    }

    private Map<String, Object> row(String pointer, List<Object> into, Pair pair, String type) {
        lines.put(pointer + "/" + into.size(), pair.line());
        var row = new LinkedHashMap<String, Object>();
        var local = pair.name().startsWith("@");
        row.put("name", local ? pair.name().substring(1) : pair.name());
        row.put("value", typed(pair));
        if (!type.isEmpty()) {
            row.put("type", type);
        }
        described(row, pair);
        into.add(row);
        return row;
    }

    /// A value with a type other than text, as OpenCollection writes it.
    private static Object typed(Pair pair) {
        var text = pair.value() == null ? String.join(", ", pair.items()) : pair.value();
        var type = pair.annotations().stream().filter(List.of("@number", "@boolean", "@object")::contains).findFirst();
        if (type.isEmpty()) {
            return text;
        }
        var typed = typed(type.get().substring(1));
        typed.put("data", text);
        return typed;
    }

    private static void described(Map<String, Object> row, Pair pair) {
        if (!pair.enabled()) {
            row.put("disabled", true);
        }
        if (!pair.description().isEmpty()) {
            row.put("description", pair.description());
        }
        var other = pair.annotations().stream().filter(a -> !List.of("@number", "@boolean", "@object").contains(a)).toList();
        if (!other.isEmpty()) {
            row.put("annotations", String.join(" ", other));
        }
    }

    private LinkedHashMap<String, Object> map(Block block, String pointer) {
        var map = new LinkedHashMap<String, Object>();
        for (var pair : block.pairs() == null ? List.<Pair>of() : block.pairs()) {
            lines.put(pointer + "/" + pair.name(), pair.line());
            map.put(pair.name(), pair.value() == null ? pair.items() : pair.value());
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> parent, String key) {
        return (Map<String, Object>) parent.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private List<Object> list(Map<String, Object> parent, String key) {
        return (List<Object>) parent.computeIfAbsent(key, _ -> new ArrayList<Object>());
    }
}
