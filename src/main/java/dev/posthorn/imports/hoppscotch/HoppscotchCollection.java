package dev.posthorn.imports.hoppscotch;

import dev.posthorn.imports.foreign.Address;
import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.imports.foreign.Pairs;
import dev.posthorn.imports.foreign.Scripting;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Item;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one collection of Hoppscotch, of any of its versions.
///
/// 1. Headers of a collection or folder go to each request below it: Postman has no place for them above.
/// 2. Variables of a request are set by its pre-request script.
final class HoppscotchCollection {

    private static final Pattern API = Pattern.compile("\\b(pw|hopp)\\.");

    private final Ledger ledger;
    private final HoppscotchAuth auth;
    private final HoppscotchBody bodies;

    HoppscotchCollection(Ledger ledger) {
        this.ledger = ledger;
        this.auth = new HoppscotchAuth(ledger);
        this.bodies = new HoppscotchBody(ledger);
    }

    Collection read(Tracked root, String fallback) {
        root.skip("v");
        var name = root.text("name");
        var variables = variables(root.get("variables"), ledger);
        var collection = new Collection(name.isEmpty() ? fallback : name, Pairs.description(root), auth.read(root, Auth.NONE), variables, scripts(root).all(), Settings.NONE,
                items(root, "", headers(root, Inherited.NOTHING, "collection"), 0));
        ledger.close();
        return collection;
    }

    /// Since version 2 a variable has two values: the one that is shared is the variable's.
    static List<Entry> variables(Tracked list, Ledger ledger) {
        var rows = new ArrayList<Entry>();
        for (var row : list.list()) {
            var value = row.has("initialValue") ? ledger.text(row.get("initialValue")) : ledger.text(row.get("value"));
            var current = row.get("currentValue");
            if (current.peek() instanceof String text && (text.equals(value) || text.isEmpty())) {
                current.skip();
            } else if (value.isEmpty() && current.isText() && !row.flag("secret")) {
                value = ledger.text(current);
                ledger.translated(current, "current value", "value", "there is no initial one");
            } else if (current.isText()) {
                ledger.aside(current, "current value", "the value on one machine is no part of what is shared");
            }
            rows.add(new Entry(row.text("key"), value, "", true, row.flag("secret")));
        }
        return rows;
    }

    private Inherited headers(Tracked level, Inherited above, String what) {
        var own = Pairs.read(level.get("headers"), ledger);
        if (!own.isEmpty()) {
            ledger.translated(level.get("headers"), "headers of the " + what, "headers of each request below", "Postman has headers in requests only");
        }
        return above.and(own);
    }

    private Scripting scripts(Tracked level) {
        return new Scripting(ledger, "Hoppscotch", API, "pw and hopp").add(Script.Phase.PRE_REQUEST, level.get("preRequestScript")).add(Script.Phase.TEST, level.get("testScript"));
    }

    private List<Item> items(Tracked level, String path, Inherited above, int depth) {
        var items = new ArrayList<Item>();
        if (depth >= Ledger.DEPTH) {
            ledger.aside(level.get("folders"), "folders", "they are nested more than " + Ledger.DEPTH + " deep");
        }
        for (var folder : level.list("folders")) {
            if (folder.isObject() && depth < Ledger.DEPTH) {
                items.add(folder(folder, path, above, depth));
            }
        }
        for (var request : level.list("requests")) {
            if (request.isObject()) {
                items.add(item(request, path, above));
            }
        }
        return items;
    }

    private Folder folder(Tracked folder, String path, Inherited above, int depth) {
        var name = folder.peek() instanceof java.util.Map<?, ?> map && map.get("name") instanceof String text && !text.isEmpty() ? text : "Unnamed folder";
        ledger.open(path + name, folder);
        folder.skip("v", "name");
        var below = headers(folder, above, "folder");
        var result = new Folder(folder.pointer(), name, Pairs.description(folder), auth.read(folder, Auth.INHERIT), variables(folder.get("variables"), ledger),
                scripts(folder).all(), Settings.NONE, items(folder, path + name + " / ", below, depth + 1));
        ledger.close();
        return result;
    }

    private RequestItem item(Tracked request, String path, Inherited above) {
        var graphql = request.has("query") && request.has("url");
        var address = graphql ? request.get("url") : request.has("endpoint") ? request.get("endpoint") : request.get("url");
        var name = request.text("name").isEmpty() ? address.text() : request.text("name");
        ledger.open(path + name, request);
        request.skip("v");
        var read = graphql ? graphql(request, above) : rest(request, address, above);
        var result = new RequestItem(request.pointer(), name, read, examples(request.get("responses")));
        ledger.close();
        return result;
    }

    private Request graphql(Tracked request, Inherited above) {
        var body = new Body.GraphQl(ledger.text(request.get("query")), ledger.text(request.get("variables")), "");
        var base = Request.blank().withMethod("POST").withHeaders(above.on(Pairs.read(request.get("headers"), ledger))).withBody(body)
                .withAuth(auth.read(request, Auth.INHERIT)).withDescription(Pairs.description(request));
        return Address.of(base, ledger.text(request.get("url")), List.of(), List.of(), false);
    }

    private Request rest(Tracked request, Tracked address, Inherited above) {
        var url = ledger.text(address) + (request.has("endpoint") ? "" : ledger.text(request.get("path")));
        var scripting = variableScript(request);
        var method = request.text("method");
        var old = request.get("body").isText();
        var headers = above.on(Pairs.read(request.get("headers"), ledger));
        var body = old ? new Body.Raw(ledger.text(request.get("body")), dev.posthorn.imports.foreign.Bodies.language(request.text("contentType"))) : bodies.read(request.get("body"));
        var base = Request.blank().withMethod(method.isEmpty() ? "GET" : method)
                .withHeaders(old ? headers : bodies.typed(request.get("body"), headers)).withBody(old && request.text("body").isEmpty() ? Body.none() : body)
                .withAuth(auth.read(request, Auth.INHERIT)).withScripts(scripting.all()).withDescription(Pairs.description(request));
        return Address.of(base, url, Pairs.read(request.get("params"), ledger), List.of(), false);
    }

    private Scripting variableScript(Tracked request) {
        var variables = Pairs.read(request.get("requestVariables"), ledger).stream().filter(Entry::enabled).toList();
        var scripting = new Scripting(ledger, "Hoppscotch", API, "pw and hopp");
        if (!variables.isEmpty()) {
            ledger.translated(request.get("requestVariables"), "variables of the request", "pm.variables.set in its pre-request script", "a Postman request has no variables of its own");
            scripting.made(Script.Phase.PRE_REQUEST, variables.stream().map(v -> Scripting.local(v.key(), v.value())).collect(Collectors.joining("\n")));
        }
        return scripting.add(Script.Phase.PRE_REQUEST, request.get("preRequestScript")).add(Script.Phase.TEST, request.get("testScript"));
    }

    private List<Example> examples(Tracked responses) {
        var examples = new ArrayList<Example>();
        for (var key : responses.keys()) {
            var response = responses.get(key);
            if (!response.isObject()) {
                continue;
            }
            var original = response.get("originalRequest").skip("v", "name");
            var request = original.isObject() ? rest(original, original.get("endpoint"), Inherited.NOTHING) : null;
            var code = response.text("code");
            var headers = Pairs.read(response.get("headers"), ledger).stream().map(h -> new Header(h.key(), h.value())).toList();
            var name = response.text("name");
            examples.add(new Example(name.isEmpty() ? key : name, request, code.matches("\\d{1,3}") ? Integer.parseInt(code) : 0, response.text("status"), headers, response.text("body")));
        }
        return examples;
    }
}
