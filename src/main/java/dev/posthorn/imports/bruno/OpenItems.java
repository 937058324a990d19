package dev.posthorn.imports.bruno;

import dev.posthorn.imports.foreign.Address;
import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.imports.foreign.Pairs;
import dev.posthorn.imports.foreign.Scripting;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Header;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads requests, and what folders and collections set for them, from OpenCollection's form.
///
/// 1. Variables of a request are set by its pre-request script; assertions and post-response variables become lines of its test script.
/// 2. Headers of a folder or collection go to each request below.
final class OpenItems {

    private static final Pattern API = Pattern.compile("\\b(bru|req|res)\\b\\s*[.(]|(?<![\\w.])(test|expect)\\(");
    private static final Map<String, String> KINDS = Map.of("grpc", "gRPC request", "websocket", "WebSocket request", "ws", "WebSocket request", "app", "app of Bruno", "script", "script file of Bruno");

    private final Ledger ledger;
    private final OpenAuth auth;
    private final OpenBody bodies;

    OpenItems(Ledger ledger) {
        this.ledger = ledger;
        this.auth = new OpenAuth(ledger);
        this.bodies = new OpenBody(ledger);
    }

    static String text(Tracked level, String key) {
        return level.get(key).isObject() ? level.get(key).text("content") : level.text(key);
    }

    /// One item that is no folder. The account of it must be open.
    Item item(Tracked item, String id, String name, Inherited above) {
        var type = item.get("info").text("type");
        if (!item.has("http") && !item.has("graphql")) {
            for (var kind : KINDS.entrySet()) {
                if (item.has(kind.getKey()) || type.equals(kind.getKey())) {
                    ledger.aside(item, kind.getValue(), "it is shown with its text, but cannot be sent, and has no place in a Postman 2.1 collection");
                    return new OtherItem(id, name, kind.getValue(), JsonWriter.pretty(item.peek()));
                }
            }
        }
        notChosen(item);
        var graphql = item.has("graphql");
        var http = graphql ? item.get("graphql") : item.get("http");
        var request = request(http, graphql, above).withScripts(scripts(item.get("runtime"), false)).withSettings(settings(item.get("settings")))
                .withDescription(description(item));
        return new RequestItem(id, name, request, item.list("examples").stream().filter(Tracked::isObject).map(this::example).toList());
    }

    /// Bruno keeps bodies and authorizations of all kinds that were ever filled in.
    void notChosen(Tracked item) {
        for (var what : List.of("body", "auth")) {
            var others = item.get(what + BruTree.OTHERS);
            others.keys().forEach(kind -> ledger.aside(others.get(kind), what + ":" + kind, "another one is chosen; it stays in the file it came from"));
        }
    }

    private static String description(Tracked item) {
        var docs = text(item, "docs");
        var described = text(item.get("info"), "description");
        return docs.isEmpty() ? described : described.isEmpty() ? docs : described + "\n\n" + docs;
    }

    private Request request(Tracked http, boolean graphql, Inherited above) {
        var method = http.text("method");
        var body = http.get("body");
        var headers = bodies.fileType(body, bodies.typed(body, above.on(Pairs.read(http.get("headers"), ledger))));
        var request = Request.blank().withMethod(method.isEmpty() ? graphql ? "POST" : "GET" : method).withHeaders(headers)
                .withBody(graphql && !body.has("type") ? bodies.graphql(body) : bodies.read(body)).withAuth(auth.read(http.get("auth"), Auth.INHERIT));
        var params = http.get("params");
        return Address.of(request, ledger.text(http.get("url")), rows(params, "query"), rows(params, "path"), true);
    }

    private List<Entry> rows(Tracked params, String type) {
        var rows = new ArrayList<Entry>();
        for (var row : params.isList() ? params.list() : params.list(type)) {
            if (row.text("type").equals(type) || row.text("type").isEmpty() && type.equals("query") || !params.isList()) {
                rows.add(Pairs.entry(row, ledger));
            }
        }
        return rows;
    }

    /// What a folder or collection sets.
    ///
    /// @param level its "request"
    Level level(Tracked level, String description, Auth absent) {
        return new Level(description, auth.read(level.get("auth"), absent), Pairs.read(level.get("variables"), ledger), scripts(level, true), Settings.NONE);
    }

