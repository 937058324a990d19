package dev.posthorn.odata.query;

import dev.posthorn.odata.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts an expression into words and signs, and tells the literals of all versions by their looks. It never fails: what is wrong is a token too.
final class Tokens {

    private static final String CLOCK = "[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,12})?)?";
    private static final String DAY = "-?[0-9]{4,6}-[0-9]{2}-[0-9]{2}";
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9a-zA-Z_])");
    private static final Pattern MOMENT = Pattern.compile(DAY + "T" + CLOCK + "(?:Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern MOMENT_BARE = Pattern.compile(DAY + "T" + CLOCK);
    private static final Pattern DATE = Pattern.compile(DAY + "(?![0-9T])");
    private static final Pattern TIME = Pattern.compile(CLOCK);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,5})?([LlMmDdFf])?(?![0-9A-Za-z_])");
    private static final Pattern NAME = Pattern.compile("[$@]?[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]*(?:\\.[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]*)*+");
    private static final Set<String> OPERATORS = Set.of("eq", "ne", "gt", "ge", "lt", "le", "and", "or", "not", "add", "sub", "mul", "div", "mod", "in", "has", "divby");

    private final String text;
    private final Version version;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean space;

    private Tokens(String text, Version version) {
        this.text = text;
        this.version = version;
    }

    /// The last one is always `END`.
    static List<Token> of(String text, Version version) {
        var reading = new Tokens(text, version);
        while (reading.step()) { }
        return reading.tokens;
    }

    private boolean step() {
        space = false;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
            space = true;
        }
        if (at == text.length()) {
            add(Token.Kind.END, "", at);
            return false;
        }
        var c = text.charAt(at);
        if (text.startsWith("{{", at) && text.indexOf("}}", at) > 0) {
            add(Token.Kind.VARIABLE, "", text.indexOf("}}", at) + 2);
        } else if (c == '\'') {
            quoted(at, "Edm.String");
        } else if (c == '[' || c == '{') {
            structure();
        } else if (!number(c) && !name()) {
            sign(c);
        }
        return true;
    }

    private void add(Token.Kind kind, String type, int end) {
        tokens.add(new Token(kind, text.substring(at, end), type, at, end, space));
        at = end;
    }

    private void sign(char c) {
        var kind = switch (c) {
            case '(' -> Token.Kind.OPEN;
            case ')' -> Token.Kind.CLOSE;
            case ',' -> Token.Kind.COMMA;
            case '/' -> Token.Kind.SLASH;
            case ':' -> Token.Kind.COLON;
            case '=' -> Token.Kind.EQUALS;
            case '-' -> Token.Kind.MINUS;
            case '*' -> Token.Kind.STAR;
            default -> Token.Kind.BAD;
        };
        var length = Character.charCount(text.codePointAt(at));
        var shown = text.substring(at, at + length);
        add(kind, switch (c) {
            case '"' -> "Text stands in single quotes: 'like this'";
            case '<', '>' -> "`" + shown + "` is written " + (c == '<' ? "lt or le" : "gt or ge");
            case '!', '&', '|' -> "`" + shown + "` is no operator of OData; there are eq, ne, and, or, not";
            default -> kind == Token.Kind.BAD ? "`" + shown + "` cannot stand here" : "";
        }, at + length);
    }

    /// A literal in quotes, from `open` on; two quotes within are one.
    private void quoted(int open, String type) {
        var end = open + 1;
        while (end < text.length()) {
            if (text.charAt(end) == '\'') {
                if (end + 1 == text.length() || text.charAt(end + 1) != '\'') {
                    add(Token.Kind.LITERAL, type, end + 1);
                    return;
                }
                end++;
            }
            end++;
        }
        add(Token.Kind.BAD, "The quote that opens here is not closed", text.length());
    }

    /// A list or an object in JSON, as parameters of functions may be.
    private void structure() {
        var depth = 0;
        var string = false;
        for (var i = at; i < text.length(); i++) {
            var c = text.charAt(i);
            if (string) {
                i += c == '\\' ? 1 : 0;
                string = c != '"';
            } else if (c == '"') {
                string = true;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && --depth == 0) {
                add(Token.Kind.LITERAL, "", i + 1);
                return;
            }
        }
        add(Token.Kind.BAD, "The bracket that opens here is not closed", text.length());
    }

    private boolean number(char c) {
        if (c < 128 && Character.digit(c, 16) >= 0 && take(GUID, "Edm.Guid")) {
            return true;
        }
        var minus = c == '-' && !afterOperand();
        if (!minus && (c < '0' || c > '9')) {
            return false;
        }
        if (minus && text.startsWith("-INF", at)) {
            add(Token.Kind.LITERAL, "Edm.Double", at + 4);
            return true;
        }
        return take(MOMENT, "Edm.DateTimeOffset") || take(MOMENT_BARE, "Edm.DateTime") || take(DATE, "Edm.Date") || take(TIME, "Edm.TimeOfDay")
                || take(NUMBER, "") || !minus && garbled();
    }

    /// Begins as a number and goes on as none.
    private boolean garbled() {
        var end = at;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || ".-:_".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        add(Token.Kind.BAD, "`" + text.substring(at, Math.min(end, at + 40)) + "` is no number, date or GUID; text stands in quotes", end);
        return true;
    }

    private boolean afterOperand() {
        if (tokens.isEmpty()) {
            return false;
        }
        var last = tokens.getLast();
        return switch (last.kind()) {
            case LITERAL, VARIABLE, CLOSE -> true;
            case NAME -> !OPERATORS.contains(last.text());
            default -> false;
        };
    }

    private boolean take(Pattern pattern, String type) {
        var matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return false;
        }
        add(Token.Kind.LITERAL, type.isEmpty() ? numeric(matcher.group(), matcher.group(1)) : type, matcher.end());
        return true;
    }

    private static String numeric(String number, String suffix) {
        if (suffix != null) {
            return switch (Character.toUpperCase(suffix.charAt(0))) {
                case 'L' -> "Edm.Int64";
                case 'M' -> "Edm.Decimal";
                case 'F' -> "Edm.Single";
                default -> "Edm.Double";
            };
        }
        if (number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
            return "Edm.Double";
        }
        return number.indexOf('.') >= 0 || number.length() > 18 ? "Edm.Decimal" : number.length() > 9 ? "Edm.Int64" : "Edm.Int32";
    }

    private boolean name() {
        var matcher = NAME.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        var word = matcher.group();
        if (matcher.end() < text.length() && text.charAt(matcher.end()) == '\'') {
            if (OPERATORS.contains(word)) {
                add(Token.Kind.BAD, "A space is missing between `" + word + "` and the quote", matcher.end());
            } else {
                quoted(matcher.end(), Literals.typeOf(word, version));
            }
            return true;
        }
        switch (word) {
            case "true", "false" -> add(Token.Kind.LITERAL, "Edm.Boolean", matcher.end());
            case "null" -> add(Token.Kind.LITERAL, "null", matcher.end());
            case "NaN", "INF" -> add(Token.Kind.LITERAL, "Edm.Double", matcher.end());
            default -> add(Token.Kind.NAME, "", matcher.end());
        }
        return true;
    }
}
