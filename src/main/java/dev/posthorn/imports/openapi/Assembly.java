package dev.posthorn.imports.openapi;

import dev.posthorn.model.Collection;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts a collection together from a description: its servers, its authorization, its operations in their folders.
final class Assembly {

    private final Spec spec;
    private final Grouping grouping;
    private final String fallbackName;
    private final Variables variables = new Variables();

    Assembly(Spec spec, Grouping grouping, String fallbackName) {
        this.spec = spec;
        this.grouping = grouping;
        this.fallbackName = fallbackName;
    }

    Collection collection() {
        var root = spec.root();
        root.skip("openapi", "swagger", "jsonSchemaDialect", "$schema", "$self");
        var servers = new Servers(spec, variables);
        var schemes = new Schemes(spec, variables);
        var requests = new Requests(spec, servers, schemes, variables);
        var made = new LinkedHashMap<Operation, RequestItem>();
        var ids = new HashSet<String>();
        operations().forEach(operation -> made.put(operation, requests.item(operation, id(ids, operation.tree().pointer()))));
        var items = grouping == Grouping.PATHS ? byPath(List.copyOf(made.entrySet())) : byTag(made);
        items.forEach(item -> name(item, ""));
        return new Collection(title(), description(), schemes.common(), variables.entries(), List.of(), Settings.NONE, items);
    }

    private static String id(HashSet<String> taken, String pointer) {
        var id = pointer;
        for (var number = 2; !taken.add(id); number++) {
            id = pointer + "#" + number;
        }
        return id;
    }

    private void name(Item item, String above) {
        var path = above.isEmpty() ? item.name() : above + " / " + item.name();
        if (item instanceof dev.posthorn.model.Folder folder) {
            folder.items().forEach(below -> name(below, path));
        } else {
            spec.ledger().item(item.id(), path);
        }
    }

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        var paths = spec.root().get("paths");
        for (var path : paths.keys()) {
            var item = path.startsWith("x-") ? Tracked.of(null) : spec.resolve(paths.get(path));
            for (var method : item.keys()) {
                if (Operation.METHODS.contains(method) && item.get(method).isObject()) {
                    var operation = spec.resolve(item.get(method));
                    operations.add(new Operation(path, method, item, operation.isObject() ? operation : item.get(method)));
                }
            }
            var more = item.get("additionalOperations");
            more.keys().stream().filter(m -> more.get(m).isObject()).forEach(m -> operations.add(new Operation(path, m, item, more.get(m))));
        }
        return operations;
    }

    private List<Item> byPath(List<Map.Entry<Operation, RequestItem>> made) {
        return Folders.byPath(made.stream().map(e -> new Folders.Placed(Folders.parts(e.getKey().path()), e.getValue())).toList());
    }

    private List<Item> byTag(Map<Operation, RequestItem> made) {
        var folders = new LinkedHashMap<String, List<Item>>();
        var described = new LinkedHashMap<String, Tracked>();
        for (var tag : spec.root().list("tags")) {
            described.putIfAbsent(tag.get("name").peek() instanceof String name ? name : "", tag);
            folders.put(tag.get("name").peek() instanceof String name ? name : "", new ArrayList<>());
        }
        var loose = new ArrayList<Map.Entry<Operation, RequestItem>>();
        made.entrySet().forEach(entry -> {
            var tags = entry.getKey().tree().list("tags");
            if (tags.isEmpty() || tags.getFirst().text().isBlank()) {
                loose.add(entry);
                return;
            }
            folders.computeIfAbsent(tags.getFirst().text(), _ -> new ArrayList<>()).add(entry.getValue());
            tags.stream().skip(1).forEach(tag -> spec.ledger().aside(tag.pointer(), "the tag " + Spec.shortened(tag.text()), "a request stands in one folder, that of its first tag"));
        });
        var items = new ArrayList<Item>();
        folders.forEach((name, requests) -> {
            if (!requests.isEmpty()) {
                items.add(Folders.folder("tag:" + name, name, about(described.get(name)), requests));
            }
        });
        described.values().stream().filter(tag -> !tag.unread().isEmpty() && folders.get(String.valueOf(tag.get("name").peek())) instanceof List<Item> list && list.isEmpty())
                .forEach(tag -> spec.ledger().leave(tag.pointer(), "no request has this tag"));
        items.addAll(byPath(loose));
        return items;
    }

    private static String about(Tracked tag) {
        if (tag == null) {
            return "";
        }
        tag.text("name");
        return (tag.text("description").strip() + docs(tag)).strip();
    }

    /// A link to the page about this, as Markdown behind a description.
    static String docs(Tracked described) {
        var docs = described.get("externalDocs");
        var url = docs.text("url").strip();
        var text = docs.text("description").strip();
        return url.isEmpty() ? "" : "\n\n[" + (text.isEmpty() ? url : text) + "](" + url + ")";
    }

    private String title() {
        var title = spec.root().get("info").text("title").strip();
        return title.isEmpty() ? fallbackName : title;
    }

    private String description() {
        var info = spec.root().get("info");
        var parts = new ArrayList<String>();
        parts.add(info.text("summary"));
        parts.add(spec.resolve(info.get("description")).text());
        parts.add(info.text("version").isEmpty() ? "" : "**Version** " + info.text("version"));
        parts.add(linked("Terms of service", "", info.text("termsOfService")));
        var contact = info.get("contact");
        parts.add(linked("Contact", List.of(contact.text("name"), contact.text("email")).stream().filter(s -> !s.isBlank()).collect(Collectors.joining(", ")), contact.text("url")));
        var license = info.get("license");
        parts.add(linked("License", license.text("name").isEmpty() ? license.text("identifier") : license.text("name"), license.text("url")));
        parts.add(docs(spec.root()));
        return parts.stream().map(String::strip).filter(p -> !p.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private static String linked(String label, String text, String url) {
        return text.isBlank() && url.isBlank() ? "" : "**" + label + "** " + (url.isBlank() ? text : "[" + (text.isBlank() ? url : text) + "](" + url + ")");
    }
}
