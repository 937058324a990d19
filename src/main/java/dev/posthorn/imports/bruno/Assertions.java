package dev.posthorn.imports.bruno;

import dev.posthorn.imports.foreign.Scripting;
import java.util.Set;
import java.util.regex.Pattern;

/// Bruno's assertions and post-response variables as lines of a Postman test script.
final class Assertions {

    static final Set<String> OPERATORS = Set.of("eq", "neq", "gt", "gte", "lt", "lte", "in", "notIn", "contains", "notContains", "length", "matches", "notMatches",
            "startsWith", "endsWith", "between", "isEmpty", "isNotEmpty", "isNull", "isUndefined", "isDefined", "isTruthy", "isFalsy", "isJson", "isNumber", "isString",
            "isBoolean", "isArray");

    private static final Pattern PATH = Pattern.compile("\\$?res\\.(status|statusText|responseTime|body|headers)((?:\\.[A-Za-z_$][\\w$]*|\\[(?:\\d+|'[^']*'|\"[^\"]*\")])*)");

    private Assertions() {}

    /// Postman's expression for one of Bruno's; null where there is none.
    static String expression(String bruno) {
        var path = PATH.matcher(bruno.strip());
        if (!path.matches()) {
            return null;
        }
        var rest = path.group(2);
        return switch (path.group(1)) {
            case "status" -> rest.isEmpty() ? "pm.response.code" : null;
            case "statusText" -> rest.isEmpty() ? "pm.response.status" : null;
            case "responseTime" -> rest.isEmpty() ? "pm.response.responseTime" : null;
            case "headers" -> header(rest);
            default -> "pm.response.json()" + rest;
        };
    }

    private static String header(String rest) {
        var name = rest.startsWith(".") ? rest.substring(1) : rest.length() > 4 ? rest.substring(2, rest.length() - 2) : "";
        return name.isEmpty() || name.contains(".") && rest.startsWith(".") || name.contains("[") ? null : "pm.response.headers.get(" + Scripting.quoted(name) + ")";
    }

    /// A line that stores a part of the answer; null where Postman has no such expression.
    static String variable(String name, String expression) {
        var value = expression(expression);
        return value == null ? null : "pm.collectionVariables.set(" + Scripting.quoted(name) + ", " + value + ");";
    }

    /// A line that tests; null where Postman has no such expression.
    static String test(String expression, String operator, String value) {
        var subject = expression(expression);
        if (subject == null) {
            return null;
        }
        var name = expression + ": " + operator + (value.isEmpty() ? "" : " " + value);
        var check = check(subject, operator, value);
        return check == null ? null : "pm.test(" + Scripting.quoted(name) + ", () => " + check + ");";
    }

    private static String check(String subject, String operator, String value) {
        var expect = "pm.expect(" + subject + ").to.";
        return switch (operator) {
            case "eq" -> expect + "eql(" + literal(value) + ")";
            case "neq" -> expect + "not.eql(" + literal(value) + ")";
            case "gt" -> expect + "be.above(" + literal(value) + ")";
            case "gte" -> expect + "be.at.least(" + literal(value) + ")";
            case "lt" -> expect + "be.below(" + literal(value) + ")";
            case "lte" -> expect + "be.at.most(" + literal(value) + ")";
            case "in" -> expect + "be.oneOf(" + literals(value) + ")";
            case "notIn" -> expect + "not.be.oneOf(" + literals(value) + ")";
            case "contains" -> expect + "include(" + literal(value) + ")";
            case "notContains" -> expect + "not.include(" + literal(value) + ")";
            case "length" -> expect + "have.lengthOf(" + literal(value) + ")";
            case "matches" -> expect + "match(new RegExp(" + Scripting.quoted(pattern(value)) + "))";
            case "notMatches" -> expect + "not.match(new RegExp(" + Scripting.quoted(pattern(value)) + "))";
            case "startsWith" -> "pm.expect(String(" + subject + ").startsWith(" + text(value) + ")).to.be.true";
            case "endsWith" -> "pm.expect(String(" + subject + ").endsWith(" + text(value) + ")).to.be.true";
            case "between" -> between(expect, value);
            case "isEmpty" -> expect + "be.empty";
            case "isNotEmpty" -> expect + "not.be.empty";
            case "isNull" -> expect + "be.null";
            case "isUndefined" -> expect + "be.undefined";
            case "isDefined" -> expect + "not.be.undefined";
            case "isTruthy" -> "pm.expect(Boolean(" + subject + ")).to.be.true";
            case "isFalsy" -> "pm.expect(Boolean(" + subject + ")).to.be.false";
            case "isJson" -> expect + "be.an(\"object\")";
            case "isNumber" -> expect + "be.a(\"number\")";
            case "isString" -> expect + "be.a(\"string\")";
            case "isBoolean" -> expect + "be.a(\"boolean\")";
            case "isArray" -> expect + "be.an(\"array\")";
            default -> null;
        };
    }

    private static String between(String expect, String value) {
        var ends = value.split(",", 2);
        return ends.length < 2 ? null : expect + "be.within(" + literal(ends[0]) + ", " + literal(ends[1]) + ")";
    }

    private static String pattern(String value) {
        return value.length() > 1 && value.startsWith("/") && value.endsWith("/") ? value.substring(1, value.length() - 1) : value;
    }

    private static String literals(String value) {
        var list = value.strip();
        var inner = list.startsWith("[") && list.endsWith("]") ? list.substring(1, list.length() - 1) : list;
        return "[" + String.join(", ", java.util.Arrays.stream(inner.split(",")).map(Assertions::literal).toList()) + "]";
    }

    /// A number, `true`, `false`, `null` or `undefined` is one; everything else, also in quotes, is a text.
    private static String literal(String value) {
        var word = value.strip();
        return word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?|true|false|null|undefined") ? word : text(word);
    }

    private static String text(String value) {
        var word = value.strip();
        var quoted = word.length() > 1 && (word.startsWith("\"") && word.endsWith("\"") || word.startsWith("'") && word.endsWith("'"));
        var plain = Scripting.quoted(quoted ? word.substring(1, word.length() - 1) : word);
        return word.contains("{{") ? "pm.variables.replaceIn(" + plain + ")" : plain;
    }
}
