package dev.posthorn.odata;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding as OData needs it in URLs: quotes, commas and brackets stay readable, `{{variables}}` stay what they are.
public final class Percent {

    private static final String IN_PATH = "-._~!$'()*,;=:@";
    private static final String IN_QUERY = "-._~!$'()*,;=:@/?";

    private Percent() {}

    /// One segment of a path; a `/` within it is encoded.
    public static String segment(String text) {
        return encode(text, IN_PATH);
    }

    /// The value of a query option (OData 4.01 part 2, §2.2): `&`, `+`, `#` and `%` are encoded.
    public static String option(String text) {
        return encode(text, IN_QUERY);
    }

    /// The name of a query option; a `=` in it is encoded too.
    public static String name(String text) {
        return encode(text, "-._~!$'()*,;:@/");
    }

    private static String encode(String text, String allowed) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length();) {
            var end = text.startsWith("{{", i) ? text.indexOf("}}", i) : -1;
            if (end > 0) {
                out.append(text, i, end + 2);
                i = end + 2;
                continue;
            }
            var c = text.codePointAt(i);
            if (c < 128 && (Character.isLetterOrDigit(c) || allowed.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                for (var b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(digit(b >> 4)).append(digit(b));
                }
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static char digit(int half) {
        return Character.toUpperCase(Character.forDigit(half & 15, 16));
    }

    /// The text that was encoded; a `%` that begins no escape stays.
    public static String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var out = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length();) {
            var c = text.codePointAt(i);
            if (c == '%' && i + 2 < text.length() && hex(text.charAt(i + 1)) >= 0 && hex(text.charAt(i + 2)) >= 0) {
                out.write(hex(text.charAt(i + 1)) << 4 | hex(text.charAt(i + 2)));
                i += 3;
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// In a query `+` is a space as well, as servers read it.
    public static String decodeOption(String text) {
        return decode(text.replace('+', ' '));
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }
}
