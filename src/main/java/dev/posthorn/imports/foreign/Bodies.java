package dev.posthorn.imports.foreign;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Bodies by their media type.
public final class Bodies {

    private Bodies() {}

    /// The language of a raw body of that media type: json, xml, html, javascript or text.
    public static String language(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        return lower.contains("json") ? "json" : lower.contains("xml") ? "xml" : lower.contains("html") ? "html"
                : lower.contains("javascript") ? "javascript" : "text";
    }

    public static Body.Raw raw(String text, String type) {
        return new Body.Raw(text, language(type));
    }

    /// Whether Postman would send this media type by itself for the language of the body.
    public static boolean automatic(String type) {
        return List.of("", "application/json", "application/xml", "text/html", "text/plain", "application/javascript", "multipart/form-data",
                "application/x-www-form-urlencoded", "application/graphql").contains(type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip());
    }

    /// The headers with a Content-Type, where there is none that is switched on.
    public static List<Entry> typed(List<Entry> headers, String type) {
        if (headers.stream().anyMatch(h -> h.enabled() && h.key().equalsIgnoreCase("Content-Type"))) {
            return headers;
        }
        var all = new ArrayList<>(headers);
        all.add(Entry.of("Content-Type", type));
        return all;
    }
}
