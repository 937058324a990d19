package dev.posthorn.odata.query;

import dev.posthorn.odata.Nearest;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;

/// Follows a path of properties through the metadata, one step at a time.
final class PathTypes {

    private static final TypeRef NUMBER = new TypeRef("Edm.Int64", false);

    private final Edm edm;
    private final List<Fault> faults;

    PathTypes(Edm edm, List<Fault> faults) {
        this.edm = edm;
        this.faults = faults;
    }

    /// The type behind the step; null where it is not known, or wrong (then there is a fault).
    TypeRef after(TypeRef at, Expr.Step step) {
        if (step.name().equals("$count")) {
            if (at != null && !at.many()) {
                fault(step, "`$count` counts a list, and this is one value");
            }
            return NUMBER;
        }
        if (step.name().equals("any") && step.arguments() != null) {
            return new TypeRef("Edm.Boolean", false);
        }
        if (step.name().startsWith("$") || at == null) {
            return null;
        }
        if (step.name().indexOf('.') > 0) {
            return typeOrOperation(at, step);
        }
        var type = edm.structured(at.name());
        if (type == null) {
            return at.primitive() || edm.type(at.name()) != null ? noWay(at, step) : null;
        }
        if (at.many()) {
            fault(step, "This is a list: ask any(x:x/" + step.name() + " …) or all(…) of it");
            return null;
        }
        return member(type, step);
    }

    private void fault(Expr.Step step, String sentence) {
        faults.add(Fault.at(step.start(), step.start() + step.name().length(), sentence));
    }

    private TypeRef noWay(TypeRef at, Expr.Step step) {
        fault(step, "`" + step.name() + "` leads nowhere: what stands before it is " + Kind.of(at, edm).words());
        return null;
    }

    private TypeRef typeOrOperation(TypeRef at, Expr.Step step) {
        var type = edm.structured(step.name());
        if (type != null) {
            return new TypeRef(type.name(), at.many());
        }
        var overloads = edm.operations(step.name());
        return overloads.isEmpty() ? null : overloads.getFirst().returns();
    }

    private TypeRef member(StructuredType type, Expr.Step step) {
        var property = edm.property(type, step.name());
        if (property != null) {
            return property.type();
        }
        var navigation = edm.navigation(type, step.name());
        if (navigation != null) {
            return navigation.target().isEmpty() ? null : navigation.type();
        }
        if (!edm.line(type).stream().anyMatch(StructuredType::open) && complete(type)) {
            var near = Nearest.of(step.name(), names(edm, type));
            faults.add(new Fault(step.start(), step.start() + step.name().length(), "`" + type.shortName() + "` has no property `" + step.name() + "`"
                    + (near == null ? "" : "; did you mean `" + near + "`?"), near));
        }
        return null;
    }

    /// Whether all types that it extends are in the metadata.
    private boolean complete(StructuredType type) {
        return edm.line(type).getLast().base().isEmpty();
    }

    static List<String> names(Edm edm, StructuredType type) {
        var names = new ArrayList<String>();
        edm.properties(type).forEach(p -> names.add(p.name()));
        edm.navigations(type).forEach(n -> names.add(n.name()));
        return names;
    }
}
