package dev.posthorn.ui.odata;

import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.EnumType;
import dev.posthorn.odata.edm.NamedType;
import dev.posthorn.odata.edm.Navigation;
import dev.posthorn.odata.edm.Operation;
import dev.posthorn.odata.edm.OperationImport;
import dev.posthorn.odata.edm.Property;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A line of the tree of a service: a set, a type, a property, a function …
///
/// @param detail its type, or what else is said beside the name
/// @param says   what the metadata tells people about it; "" where it says nothing
/// @param thing  what it stands for in the metadata; a list of entries for a heading
record Entry(Kind kind, String name, String detail, String says, Object thing) {

    enum Kind { HEADING, SET, SINGLETON, TYPE, CHOICE, KEY, PROPERTY, NAVIGATION, FUNCTION, ACTION, PARAMETER, MEMBER }

    /// A function or action that is called on a list of entities.
    record OnList(EntitySet set, Operation operation) {}

    static Entry of(EntitySet set, Edm edm) {
        var limits = edm.allowed(set).words();
        return new Entry(set.singleton() ? Kind.SINGLETON : Kind.SET, set.name(), shortName(set.type()) + (limits.isEmpty() ? "" : ", " + limits), set.words().all(), set);
    }

    static Entry of(NamedType type) {
        return switch (type) {
            case StructuredType s -> new Entry(Kind.TYPE, s.shortName(), (s.entity() ? "" : "complex") + (s.base().isEmpty() ? "" : " : " + shortName(s.base())), s.words().all(), s);
            case EnumType e -> new Entry(Kind.CHOICE, shortName(e.name()), e.flags() ? "several names" : "one of " + e.members().size() + " names", e.words().all(), e);
            case TypeDefinition d -> new Entry(Kind.CHOICE, shortName(d.name()), shortName(d.underlying()), d.words().all(), d);
        };
    }

    static Entry of(OperationImport imported) {
        var operation = imported.operation();
        return new Entry(imported.action() ? Kind.ACTION : Kind.FUNCTION, imported.name(), gives(operation),
                imported.words().all(), imported);
    }

    /// "many Product", "Int32"; "" for nothing.
    private static String gives(Operation operation) {
        var type = operation == null ? null : operation.returns();
        return type == null ? "" : (type.many() ? "many " : "") + shortName(type.name());
    }

    static String shortName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    boolean has(String words) {
        return name.toLowerCase(Locale.ROOT).contains(words);
    }

    /// What stands below it.
    List<Entry> below(Edm edm) {
        return switch (thing) {
            case List<?> entries -> entries.stream().map(Entry.class::cast).toList();
            case EntitySet set -> parts(edm.structured(set.type()), edm, set.singleton() ? null : set);
            case StructuredType type -> parts(type, edm, null);
            case Navigation navigation -> parts(edm.structured(navigation.target()), edm, null);
            case EnumType choice -> choice.members().stream().map(m -> new Entry(Kind.MEMBER, m.name(), m.value(), m.words().all(), m)).toList();
            case OperationImport imported -> imported.operation() == null ? List.of() : parameters(imported.operation());
            case Operation operation -> parameters(operation);
            case OnList(_, var operation) -> parameters(operation);
            case Property property when edm.structured(property.type().name()) != null -> parts(edm.structured(property.type().name()), edm, null);
            case Property property when edm.choice(property.type().name()) != null -> of(edm.choice(property.type().name())).below(edm);
            case null, default -> List.of();
        };
    }

    boolean leaf(Edm edm) {
        return switch (thing) {
            case EntitySet set -> edm.structured(set.type()) == null;
            case Navigation navigation -> edm.structured(navigation.target()) == null;
            case Property property -> edm.structured(property.type().name()) == null && edm.choice(property.type().name()) == null;
            case List<?> entries -> entries.isEmpty();
            case StructuredType _, EnumType _ -> false;
            case null, default -> below(edm).isEmpty();
        };
    }

    private static List<Entry> parameters(Operation operation) {
        return operation.given().stream().map(p -> new Entry(Kind.PARAMETER, p.name(), type(p.type().toString(), p.facets().nullable()), p.words().all(), p)).toList();
    }

    private static String type(String name, boolean nullable) {
        return name.replace("Edm.", "") + (nullable ? "" : ", needed");
    }

    /// @param list the set whose entities these are; null where it is none
    private static List<Entry> parts(StructuredType type, Edm edm, EntitySet list) {
        if (type == null) {
            return List.of();
        }
        var entries = new ArrayList<Entry>();
        var keys = edm.keys(type).stream().map(StructuredType.Key::path).toList();
        for (var property : edm.properties(type)) {
            var key = keys.contains(property.name());
            var length = property.facets().maxLength();
            entries.add(new Entry(key ? Kind.KEY : Kind.PROPERTY, property.name(), type(property.type() + (length.isEmpty() ? "" : "(" + length + ")"), property.facets().nullable() || key),
                    property.words().all(), property));
        }
        edm.navigations(type).forEach(n -> entries.add(new Entry(Kind.NAVIGATION, n.name(), (n.many() ? "many " : "") + shortName(n.target()), n.words().all(), n)));
        for (var operation : edm.boundTo(new dev.posthorn.odata.edm.TypeRef(type.name(), false))) {
            entries.add(bound(operation, "on one", operation));
        }
        if (list != null) {
            edm.boundTo(new dev.posthorn.odata.edm.TypeRef(type.name(), true)).forEach(o -> entries.add(bound(o, "on all", new OnList(list, o))));
        }
        return entries;
    }

    private static Entry bound(Operation operation, String on, Object thing) {
        return new Entry(operation.action() ? Kind.ACTION : Kind.FUNCTION, operation.shortName(), on + (operation.returns() == null ? "" : ", " + gives(operation)),
                operation.words().all(), thing);
    }

    /// The headings of a service with what stands below them.
    ///
    /// @param words only what has them in its name, or in the name of a property; "" for all
    static List<Entry> of(Edm edm, String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        var sets = edm.sets().stream().filter(s -> !s.singleton()).map(s -> of(s, edm)).filter(e -> e.fits(wanted, edm)).toList();
        var singles = edm.sets().stream().filter(EntitySet::singleton).map(s -> of(s, edm)).filter(e -> e.fits(wanted, edm)).toList();
        var imports = edm.imports().stream().map(Entry::of).filter(e -> e.fits(wanted, edm)).toList();
        var types = edm.types().stream().map(Entry::of).filter(e -> e.fits(wanted, edm)).toList();
        var headings = new ArrayList<Entry>();
        heading(headings, "Entity sets", sets);
        heading(headings, "Singletons", singles);
        heading(headings, "Functions and actions", imports);
        heading(headings, "Types", types);
        return headings;
    }

    private boolean fits(String wanted, Edm edm) {
        if (wanted.isEmpty() || has(wanted)) {
            return true;
        }
        var type = thing instanceof EntitySet set ? edm.structured(set.type()) : thing instanceof StructuredType own ? own : null;
        return type != null && (edm.properties(type).stream().anyMatch(p -> p.name().toLowerCase(Locale.ROOT).contains(wanted))
                || edm.navigations(type).stream().anyMatch(n -> n.name().toLowerCase(Locale.ROOT).contains(wanted)));
    }

    private static void heading(List<Entry> into, String name, List<Entry> entries) {
        if (!entries.isEmpty()) {
            into.add(new Entry(Kind.HEADING, name, Integer.toString(entries.size()), "", entries));
        }
    }
}
