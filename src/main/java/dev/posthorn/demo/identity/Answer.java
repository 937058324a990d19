package dev.posthorn.demo.identity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the identity server says.
///
/// @param headers name and value, in order; without Content-Type and Content-Length
/// @param json    a JSON value; null where `body` is the answer
/// @param type    Content-Type of `body`
public record Answer(int status, List<Map.Entry<String, String>> headers, Object json, String type, byte[] body) {

    static Answer json(int status, Object value) {
        return new Answer(status, List.of(), value, "application/json", new byte[0]);
    }

    static Answer page(int status, String html) {
        return text(status, "text/html;charset=utf-8", html);
    }

    static Answer text(int status, String type, String text) {
        return new Answer(status, List.of(), null, type, text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer redirect(String where) {
        return text(302, "text/plain", "").with("Location", where);
    }

    Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Answer(status, List.copyOf(more), json, type, body);
    }

    /// RFC 6749 §5.1: answers with tokens are kept by nobody.
    Answer unkept() {
        return with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }
}
