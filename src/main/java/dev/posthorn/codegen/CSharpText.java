package dev.posthorn.codegen;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes texts as C# expressions: `"plain"`, `"""` around lines, `$"with {variables}"`.
final class CSharpText {

    private static final Pattern QUOTES = Pattern.compile("\"+");
    private static final Pattern BRACES = Pattern.compile("\\{+|\\}+");

    /// Words of the language, and names that our programs use themselves.
    private static final Set<String> TAKEN = Set.of("abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
            "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface",
            "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
            "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
            "virtual", "void", "volatile", "while", "var", "await", "async", "args", "client", "request", "response", "content", "form", "handler", "options", "part");

    private CSharpText() {}

    /// `BASE_URL` as the name of a local variable: `baseUrl`.
    static String name(String slot) {
        var out = new StringBuilder();
        for (var word : slot.toLowerCase(Locale.ROOT).split("_+")) {
            out.append(out.isEmpty() || word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        var name = out.isEmpty() || Character.isDigit(out.charAt(0)) ? "value" + out : out.toString();
        return TAKEN.contains(name) ? name + "Value" : name;
    }

    static String of(String text) {
        return of(Text.of(text), "");
    }

    static String of(Text text) {
        return of(text, "");
    }

    /// @param indent of the lines of a text of several
    static String of(Text text, String indent) {
        var only = text.onlySlot();
        if (only != null) {
            return name(only);
        }
        var raw = text.literals().indexOf('\n') >= 0 && text.literals().chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x7f || c >= 0x80 && c < 0xa0 || c == 0x85 || c == 0x2028 || c == 0x2029);
        return raw ? raw(text, indent) : plain(text);
    }

    static String plain(Text text) {
        return text.fixed() ? "\"" + Escapes.quoted(text.literals()) + "\""
                : "$\"" + text.written(t -> Escapes.quoted(t).replace("{", "{{").replace("}", "}}"), slot -> "{" + name(slot) + "}") + "\"";
    }

    /// A raw string literal (C# 11): nothing is escaped; there are as many quotes and braces around as it takes.
    private static String raw(Text text, String indent) {
        var quotes = "\"".repeat(Math.max(3, longest(QUOTES, text.literals()) + 1));
        var braces = text.fixed() ? 0 : longest(BRACES, text.literals()) + 1;
        var inner = text.written(t -> t, slot -> "{".repeat(braces) + name(slot) + "}".repeat(braces));
        var out = new StringBuilder("$".repeat(braces)).append(quotes).append('\n');
        inner.lines().forEach(line -> out.append(line.isEmpty() ? "" : indent + line).append('\n'));
        if (inner.endsWith("\n")) {
            out.append('\n');
        }
        return out.append(indent).append(quotes).toString();
    }

    private static int longest(Pattern run, String text) {
        return run.matcher(text).results().mapToInt(r -> r.end() - r.start()).max().orElse(0);
    }

    /// The variables of the program.
    static void variables(Call call, CodeLines out) {
        call.slots().forEach(slot -> out.line("var " + name(slot) + " = Environment.GetEnvironmentVariable(" + of(slot) + ")!;"));
        out.line(!call.slots().isEmpty(), "");
    }

    static String bytes(byte[] bytes) {
        return "Convert.FromBase64String(\"" + java.util.Base64.getEncoder().encodeToString(bytes) + "\")";
    }
}
