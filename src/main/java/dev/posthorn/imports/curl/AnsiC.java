package dev.posthorn.imports.curl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Reads `$'…'`, bash's quotes with the escapes of C (Bash manual, "ANSI-C Quoting"): browsers write bodies with line breaks this way.
final class AnsiC {

    private static final String LETTERS = "abeEfnrtv\\'\"?";
    private static final String MEANINGS = "\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?";

    private final String text;
    private final int start;
    private final Script script;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    /// @param start behind the opening quote
    AnsiC(String text, int start, Script script) {
        this.text = text;
        this.start = start;
        this.at = start;
        this.script = script;
    }

    int end() {
        return at;
    }

    String read() throws BadCommand {
        while (at < text.length() && text.charAt(at) != '\'') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
                escape();
            } else {
                var code = text.codePointAt(at);
                put(Character.toString(code));
                at += Character.charCount(code);
            }
        }
        if (at >= text.length()) {
            throw new BadCommand("the quote $' that opens here is never closed", start - 2);
        }
        at++;
        var value = bytes.toString(StandardCharsets.UTF_8);
        if (value.indexOf('\ufffd') >= 0 && !text.substring(start, at).contains("\ufffd")) {
            script.aside(start, "bytes that are no UTF-8", "a text body holds text: send them from a file");
        }
        return value;
    }

    private void put(String characters) {
        bytes.writeBytes(characters.getBytes(StandardCharsets.UTF_8));
    }

    private void escape() {
        var c = text.charAt(at);
        var known = LETTERS.indexOf(c);
        if (known >= 0) {
            put(MEANINGS.substring(known, known + 1));
            at++;
        } else if (c == 'x' || c == 'u' || c == 'U') {
            at++;
            var value = number(16, c == 'x' ? 2 : c == 'u' ? 4 : 8);
            if (value < 0) {
                put("\\" + c);
            } else if (c == 'x') {
                bytes.write(value);
            } else {
                codePoint(value);
            }
        } else if (c >= '0' && c <= '7') {
            bytes.write(number(8, 3));
        } else if (c == 'c' && at + 1 < text.length()) {
            bytes.write(text.charAt(at + 1) & 0x1f);
            at += 2;
        } else {
            put("\\" + c);
            at++;
        }
    }

    /// A surrogate pair is written as two escapes by browsers; half of one is no character, and what follows it is read for itself.
    private void codePoint(int value) {
        if (value >= 0xd800 && value < 0xdc00 && text.startsWith("\\u", at)) {
            var after = at;
            at += 2;
            var low = number(16, 4);
            if (low >= 0xdc00 && low < 0xe000) {
                put(Character.toString(Character.toCodePoint((char) value, (char) low)));
                return;
            }
            at = after;
        }
        if (value >= 0xd800 && value < 0xe000) {
            put("\ufffd");
        } else {
            put(Character.isValidCodePoint(value) ? Character.toString(value) : "\ufffd");
        }
    }

    /// -1 where no digit stands here.
    private int number(int radix, int most) {
        var end = at;
        while (end < text.length() && end - at < most && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        if (end == at) {
            return -1;
        }
        var value = Long.parseLong(text, at, end, radix);
        at = end;
        return (int) Math.min(value, Integer.MAX_VALUE);
    }
}
