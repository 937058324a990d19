package dev.posthorn.odata.call;

import dev.posthorn.model.Header;
import dev.posthorn.odata.ODataProblem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes a multipart/mixed answer apart (RFC 2046 §5.1) as patiently as servers need it: LF for CRLF, text before the first part, no end, lengths that are missing or wrong.
///
/// The text has one char for each byte; bodies are decoded when their part is known.
final class MultipartReader {

    private static final int DEEPEST = 3;

    private final String text;
    private final String boundary;
    private final List<BatchAnswer.Reply> replies = new ArrayList<>();
    private int changeSets;

    MultipartReader(String text, String boundary) {
        this.text = text;
        this.boundary = boundary;
    }

    /// The boundary that a Content-Type names; "" where it names none.
    static String boundary(String contentType) {
        var at = contentType.toLowerCase(Locale.ROOT).indexOf("boundary=");
        if (at < 0) {
            return "";
        }
        var value = contentType.substring(at + 9).strip();
        if (value.startsWith("\"")) {
            var end = value.indexOf('"', 1);
            return end < 0 ? value.substring(1) : value.substring(1, end);
        }
        var end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip();
    }

    List<BatchAnswer.Reply> read() throws ODataProblem {
        parts(text, boundary, 0, 0);
        return replies;
    }

    /// Where a line of the text begins and ends, without its line end.
    private record Line(int start, int end, int next) {}

    private static Line line(String text, int start) {
        var end = text.indexOf('\n', start);
        var next = end < 0 ? text.length() : end + 1;
        end = end < 0 ? text.length() : end;
        return new Line(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end, next);
    }

    private void parts(String whole, String named, int changeSet, int depth) throws ODataProblem {
        if (depth > DEEPEST) {
            throw new ODataProblem("The parts of the batch are nested more than " + DEEPEST + " levels deep");
        }
        var mark = named.isEmpty() ? null : "--" + named;
        var from = -1;
        for (var at = 0; at < whole.length();) {
            var line = line(whole, at);
            if (mark == null && whole.startsWith("--", at) && line.end() > at + 2) {
                mark = whole.substring(at, line.end()).stripTrailing();
            }
            if (mark != null && whole.startsWith(mark, at)) {
                var rest = whole.substring(at + mark.length(), line.end()).strip();
                if (rest.isEmpty() || rest.equals("--")) {
                    if (from >= 0) {
                        part(whole.substring(from, Math.max(from, before(whole, at))), changeSet, depth);
                    }
                    from = rest.isEmpty() ? line.next() : -2;
                    if (from < 0) {
                        return;
                    }
                }
            }
            at = line.next();
        }
        if (from >= 0 && !whole.substring(from).isBlank()) {
            part(whole.substring(from), changeSet, depth);
        }
    }

    /// The line end before a boundary belongs to the boundary.
    private static int before(String whole, int at) {
        var end = at > 0 && whole.charAt(at - 1) == '\n' ? at - 1 : at;
        return end > 0 && end < at && whole.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    private void part(String part, int changeSet, int depth) throws ODataProblem {
        var headers = new ArrayList<Header>();
        var at = headers(part, 0, headers);
        var type = Header.first(headers, "Content-Type").orElse("");
        if (type.regionMatches(true, 0, "multipart/", 0, 10)) {
            parts(part.substring(at), boundary(type), ++changeSets, depth + 1);
            return;
        }
        replies.add(http(part, at, headers, changeSet));
    }

    private static int headers(String part, int start, List<Header> into) {
        var at = start;
        while (at < part.length()) {
            var line = line(part, at);
            at = line.next();
            if (line.start() == line.end()) {
                return at;
            }
            var text = part.substring(line.start(), line.end());
            var colon = text.indexOf(':');
            if (colon > 0) {
                into.add(new Header(text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
            }
        }
        return at;
    }

    private static BatchAnswer.Reply http(String part, int start, List<Header> outer, int changeSet) {
        var at = start;
        while (at < part.length() && line(part, at).start() == line(part, at).end()) {
            at = line(part, at).next();
        }
        var status = line(part, at);
        var words = part.substring(status.start(), status.end()).split(" ", 3);
        if (!words[0].startsWith("HTTP/")) {
            return new BatchAnswer.Reply(id(outer, List.of()), changeSet, 0, "", outer, part.substring(Math.min(start, part.length())));
        }
        var headers = new ArrayList<Header>();
        var body = part.substring(headers(part, status.next(), headers));
        var length = Header.first(headers, "Content-Length").filter(l -> l.matches("[0-9]{1,9}")).map(Integer::parseInt).orElse(-1);
        // What goes beyond the length is the empty lines that some servers put before the boundary; anything else means that the length is wrong.
        if (length >= 0 && length < body.length() && body.substring(length).isBlank()) {
            body = body.substring(0, length);
        }
        return new BatchAnswer.Reply(id(outer, headers), changeSet, BatchAnswer.number(words.length > 1 ? words[1] : ""), words.length > 2 ? words[2].strip() : "", headers,
                decoded(body, Header.first(headers, "Content-Type").orElse("")));
    }

    private static String id(List<Header> outer, List<Header> inner) {
        return Header.first(outer, "Content-ID").or(() -> Header.first(inner, "Content-ID")).orElse("");
    }

    private static String decoded(String latin, String type) {
        var at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        var name = at < 0 ? "" : type.substring(at + 8).split(";")[0].replace("\"", "").strip();
        Charset charset;
        try {
            charset = name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            charset = StandardCharsets.UTF_8;
        }
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), charset);
    }
}
