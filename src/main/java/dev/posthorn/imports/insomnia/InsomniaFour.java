package dev.posthorn.imports.insomnia;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Report.Fate;
import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Item;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads an export of version 4 or before: all things of all workspaces in one list, tied together by `parentId`.
///
/// 1. Each workspace becomes a collection; what hangs on no workspace that is in the file makes one of its own.
/// 2. Environments as in version 5.
final class InsomniaFour {

    private static final Map<String, String> OTHER = Map.of("grpc_request", "gRPC request", "websocket_request", "WebSocket request", "socket_io_request", "Socket.IO request");

    private static final Map<String, String> BESIDE = Map.of("api_spec", "it is an API description of its own: import it as OpenAPI", "cookie_jar", "cookies belong to a machine and not to a collection",
            "unit_test", "Postman's tests stand in scripts of the requests", "unit_test_suite", "Postman's tests stand in scripts of the requests");

    private final Tracked root;
    private final String fallback;
    private final String format;
    private final Map<String, List<Tracked>> children = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    InsomniaFour(Tracked root, String fallback) {
        this.root = root;
        this.fallback = fallback;
        this.format = "Insomnia " + (root.text("__export_format").isEmpty() ? "4" : root.text("__export_format"));
    }

    ReadResult read() {
        root.skip("_type", "__export_format");
        var resources = root.list("resources").stream().filter(Tracked::isObject).toList();
        resources.forEach(r -> ids.add(r.text("_id")));
        resources.forEach(r -> children.computeIfAbsent(r.text("parentId"), _ -> new ArrayList<>()).add(r));
        var parts = new ArrayList<ReadResult>();
        resources.stream().filter(r -> r.text("_type").equals("workspace")).forEach(r -> parts.addAll(workspace(r)));
        var orphans = resources.stream().filter(r -> !r.text("_type").equals("workspace") && !ids.contains(r.text("parentId"))).toList();
        if (!orphans.isEmpty()) {
            parts.addAll(collection(root.get("nothing"), fallback, orphans));
        }
        rest(parts);
        return switch (parts.size()) {
            case 0 -> new ReadResult.NotOne("This is an Insomnia export, but there is no workspace and no request in it.", 0, 0);
            case 1 -> parts.getFirst();
            default -> new ReadResult.OfSeveral(format, parts);
        };
    }

    /// What hangs nowhere goes into the report of the first part.
    private void rest(List<ReadResult> parts) {
        var ledger = new Ledger(new Nunjucks());
        ledger.open("", root);
        ledger.close();
        var rows = ledger.report().rows().stream().filter(r -> r.fate() == Fate.ASIDE).toList();
        if (!parts.isEmpty() && !rows.isEmpty()) {
            parts.set(0, switch (parts.getFirst()) {
                case ReadResult.OfCollection(var f, var collection, var report) -> new ReadResult.OfCollection(f, collection, report.and(new Report(rows)));
                case ReadResult.OfEnvironment(var f, var environment, var report) -> new ReadResult.OfEnvironment(f, environment, report.and(new Report(rows)));
                case ReadResult.OfSeveral several -> several;
                case ReadResult.NotOne not -> not;
            });
        }
    }

    private List<ReadResult> workspace(Tracked workspace) {
        var name = workspace.text("name").isEmpty() ? fallback : workspace.text("name");
        return collection(workspace, name, children.getOrDefault(workspace.text("_id"), List.of()));
    }

    private List<ReadResult> collection(Tracked workspace, String name, List<Tracked> members) {
        var ledger = new Ledger(new Nunjucks());
        ledger.open("", workspace);
        var scope = workspace.text("scope");
        var parts = new ArrayList<ReadResult>();
        var base = new ArrayList<Entry>();
        var subs = new ArrayList<Environment>();
        for (var environment : members.stream().filter(m -> m.text("_type").equals("environment")).toList()) {
            base.addAll(environment(environment, subs, ledger, scope.equals("environment")).variables());
        }
        var items = new Walk(ledger).items(members, "", Inherited.NOTHING, 0);
        ledger.close();
        if (scope.equals("environment")) {
            parts.add(new ReadResult.OfEnvironment(format, new Environment(name, false, base), ledger.report()));
            subs.forEach(sub -> parts.add(new ReadResult.OfEnvironment(format, new Environment(sub.name(), false, InsomniaEnvironments.merged(base, sub.variables()), sub.colour()), Report.EMPTY)));
        } else {
            parts.add(new ReadResult.OfCollection(format, new Collection(name, workspace.text("description"), Auth.NONE, base, List.of(), Settings.NONE, items), ledger.report()));
            subs.forEach(sub -> parts.add(new ReadResult.OfEnvironment(format, sub, Report.EMPTY)));
        }
        return parts;
    }

