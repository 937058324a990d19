package dev.posthorn.exports;

import dev.posthorn.model.Header;
import dev.posthorn.model.RequestUrl;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The small objects of which a HAR recording is made (HTTP Archive 1.2).
final class HarParts {

    private HarParts() {}

    /// The whole file around its entries.
    static Map<String, Object> log(List<?> entries, String version) {
        return map("log", map("version", "1.2", "creator", map("name", "Posthorn", "version", version), "pages", List.of(), "entries", entries));
    }

    /// An object with these members, name and value by turns.
    static Map<String, Object> map(Object... members) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < members.length; i += 2) {
            map.put(String.valueOf(members[i]), members[i + 1]);
        }
        return map;
    }

    static List<Map<String, Object>> headers(List<Header> headers) {
        return headers.stream().map(h -> map("name", h.name(), "value", h.value())).toList();
    }

    static List<Map<String, Object>> query(String url) {
        return RequestUrl.parse(url).entries().stream().map(e -> map("name", decoded(e.key()), "value", decoded(e.value()))).toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// The cookies of a Cookie header.
    static List<Map<String, Object>> cookies(List<Header> headers) {
        var cookies = new ArrayList<Map<String, Object>>();
        headers.stream().filter(h -> h.is("Cookie")).flatMap(h -> List.of(h.value().split(";")).stream()).map(String::strip).filter(c -> !c.isEmpty())
                .forEach(c -> cookies.add(pair(c)));
        return cookies;
    }

    private static Map<String, Object> pair(String text) {
        var equals = text.indexOf('=');
        return equals < 0 ? map("name", text, "value", "") : map("name", text.substring(0, equals).strip(), "value", text.substring(equals + 1).strip());
    }

    /// The cookies of Set-Cookie headers, with their attributes.
    static List<Map<String, Object>> setCookies(List<Header> headers) {
        var cookies = new ArrayList<Map<String, Object>>();
        for (var header : headers) {
            if (header.is("Set-Cookie")) {
                var parts = header.value().split(";");
                var cookie = pair(parts[0].strip());
                for (var i = 1; i < parts.length; i++) {
                    attribute(cookie, pair(parts[i].strip()));
                }
                cookies.add(cookie);
            }
        }
        return cookies;
    }

    private static void attribute(Map<String, Object> cookie, Map<String, Object> attribute) {
        switch (String.valueOf(attribute.get("name")).toLowerCase(Locale.ROOT)) {
            case "path" -> cookie.put("path", attribute.get("value"));
            case "domain" -> cookie.put("domain", attribute.get("value"));
            case "httponly" -> cookie.put("httpOnly", true);
            case "secure" -> cookie.put("secure", true);
            case "samesite" -> cookie.put("sameSite", attribute.get("value"));
            default -> { }
        }
    }
}
