package dev.posthorn.jsonpath;

import dev.posthorn.tree.Json;
import java.math.BigDecimal;
import java.util.HashMap;

/// How two values stand to each other (RFC 9535 §2.3.5.2.2): numbers by what they are worth, lists and objects by what they hold, all else by itself.
public enum Comparison {
    EQUAL("=="), DIFFERENT("!="), AT_MOST("<="), AT_LEAST(">="), BELOW("<"), ABOVE(">");

    final String sign;

    Comparison(String sign) {
        this.sign = sign;
    }

    /// A side that is null stands for nothing at all.
    boolean holds(Json left, Json right) {
        return switch (this) {
            case EQUAL -> equal(left, right);
            case DIFFERENT -> !equal(left, right);
            case BELOW -> below(left, right);
            case ABOVE -> below(right, left);
            case AT_MOST -> below(left, right) || equal(left, right);
            case AT_LEAST -> below(right, left) || equal(left, right);
        };
    }

    /// The same value, wherever it stands. Of members with one name the last counts.
    public static boolean equal(Json left, Json right) {
        return switch (left) {
            case null -> right == null;
            case Json.Null _ -> right instanceof Json.Null;
            case Json.Flag flag -> right instanceof Json.Flag other && flag.on() == other.on();
            case Json.Text text -> right instanceof Json.Text other && text.value().equals(other.value());
            case Json.Num number -> right instanceof Json.Num other && (number.text().equals(other.text()) || compare(number, other) == 0);
            case Json.Arr list -> right instanceof Json.Arr other && equal(list, other);
            case Json.Obj object -> right instanceof Json.Obj other && equal(object, other);
        };
    }

    private static boolean equal(Json.Arr left, Json.Arr right) {
        if (left.elements().size() != right.elements().size()) {
            return false;
        }
        for (var i = 0; i < left.elements().size(); i++) {
            if (!equal(left.elements().get(i), right.elements().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Json.Obj left, Json.Obj right) {
        var mine = members(left);
        var others = members(right);
        return mine.keySet().equals(others.keySet()) && mine.entrySet().stream().allMatch(e -> equal(e.getValue(), others.get(e.getKey())));
    }

    private static HashMap<String, Json> members(Json.Obj object) {
        var members = new HashMap<String, Json>();
        object.members().forEach(m -> members.put(m.key().value(), m.value()));
        return members;
    }

    private static boolean below(Json left, Json right) {
        if (left instanceof Json.Num a && right instanceof Json.Num b) {
            return compare(a, b) < 0;
        }
        return left instanceof Json.Text a && right instanceof Json.Text b && below(a.value(), b.value());
    }

    /// By Unicode scalar values, which is not the order of Java's chars.
    private static boolean below(String left, String right) {
        var a = left.codePoints().iterator();
        var b = right.codePoints().iterator();
        while (a.hasNext() && b.hasNext()) {
            var x = a.nextInt();
            var y = b.nextInt();
            if (x != y) {
                return x < y;
            }
        }
        return b.hasNext();
    }

    /// What two numbers are worth, below, at or above 0.
    public static int compare(Json.Num left, Json.Num right) {
        var a = left.plain();
        var b = right.plain();
        if (a instanceof Double || b instanceof Double) {
            return Double.compare(((Number) a).doubleValue(), ((Number) b).doubleValue());
        }
        return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }
}
