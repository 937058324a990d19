package dev.posthorn.text;

import java.util.ArrayList;
import java.util.List;

/// The languages that can be coloured, by name.
public final class Tokenizers {

    private Tokenizers() {}

    /// @param language json, xml, html, javascript, graphql; any other name is plain text
    public static LineLexer lexer(String language) {
        return switch (language) {
            case "json" -> new JsonLexer();
            case "xml" -> new MarkupLexer(false);
            case "html" -> new MarkupLexer(true);
            case "javascript" -> new ScriptLexer();
            case "graphql" -> new GraphQlLexer();
            default -> (_, state, _) -> state;
        };
    }

    /// A tokenizer of whole texts; `{{variables}}` are coloured in every language, plain text too.
    public static Tokenizer of(String language) {
        var lexer = lexer(language);
        return text -> withVariables(text, whole(lexer, text));
    }

    /// A tokenizer of code that the program writes, where `{{` is what the language makes of it.
    ///
    /// @param language java, csharp, python, shell, cmd, http, or one that `lexer` knows
    public static Tokenizer ofCode(String language) {
        var lexer = CodeLexer.of(language);
        return text -> whole(lexer == null ? lexer(language) : lexer, text);
    }

    private static List<Span> whole(LineLexer lexer, String text) {
        var spans = new ArrayList<Span>();
        var ofLine = new ArrayList<Span>();
        var state = LineLexer.START;
        var from = 0;
        while (from <= text.length()) {
            var end = text.indexOf('\n', from);
            var to = end < 0 ? text.length() : end;
            ofLine.clear();
            state = lexer.nextLine(lexer.lex(text.substring(from, to), state, ofLine));
            for (var span : ofLine) {
                spans.add(new Span(span.start() + from, span.end() + from, span.kind()));
            }
            from = to + 1;
        }
        return spans;
    }

    /// Cuts `{{name}}` out of the spans that cover it.
    private static List<Span> withVariables(String text, List<Span> spans) {
        var variables = variables(text);
        if (variables.isEmpty()) {
            return spans;
        }
        var merged = new ArrayList<Span>();
        var next = 0;
        for (var span : spans) {
            var from = span.start();
            while (next < variables.size() && variables.get(next).start() < span.end()) {
                var variable = variables.get(next);
                if (variable.end() <= from) {
                    merged.add(variable);
                    next++;
                    continue;
                }
                add(merged, from, variable.start(), span.kind());
                from = Math.max(from, variable.end());
                if (variable.end() > span.end()) {
                    break;
                }
                merged.add(variable);
                next++;
            }
            add(merged, from, span.end(), span.kind());
        }
        merged.addAll(variables.subList(next, variables.size()));
        return merged;
    }

    private static void add(List<Span> spans, int from, int to, Span.Kind kind) {
        if (from < to) {
            spans.add(new Span(from, to, kind));
        }
    }

    private static List<Span> variables(String text) {
        var found = new ArrayList<Span>();
        var open = text.indexOf("{{");
        while (open >= 0) {
            var close = text.indexOf("}}", open + 2);
            if (close < 0) {
                break;
            }
            var inner = Math.max(open, text.lastIndexOf("{{", close - 1));
            var name = text.substring(inner + 2, close);
            if (!name.isBlank() && name.indexOf('\n') < 0) {
                found.add(new Span(inner, close + 2, Span.Kind.VARIABLE));
                open = text.indexOf("{{", close + 2);
            } else {
                open = text.indexOf("{{", close);
            }
        }
        return found;
    }
}
