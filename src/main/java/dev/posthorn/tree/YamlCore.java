package dev.posthorn.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// What a YAML value without quotes means: the core schema of YAML 1.2.2 (§10.3.2), and what other readers take for something else than text.
final class YamlCore {

    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUE = Pattern.compile("true|True|TRUE");
    private static final Pattern FALSE = Pattern.compile("false|False|FALSE");
    private static final Pattern INT = Pattern.compile("[-+]?[0-9]++");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]++");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]++");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?");
    private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)");
    private static final Pattern NAN = Pattern.compile("\\.(?:nan|NaN|NAN)");

    /// What YAML 1.1 (https://yaml.org/type/) reads as a boolean, number, date, merge or default key, beyond the patterns above.
    private static final Pattern ELSEWHERE = Pattern.compile("(?i:y|yes|n|no|on|off|true|false|null)|=|<<"
            + "|[-+]?0b[01_]++|[-+]?0[xX][0-9a-fA-F_]++|[-+]?0o?[0-9_]++"
            + "|[-+]?[0-9][0-9_]*+(?:\\.[0-9_]*+)?(?:[eE][-+]?[0-9]*+)?|[-+]?\\.[0-9_]++(?:[eE][-+]?[0-9]*+)?"
            + "|[-+]?[0-9][0-9_]*+(?::[0-9]{1,2})++(?:\\.[0-9_]*+)?"
            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \\t]++)[0-9].*+)?");

    /// More digits are kept as text: nobody counts with them, and parsing them takes long.
    private static final int DIGITS = 1_000;

    private YamlCore() {}

    /// String, Boolean, Integer, Long, BigInteger, BigDecimal, Double (only for infinity and not-a-number) or null.
    static Object resolve(String text) {
        if (text.length() > DIGITS || !text.isEmpty() && "~nNtTfF-+.0123456789".indexOf(text.charAt(0)) < 0) {
            return text;
        }
        if (NULL.matcher(text).matches()) {
            return null;
        }
        if (TRUE.matcher(text).matches() || FALSE.matcher(text).matches()) {
            return TRUE.matcher(text).matches();
        }
        return number(text);
    }

    private static Object number(String text) {
        if (INT.matcher(text).matches()) {
            return whole(new BigInteger(text));
        }
        if (OCTAL.matcher(text).matches()) {
            return whole(new BigInteger(text.substring(2), 8));
        }
        if (HEX.matcher(text).matches()) {
            return whole(new BigInteger(text.substring(2), 16));
        }
        if (FLOAT.matcher(text).matches()) {
            return decimal(text);
        }
        if (INFINITE.matcher(text).matches()) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return NAN.matcher(text).matches() ? (Object) Double.NaN : text;
    }

    private static Number whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    private static Number decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (ArithmeticException | NumberFormatException e) {
            return Double.valueOf(text);
        }
    }

    /// Whether some reader, of YAML 1.1 or 1.2, takes this for something else than text.
    static boolean misread(String text) {
        return !(resolve(text) instanceof String) || text.length() <= DIGITS && ELSEWHERE.matcher(text).matches();
    }

    /// A number, boolean or null as YAML writes it.
    static String written(Object value) {
        return switch (value) {
            case Double number when number.isNaN() -> ".nan";
            case Double number when number.isInfinite() -> number > 0 ? ".inf" : "-.inf";
            case Float number -> written(number.doubleValue());
            case null, default -> String.valueOf(value);
        };
    }

    /// Whether two plain trees say the same: maps with their order, numbers by value.
    static boolean same(Object one, Object other) {
        return switch (one) {
            case java.util.Map<?, ?> map -> other instanceof java.util.Map<?, ?> second && map.size() == second.size()
                    && sameAll(map.entrySet(), second.entrySet());
            case java.util.List<?> list -> other instanceof java.util.List<?> second && list.size() == second.size() && sameAll(list, second);
            case java.util.Map.Entry<?, ?> entry -> other instanceof java.util.Map.Entry<?, ?> second
                    && String.valueOf(entry.getKey()).equals(String.valueOf(second.getKey())) && same(entry.getValue(), second.getValue());
            case Number number -> other instanceof Number second && sameNumber(number, second);
            case null -> other == null;
            default -> one.equals(other);
        };
    }

    private static boolean sameAll(Iterable<?> some, Iterable<?> others) {
        var second = others.iterator();
        for (var one : some) {
            if (!same(one, second.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumber(Number one, Number other) {
        var texts = new String[] {written(one), written(other)};
        if (texts[0].equals(texts[1])) {
            return true;
        }
        return resolve(texts[0]) instanceof Number a && resolve(texts[1]) instanceof Number b && finite(a) && finite(b)
                && new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }

    private static boolean finite(Number number) {
        return !(number instanceof Double real) || Double.isFinite(real);
    }
}