    /// A base environment; its sub-environments are added to `subs`.
    private Environment environment(Tracked base, List<Environment> subs, Ledger ledger, boolean global) {
        var own = one(base, ledger, global ? "" : "variables of the collection");
        children.getOrDefault(base.text("_id"), List.of()).stream().sorted(Comparator.comparingDouble(e -> InsomniaFive.order(e.get("metaSortKey"))))
                .forEach(sub -> subs.add(one(sub, ledger, "")));
        return own;
    }

    private static Environment one(Tracked environment, Ledger ledger, String becomes) {
        var name = environment.text("name");
        ledger.open(name, environment);
        environment.text("metaSortKey");
        var variables = InsomniaEnvironments.variables(environment, "data", ledger);
        if (!becomes.isEmpty() && !variables.isEmpty()) {
            ledger.translated(environment.get("name"), "base environment", becomes, "they hold always, and the chosen environment wins over them");
        }
        var result = new Environment(name.isEmpty() ? "Environment" : name, false, variables, InsomniaFive.colour(environment));
        ledger.close();
        return result;
    }

    /// Walks the tree of one workspace. A resource is read once, also where the parents go round in a circle.
    private final class Walk {

        private final Ledger ledger;
        private final InsomniaItems reader;
        private final Set<String> seen = new HashSet<>();

        Walk(Ledger ledger) {
            this.ledger = ledger;
            this.reader = new InsomniaItems(ledger);
        }

        List<Item> items(List<Tracked> members, String path, Inherited above, int depth) {
            var sorted = new ArrayList<>(members);
            sorted.sort(Comparator.comparingDouble(m -> InsomniaFive.order(m.get("metaSortKey"))));
            var items = new ArrayList<Item>();
            for (var member : sorted) {
                var type = member.text("_type");
                if (!seen.add(member.pointer())) {
                    continue;
                }
                switch (type) {
                    case "request", "request_group", "grpc_request", "websocket_request", "socket_io_request" -> items.add(item(member, type, path, above, depth));
                    case "environment", "workspace" -> { }
                    default -> beside(member, type);
                }
            }
            return items;
        }

        /// Things of a workspace that are no requests, with what hangs on them.
        private void beside(Tracked member, String type) {
            var name = member.text("name");
            ledger.open(name.isEmpty() ? type.replace('_', ' ') : name, member);
            ledger.aside(member, type.replace('_', ' '), BESIDE.getOrDefault(type, "Postman's collections have no place for it"));
            ledger.close();
            children.getOrDefault(member.text("_id"), List.of()).stream().filter(inner -> seen.add(inner.pointer())).forEach(inner -> beside(inner, inner.text("_type")));
        }

        private Item item(Tracked item, String type, String path, Inherited above, int depth) {
            var given = item.text("name");
            var name = given.isEmpty() ? type.equals("request_group") ? "Unnamed folder" : item.text("url") : given;
            ledger.open(path + name, item);
            Item result;
            var inner = children.getOrDefault(item.text("_id"), List.of());
            if (type.equals("request_group")) {
                var below = reader.headers(item, above);
                var deep = depth + 1 >= Ledger.DEPTH;
                result = reader.folder(item, name, deep ? List.of() : items(inner, path + name + " / ", below, depth + 1));
            } else {
                result = type.equals("request") ? reader.request(item, name, above) : reader.other(item, name, OTHER.get(type));
                inner.stream().filter(i -> seen.add(i.pointer())).forEach(i -> beside(i, i.text("_type")));
            }
            ledger.close();
            return result;
        }
    }
}
