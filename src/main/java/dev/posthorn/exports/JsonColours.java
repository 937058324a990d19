package dev.posthorn.exports;

import java.util.regex.Pattern;

/// Puts the parts of a JSON text into spans that a page can colour. What is no JSON comes out as plain text; nothing is ever left unescaped.
final class JsonColours {

    private static final Pattern TOKEN = Pattern.compile("(\"(?:[^\"\\\\\\n]|\\\\.)*+\")(\\s*:)?|\\b(true|false|null)\\b|(-?\\b\\d[\\d.eE+-]*+)|(\\{\\{[^{}\\n]*}})");

    private JsonColours() {}

    static String html(String json) {
        var out = new StringBuilder();
        var matcher = TOKEN.matcher(json);
        var from = 0;
        while (matcher.find()) {
            out.append(SafeTags.escaped(json.substring(from, matcher.start())));
            from = matcher.end();
            if (matcher.group(1) != null) {
                span(out, matcher.group(2) == null ? "s" : "k", matcher.group(1));
                out.append(matcher.group(2) == null ? "" : matcher.group(2));
            } else {
                span(out, matcher.group(3) != null ? "l" : matcher.group(4) != null ? "n" : "v", matcher.group());
            }
        }
        return out.append(SafeTags.escaped(json.substring(from))).toString();
    }

    private static void span(StringBuilder out, String kind, String text) {
        out.append("<span class=\"").append(kind).append("\">").append(SafeTags.escaped(text)).append("</span>");
    }
}
