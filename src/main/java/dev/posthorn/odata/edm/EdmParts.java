package dev.posthorn.odata.edm;

import dev.posthorn.odata.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What has been read of a service's metadata so far.
final class EdmParts {

    /// More notes than this say nothing more.
    private static final int NOTES = 200;

    Version version = Version.V4;
    final List<String> namespaces = new ArrayList<>();
    final Map<String, String> aliases = new HashMap<>();
    final Map<String, NamedType> types = new LinkedHashMap<>();
    final Map<String, List<Operation>> operations = new LinkedHashMap<>();
    final Map<String, EntitySet> sets = new LinkedHashMap<>();
    final Map<String, OperationImport> imports = new LinkedHashMap<>();
    final List<String> references = new ArrayList<>();
    final Set<String> notes = new LinkedHashSet<>();
    /// `Annotations Target="…"` that stand apart from what they are about.
    final Map<String, Words> apart = new LinkedHashMap<>();
    final Set<String> computed = new LinkedHashSet<>();
    /// Name of a set → what can be done with its entities.
    final Map<String, Allowed> allowed = new HashMap<>();

    private final Map<String, String> seen = new HashMap<>();

    void note(String sentence) {
        if (notes.size() < NOTES) {
            notes.add(sentence);
        } else if (notes.size() == NOTES) {
            notes.add("There are more things that were passed over.");
        }
    }

    /// The name with its namespace in place of an alias. One object for each name: types are named over and over.
    String full(String name) {
        if (name == null) {
            return "";
        }
        return seen.computeIfAbsent(name, n -> {
            var dot = n.lastIndexOf('.');
            var namespace = dot < 0 ? null : aliases.get(n.substring(0, dot));
            return namespace == null ? n : namespace + n.substring(dot);
        });
    }

    /// The same for a name that lacks its namespace, as some services write it: then it is of the schema that it stands in.
    String full(String name, String namespace) {
        return name == null || name.isEmpty() || namespace.isEmpty() || name.indexOf('.') >= 0 ? full(name) : full(namespace + "." + name);
    }

    /// `Collection(Sales.Order)`, `Sales.Order`, or a built-in name without `Edm.`, as v1 writes it.
    TypeRef type(String text) {
        if (text == null || text.isEmpty()) {
            return TypeRef.STRING;
        }
        var many = text.startsWith("Collection(") && text.endsWith(")");
        var name = many ? text.substring(11, text.length() - 1) : text;
        return new TypeRef(full(name.indexOf('.') < 0 ? "Edm." + name : name), many);
    }

    void allow(String set, Allowed said) {
        if (!said.equals(Allowed.ALL)) {
            allowed.merge(set, said, Allowed::and);
        }
    }

    void add(NamedType type) {
        if (types.putIfAbsent(type.name(), type) != null) {
            note("The type `" + type.name() + "` is there twice; the first one counts.");
        }
    }

    void add(Operation operation) {
        operations.computeIfAbsent(operation.name(), _ -> new ArrayList<>()).add(operation);
    }
}
