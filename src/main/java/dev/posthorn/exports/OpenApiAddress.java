package dev.posthorn.exports;

import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The URL of a request as a description needs it: the server, the path with `{names}`, and what those names stood for.
///
/// @param server   what stands before the path: "{{baseUrl}}", "https://example.com:81"
/// @param path     "/users/{id}"
/// @param names    the names in the path, in order
/// @param inserted those that were `{{variables}}`, not path variables: what stood there, by the name
record OpenApiAddress(String server, String path, List<String> names, Map<String, String> inserted) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}|\\{([^{}]*)}");

    static OpenApiAddress of(Request request) {
        var base = RequestUrl.parse(request.url().strip()).base();
        var start = pathStart(base);
        var server = base.substring(0, start);
        var names = new LinkedHashSet<String>();
        var inserted = new LinkedHashMap<String, String>();
        var segments = new ArrayList<String>();
        for (var segment : base.substring(start).replaceFirst("^/", "").split("/", -1)) {
            if (segment.matches(":[^/?#&=:{}]+")) {
                segments.add("{" + unique(names, segment.substring(1)) + "}");
            } else {
                segments.add(VARIABLE.matcher(segment).replaceAll(m -> {
                    var name = unique(names, (m.group(1) == null ? m.group(2) : m.group(1)).strip().replaceAll("[^\\p{L}\\p{N}_.$-]", "_"));
                    inserted.put(name, m.group());
                    return Matcher.quoteReplacement("{" + name + "}");
                }).replace(" ", "%20"));
            }
        }
        return new OpenApiAddress(server.isEmpty() || server.contains("://") || server.startsWith("{{") ? server : "http://" + server,
                "/" + String.join("/", segments), List.copyOf(names), inserted);
    }

    private static String unique(Set<String> taken, String wanted) {
        var name = wanted.isEmpty() ? "value" : wanted;
        for (var number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    /// The offset of the first `/` behind the host; `{{variables}}` are passed over.
    private static int pathStart(String base) {
        var at = base.indexOf("://");
        at = at < 0 || base.indexOf('/') < at ? 0 : at + 3;
        while (at < base.length() && base.charAt(at) != '/') {
            var close = base.startsWith("{{", at) ? base.indexOf("}}", at) : -1;
            at = close < 0 ? at + 1 : close + 2;
        }
        return at;
    }

    /// Two paths that differ in the names of their variables alone are one in OpenAPI.
    String shape() {
        return path.replaceAll("\\{[^{}]*}", "{}");
    }

    /// The path with the names of another one of the same shape.
    Map<String, String> renamed(OpenApiAddress first) {
        var renamed = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            renamed.put(names.get(i), first.names.get(i));
        }
        return renamed;
    }
}
