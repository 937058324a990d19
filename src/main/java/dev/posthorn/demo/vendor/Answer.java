package dev.posthorn.demo.vendor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What one of the vendors' servers says.
///
/// @param headers names and values, in order; without Content-Type and Content-Length
/// @param type    Content-Type; empty for none
public record Answer(int status, List<Map.Entry<String, String>> headers, String type, byte[] body) {

    public static final String JSON = "application/json; charset=utf-8";
    public static final String HTML = "text/html; charset=utf-8";

    public static Answer json(int status, Object value) {
        return new Answer(status, List.of(), JSON, Json.written(value));
    }

    public static Answer text(int status, String type, String text) {
        return new Answer(status, List.of(), type, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer page(int status, String title, String body) {
        return text(status, HTML, Pages.page(title, body));
    }

    public static Answer empty(int status) {
        return new Answer(status, List.of(), "", new byte[0]);
    }

    public static Answer redirect(String where) {
        return empty(302).with("Location", where);
    }

    public Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Answer(status, List.copyOf(more), type, body);
    }

    /// RFC 6749 §5.1: answers with tokens are kept by nobody.
    public Answer unkept() {
        return with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }

    /// The first of that name; empty where there is none.
    public String header(String name) {
        return headers.stream().filter(h -> h.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst().orElse("");
    }
}
