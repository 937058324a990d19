package dev.posthorn.odata.edm;

import dev.posthorn.odata.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that a service says about itself, with names resolved: aliases are replaced by namespaces, associations by their targets.
///
/// Lookups answer null, or an empty list, for what is not there: metadata may name types of other documents.
public final class Edm {

    /// Base types, and containers that extend each other, are followed no further: they may go in a circle.
    static final int DEEPEST = 64;

    private final Version version;
    private final List<String> namespaces;
    private final Map<String, NamedType> types;
    private final Map<String, List<Operation>> operations;
    private final Map<String, EntitySet> sets;
    private final Map<String, OperationImport> imports;
    private final List<String> references;
    private final List<String> notes;
    private final Map<String, List<String>> derived = new LinkedHashMap<>();
    private final Map<String, String> aliases;
    private final Map<String, Allowed> allowed;

    Edm(EdmParts parts) {
        version = parts.version;
        namespaces = List.copyOf(parts.namespaces);
        types = parts.types;
        operations = parts.operations;
        sets = parts.sets;
        imports = parts.imports;
        references = List.copyOf(parts.references);
        notes = List.copyOf(parts.notes);
        aliases = Map.copyOf(parts.aliases);
        allowed = Map.copyOf(parts.allowed);
        for (var type : types.values()) {
            if (type instanceof StructuredType s && !s.base().isEmpty()) {
                derived.computeIfAbsent(s.base(), _ -> new ArrayList<>()).add(s.name());
            }
        }
    }

    /// Metadata of a service that tells nothing but its sets, as a service document does.
    static Edm ofSets(Version version, Collection<EntitySet> sets, List<String> notes) {
        var parts = new EdmParts();
        parts.version = version;
        sets.forEach(s -> parts.sets.put(s.name(), s));
        parts.notes.addAll(notes);
        return new Edm(parts);
    }

    /// Nothing known: every name may be right.
    public static Edm unknown(Version version) {
        return ofSets(version, List.of(), List.of());
    }

    /// The highest version that the metadata is written for.
    public Version version() {
        return version;
    }

    /// Whether types are known; without them nothing can be checked.
    public boolean typed() {
        return !types.isEmpty();
    }

    public List<String> namespaces() {
        return namespaces;
    }

    public Collection<NamedType> types() {
        return types.values();
    }

    public NamedType type(String name) {
        var type = types.get(name);
        return type == null ? types.get(resolved(name)) : type;
    }

    /// The name with its alias, if it has one, replaced by the namespace.
    public String resolved(String name) {
        var dot = name.lastIndexOf('.');
        var namespace = dot < 0 ? null : aliases.get(name.substring(0, dot));
        return namespace == null ? name : namespace + name.substring(dot);
    }

    /// The entity or complex type of that name, null where there is none.
    public StructuredType structured(String name) {
        return type(name) instanceof StructuredType structured ? structured : null;
    }

    public EnumType choice(String name) {
        return type(name) instanceof EnumType choice ? choice : null;
    }

    /// The built-in type behind a name: itself, or what a type definition stands for.
    public String primitive(String name) {
        return type(name) instanceof TypeDefinition definition ? definition.underlying() : name;
    }

    /// The type and those that it extends, the type itself first.
    public List<StructuredType> line(StructuredType type) {
        var line = new ArrayList<StructuredType>();
        for (var t = type; t != null && line.size() < DEEPEST; t = t.base().isEmpty() ? null : structured(t.base())) {
            line.add(t);
        }
        return line;
    }

    /// Its properties with the inherited ones, those of the first ancestor first.
    public List<Property> properties(StructuredType type) {
        var all = new LinkedHashMap<String, Property>();
        line(type).reversed().forEach(t -> t.properties().forEach(p -> all.put(p.name(), p)));
        return List.copyOf(all.values());
    }

    public List<Navigation> navigations(StructuredType type) {
        var all = new LinkedHashMap<String, Navigation>();
        line(type).reversed().forEach(t -> t.navigations().forEach(n -> all.put(n.name(), n)));
        return List.copyOf(all.values());
    }

    public Property property(StructuredType type, String name) {
        for (var t : line(type)) {
            for (var property : t.properties()) {
                if (property.name().equals(name)) {
                    return property;
                }
            }
        }
        return null;
    }

    public Navigation navigation(StructuredType type, String name) {
        for (var t : line(type)) {
            for (var navigation : t.navigations()) {
                if (navigation.name().equals(name)) {
                    return navigation;
                }
            }
        }
        return null;
    }

    /// The key, its own or inherited.
    public List<StructuredType.Key> keys(StructuredType type) {
        return line(type).stream().map(StructuredType::keys).filter(k -> !k.isEmpty()).findFirst().orElse(List.of());
    }

    /// The type of a key: that of the property that its path leads to; text where that is not known.
    public TypeRef keyType(StructuredType type, StructuredType.Key key) {
        var at = type;
        TypeRef found = null;
        for (var step : key.path().split("/")) {
            var property = at == null ? null : property(at, step);
            if (property == null) {
                return TypeRef.STRING;
            }
            found = property.type();
            at = structured(found.name());
        }
        return found;
    }

    /// All types that extend it, near and far.
    public List<StructuredType> derived(StructuredType type) {
        var names = new LinkedHashSet<String>();
        collect(type.name(), names, 0);
        names.remove(type.name());
        return names.stream().map(this::structured).toList();
    }

    private void collect(String name, Set<String> into, int depth) {
        for (var child : derived.getOrDefault(name, List.of())) {
            if (depth < DEEPEST && into.add(child)) {
                collect(child, into, depth + 1);
            }
        }
    }

    /// Whether an entity of `name` is one of `base` as well.
    public boolean extend(String name, String base) {
        var type = structured(name);
        return name.equals(base) || type != null && line(type).stream().anyMatch(t -> t.name().equals(base));
    }

    public Collection<EntitySet> sets() {
        return sets.values();
    }

    public EntitySet set(String name) {
        return sets.get(name);
    }

    /// What can be done with the entities of a set, as far as the metadata says it.
    public Allowed allowed(EntitySet set) {
        return set == null ? Allowed.ALL : allowed.getOrDefault(set.name(), Allowed.ALL);
    }

    public Collection<OperationImport> imports() {
        return imports.values();
    }

    public OperationImport operationImport(String name) {
        return imports.get(name);
    }

    /// All functions and actions of v4, each overload.
    public List<Operation> operations() {
        return operations.values().stream().flatMap(List::stream).toList();
    }

    /// The overloads of a name with namespace.
    public List<Operation> operations(String name) {
        return operations.getOrDefault(name, operations.getOrDefault(resolved(name), List.of()));
    }

    /// The functions and actions that can be called on a value of the type.
    public List<Operation> boundTo(TypeRef type) {
        return operations().stream()
                .filter(o -> o.boundTo() != null && o.boundTo().many() == type.many() && extend(type.name(), o.boundTo().name())).toList();
    }

    /// The set that a navigation property of a set's entities leads into, null where the metadata does not say.
    public EntitySet target(EntitySet from, String navigation) {
        var bound = from.bindings().get(navigation);
        if (bound == null) {
            bound = from.bindings().entrySet().stream().filter(b -> b.getKey().endsWith("/" + navigation)).map(Map.Entry::getValue).findFirst().orElse(null);
        }
        return bound == null ? null : sets.get(bound.substring(bound.lastIndexOf('/') + 1));
    }

    /// Other documents that this one refers to. They are not fetched.
    public List<String> references() {
        return references;
    }

    /// What was passed over, one sentence each.
    public List<String> notes() {
        return notes;
    }
}
