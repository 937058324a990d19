package dev.posthorn.imports.insomnia;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Item;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads an export of version 5: one workspace, its requests as a tree.
///
/// 1. The base environment becomes the collection's variables: like those it holds always and yields to the chosen environment.
/// 2. Each of its sub-environments becomes an environment.
final class InsomniaFive {

    private static final String FORMAT = "Insomnia 5";

    private final Tracked root;
    private final String fallback;
    private final Ledger ledger = new Ledger(new Nunjucks());
    private final InsomniaItems items = new InsomniaItems(ledger);

    InsomniaFive(Tracked root, String fallback) {
        this.root = root;
        this.fallback = fallback;
    }

    ReadResult read() {
        ledger.open("", root);
        var type = root.skip("schema_version").text("type");
        if (type.startsWith("mock") || type.startsWith("mcp")) {
            return new ReadResult.NotOne("This is " + (type.startsWith("mock") ? "a mock server" : "an MCP client") + " of Insomnia: there are no requests in it.", 0, 0);
        }
        var name = root.text("name").isEmpty() ? fallback : root.text("name");
        var environments = root.get("environments");
        if (type.startsWith("environment")) {
            return environments(name, environments);
        }
        var parts = new ArrayList<ReadResult>();
        var base = InsomniaEnvironments.variables(environments, "data", ledger);
        if (!base.isEmpty()) {
            ledger.translated(environments.get("name"), "base environment", "variables of the collection", "they hold always, and the chosen environment wins over them");
        }
        for (var sub : environments.list("subEnvironments")) {
            var environment = environment(sub);
            parts.add(new ReadResult.OfEnvironment(FORMAT, environment, Report.EMPTY));
        }
        var tree = items(root.get("collection"), "", Inherited.NOTHING, 0);
        aside();
        var collection = new Collection(name, InsomniaItems.description(root), Auth.NONE, base, List.of(), Settings.NONE, tree);
        ledger.close();
        var result = new ReadResult.OfCollection(FORMAT, collection, ledger.report());
        parts.addFirst(result);
        return parts.size() == 1 ? result : new ReadResult.OfSeveral(FORMAT, parts);
    }

    private void aside() {
        if (root.get("spec").isObject()) {
            ledger.aside(root.get("spec"), "design document", "it is an API description of its own: import it as OpenAPI");
        }
        if (!root.list("testSuites").isEmpty()) {
            ledger.aside(root.get("testSuites"), "unit tests", "Postman's tests stand in scripts of the requests");
        }
        if (!root.get("cookieJar").list("cookies").isEmpty()) {
            ledger.aside(root.get("cookieJar").get("cookies"), "cookies", "cookies belong to a machine and not to a collection");
        }
    }

    private ReadResult environments(String name, Tracked environments) {
        var base = InsomniaEnvironments.variables(environments, "data", ledger);
        var parts = new ArrayList<ReadResult>();
        var subs = new ArrayList<Environment>();
        for (var sub : environments.list("subEnvironments")) {
            var own = environment(sub);
            if (!base.isEmpty()) {
                ledger.translated(sub.get("name"), "sub-environment", "environment with the base's values too", "Postman chooses one at a time");
            }
            subs.add(new Environment(own.name(), false, InsomniaEnvironments.merged(base, own.variables()), own.colour()));
        }
        environments.get("name").skip();
        ledger.close();
        parts.add(new ReadResult.OfEnvironment(FORMAT, new Environment(name, false, base, colour(environments)), ledger.report()));
        subs.forEach(sub -> parts.add(new ReadResult.OfEnvironment(FORMAT, sub, Report.EMPTY)));
        return parts.size() == 1 ? parts.getFirst() : new ReadResult.OfSeveral(FORMAT, parts);
    }

    private Environment environment(Tracked sub) {
        var name = sub.text("name");
        ledger.open(name, sub);
        var environment = new Environment(name.isEmpty() ? "Environment" : name, false, InsomniaEnvironments.variables(sub, "data", ledger), colour(sub));
        ledger.close();
        return environment;
    }

    static String colour(Tracked environment) {
        var colour = environment.get("color");
        return colour.isText() && String.valueOf(colour.peek()).matches("#[0-9a-fA-F]{6}") ? colour.text() : "";
    }

    private List<Item> items(Tracked list, String path, Inherited above, int depth) {
        var sorted = new ArrayList<>(list.list().stream().filter(Tracked::isObject).toList());
        sorted.sort(Comparator.comparingDouble(item -> order(item.get("meta").get("sortKey"))));
        return new ArrayList<>(sorted.stream().map(item -> item(item, path, above, depth)).toList());
    }

    /// Insomnia's order: by the sort key, the smallest first.
    static double order(Tracked key) {
        try {
            return key.absent() ? 0 : Double.parseDouble(key.text());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Item item(Tracked item, String path, Inherited above, int depth) {
        var id = item.get("meta").text("id");
        var given = item.text("name");
        var name = given.isEmpty() ? item.has("url") ? item.get("url").text() : "Unnamed folder" : given;
        ledger.open(path + name, item);
        Item result;
        if (item.has("children") || id.startsWith("fld_") || !item.has("url") && !item.has("method")) {
            var below = items.headers(item, above);
            if (depth + 1 >= Ledger.DEPTH) {
                ledger.aside(item.get("children"), "folder", "it is nested more than " + Ledger.DEPTH + " deep");
            }
            result = items.folder(item, name, depth + 1 >= Ledger.DEPTH ? List.of() : items(item.get("children"), path + name + " / ", below, depth + 1));
        } else if (!item.has("method") && !other(item, id).isEmpty()) {
            result = items.other(item, name, other(item, id));
        } else {
            result = items.request(item, name, above);
        }
        ledger.close();
        return result;
    }

    private static String other(Tracked item, String id) {
        if (id.startsWith("greq_") || item.has("protoMethodName") || item.has("protoFileId") || item.has("reflectionApi")) {
            return "gRPC request";
        }
        if (id.startsWith("socketio") || item.has("eventListeners")) {
            return "Socket.IO request";
        }
        return id.startsWith("ws-req") || String.valueOf(item.get("url").peek()).matches("(?i)wss?://.*") ? "WebSocket request" : "";
    }
}
