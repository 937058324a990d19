package dev.posthorn.odata.query;

import dev.posthorn.odata.Nearest;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.StructuredType;
import dev.posthorn.odata.edm.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compares an expression with the metadata: are its names there, do the types fit. What the metadata does not say is never a fault.
public final class FilterCheck {

    private static final TypeRef TRUTH = new TypeRef("Edm.Boolean", false);

    private final Edm edm;
    private final Version version;
    private final TypeRef it;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, TypeRef> variables = new HashMap<>();
    private final PathTypes paths;
    private final LiteralCheck literals;

    /// @param it what the expression is about: the type of one entity; null where it is not known
    public FilterCheck(Edm edm, Version version, TypeRef it) {
        this.edm = edm;
        this.version = version;
        this.it = it;
        paths = new PathTypes(edm, faults);
        literals = new LiteralCheck(edm, version, faults);
    }

    /// With names that may stand for anything, such as those that `$compute` makes.
    FilterCheck knowing(Iterable<String> names) {
        names.forEach(n -> variables.put(n, null));
        return this;
    }

    /// What is wrong in the text of a `$filter`; empty where it is fine.
    public static List<Fault> ofText(String text, Edm edm, Version version, StructuredType it) {
        try {
            var expr = FilterReader.read(text, version);
            return new FilterCheck(edm, version, it == null ? null : new TypeRef(it.name(), false)).filter(expr);
        } catch (QueryProblem e) {
            return List.of(e.fault());
        }
    }

    /// Checks a condition: the whole must be true or false.
    public List<Fault> filter(Expr expr) {
        condition(expr, "A filter");
        return List.copyOf(faults);
    }

    /// Checks any expression, such as one to sort by.
    public List<Fault> value(Expr expr) {
        type(expr);
        return List.copyOf(faults);
    }

    private void fault(Expr at, String sentence) {
        faults.add(Fault.at(at.start(), at.end(), sentence));
    }

    private void condition(Expr expr, String who) {
        var before = faults.size();
        var kind = Kind.of(type(expr), edm);
        if (kind != Kind.TRUTH && kind != Kind.ANY && kind != Kind.NOTHING && faults.size() == before) {
            fault(expr, who + " wants something that is true or false; `" + shown(expr) + "` is " + kind.words()
                    + (who.equals("`not`") ? "; put what it denies in brackets" : "; compare it with a value"));
        }
    }

    private static String shown(Expr expr) {
        var text = FilterText.of(expr);
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /// The type of what it gives; null where that is not known.
    private TypeRef type(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literals.type(literal);
            case Expr.Unknown _ -> null;
            case Expr.Path path -> path(path);
            case Expr.Call call -> call(call);
            case Expr.Logic logic -> {
                logic.parts().forEach(p -> condition(p, logic.and() ? "`and`" : "`or`"));
                yield TRUTH;
            }
            case Expr.Not not -> {
                condition(not.inner(), "`not`");
                yield TRUTH;
            }
            case Expr.Minus minus -> type(minus.inner());
            case Expr.Binary binary -> binary.operator().calculates() ? calculated(binary) : compared(binary);
            case Expr.In in -> in(in);
        };
    }

    private TypeRef compared(Expr.Binary binary) {
        var left = type(binary.left());
        var right = type(binary.right());
        if (binary.operator() == Expr.Operator.HAS) {
            var kind = Kind.of(left, edm);
            if (kind != Kind.CHOICE && kind != Kind.ANY) {
                fault(binary.left(), "`has` asks for a flag of an enumeration; `" + shown(binary.left()) + "` is " + kind.words());
                return TRUTH;
            }
        }
        literals.fit(binary.left(), left, binary.right(), right);
        return TRUTH;
    }

    private TypeRef calculated(Expr.Binary binary) {
        var left = type(binary.left());
        var right = type(binary.right());
        for (var side : List.of(binary.left(), binary.right())) {
            var kind = Kind.of(side == binary.left() ? left : right, edm);
            var time = kind == Kind.MOMENT || kind == Kind.DATE || kind == Kind.PERIOD || kind == Kind.CLOCK;
            if (kind != Kind.NUMBER && kind != Kind.ANY && kind != Kind.NOTHING && !(time && version == Version.V4)) {
                fault(side, "`" + binary.operator().word() + "` calculates with numbers; `" + shown(side) + "` is " + kind.words());
            }
        }
        return left == null || right == null ? null : Kind.of(left, edm) == Kind.NUMBER && Kind.of(right, edm) == Kind.NUMBER ? wider(left, right) : null;
    }

    private static TypeRef wider(TypeRef left, TypeRef right) {
        var order = List.of("Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Decimal", "Edm.Single", "Edm.Double");
        return order.indexOf(left.name()) >= order.indexOf(right.name()) ? left : right;
    }

