package dev.posthorn.odata.query;

import dev.posthorn.odata.Nearest;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.EntitySet;
import dev.posthorn.odata.edm.Operation;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.List;

/// Where the path of a query leads: a list of entities, one entity, a value.
///
/// @param type      what is there; null where it is not known
/// @param set       the set that the entities are in, null where they are in none or it is not known
/// @param operation the function or action at its end, else null
/// @param faults    what is wrong with the path; places count in `Segment.toString` of the segment, named in the sentence
public record Destination(TypeRef type, EntitySet set, Operation operation, List<Fault> faults) {

    public Destination {
        faults = List.copyOf(faults);
    }

    /// The type of one entity there; null where it is none, or not known.
    public StructuredType structured(Edm edm) {
        return type == null ? null : edm.structured(type.name());
    }

    public boolean many() {
        return type != null && type.many();
    }

    public static Destination of(Query query, Edm edm) {
        var walk = new Walk(edm);
        query.path().forEach(walk::step);
        return new Destination(walk.type, walk.set, walk.operation, walk.faults);
    }

    private static final class Walk {
        private final Edm edm;
        private final List<Fault> faults = new ArrayList<>();
        private TypeRef type;
        private EntitySet set;
        private Operation operation;
        private boolean begun;
        private boolean lost;

        private Walk(Edm edm) {
            this.edm = edm;
        }

        private void lose(Segment segment, String sentence) {
            if (sentence != null) {
                faults.add(Fault.at(0, segment.name().length(), sentence));
            }
            type = null;
            set = null;
            lost = true;
        }

        private void step(Segment segment) {
            operation = null;
            if (lost || segment.name().contains("{{")) {
                lost = true;
                type = null;
                set = null;
            } else if (!begun) {
                begun = true;
                first(segment);
            } else {
                further(segment);
            }
        }

        private void first(Segment segment) {
            var found = edm.set(segment.name());
            if (found != null) {
                set = found;
                type = found.type().isEmpty() ? null : new TypeRef(found.type(), !found.singleton());
                lost = type == null;
                keyed(segment);
                return;
            }
            var imported = edm.operationImport(segment.name());
            if (imported != null) {
                operation = imported.operation();
                type = operation.returns();
                set = edm.set(imported.set());
                return;
            }
            var names = new ArrayList<String>();
            edm.sets().forEach(s -> names.add(s.name()));
            edm.imports().forEach(i -> names.add(i.name()));
            var silent = names.isEmpty() || segment.name().startsWith("$") || edm.notes().stream().anyMatch(n -> n.startsWith("The container extends"));
            lose(segment, silent ? null : "The service has no set `" + segment.name() + "`" + Nearest.hint(segment.name(), names));
        }

        private void keyed(Segment segment) {
            if (segment.keys() != null && type != null && type.many()) {
                type = type.one();
                checkKey(segment);
            }
        }

        private void checkKey(Segment segment) {
            var structured = edm.structured(type.name());
            if (structured == null) {
                return;
            }
            var names = edm.keys(structured).stream().map(StructuredType.Key::alias).toList();
            for (var part : segment.keys()) {
                if (!part.name().isEmpty() && !names.isEmpty() && !names.contains(part.name())) {
                    faults.add(Fault.at(0, segment.toString().length(), "`" + part.name() + "` is no part of the key of " + structured.shortName() + ", which is " + String.join(", ", names)));
                }
            }
            if (names.size() > 1 && segment.keys().size() == 1 && segment.keys().getFirst().name().isEmpty()) {
                faults.add(Fault.at(0, segment.toString().length(), "The key of " + structured.shortName() + " has " + names.size() + " parts: " + String.join("=…, ", names) + "=…"));
            }
        }

        private void further(Segment segment) {
            var name = segment.name();
            if (name.equals("$count") || name.equals("$value")) {
                type = new TypeRef(name.equals("$count") ? "Edm.Int64" : "Edm.String", false);
                set = null;
            } else if (name.equals("$ref") || name.equals("$links")) {
                return;
            } else if (name.startsWith("$") || type == null) {
                lose(segment, null);
            } else if (edm.structured(name) != null) {
                type = new TypeRef(edm.structured(name).name(), type.many());
                keyed(segment);
            } else if (!operation(segment)) {
                member(segment);
            }
        }

        private boolean operation(Segment segment) {
            var overloads = edm.operations(segment.name());
            var here = overloads.stream().filter(o -> o.boundTo() != null && o.boundTo().many() == type.many() && edm.extend(type.name(), o.boundTo().name())).toList();
            if (here.isEmpty() && overloads.isEmpty()) {
                return false;
            }
            operation = (here.isEmpty() ? overloads : here).stream().filter(o -> fits(o, segment)).findFirst().orElse((here.isEmpty() ? overloads : here).getFirst());
            type = operation.returns();
            set = null;
            return true;
        }

        private static boolean fits(Operation operation, Segment segment) {
            var given = segment.keys() == null ? 0 : segment.keys().size();
            return operation.given().size() == given;
        }

        private void member(Segment segment) {
            var structured = edm.structured(type.name());
            if (structured == null) {
                lose(segment, null);
                return;
            }
            if (type.many()) {
                // A key may also stand as a step of its own: `Customers/ALFKI`.
                type = type.one();
                return;
            }
            var property = edm.property(structured, segment.name());
            var navigation = edm.navigation(structured, segment.name());
            if (property != null) {
                type = property.type();
                set = null;
            } else if (navigation != null && !navigation.target().isEmpty()) {
                set = set == null ? null : edm.target(set, navigation.name());
                type = navigation.type();
                keyed(segment);
            } else {
                var open = edm.line(structured).stream().anyMatch(StructuredType::open);
                lose(segment, open || navigation != null ? null : "`" + structured.shortName() + "` has no property `" + segment.name() + "`"
                        + Nearest.hint(segment.name(), PathTypes.names(edm, structured)));
            }
        }
    }
}
