package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Compares values and reckons with them. Texts are compared without regard to case, as the database of a Creatio does.
public final class Comparing {

    private static final Set<Kind> NUMBERS = Set.of(Kind.INT, Kind.DECIMAL);
    private static final Set<Kind> TIMES = Set.of(Kind.DATE_TIME, Kind.DATE);

    /// Null comes first.
    public static final Comparator<Object> ORDER = Comparator.nullsFirst(Comparing::order);

    private Comparing() {}

    static Term.Value terms(String operator, Term.Value left, Term.Value right) throws ODataError {
        var a = left.kind();
        var b = right.kind();
        var fits = a == null || b == null || a == b || NUMBERS.containsAll(List.of(a, b)) || TIMES.containsAll(List.of(a, b));
        if (!fits) {
            throw ODataError.query("A binary operator with incompatible types was detected. Found operand types '" + a.four() + "' and '" + b.four() + "' for operator kind '" + operator + "'.");
        }
        return new Term.Value(Kind.BOOLEAN, f -> holds(operator, left.of().apply(f), right.of().apply(f)));
    }

    /// OData 4.0 part 2 §5.1.1.1: null equals null alone, and is neither greater nor less than anything.
    static boolean holds(String operator, Object a, Object b) {
        if (a == null || b == null) {
            return operator.equals("eq") ? a == b : operator.equals("ne") && a != b;
        }
        var order = order(a, b);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    /// The order of two values that may be of different kinds.
    public static int order(Object a, Object b) {
        return switch (a) {
            case Number n when b instanceof Number m -> decimal(n).compareTo(decimal(m));
            case String s when b instanceof String t -> s.toLowerCase(Locale.ROOT).compareTo(t.toLowerCase(Locale.ROOT));
            case Boolean s when b instanceof Boolean t -> s.compareTo(t);
            case UUID s when b instanceof UUID t -> s.toString().compareTo(t.toString());
            case Instant s -> s.compareTo(instant(b));
            case LocalDate s -> instant(s).compareTo(instant(b));
            default -> a.toString().compareTo(b.toString());
        };
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case Instant i -> i;
            case LocalDate d -> d.atStartOfDay(ZoneOffset.UTC).toInstant();
            default -> Instant.EPOCH;
        };
    }

    static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal d ? d : BigDecimal.valueOf(number.longValue());
    }

    static Term.Value arithmetic(String operator, Term.Value left, Term.Value right) throws ODataError {
        for (var kind : new Kind[] {left.kind(), right.kind()}) {
            if (kind != null && !NUMBERS.contains(kind)) {
                throw ODataError.query("The operator '" + operator + "' needs numbers, not '" + kind.four() + "'.");
            }
        }
        return new Term.Value(Kind.DECIMAL, f -> reckoned(operator, left.of().apply(f), right.of().apply(f)));
    }

    private static Object reckoned(String operator, Object a, Object b) {
        if (!(a instanceof Number n) || !(b instanceof Number m)) {
            return null;
        }
        var x = decimal(n);
        var y = decimal(m);
        return switch (operator) {
            case "add" -> x.add(y, MathContext.DECIMAL128);
            case "sub" -> x.subtract(y, MathContext.DECIMAL128);
            case "mul" -> x.multiply(y, MathContext.DECIMAL128);
            case "div" -> y.signum() == 0 ? null : x.divide(y, MathContext.DECIMAL128);
            default -> y.signum() == 0 || x.precision() - x.scale() > 40 ? null : x.remainder(y);
        };
    }
}
