package dev.posthorn.odata.query;

import dev.posthorn.odata.Nearest;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.TypeRef;
import java.util.List;

/// Looks at values in an expression: is each one written as this version writes it, and does it fit what it is compared with.
final class LiteralCheck {

    private final Edm edm;
    private final Version version;
    private final List<Fault> faults;

    LiteralCheck(Edm edm, Version version, List<Fault> faults) {
        this.edm = edm;
        this.version = version;
        this.faults = faults;
    }

    /// The type of a literal; null where it may be anything.
    TypeRef type(Expr.Literal literal) {
        var type = literal.type();
        if (type.isEmpty()) {
            return null;
        }
        if (type.startsWith("Edm.") || type.equals("null")) {
            sound(literal);
            return new TypeRef(type, false);
        }
        var choice = edm.choice(type);
        if (choice == null) {
            if (edm.typed() && edm.references().isEmpty()) {
                var names = edm.types().stream().map(t -> t.name()).toList();
                fault(literal, "There is no enumeration `" + type + "`" + Nearest.hint(type, names), null);
            }
            return null;
        }
        for (var member : Literals.said(literal.text()).split(",")) {
            var name = member.strip();
            if (!choice.names().contains(name) && choice.members().stream().noneMatch(m -> m.value().equals(name))) {
                fault(literal, "`" + name + "` is none of the choices " + String.join(", ", choice.names().stream().limit(12).toList()) + Nearest.hint(name, choice.names()), null);
            }
        }
        return new TypeRef(choice.name(), false);
    }

    private void fault(Expr at, String sentence, String fix) {
        faults.add(new Fault(at.start(), at.end(), sentence, fix));
    }

    /// Whether the digits within `datetime'…'` are a date, and so on.
    private void sound(Expr.Literal literal) {
        var said = Literals.said(literal.text());
        if (said == null || literal.text().contains("{{") || literal.type().equals("Edm.String") || literal.type().equals("Edm.Binary") || literal.type().equals("Edm.DateTime") && !version.old()) {
            return;
        }
        try {
            Values.normal(literal.type(), said);
        } catch (ODataProblem e) {
            fault(literal, e.getMessage(), null);
        }
    }

    /// Compares two sides of a comparison; says how the value would have to be written.
    void fit(Expr left, TypeRef leftType, Expr right, TypeRef rightType) {
        if (right instanceof Expr.Literal value) {
            fitValue(left, leftType, value, rightType);
        } else if (left instanceof Expr.Literal value) {
            fitValue(right, rightType, value, leftType);
        } else if (!compatible(Kind.of(leftType, edm), Kind.of(rightType, edm))) {
            fault(right, "`" + FilterText.of(left) + "` is " + Kind.of(leftType, edm).words() + ", and `" + FilterText.of(right) + "` is " + Kind.of(rightType, edm).words(), null);
        }
    }

    private void fitValue(Expr other, TypeRef wanted, Expr.Literal value, TypeRef given) {
        var kind = Kind.of(wanted, edm);
        if (given == null || compatible(kind, Kind.of(given, edm)) && !mixed(wanted, given)) {
            return;
        }
        if (kind == Kind.OBJECT || kind == Kind.LIST || kind == Kind.STREAM) {
            fault(other, "`" + FilterText.of(other) + "` is " + kind.words() + " and cannot be compared with a value" + (kind == Kind.LIST ? "; ask any(…) of it" : ""), null);
            return;
        }
        var said = Literals.said(value.text());
        var fix = fixed(wanted.name(), said == null ? "" : said);
        fault(value, "`" + FilterText.of(other) + "` is " + kind.words() + ", compare it with " + how(kind, wanted) + (fix == null ? "" : ": " + fix), fix);
    }

    private String fixed(String type, String said) {
        try {
            return Literals.of(type, said, version, edm);
        } catch (ODataProblem e) {
            return null;
        }
    }

    private String how(Kind kind, TypeRef type) {
        return switch (kind) {
            case TEXT -> "a text in quotes";
            case TRUTH -> "true or false, without quotes";
            case NUMBER -> "a number, without quotes";
            case CHOICE -> edm.choice(type.name()).names().isEmpty() ? "one of its names" : "one of its names, such as " + edm.resolved(type.name()) + "'" + edm.choice(type.name()).names().getFirst() + "'";
            default -> kind.words() + " such as " + fixed(type.name(), Values.example(edm.primitive(type.name())));
        };
    }

    /// In v2 and v3 `datetime'…'` and `datetimeoffset'…'` are two types.
    private static boolean mixed(TypeRef wanted, TypeRef given) {
        return wanted != null && (wanted.name().equals("Edm.DateTime") || wanted.name().equals("Edm.DateTimeOffset"))
                && (given.name().equals("Edm.DateTime") || given.name().equals("Edm.DateTimeOffset")) && !wanted.name().equals(given.name());
    }

    private static boolean compatible(Kind left, Kind right) {
        return left == right || left == Kind.ANY || right == Kind.ANY || left == Kind.NOTHING || right == Kind.NOTHING;
    }
}
