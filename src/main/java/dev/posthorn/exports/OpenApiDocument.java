package dev.posthorn.exports;

import dev.posthorn.model.Auth;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes the tree of an OpenAPI 3.1 description from a collection.
///
/// 1. A folder with requests is a tag, folders in folders are "A / B".
/// 2. Requests of the same path and method are one operation: what the later ones add becomes further examples, and a row says so.
final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Pattern VERSION = Pattern.compile("(?m)^\\*\\*Version\\*\\* (\\S.*)$\\n?");

    private final Collection collection;
    private final ExportRows rows;
    private final OpenApiSecurity security;
    private final OpenApiParameters parameters;
    private final OpenApiBody bodies;
    private final OpenApiServers servers;
    private final List<Placed> requests = new ArrayList<>();
    private final List<Object> tags = new ArrayList<>();
    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Map<String, OpenApiAddress> shapes = new HashMap<>();
    private final Map<String, String> firsts = new HashMap<>();
    private final Set<String> ids = new HashSet<>();

    /// @param auth what holds for it, from itself or the nearest folder; inherited where the collection decides
    private record Placed(RequestItem item, String path, String tag, Auth auth, OpenApiAddress address) {}

    OpenApiDocument(Collection collection, ExportRows rows) {
        this.collection = collection;
        this.rows = rows;
        security = new OpenApiSecurity(rows);
        parameters = new OpenApiParameters(collection.variables(), rows);
        bodies = new OpenApiBody(rows);
        place(collection.items(), "", Auth.INHERIT);
        servers = new OpenApiServers(collection.variables(), requests.stream().map(r -> r.address().server()).filter(s -> !s.isEmpty()).toList(), rows);
    }

    private void place(List<Item> items, String above, Auth inherited) {
        for (var item : items) {
            var path = above.isEmpty() ? item.name() : above + " / " + item.name();
            switch (item) {
                case RequestItem request -> requests.add(new Placed(request, path, above, own(request.request().auth(), inherited), OpenApiAddress.of(request.request())));
                case Folder folder -> {
                    if (folder.items().stream().anyMatch(RequestItem.class::isInstance) || !folder.description().isEmpty()) {
                        tags.add(folder.description().isEmpty() ? OpenApiSecurity.map("name", path) : OpenApiSecurity.map("name", path, "description", folder.description()));
                    }
                    if (!above.isEmpty()) {
                        rows.translated(path, folder.id(), "a folder in a folder", "the tag \"" + path + "\"", "tags do not nest");
                    }
                    place(folder.items(), path, own(folder.auth(), inherited));
                }
                case OtherItem _, BadItem _ -> { }
            }
        }
    }

    private static Auth own(Auth auth, Auth inherited) {
        return auth.inherited() ? inherited : auth;
    }

    Map<String, Object> tree() {
        requests.forEach(this::operation);
        rows.noPlace(collection, "an OpenAPI description");
        variables();
        var tree = OpenApiSecurity.map("openapi", "3.1.0", "info", info());
        var all = servers.all();
        if (!all.isEmpty()) {
            tree.put("servers", all);
        }
        if (!collection.auth().type().equals("noauth")) {
            tree.put("security", security.of(collection.auth(), "", ""));
        }
        if (!tags.isEmpty()) {
            tree.put("tags", distinct(tags));
        }
        tree.put("paths", paths);
        if (!security.schemes().isEmpty()) {
            tree.put("components", OpenApiSecurity.map("securitySchemes", security.schemes()));
        }
        return tree;
    }

    private List<Object> distinct(List<Object> all) {
        var byName = new LinkedHashMap<Object, Object>();
        all.forEach(tag -> byName.putIfAbsent(((Map<?, ?>) tag).get("name"), tag));
        return new ArrayList<>(byName.values());
    }

    private Map<String, Object> info() {
        var version = VERSION.matcher(collection.description());
        var found = version.find();
        var info = OpenApiSecurity.map("title", collection.name());
        var description = found ? version.replaceFirst("").strip() : collection.description();
        if (!description.isBlank()) {
            info.put("description", description);
        }
        info.put("version", found ? version.group(1).strip() : "1.0.0");
        return info;
    }

    private void variables() {
        var used = new LinkedHashSet<String>();
        requests.forEach(r -> {
            used.addAll(OpenApiServers.names(r.address().server()));
            r.address().inserted().values().forEach(raw -> used.addAll(OpenApiServers.names(raw)));
        });
        for (var i = 0; i < 5; i++) {
            collection.variables().stream().filter(v -> used.contains(v.key())).toList().forEach(v -> used.addAll(OpenApiServers.names(v.value())));
        }
        for (Entry variable : collection.variables()) {
            if (!used.contains(variable.key())) {
                rows.aside("", "/variable", "the variable " + variable.key(), "an OpenAPI description has variables of servers only");
            }
        }
    }

    private void operation(Placed placed) {
        var request = placed.item().request();
        var method = request.method().toLowerCase(Locale.ROOT);
        var pointer = placed.item().id();
        if (!METHODS.contains(method)) {
            rows.aside(placed.path(), pointer, "a request with the method " + request.method(), "OpenAPI 3.1 has no such method");
            return;
        }
        var first = shapes.computeIfAbsent(placed.address().shape(), _ -> placed.address());
        var made = made(placed, placed.address().renamed(first));
        var path = OpenApiAnswers.object(paths, first.path());
        var key = method + " " + first.path();
        if (path.get(method) instanceof Map<?, ?>) {
            merge(OpenApiAnswers.object(path, method), made, placed);
            rows.translated(placed.path(), pointer, "the request " + placed.item().name(), "further examples of \"" + firsts.get(key) + "\"",
                    "OpenAPI has one operation for a method and path");
        } else {
            path.put(method, made);
            firsts.put(key, placed.item().name());
            rows.kept(placed.path(), pointer, 1);
        }
    }

    private Map<String, Object> made(Placed placed, Map<String, String> names) {
        var request = placed.item().request();
        var pointer = placed.item().id();
        var operation = new LinkedHashMap<String, Object>();
        if (!placed.tag().isEmpty()) {
            operation.put("tags", new ArrayList<>(List.of(placed.tag())));
        }
        operation.put("summary", placed.item().name());
        var deprecated = request.description().startsWith("**Deprecated.**");
        var description = deprecated ? request.description().substring("**Deprecated.**".length()).strip() : request.description();
        if (!description.isBlank()) {
            operation.put("description", description);
        }
        operation.put("operationId", id(placed.item().name()));
        if (deprecated) {
            operation.put("deprecated", true);
        }
        if (!servers.isCommon(placed.address().server()) && !placed.address().server().isEmpty()) {
            operation.put("servers", servers.of(placed.address().server()));
        }
        auth(operation, placed);
        var given = parameters.of(request, placed.address(), names, placed.path(), pointer);
        if (!given.isEmpty()) {
            operation.put("parameters", given);
        }
        var content = bodies.of(request, placed.path(), pointer);
        if (content != null) {
            operation.put("requestBody", OpenApiSecurity.map("content", OpenApiSecurity.map(content.type(), content.media())));
        }
        var accepted = request.headers().stream().filter(h -> h.enabled() && h.key().equalsIgnoreCase("accept")).map(Entry::value).findFirst().orElse("");
        OpenApiAnswers.add(OpenApiAnswers.object(operation, "responses"), placed.item().examples(), accepted, placed.path(), pointer, rows);
        return operation;
    }

    /// A header Authorization that the user wrote by hand is an authorization, too.
    private void auth(Map<String, Object> operation, Placed placed) {
        var auth = placed.auth();
        var header = placed.item().request().headers().stream().filter(h -> h.enabled() && h.key().equalsIgnoreCase("authorization")).findFirst();
        if (header.isPresent() && (auth.inherited() || auth.type().equals("noauth"))) {
            var value = header.get().value();
            auth = value.matches("(?i)bearer .*") ? new Auth("bearer", Map.of("token", value.substring(7)))
                    : value.matches("(?i)basic .*") ? new Auth("basic", Map.of("password", value.substring(6)))
                    : new Auth("apikey", Map.of("key", header.get().key(), "value", value, "in", "header"));
            rows.translated(placed.path(), placed.item().id(), "the header Authorization", "the authorization " + auth.type(), "OpenAPI says it by security");
        }
        if (!auth.inherited()) {
            operation.put("security", security.of(auth, placed.path(), placed.item().id()));
        }
    }

    private void merge(Map<String, Object> operation, Map<String, Object> more, Placed placed) {
        mergeParameters(operation, more);
        if (more.get("requestBody") instanceof Map<?, ?> body && body.get("content") instanceof Map<?, ?> content) {
            var into = OpenApiAnswers.object(OpenApiAnswers.object(operation, "requestBody"), "content");
            content.forEach((type, media) -> mergeMedia(into, String.valueOf(type), (Map<?, ?>) media, placed.item().name(), operation));
        }
        if (!placed.item().examples().isEmpty()) {
            OpenApiAnswers.add(OpenApiAnswers.object(operation, "responses"), placed.item().examples(), "", placed.path(), placed.item().id(), rows);
        }
    }

    private static void mergeMedia(Map<String, Object> into, String type, Map<?, ?> media, String name, Map<String, Object> operation) {
        var known = OpenApiAnswers.object(into, type);
        if (known.containsKey("example")) {
            OpenApiAnswers.put(known, String.valueOf(operation.get("summary")), known.remove("example"));
        }
        if (media.get("schema") != null) {
            known.putIfAbsent("schema", media.get("schema"));
        }
        if (media.get("example") != null) {
            OpenApiAnswers.put(known, name, media.get("example"));
        }
    }

    /// What only a later request has is not required.
    private static void mergeParameters(Map<String, Object> operation, Map<String, Object> more) {
        var all = new LinkedHashMap<String, Object>();
        if (operation.get("parameters") instanceof List<?> list) {
            list.forEach(p -> all.put(key(p), p));
        }
        if (more.get("parameters") instanceof List<?> list) {
            for (var parameter : list) {
                if (!all.containsKey(key(parameter))) {
                    ((Map<?, ?>) parameter).remove("required");
                    all.put(key(parameter), parameter);
                }
            }
        }
        if (!all.isEmpty()) {
            operation.put("parameters", new ArrayList<>(all.values()));
        }
    }

    private static String key(Object parameter) {
        return ((Map<?, ?>) parameter).get("in") + " " + ((Map<?, ?>) parameter).get("name");
    }

    /// A name for programs: "getUser", "getUser2".
    private String id(String name) {
        var words = name.split("[^A-Za-z0-9]+");
        var id = new StringBuilder();
        for (var word : words) {
            if (!word.isEmpty()) {
                id.append(id.isEmpty() ? Character.toLowerCase(word.charAt(0)) : Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        var base = id.isEmpty() ? "operation" : id.toString();
        var unique = base;
        for (var number = 2; !ids.add(unique); number++) {
            unique = base + number;
        }
        return unique;
    }
}