    Inherited headers(Tracked level, Inherited above) {
        var own = Pairs.read(level.get("headers"), ledger);
        if (!own.isEmpty()) {
            ledger.translated(level.get("headers"), "headers of a folder or collection", "headers of each request below", "Postman has headers in requests only");
        }
        return above.and(own);
    }

    private List<Script> scripts(Tracked runtime, boolean level) {
        var scripting = new Scripting(ledger, "Bruno", API, "bru, req, res and test");
        if (!level) {
            variables(runtime.get("variables"), scripting);
        }
        for (var script : runtime.list("scripts")) {
            var phase = switch (script.text("type")) {
                case "before-request" -> Script.Phase.PRE_REQUEST;
                case "after-response", "tests" -> Script.Phase.TEST;
                default -> null;
            };
            if (phase != null) {
                scripting.add(phase, script.get("code"));
            }
        }
        runtime.list("actions").forEach(action -> action(action, scripting));
        runtime.list("assertions").forEach(assertion -> assertion(assertion, scripting));
        return scripting.all();
    }

    private void variables(Tracked variables, Scripting scripting) {
        var lines = Pairs.read(variables, ledger).stream().filter(Entry::enabled).map(v -> Scripting.local(v.key(), v.value())).toList();
        if (!lines.isEmpty()) {
            ledger.translated(variables, "variables of the request", "pm.variables.set in its pre-request script", "a Postman request has no variables of its own");
            scripting.made(Script.Phase.PRE_REQUEST, String.join("\n", lines));
        }
    }

    private void action(Tracked action, Scripting scripting) {
        var name = action.get("variable").text("name");
        var line = action.flag("disabled") ? null : Assertions.variable(name, action.get("selector").text("expression"));
        if (line == null) {
            ledger.aside(action, "post-response variable " + name, action.flag("disabled") ? "it is switched off" : "Postman has no such expression: write it as a script");
        } else {
            action.skip();
            ledger.translated(action, "post-response variable " + name, "pm.collectionVariables.set in the test script", "");
            scripting.made(Script.Phase.TEST, line);
        }
    }

    private void assertion(Tracked assertion, Scripting scripting) {
        var expression = assertion.text("expression");
        var line = assertion.flag("disabled") ? null : Assertions.test(expression, assertion.text("operator"), assertion.text("value"));
        if (line == null) {
            ledger.aside(assertion, "assertion " + expression, assertion.flag("disabled") ? "it is switched off" : "Postman has no such expression: write it as a script");
        } else {
            assertion.skip();
            ledger.translated(assertion, "assertion " + expression, "pm.test in the test script", "");
            scripting.made(Script.Phase.TEST, line);
        }
    }

    private Settings settings(Tracked settings) {
        var values = new LinkedHashMap<String, Object>();
        if (settings.text("encodeUrl").equals("false")) {
            values.put("disableUrlEncoding", true);
            ledger.translated(settings.get("encodeUrl"), "encodeUrl false", "disableUrlEncoding", "the same switch under Postman's name for it");
        }
        if (settings.text("followRedirects").equals("false")) {
            values.put("followRedirects", false);
        }
        if (settings.text("maxRedirects").matches("\\d{1,6}")) {
            values.put("maxRedirects", Integer.parseInt(settings.text("maxRedirects")));
        }
        if (settings.text("forwardAuthorizationHeader").equals("true")) {
            values.put("followAuthorizationHeader", true);
            ledger.translated(settings.get("forwardAuthorizationHeader"), "forwardAuthorizationHeader", "followAuthorizationHeader", "the same switch under Postman's name for it");
        }
        if (List.of("0", "inherit").contains(String.valueOf(settings.get("timeout").peek()))) {
            settings.skip("timeout");
        }
        return new Settings(values);
    }

    private Example example(Tracked example) {
        var original = example.get("request");
        var request = original.isObject() ? request(original, false, Inherited.NOTHING) : null;
        var response = example.get("response");
        var status = response.text("status");
        var headers = Pairs.read(response.get("headers"), ledger).stream().map(h -> new Header(h.key(), h.value())).toList();
        var body = response.get("body");
        var data = body.isText() ? body : body.get("data");
        var name = example.text("name");
        return new Example(name.isEmpty() ? "Example" : name, request, status.matches("\\d{1,3}") ? Integer.parseInt(status) : 0, response.text("statusText"), headers,
                data.isObject() || data.isList() ? JsonWriter.pretty(data.value()).strip() : data.text());
    }
}
