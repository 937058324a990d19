package dev.posthorn.http.tap;

import dev.posthorn.model.Header;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The head of an answer over HTTP/1, read from its bytes.
///
/// 1. Names keep their case and order. A line that begins with white space goes on with the value before it (obs-fold, RFC 9112 §5.2).
/// 2. A value is UTF-8 where its bytes are, and otherwise ISO 8859-1, as old servers write.
///
/// @param version as sent, "HTTP/1.1"
/// @param reason  as sent; empty for none
/// @param text    the whole head, a byte a character, with line ends and the empty line
/// @param size    in bytes
/// @param start   when its first byte came, on the clock of `System.nanoTime`
/// @param end     when its last byte came
public record AnswerHead(String version, int status, String reason, List<Header> headers, String text, int size, long start, long end) {

    private static final Pattern LINE_END = Pattern.compile("\r?\n");

    public AnswerHead {
        headers = List.copyOf(headers);
    }

    /// Null where the text does not begin as an answer of HTTP does.
    static AnswerHead parse(String text, long start, long end) {
        var lines = LINE_END.split(text);
        var first = lines.length == 0 ? "" : lines[0];
        var space = first.indexOf(' ');
        if (space < 0 || !first.startsWith("HTTP/") && !first.startsWith("ICY")) {
            return null;
        }
        var status = 0;
        var at = space + 1;
        while (at < first.length() && at < space + 4 && Character.digit(first.charAt(at), 10) >= 0) {
            status = status * 10 + first.charAt(at++) - '0';
        }
        if (at != space + 4 || at < first.length() && first.charAt(at) != ' ') {
            return null;
        }
        var reason = at < first.length() ? first.substring(at + 1) : "";
        return new AnswerHead(first.substring(0, space), status, readable(reason), headers(lines, 1), text, text.length(), start, end);
    }

    /// The header lines from that line on.
    static List<Header> headers(String[] lines, int from) {
        var headers = new ArrayList<Header>();
        for (var i = from; i < lines.length; i++) {
            var line = lines[i];
            if (line.isEmpty()) {
                continue;
            }
            if ((line.charAt(0) == ' ' || line.charAt(0) == '\t') && !headers.isEmpty()) {
                var before = headers.removeLast();
                headers.add(new Header(before.name(), (before.value() + " " + readable(line).strip()).strip()));
                continue;
            }
            var colon = line.indexOf(':', 1);
            headers.add(colon < 0 ? new Header(readable(line), "") : new Header(readable(line.substring(0, colon)).strip(), trimmed(readable(line.substring(colon + 1)))));
        }
        return headers;
    }

    private static String trimmed(String value) {
        var from = 0;
        var to = value.length();
        while (from < to && (value.charAt(from) == ' ' || value.charAt(from) == '\t')) {
            from++;
        }
        while (to > from && (value.charAt(to - 1) == ' ' || value.charAt(to - 1) == '\t')) {
            to--;
        }
        return value.substring(from, to);
    }

    private static String readable(String bytes) {
        var plain = true;
        for (var i = 0; i < bytes.length() && plain; i++) {
            plain = bytes.charAt(i) < 0x80;
        }
        if (plain) {
            return bytes;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    /// An answer before the answer. 101 is none: it is the last that HTTP says on a connection.
    boolean interim() {
        return status >= 100 && status < 200 && status != 101;
    }

    boolean says(String name, String word) {
        return headers.stream().anyMatch(h -> h.is(name) && h.value().toLowerCase(Locale.ROOT).contains(word));
    }
}
