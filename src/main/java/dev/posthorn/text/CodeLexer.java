package dev.posthorn.text;

import java.util.List;
import java.util.Set;

/// Colours code that the program writes: comments to the end of a line, strings by the quotes of the language, numbers and keywords. One class serves several
/// languages, since it need only read what our own generators write.
///
/// The state between lines is the string that is open: 0 for none, else one more than its place among the quotes.
final class CodeLexer implements LineLexer {

    private static final Set<String> JAVA = words("import public private static final class void new var try catch throws return null true false Override int");
    private static final Set<String> CSHARP = words("using var new await null true false int string return out");
    private static final Set<String> PYTHON = words("import from as with in for if else None True False print def return");
    private static final Set<String> SHELL = words("curl printf rem set export");
    private static final Set<String> HTTP = words("GET POST PUT PATCH DELETE HEAD OPTIONS TRACE");

    private final String comment;
    private final List<String> quotes;
    private final boolean escapes;
    private final Set<String> keywords;

    private CodeLexer(String comment, List<String> quotes, boolean escapes, Set<String> keywords) {
        this.comment = comment;
        this.quotes = quotes;
        this.escapes = escapes;
        this.keywords = keywords;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    /// Null for a language that it does not know.
    static CodeLexer of(String language) {
        return switch (language) {
            case "java" -> new CodeLexer("//", List.of("\"\"\"", "\""), true, JAVA);
            case "csharp" -> new CodeLexer("//", List.of("\"\"\"", "\""), true, CSHARP);
            case "python" -> new CodeLexer("#", List.of("\"\"\"", "\""), true, PYTHON);
            case "shell" -> new CodeLexer("#", List.of("'", "\""), false, SHELL);
            case "cmd" -> new CodeLexer("rem ", List.of("^\""), false, SHELL);
            case "http" -> new CodeLexer("#", List.of(), false, HTTP);
            default -> null;
        };
    }

    @Override
    public int lex(String line, int state, List<Span> spans) {
        var at = 0;
        if (state > 0) {
            at = string(line, 0, 0, state - 1, spans);
            if (at < 0) {
                return state;
            }
        }
        while (at < line.length()) {
            var c = line.charAt(at);
            var quote = quote(line, at);
            if (line.startsWith(comment, at) && (at == 0 || line.charAt(at - 1) == ' ')) {
                spans.add(new Span(at, line.length(), Span.Kind.COMMENT));
                return START;
            }
            if (quote >= 0) {
                var end = string(line, at, at + quotes.get(quote).length(), quote, spans);
                if (end < 0) {
                    // A single quote that is not closed on its line goes on where the language lets it.
                    return quotes.get(quote).length() == 3 || !escapes ? quote + 1 : START;
                }
                at = end;
            } else if (c == '\\' && !escapes) {
                // What follows stands for itself.
                at += 2;
            } else if (Character.isJavaIdentifierStart(c) || c == '-') {
                at = word(line, at, spans);
            } else if (c >= '0' && c <= '9') {
                var end = after(line, at);
                spans.add(new Span(at, end, Span.Kind.NUMBER));
                at = end;
            } else {
                if ("{}[]();,".indexOf(c) >= 0) {
                    spans.add(new Span(at, at + 1, Span.Kind.PUNCTUATION));
                }
                at++;
            }
        }
        return START;
    }

    private int quote(String line, int at) {
        for (var i = 0; i < quotes.size(); i++) {
            if (line.startsWith(quotes.get(i), at)) {
                return i;
            }
        }
        return -1;
    }

    /// Adds the string that begins at `begin`; -1 where the line ends first.
    private int string(String line, int begin, int from, int quote, List<Span> spans) {
        var closing = quotes.get(quote);
        for (var i = from; i < line.length(); i++) {
            if ((escapes || closing.equals("\"")) && line.charAt(i) == '\\') {
                i++;
            } else if (line.startsWith(closing, i)) {
                spans.add(new Span(begin, i + closing.length(), Span.Kind.STRING));
                return i + closing.length();
            }
        }
        if (begin < line.length()) {
            spans.add(new Span(begin, line.length(), Span.Kind.STRING));
        }
        return -1;
    }

    /// A word, or an option of a command.
    private int word(String line, int from, List<Span> spans) {
        var end = after(line, from);
        var word = line.substring(from, end);
        if (keywords.contains(word)) {
            spans.add(new Span(from, end, Span.Kind.KEYWORD));
        } else if (word.startsWith("-") && keywords == SHELL && word.length() > 1) {
            spans.add(new Span(from, end, Span.Kind.ATTRIBUTE));
        } else if (keywords == HTTP && from == 0 && line.startsWith(":", end)) {
            spans.add(new Span(from, end, Span.Kind.KEY));
        }
        return end;
    }

    private static int after(String line, int from) {
        var end = from + 1;
        while (end < line.length() && (Character.isJavaIdentifierPart(line.charAt(end)) || line.charAt(end) == '-')) {
            end++;
        }
        return end;
    }
}
