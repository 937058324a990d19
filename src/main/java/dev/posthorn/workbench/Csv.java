package dev.posthorn.workbench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Rows of a CSV (RFC 4180), read as newman reads them; ours, since no library of the class path has newman's rules for quotes, spaces and numbers.
///
/// 1. The first row has the names. The comma separates; where the first row has none, the semicolon or the tab that it has.
/// 2. Spaces around a value go. A value that begins with a quote ends with one: `""` in it is a quote, line ends in it stay. A quote inside another value is a quote.
/// 3. A value without quotes that is a number becomes one; an integer that a number could not hold exactly stays text, as does one in another base.
/// 4. A row with fewer values has only those; what a row has beyond the names is left out. Of two columns of one name the last counts.
final class Csv {

    private static final double EXACT = 9_007_199_254_740_991d;

    /// @param quoted whether it stood in quotes
    private record Field(String text, boolean quoted) {}

    private final String name;
    private final String text;
    private final boolean cut;
    private final char separator;
    private int at;
    private int line = 1;
    private int lineStart;

    /// @param cut the text is only the beginning of a file: a last row that is not whole is left out
    Csv(String name, String text, boolean cut) {
        this.name = name;
        this.text = text;
        this.cut = cut;
        this.separator = separator(text);
    }

    private static char separator(String text) {
        int[] found = new int[3];
        var quoted = false;
        for (var i = 0; i < text.length() && (quoted || text.charAt(i) != '\n' && text.charAt(i) != '\r'); i++) {
            var c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted) {
                found[0] += c == ',' ? 1 : 0;
                found[1] += c == ';' ? 1 : 0;
                found[2] += c == '\t' ? 1 : 0;
            }
        }
        return found[0] > 0 || found[1] + found[2] == 0 ? ',' : found[1] >= found[2] ? ';' : '\t';
    }

    DataFile read(int most) throws DataFile.Bad {
        var head = row();
        while (head != null && empty(head)) {
            head = row();
        }
        if (head == null) {
            return new DataFile(List.of(), List.of());
        }
        var names = head.stream().map(Field::text).toList();
        var rows = new ArrayList<Map<String, Object>>();
        for (var row = row(); row != null && rows.size() < most; row = row()) {
            if (!empty(row)) {
                var values = new LinkedHashMap<String, Object>();
                for (var i = 0; i < Math.min(names.size(), row.size()); i++) {
                    values.put(names.get(i), value(row.get(i)));
                }
                rows.add(Collections.unmodifiableMap(values));
            }
        }
        return new DataFile(List.copyOf(new LinkedHashSet<>(names)), rows);
    }

    private static boolean empty(List<Field> row) {
        return row.size() == 1 && row.getFirst().text().isEmpty() && !row.getFirst().quoted();
    }

    /// The next row; null at the end.
    private List<Field> row() throws DataFile.Bad {
        if (at >= text.length()) {
            return null;
        }
        var fields = new ArrayList<Field>();
        while (true) {
            var field = field();
            if (field == null) {
                return null;
            }
            fields.add(field);
            if (at >= text.length()) {
                return cut ? null : fields;
            }
            if (text.charAt(at) != separator) {
                lineEnd();
                return fields;
            }
            at++;
            if (at >= text.length()) {
                fields.add(new Field("", false));
                return cut ? null : fields;
            }
        }
    }

    private void lineEnd() {
        at += text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
        line++;
        lineStart = at;
    }

    /// Up to the separator or line end after it; null where the cut text ends in it.
    private Field field() throws DataFile.Bad {
        spaces();
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        var start = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return new Field(text.substring(start, at).strip(), false);
    }

    private void spaces() {
        while (at < text.length() && text.charAt(at) != separator && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private Field quoted() throws DataFile.Bad {
        var openLine = line;
        var openColumn = at - lineStart + 1;
        var value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at++;
            } else if (c == '"') {
                at++;
                return closed(value.toString());
            } else if (c == '\n' || c == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n')) {
                line++;
                lineStart = at + 1;
            }
            value.append(c);
        }
        if (cut) {
            return null;
        }
        throw new DataFile.Bad(name + ", line " + openLine + ", column " + openColumn + ": the quote is never closed. End the value with a quote; a quote in it is written twice.");
    }

    private Field closed(String value) throws DataFile.Bad {
        spaces();
        if (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            throw new DataFile.Bad(name + ", line " + line + ", column " + (at - lineStart + 1) + ": after the closing quote a separator or the line's end is needed, not \""
                    + text.substring(at, text.offsetByCodePoints(at, 1)) + "\". A quote in a value in quotes is written twice.");
        }
        return new Field(value, true);
    }

    /// Numbers as JavaScript reads them.
    private static Object value(Field field) {
        var written = field.text();
        if (field.quoted() || !numeric(written)) {
            return written;
        }
        var number = Double.parseDouble(written);
        if (Double.isInfinite(number)) {
            return written;
        }
        if (number == Math.rint(number) && Math.abs(number) <= EXACT) {
            return Math.abs(number) <= Integer.MAX_VALUE ? (Object) (int) number : (Object) (long) number;
        }
        return Math.abs(number) > EXACT && written.chars().allMatch(c -> Character.isDigit(c) || c == '+' || c == '-') ? (Object) written : (Object) number;
    }

    /// A sign, digits with at most one point among them, an exponent.
    private static boolean numeric(String text) {
        var i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        var digits = 0;
        var points = 0;
        while (i < text.length() && (text.charAt(i) >= '0' && text.charAt(i) <= '9' || text.charAt(i) == '.')) {
            digits += text.charAt(i) == '.' ? 0 : 1;
            points += text.charAt(i) == '.' ? 1 : 0;
            i++;
        }
        if (digits == 0 || points > 1) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            i += i + 1 < text.length() && (text.charAt(i + 1) == '-' || text.charAt(i + 1) == '+') ? 2 : 1;
            var exponent = i;
            while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                i++;
            }
            return i == text.length() && i > exponent;
        }
        return i == text.length();
    }
}
