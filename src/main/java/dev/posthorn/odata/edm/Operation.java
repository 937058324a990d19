package dev.posthorn.odata.edm;

import java.util.List;

/// A function or an action of v4, one of its overloads.
///
/// @param name       with namespace
/// @param action     an action changes something and is called by POST; a function is read by GET
/// @param bound      whether it belongs to the type of its first parameter
/// @param composable whether a path may go on behind it
/// @param returns    null where nothing comes back
public record Operation(String name, boolean action, boolean bound, boolean composable, List<Parameter> parameters, TypeRef returns, Words words) {

    public record Parameter(String name, TypeRef type, Facets facets, Words words) {}

    public Operation {
        parameters = List.copyOf(parameters);
    }

    /// What the caller gives: all but the thing that it is bound to.
    public List<Parameter> given() {
        return bound && !parameters.isEmpty() ? parameters.subList(1, parameters.size()) : parameters;
    }

    /// The type that it is bound to, null where it is unbound.
    public TypeRef boundTo() {
        return bound && !parameters.isEmpty() ? parameters.getFirst().type() : null;
    }

    public String shortName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /// As people read it: `Discount(percent: Edm.Int32): Edm.Boolean`.
    public String signature() {
        var given = String.join(", ", given().stream().map(p -> p.name() + ": " + p.type()).toList());
        return shortName() + "(" + given + ")" + (returns == null ? "" : ": " + returns);
    }
}
