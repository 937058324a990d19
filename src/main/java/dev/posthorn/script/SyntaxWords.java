package dev.posthorn.script;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says why a script cannot be read in the words of V8, which Postman's users know, look up, and compare between machines.
final class SyntaxWords {

    private static final String UNEXPECTED = "Invalid or unexpected token";

    private static final Set<String> RESERVED = Set.of("break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export",
            "extends", "false", "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null", "return", "super", "switch", "this", "throw", "true", "try", "typeof",
            "var", "void", "while", "with");

    private static final Map<String, String> WHOLE = Map.of(
            "Missing close quote", UNEXPECTED,
            "Missing space after numeric literal", UNEXPECTED,
            "Invalid left hand side for assignment", "Invalid left-hand side in assignment",
            "Invalid hex digit", "Invalid Unicode escape sequence",
            "Illegal continue statement", "Illegal continue statement: no surrounding iteration statement");

    private record Rule(Pattern ours, Function<Matcher, String> theirs) {}

    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("Variable \"(.+)\" has already been declared"), m -> "Identifier '" + m.group(1) + "' has already been declared"),
            new Rule(Pattern.compile("Missing assignment to constant .*"), _ -> "Missing initializer in const declaration"),
            new Rule(Pattern.compile("Missing digit after .*"), _ -> UNEXPECTED),
            new Rule(Pattern.compile("Expected .+ but found eof"), _ -> "Unexpected end of input"),
            new Rule(Pattern.compile("Expected .+ but found error"), _ -> UNEXPECTED),
            new Rule(Pattern.compile("Expected ident but found \\("), _ -> "Function statements require a function name"),
            new Rule(Pattern.compile("Expected an operand but found /"), _ -> "Invalid regular expression: missing /"),
            new Rule(Pattern.compile("Expected an operand but found import"), _ -> "Cannot use import statement outside a module"),
            new Rule(Pattern.compile("Expected , but found .+"), _ -> "missing ) after argument list"));

    private static final Pattern FOUND = Pattern.compile("Expected .+ but found (.+)|expected BindingIdentifier or BindingPattern");
    private static final Pattern TOKEN = Pattern.compile("[\\w$]+|\\S");

    private SyntaxWords() {}

    /// @param message the engine's
    /// @param line    of the script where it stopped reading, from 1; 0 where unknown
    /// @param column  likewise
    static String of(String message, String code, int line, int column) {
        var whole = WHOLE.get(message);
        if (whole != null) {
            return whole;
        }
        for (var rule : RULES) {
            var match = rule.ours().matcher(message);
            if (match.matches()) {
                return rule.theirs().apply(match);
            }
        }
        var found = FOUND.matcher(message);
        return found.matches() ? unexpected(found.group(1), rest(code, line, column)) : message;
    }

    private static String unexpected(String found, String rest) {
        if (rest.startsWith("\"") || rest.startsWith("'")) {
            return "Unexpected string";
        }
        if (rest.startsWith("`")) {
            return "Unexpected template string";
        }
        var token = found;
        if (token == null) {
            var next = TOKEN.matcher(rest);
            token = next.lookingAt() ? next.group() : "";
        }
        if (token.isEmpty() || token.equals("private_ident")) {
            return UNEXPECTED;
        }
        if (Character.isDigit(token.charAt(0))) {
            return "Unexpected number";
        }
        return "Unexpected " + (Character.isJavaIdentifierStart(token.charAt(0)) && !RESERVED.contains(token) ? "identifier" : "token") + " '" + token + "'";
    }

    private static String rest(String code, int line, int column) {
        var text = code.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
        if (line < 1 || column < 1 || column > text.length()) {
            return "";
        }
        // The engine begins a text behind its quote.
        var quoted = column > 1 && "'\"`".indexOf(text.charAt(column - 2)) >= 0;
        return text.substring(quoted ? column - 2 : column - 1);
    }
}
