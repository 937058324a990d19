package dev.posthorn.imports.har;

import dev.posthorn.formats.Report;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.tree.Tracked;
import java.net.URLEncoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reads the bodies of a recording: what was posted, as text or as parameters, and the contents of answers, in base64 or not.
final class HarBody {

    private final Tracked data;
    private final String item;
    private final List<Report.Row> rows;

    HarBody(Tracked data, String item, List<Report.Row> rows) {
        this.data = data;
        this.item = item;
        this.rows = rows;
    }

    Body read() {
        if (!data.isObject()) {
            return Body.none();
        }
        var type = data.text("mimeType").toLowerCase(Locale.ROOT);
        var text = data.text("text");
        if (data.text("encoding").equals("base64") || data.text("_encoding").equals("base64")) {
            text = decoded(text, data.get("text"), item, rows);
        }
        if (type.startsWith("multipart/") && text.isEmpty()) {
            return new Body.FormData(data.list("params").stream().map(HarBody::part).toList());
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            var params = text.isEmpty() ? data.list("params").stream().map(p -> Entry.of(HarEntry.decoded(p.text("name")), HarEntry.decoded(p.text("value")))).toList()
                    : RequestUrl.parse("?" + text).entries().stream().map(e -> Entry.of(HarEntry.decoded(e.key()), HarEntry.decoded(e.value()))).toList();
            if (!params.isEmpty() && (text.isEmpty() || form(params).equals(text))) {
                data.get("params").skip();
                return new Body.UrlEncoded(params);
            }
        }
        data.get("params").skip();
        return text.isEmpty() ? Body.none() : new Body.Raw(text, language(type));
    }

    private static Part part(Tracked param) {
        var file = param.text("fileName");
        var entry = Entry.of(param.text("name"), file.isEmpty() ? param.text("value") : "");
        return new Part(entry, !file.isEmpty(), file.isEmpty() ? List.of() : List.of(file), param.text("contentType"));
    }

    /// As a form is sent here.
    private static String form(List<Entry> fields) {
        return fields.stream().map(f -> encoded(f.key()) + "=" + encoded(f.value())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private static String language(String type) {
        return type.contains("json") ? "json" : type.contains("html") ? "html" : type.contains("xml") ? "xml" : type.contains("javascript") ? "javascript" : "text";
    }

    /// The content of an answer as text; empty where it is none, with a row.
    static String content(Tracked content, String item, List<Report.Row> rows) {
        content.skip("size", "compression", "mimeType");
        var text = content.text("text");
        return content.text("encoding").equalsIgnoreCase("base64") ? decoded(text, content.get("text"), item, rows) : text;
    }

    private static String decoded(String base64, Tracked from, String item, List<Report.Row> rows) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getMimeDecoder().decode(base64))).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            rows.add(Report.Row.aside(item, from.pointer(), "a body of bytes in base64", "it is no text, and an example or a text body holds text alone"));
            return "";
        }
    }
}
