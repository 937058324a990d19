package dev.posthorn.formats;

import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parts of a URL as Postman writes them beside its text: protocol, host, port, path, hash. `{{variables}}` are never cut.
public final class UrlParts {

    private UrlParts() {}

    /// @param raw the URL as typed
    public static Map<String, Object> of(String raw) {
        var url = RequestUrl.parse(raw);
        var parts = new LinkedHashMap<String, Object>();
        parts.put("raw", raw);
        var rest = url.base();
        var scheme = outside(rest, "://", 0);
        if (scheme >= 0) {
            parts.put("protocol", rest.substring(0, scheme));
            rest = rest.substring(scheme + 3);
        }
        var slash = outside(rest, "/", 0);
        authority(slash < 0 ? rest : rest.substring(0, slash), parts);
        if (slash >= 0) {
            parts.put("path", split(rest.substring(slash + 1), "/"));
        }
        if (url.fragment() != null) {
            parts.put("hash", url.fragment());
        }
        return parts;
    }

    private static void authority(String authority, Map<String, Object> parts) {
        var host = authority;
        var colon = host.lastIndexOf(':');
        var port = colon > host.lastIndexOf(']') && colon > host.lastIndexOf('@') && colon > host.lastIndexOf("}}") - 1 || variablePort(host, colon)
                ? host.substring(colon + 1) : null;
        if (port != null) {
            host = host.substring(0, colon);
        }
        if (!host.isEmpty()) {
            parts.put("host", split(host, "."));
        }
        if (port != null) {
            parts.put("port", port);
        }
    }

    private static boolean variablePort(String host, int colon) {
        return colon >= 0 && host.startsWith("{{", colon + 1) && host.endsWith("}}");
    }

    private static List<Object> split(String text, String separator) {
        var parts = new ArrayList<Object>();
        var from = 0;
        for (var at = outside(text, separator, 0); at >= 0; at = outside(text, separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static int outside(String text, String wanted, int from) {
        for (var i = from; i < text.length(); i++) {
            if (text.startsWith("{{", i)) {
                var end = text.indexOf("}}", i);
                if (end > 0) {
                    i = end + 1;
                    continue;
                }
            }
            if (text.startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    /// The parameters of a URL's query: key and value, the value null where there is no `=`, both null between two `&`.
    public static List<Map<String, Object>> pairs(String raw) {
        var pairs = new ArrayList<Map<String, Object>>();
        var query = RequestUrl.parse(raw).query();
        if (query == null || query.isEmpty()) {
            return pairs;
        }
        for (var part : split(query, "&")) {
            var text = String.valueOf(part);
            var equals = outside(text, "=", 0);
            var pair = new LinkedHashMap<String, Object>();
            pair.put("key", text.isEmpty() ? null : equals < 0 ? text : text.substring(0, equals));
            pair.put("value", equals < 0 ? null : text.substring(equals + 1));
            pairs.add(pair);
        }
        return pairs;
    }
}
