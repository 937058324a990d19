package dev.posthorn.odata.edm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what a service offers at its root: entity sets, singletons, and functions and actions that can be called by name.
final class ContainerReader {

    /// A function or action import of v4, whose operation may be declared further down.
    private record Pending(Element element, boolean action) {}

    private final EdmParts parts;
    private final Links links;
    private final List<Pending> pending = new ArrayList<>();
    private int read;

    ContainerReader(EdmParts parts, Links links) {
        this.parts = parts;
        this.links = links;
        links.whenTypesAreKnown(this::finish);
    }

    void read(Element container, String namespace) {
        // Sets of a further container of v2 and v3 that is not the default one have its name before theirs.
        var apart = read++ > 0 && container.has("m:IsDefaultEntityContainer") && !container.flag("m:IsDefaultEntityContainer");
        var prefix = apart ? container.get("Name") + "." : "";
        for (var child : container.children) {
            switch (child.name) {
                case "EntitySet", "Singleton" -> set(child, named(container, child, prefix), namespace);
                case "FunctionImport" -> functionImport(child, prefix);
                case "ActionImport" -> pending.add(new Pending(child, true));
                case "AssociationSet" -> links.associationSet(child, prefix, namespace);
                case "Annotation", "Documentation" -> { }
                default -> parts.note("`" + child.name + "` in the container " + container.get("Name") + " was passed over" + child.place() + ".");
            }
        }
        var base = parts.full(container.get("Extends"));
        if (!base.isEmpty() && !base.startsWith(namespace + ".") && parts.namespaces.stream().noneMatch(n -> base.startsWith(n + "."))) {
            parts.note("The container extends `" + base + "`, which is not in this document; its sets are missing here.");
        }
    }

    /// Where another container has a set of that name already, the name of this one's stands before it, so that none is lost.
    private String named(Element container, Element set, String prefix) {
        var name = prefix + set.get("Name");
        return parts.sets.containsKey(name) && prefix.isEmpty() ? container.get("Name") + "." + name : name;
    }

    private void set(Element e, String name, String namespace) {
        Map<String, String> bindings = new LinkedHashMap<>();
        for (var binding : e.all("NavigationPropertyBinding")) {
            bindings.put(binding.get("Path"), binding.get("Target"));
        }
        parts.allow(name, Allowed.of(e, parts));
        var type = parts.full(e.has("EntityType") ? e.get("EntityType") : e.get("Type"), namespace);
        parts.sets.putIfAbsent(name, new EntitySet(name, type, e.name.equals("Singleton"), name, bindings, Told.words(e, parts)));
    }

    private void functionImport(Element e, String prefix) {
        if (e.has("Function")) {
            pending.add(new Pending(e, false));
            return;
        }
        var returned = e.first("ReturnType");
        var returns = e.has("ReturnType") ? parts.type(e.get("ReturnType")) : returned == null ? null : parts.type(returned.get("Type"));
        var method = e.has("m:HttpMethod") ? e.get("m:HttpMethod") : e.flag("IsSideEffecting", returns == null) ? "POST" : "GET";
        var name = prefix + e.get("Name");
        // With a method of its own it is a service operation, whose parameters always stand in the URL.
        var action = !e.has("m:HttpMethod") && !method.equals("GET");
        var words = Told.words(e, parts);
        var operation = new Operation(name, action, e.flag("IsBindable"), e.flag("IsComposable"), SchemaReader.parameters(e, parts), returns, words);
        if (operation.bound()) {
            // Of v3: called on an entity, by its name alone or with the container's before it.
            parts.add(operation);
            return;
        }
        parts.imports.putIfAbsent(name, new OperationImport(name, method, operation, e.get("EntitySet"), List.of(operation), words));
    }

    private void finish() {
        for (var import_ : pending) {
            var e = import_.element();
            var called = parts.full(e.get(import_.action() ? "Action" : "Function"));
            var overloads = parts.operations.getOrDefault(called, List.of()).stream().filter(o -> !o.bound() && o.action() == import_.action()).toList();
            if (overloads.isEmpty()) {
                parts.note("`" + e.get("Name") + "` calls `" + called + "`, which is not in this document" + e.place() + ".");
                overloads = List.of(new Operation(called, import_.action(), false, false, List.of(), null, Words.NONE));
            }
            var words = Told.words(e, parts).or(overloads.getFirst().words());
            parts.imports.putIfAbsent(e.get("Name"),
                    new OperationImport(e.get("Name"), import_.action() ? "POST" : "GET", overloads.getFirst(), e.get("EntitySet"), overloads, words));
        }
    }
}
