package dev.posthorn.odata.edm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds where navigation properties of v2 and v3 lead: their metadata names an association, whose ends name the types and how many there are.
final class Links {

    private record End(String type, String multiplicity) {}

    private record Way(String relationship, String from, String to) {}

    private final EdmParts parts;
    private final Map<String, Map<String, End>> associations = new HashMap<>();
    /// Owner's type → name of the navigation property → its way.
    private final Map<String, Map<String, Way>> ways = new HashMap<>();
    /// Association → role → sets that its entities are in.
    private final Map<String, List<Map<String, String>>> associationSets = new HashMap<>();
    private final List<Runnable> later = new ArrayList<>();

    Links(EdmParts parts) {
        this.parts = parts;
    }

    void whenTypesAreKnown(Runnable step) {
        later.add(step);
    }

    void association(String name, Element e) {
        var ends = new HashMap<String, End>();
        for (var end : e.all("End")) {
            ends.put(end.get("Role"), new End(parts.full(end.get("Type"), namespace(name)), end.get("Multiplicity")));
        }
        associations.put(name, ends);
    }

    void navigation(String owner, Element n) {
        ways.computeIfAbsent(owner, _ -> new LinkedHashMap<>())
                .put(n.get("Name"), new Way(parts.full(n.get("Relationship"), namespace(owner)), n.get("FromRole"), n.get("ToRole")));
    }

    private static String namespace(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    void associationSet(Element e, String prefix, String namespace) {
        var roles = new HashMap<String, String>();
        for (var end : e.all("End")) {
            roles.put(end.get("Role"), prefix + end.get("EntitySet"));
        }
        associationSets.computeIfAbsent(parts.full(e.get("Association"), namespace), _ -> new ArrayList<>()).add(roles);
    }

    /// Everything has been read: puts targets and bindings where they belong.
    void finish() {
        ways.forEach((owner, named) -> {
            if (parts.types.get(owner) instanceof StructuredType type) {
                var resolved = type.navigations().stream().map(n -> named.containsKey(n.name()) ? resolved(owner, n, named.get(n.name())) : n).toList();
                parts.types.put(owner, with(type, resolved));
            }
        });
        bind();
        later.forEach(Runnable::run);
        tell();
    }

    private static StructuredType with(StructuredType t, List<Navigation> navigations) {
        return new StructuredType(t.name(), t.entity(), t.base(), t.isAbstract(), t.open(), t.hasStream(), t.keys(), t.properties(), navigations, t.words());
    }

    private Navigation resolved(String owner, Navigation n, Way way) {
        var end = associations.getOrDefault(way.relationship(), Map.of()).get(way.to());
        if (end == null) {
            parts.note("`" + n.name() + "` of " + owner + " leads nowhere: the association `" + way.relationship() + "` with the role `" + way.to() + "` is missing.");
            return n;
        }
        return new Navigation(n.name(), end.type(), end.multiplicity().equals("*"), !end.multiplicity().equals("1"), partner(end.type(), way), false, n.words());
    }

    private String partner(String target, Way way) {
        for (var back : ways.getOrDefault(target, Map.of()).entrySet()) {
            var other = back.getValue();
            if (other.relationship().equals(way.relationship()) && other.from().equals(way.to()) && other.to().equals(way.from())) {
                return back.getKey();
            }
        }
        return "";
    }

    private void bind() {
        if (associationSets.isEmpty()) {
            return;
        }
        var found = new HashMap<String, Map<String, String>>();
        ways.values().forEach(named -> named.forEach((name, way) -> {
            for (var roles : associationSets.getOrDefault(way.relationship(), List.of())) {
                var from = roles.get(way.from());
                var to = roles.get(way.to());
                if (from != null && to != null) {
                    found.computeIfAbsent(from, _ -> new LinkedHashMap<>()).put(name, to);
                }
            }
        }));
        parts.sets.replaceAll((name, set) -> found.containsKey(name) && set.bindings().isEmpty()
                ? new EntitySet(name, set.type(), set.singleton(), set.url(), found.get(name), set.words()) : set);
    }

    /// Words that stood apart from what they are about are put there.
    private void tell() {
        if (parts.apart.isEmpty() && parts.computed.isEmpty()) {
            return;
        }
        parts.types.replaceAll((name, type) -> type instanceof StructuredType t ? told(t) : type);
        parts.sets.replaceAll((_, set) -> {
            for (var target : parts.apart.keySet()) {
                if (target.endsWith("/" + set.name())) {
                    return set.withWords(set.words().or(parts.apart.get(target)));
                }
            }
            return set;
        });
    }

    private StructuredType told(StructuredType t) {
        var words = t.words().or(parts.apart.getOrDefault(t.name(), Words.NONE));
        var properties = t.properties().stream().map(p -> {
            var path = t.name() + "/" + p.name();
            var more = parts.apart.get(path);
            var worded = more == null ? p : p.withWords(p.words().or(more));
            return parts.computed.contains(path) ? worded.asComputed() : worded;
        }).toList();
        var navigations = t.navigations().stream().map(n -> {
            var more = parts.apart.get(t.name() + "/" + n.name());
            return more == null ? n : n.withWords(n.words().or(more));
        }).toList();
        return new StructuredType(t.name(), t.entity(), t.base(), t.isAbstract(), t.open(), t.hasStream(), t.keys(), properties, navigations, words);
    }
}