    private TypeRef in(Expr.In in) {
        var left = type(in.left());
        if (in.from() != null) {
            type(in.from());
        }
        in.items().forEach(item -> literals.fit(in.left(), left, item, type(item)));
        return TRUTH;
    }

    private TypeRef call(Expr.Call call) {
        var function = Function.of(call.name());
        if (function == null || !function.in(version)) {
            call.arguments().forEach(this::type);
            if (edm.operationImport(call.name()) != null) {
                return edm.operationImport(call.name()).operation().returns();
            }
            fault(call, missing(call.name(), function));
            return null;
        }
        var count = call.arguments().size();
        if (count < function.least() || count > function.takes().size()) {
            var wanted = function.least() == function.takes().size() ? "" + function.least() : function.least() + " or " + function.takes().size();
            fault(call, "`" + call.name() + "` takes " + wanted + (wanted.equals("1") ? " value, not " : " values, not ") + count + ": " + function.says());
            return returned(function, call, List.of());
        }
        var types = new ArrayList<TypeRef>();
        for (var i = 0; i < count; i++) {
            types.add(function.takes().get(i).contains("T") && typeName(call.arguments().get(i)) != null ? null : argument(function, call, i));
        }
        return returned(function, call, types);
    }

    private TypeRef argument(Function function, Expr.Call call, int i) {
        var given = call.arguments().get(i);
        var type = type(given);
        var kind = Kind.of(type, edm);
        if (!function.allows(i, kind)) {
            fault(given, "`" + call.name() + "` wants " + function.wants(i) + " here; `" + shown(given) + "` is " + kind.words());
        }
        return type;
    }

    private String missing(String name, Function function) {
        if (function != null) {
            var instead = name.equals("contains") ? "; write substringof('text', Name)" : name.equals("substringof") ? "; write contains(Name, 'text')" : "";
            return "OData " + version.number() + " has no function `" + name + "`" + instead;
        }
        return "There is no function `" + name + "`" + Nearest.hint(name, Function.names(version));
    }

    private TypeRef returned(Function function, Expr.Call call, List<TypeRef> types) {
        return switch (function.returns()) {
            case "" -> types.isEmpty() ? null : types.getFirst();
            case "?" -> call.arguments().isEmpty() ? null : cast(call.arguments().getLast());
            default -> new TypeRef(function.returns(), false);
        };
    }

    private TypeRef cast(Expr named) {
        var name = typeName(named);
        return name == null ? null : new TypeRef(edm.resolved(name), false);
    }

    /// The name of a type, where the expression is one: `Edm.Int32`, `Sales.Order`, in v2 in quotes. Else null.
    private String typeName(Expr expr) {
        if (expr instanceof Expr.Literal literal && literal.type().equals("Edm.String") && version.old()) {
            return Literals.said(literal.text());
        }
        return expr instanceof Expr.Path path && path.plain() && path.steps().size() == 1 && path.text().indexOf('.') > 0 ? path.text() : null;
    }

    private TypeRef path(Expr.Path path) {
        var at = path.root() == null ? it : type(path.root());
        var known = path.root() == null && it == null || path.root() != null && at == null ? null : at;
        var first = path.root() == null;
        for (var step : path.steps()) {
            if (first && variables.containsKey(step.name())) {
                known = variables.get(step.name());
            } else if (step.lambda() != null) {
                known = lambda(step, known);
            } else if (first && (step.name().equals("$it") || step.name().equals("$this"))) {
                known = it;
            } else if (first && step.name().equals("$root")) {
                known = null;
            } else {
                if (step.arguments() != null) {
                    arguments(step, known);
                }
                known = paths.after(known, step);
            }
            first = false;
        }
        return known;
    }

    /// Within `Orders/$count($filter=Price gt 5)` names are those of what is counted (OData 4.01 part 2 §5.1.1.13).
    private void arguments(Expr.Step step, TypeRef over) {
        for (var argument : step.arguments()) {
            if (argument.name().startsWith("$")) {
                if (argument.name().equals("$filter") && over != null) {
                    faults.addAll(new FilterCheck(edm, version, over.one()).filter(argument.value()));
                }
            } else {
                type(argument.value());
            }
        }
    }

    private TypeRef lambda(Expr.Step step, TypeRef over) {
        if (over != null && !over.many()) {
            faults.add(Fault.at(step.start(), step.start() + step.name().length(), "`" + step.name() + "` goes through a list, and this is one value"));
        }
        var variable = step.lambda().variable();
        var hidden = variables.containsKey(variable);
        var before = variables.put(variable, over == null ? null : over.one());
        condition(step.lambda().condition(), "`" + step.name() + "`");
        if (hidden) {
            variables.put(variable, before);
        } else {
            variables.remove(variable);
        }
        return TRUTH;
    }
}
