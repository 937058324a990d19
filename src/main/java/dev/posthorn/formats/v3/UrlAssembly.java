package dev.posthorn.formats.v3;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts the text of a URL together where a file gives its parts only.
final class UrlAssembly {

    private UrlAssembly() {}

    static String of(Map<String, Object> url) {
        var out = new StringBuilder();
        var protocol = Plain.text(url, "protocol");
        if (!protocol.isEmpty()) {
            out.append(protocol.endsWith("://") ? protocol : protocol + "://");
        }
        if (url.get("auth") instanceof Map<?, ?> auth && !Plain.text(auth.get("user")).isEmpty()) {
            out.append(Plain.text(auth.get("user"))).append(':').append(Plain.text(auth.get("password"))).append('@');
        }
        out.append(joined(url.get("host"), "."));
        var port = Plain.text(url, "port");
        out.append(port.isEmpty() ? "" : ":" + port);
        var path = joined(url.get("path"), "/");
        if (url.get("path") != null && !(url.get("path") instanceof List<?> list && list.isEmpty())) {
            out.append(path.startsWith("/") && url.get("path") instanceof String ? "" : "/").append(path);
        }
        return out.toString();
    }

    private static String joined(Object parts, String separator) {
        return parts instanceof List<?> list
                ? list.stream().map(e -> e instanceof Map<?, ?> map ? Plain.text(map.get("value")) : Plain.text(e)).collect(Collectors.joining(separator))
                : Plain.text(parts);
    }
}
