package dev.posthorn.demo.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One part of a multipart body: headers and what follows the empty line. Lines may end in LF alone.
record Parts(List<Map.Entry<String, String>> headers, String content) {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)multipart/mixed\\s*;.*?boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200}))");

    /// A request that stands in a part as text.
    record Inner(String method, String url, List<Map.Entry<String, String>> headers, String body) {}

    /// Of a Content-Type; empty where it is no multipart/mixed.
    static String boundary(String type) {
        var matcher = BOUNDARY.matcher(type.length() > 1000 ? "" : type);
        return !matcher.find() ? "" : matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    String header(String name) {
        return headers.stream().filter(h -> h.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst().orElse("");
    }

    static List<Parts> of(String body, String boundary) throws ODataError {
        var mark = "--" + boundary;
        var parts = new ArrayList<Parts>();
        var at = body.startsWith(mark) ? 0 : body.indexOf("\n" + mark) + 1;
        if (at == 0 && !body.startsWith(mark)) {
            throw new ODataError(400, "The boundary '" + boundary + "' of the batch is not in its body.");
        }
        while (!body.startsWith("--", at + mark.length())) {
            var begin = body.indexOf('\n', at) + 1;
            var end = begin == 0 ? -1 : body.indexOf("\n" + mark, begin - 1);
            if (end < 0) {
                throw new ODataError(400, "The batch ends without '" + mark + "--'.");
            }
            parts.add(part(body.substring(begin, Math.max(begin, end))));
            at = end + 1;
        }
        return parts;
    }

    private static Parts part(String text) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        return new Parts(headers, after(text, headers));
    }

    /// Reads headers up to the empty line, and gives what follows.
    private static String after(String text, List<Map.Entry<String, String>> headers) {
        var at = 0;
        while (at < text.length()) {
            var end = text.indexOf('\n', at);
            var line = (end < 0 ? text.substring(at) : text.substring(at, end)).strip();
            at = end < 0 ? text.length() : end + 1;
            if (line.isEmpty()) {
                return text.substring(at);
            }
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(Map.entry(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
            }
        }
        return "";
    }

    static Inner request(Parts part) throws ODataError {
        var text = part.content().stripLeading();
        var end = text.indexOf('\n');
        var line = (end < 0 ? text : text.substring(0, end)).strip().split(" ");
        if (line.length < 2 || line.length > 3) {
            throw new ODataError(400, "A part of the batch does not begin with a request line: '" + (text.length() > 80 ? text.substring(0, 80) + "…" : text.strip()) + "'.");
        }
        var headers = new ArrayList<Map.Entry<String, String>>();
        return new Inner(line[0], line[1], headers, end < 0 ? "" : after(text.substring(end + 1), headers).strip());
    }
}
