package dev.posthorn.odata.edm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Turns what stands in a schema into types, sets and operations; what it does not know is noted and passed over.
final class SchemaReader {

    /// Known, and of no use to people who call the service.
    private static final Set<String> SILENT = Set.of("Using", "Annotation", "Documentation", "Term", "ValueTerm", "ValueAnnotation", "TypeAnnotation",
            "ReferentialConstraint", "Function.v3");

    private final EdmParts parts;
    private final Links links;
    private final ContainerReader containers;
    private String namespace = "";

    SchemaReader(EdmParts parts, Links links) {
        this.parts = parts;
        this.links = links;
        containers = new ContainerReader(parts, links);
    }

    void begin(Element schema) {
        namespace = schema.get("Namespace");
        if (!parts.namespaces.contains(namespace)) {
            parts.namespaces.add(namespace);
        }
    }

    void read(Element element) {
        switch (element.name) {
            case "EntityType" -> parts.add(structured(element, true));
            case "ComplexType" -> parts.add(structured(element, false));
            case "EnumType" -> parts.add(choice(element));
            case "TypeDefinition" -> parts.add(definition(element));
            case "Function", "Action" -> parts.add(operation(element));
            case "Association" -> links.association(named(element), element);
            case "EntityContainer" -> containers.read(element, namespace);
            case "Annotations" -> annotations(element);
            default -> {
                if (!SILENT.contains(element.name)) {
                    parts.note("`" + element.name + "` in the schema " + namespace + " was passed over" + element.place() + ".");
                }
            }
        }
    }

    private String named(Element element) {
        return parts.full(namespace.isEmpty() ? element.get("Name") : namespace + "." + element.get("Name"));
    }

    private StructuredType structured(Element element, boolean entity) {
        var name = named(element);
        var properties = new ArrayList<Property>();
        var navigations = new ArrayList<Navigation>();
        for (var child : element.children) {
            switch (child.name) {
                case "Property" -> properties.add(property(child));
                case "NavigationProperty" -> navigations.add(navigation(child, name));
                case "Key", "Annotation", "Documentation" -> { }
                default -> parts.note("`" + child.name + "` in the type " + name + " was passed over" + child.place() + ".");
            }
        }
        var hasStream = element.flag("HasStream") || element.flag("m:HasStream");
        return new StructuredType(name, entity, parts.full(element.get("BaseType"), namespace), element.flag("Abstract"), element.flag("OpenType"), hasStream,
                keys(element), properties, navigations, Told.words(element, parts));
    }

    private static List<StructuredType.Key> keys(Element type) {
        var key = type.first("Key");
        return key == null ? List.of() : key.all("PropertyRef").stream()
                .map(p -> new StructuredType.Key(p.get("Name"), p.has("Alias") ? p.get("Alias") : p.get("Name"))).toList();
    }

    private Property property(Element p) {
        var type = parts.type(p.get("Type"));
        if (p.get("CollectionKind").equals("List") || p.get("CollectionKind").equals("Bag")) {
            type = new TypeRef(type.name(), true);
        }
        var computed = p.get("store:StoreGeneratedPattern").equals("Identity") || p.get("store:StoreGeneratedPattern").equals("Computed") || Told.computed(p, parts);
        return new Property(p.get("Name").intern(), type, facets(p), Told.words(p, parts), computed, p.get("ConcurrencyMode").equals("Fixed"));
    }

    private static Facets facets(Element p) {
        return Facets.of(p.flag("Nullable", true), p.get("MaxLength"), p.get("Precision"), p.get("Scale"), p.get("SRID"),
                p.has("DefaultValue") ? p.get("DefaultValue") : null);
    }

    private Navigation navigation(Element n, String owner) {
        if (n.has("Relationship")) {
            links.navigation(owner, n);
            return new Navigation(n.get("Name"), "", false, true, "", false, Told.words(n, parts));
        }
        if (!n.has("Type")) {
            parts.note("`" + n.get("Name") + "` of " + owner + " leads nowhere: it has no type" + n.place() + ".");
        }
        var type = target(n.get("Type"));
        return new Navigation(n.get("Name").intern(), type.name(), type.many(), n.flag("Nullable", true), n.get("Partner"), n.flag("ContainsTarget"), Told.words(n, parts));
    }

    private TypeRef target(String text) {
        var many = text.startsWith("Collection(") && text.endsWith(")");
        return new TypeRef(parts.full(many ? text.substring(11, text.length() - 1) : text, namespace), many);
    }

    private EnumType choice(Element e) {
        var members = new ArrayList<EnumType.Member>();
        var next = 0L;
        for (var m : e.all("Member")) {
            var value = m.has("Value") ? m.get("Value") : Long.toString(next);
            next = number(value, next) + 1;
            members.add(new EnumType.Member(m.get("Name"), value, Told.words(m, parts)));
        }
        var underlying = e.has("UnderlyingType") ? parts.type(e.get("UnderlyingType")).name() : "Edm.Int32";
        return new EnumType(named(e), underlying, e.flag("IsFlags"), members, Told.words(e, parts));
    }

    private static long number(String text, long otherwise) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private TypeDefinition definition(Element e) {
        return new TypeDefinition(named(e), parts.type(e.get("UnderlyingType")).name(), facets(e), Told.words(e, parts));
    }

    private Operation operation(Element e) {
        var returned = e.first("ReturnType");
        var returns = returned != null ? type(returned) : e.has("ReturnType") ? parts.type(e.get("ReturnType")) : null;
        return new Operation(named(e), e.name.equals("Action"), e.flag("IsBound"), e.flag("IsComposable"), parameters(e, parts), returns, Told.words(e, parts));
    }

    static List<Operation.Parameter> parameters(Element e, EdmParts parts) {
        return e.all("Parameter").stream().map(p -> new Operation.Parameter(p.get("Name"), parts.type(p.get("Type")), facets(p), Told.words(p, parts))).toList();
    }

    /// In v3 a type may stand as an element within: `<CollectionType ElementType="…"/>`.
    private TypeRef type(Element e) {
        var list = e.first("CollectionType");
        return list == null ? parts.type(e.get("Type")) : new TypeRef(parts.type(list.get("ElementType")).name(), true);
    }

    /// `Annotations Target="Sales.Order/Number"`: words that stand apart from what they are about.
    private void annotations(Element e) {
        var target = e.get("Target");
        var slash = target.indexOf('/');
        var full = slash < 0 ? parts.full(target) : parts.full(target.substring(0, slash)) + target.substring(slash);
        parts.apart.merge(full, Told.words(e, parts), Words::or);
        if (slash > 0) {
            parts.allow(full.substring(full.indexOf('/') + 1), Allowed.of(e, parts));
        }
        if (Told.computed(e, parts)) {
            parts.computed.add(full);
        }
    }
}
