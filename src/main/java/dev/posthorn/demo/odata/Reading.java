package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.Kind;
import java.util.regex.Pattern;

/// Takes the words of an expression one after the other.
final class Reading {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![\\w-])");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,12})?)?(?:Z|[+-]\\d\\d:\\d\\d)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?!\\d)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?[mMlLdDfF]?(?!\\w)");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$@][\\p{L}\\p{N}_.]*");
    private static final Pattern OLD = Pattern.compile("(guid|datetimeoffset|datetime|time|X|binary)'([^']*)'");

    private final String text;
    private int at;

    Reading(String text) {
        this.text = text;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    boolean ended() {
        skip();
        return at >= text.length();
    }

    int position() {
        return at;
    }

    boolean sees(char c) {
        skip();
        return at < text.length() && text.charAt(at) == c;
    }

    boolean takes(char c) {
        if (sees(c)) {
            at++;
            return true;
        }
        return false;
    }

    void needs(char c) throws ODataError {
        if (!takes(c)) {
            throw unexpected("'" + c + "' expected");
        }
    }

    ODataError unexpected(String what) {
        return ODataError.query("Syntax error: " + what + " at position " + at + " in '" + (text.length() > 200 ? text.substring(0, 200) + "…" : text) + "'.");
    }

    /// A word, taken only where it is this one.
    boolean takesWord(String word) {
        skip();
        var end = at + word.length();
        if (text.startsWith(word, at) && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) && text.charAt(end) != '_' && text.charAt(end) != '.')) {
            at = end;
            return true;
        }
        return false;
    }

    private String match(Pattern pattern) {
        skip();
        var matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group();
    }

    /// A name, empty where there is none.
    String name() {
        var name = match(NAME);
        return name == null ? "" : name;
    }

    /// A literal of either version, null where there is none.
    Term.Value literal() throws ODataError {
        skip();
        if (at >= text.length()) {
            return null;
        }
        if (text.charAt(at) == '\'') {
            return Term.Value.literal(Kind.STRING, quoted());
        }
        if (takesWord("null")) {
            return Term.Value.literal(null, null);
        }
        if (takesWord("true")) {
            return Term.Value.literal(Kind.BOOLEAN, true);
        }
        if (takesWord("false")) {
            return Term.Value.literal(Kind.BOOLEAN, false);
        }
        return ofPattern();
    }

    private Term.Value ofPattern() throws ODataError {
        var old = match(OLD);
        if (old != null) {
            var parts = old.split("'", 3);
            return typed(parts[0].equals("guid") ? Kind.GUID : Kind.DATE_TIME, parts[1]);
        }
        var guid = match(GUID);
        if (guid != null) {
            return typed(Kind.GUID, guid);
        }
        var moment = match(MOMENT);
        if (moment != null) {
            return typed(Kind.DATE_TIME, moment);
        }
        var day = match(DAY);
        if (day != null) {
            return typed(Kind.DATE, day);
        }
        var number = match(NUMBER);
        return number == null ? null : typed(Kind.DECIMAL, Character.isLetter(number.charAt(number.length() - 1)) ? number.substring(0, number.length() - 1) : number);
    }

    private Term.Value typed(Kind kind, String literal) throws ODataError {
        try {
            return Term.Value.literal(kind, kind.read(literal));
        } catch (IllegalArgumentException e) {
            throw unexpected("the literal '" + literal + "' cannot be read");
        }
    }

    private String quoted() throws ODataError {
        var value = new StringBuilder();
        for (var i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) != '\'') {
                value.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                value.append('\'');
                i++;
            } else {
                at = i + 1;
                return value.toString();
            }
        }
        throw unexpected("the text is not closed");
    }
}
