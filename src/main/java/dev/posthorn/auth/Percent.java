package dev.posthorn.auth;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Percent-encoding as signatures want it (RFC 3986 §2): all but letters, digits and `-._~` as `%XX` of its UTF-8 bytes, in capitals.
final class Percent {

    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8), "");
    }

    /// The same, with the slashes of a path left as they are.
    static String path(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8), "/");
    }

    /// What stands encoded in some other way, encoded in this one. A `+` is a space, as in forms; a `%` without two digits is a `%`.
    static String again(String text) {
        return encoded(bytes(text), "");
    }

    /// The same for a path.
    static String pathAgain(String text) {
        return encoded(bytes(text), "/");
    }

    /// As text; bytes that are no UTF-8 become U+FFFD.
    static String decoded(String text) {
        return new String(bytes(text), StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes, String kept) {
        var out = new StringBuilder(bytes.length + 16);
        for (var b : bytes) {
            var c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0 || kept.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }

    private static byte[] bytes(String text) {
        var in = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(in.length);
        for (var i = 0; i < in.length; i++) {
            if (in[i] == '%' && i + 2 < in.length && digit(in[i + 1]) >= 0 && digit(in[i + 2]) >= 0) {
                out.write(digit(in[i + 1]) << 4 | digit(in[i + 2]));
                i += 2;
            } else {
                out.write(in[i] == '+' ? ' ' : in[i]);
            }
        }
        return out.toByteArray();
    }

    private static int digit(byte b) {
        return b < 0 ? -1 : HEX.indexOf(Character.toUpperCase((char) b));
    }
}
