package dev.posthorn.demo.vendor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request to one of the vendors' servers, whatever web server took it in.
///
/// @param origin  scheme and authority that the asker used: `http://127.0.0.1:8080`
/// @param path    as it was asked, not decoded, from the root
/// @param query   not decoded, empty for none
/// @param headers names and values, in order
/// @param note    what is remarked about it
public record Asked(String method, String origin, String path, String query, List<Map.Entry<String, String>> headers, byte[] body, Note note) {

    /// The first of that name, whatever its case; empty where there is none.
    public String header(String name) {
        return headers.stream().filter(h -> h.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst().orElse("");
    }

    /// A cookie as RFC 6265 §4.2.1 writes them; empty where there is none.
    public Optional<String> cookie(String name) {
        for (var line : headers) {
            if (line.getKey().equalsIgnoreCase("Cookie")) {
                for (var pair : line.getValue().split(";")) {
                    var parts = pair.strip().split("=", 2);
                    if (parts.length == 2 && parts[0].equals(name)) {
                        return Optional.of(parts[1]);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Parameters of the query, decoded, in order; of repeated ones the first.
    public Map<String, String> parameters() {
        return pairs(query);
    }

    public String parameter(String name) {
        return parameters().getOrDefault(name, "");
    }

    /// Fields of an url-encoded body; none where the body is something else.
    public Map<String, String> form() {
        return type().equals("application/x-www-form-urlencoded") ? pairs(text()) : Map.of();
    }

    /// Content-Type in small letters, without its parameters.
    public String type() {
        return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// What follows `Bearer` in the header Authorization; empty where there is no such thing.
    public String bearer() {
        var sent = header("Authorization");
        return sent.regionMatches(true, 0, "Bearer ", 0, 7) ? sent.substring(7).strip() : "";
    }

    public boolean is(String name) {
        return method.equals(name);
    }

    /// Another request that came within this one, as part of a batch.
    public Asked within(String method, String path, String query, List<Map.Entry<String, String>> headers, byte[] body) {
        return new Asked(method, origin, path, query, headers, body, note);
    }

    static Map<String, String> pairs(String text) {
        var all = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                all.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return all;
    }

    /// Of a form or query, where + is a space. What cannot be decoded stays as it came.
    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// The parts of a path, decoded, empty ones left out.
    public static List<String> segments(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/")) {
            if (!part.isEmpty()) {
                parts.add(decoded(part.replace("+", "%2B")));
            }
        }
        return parts;
    }
}
