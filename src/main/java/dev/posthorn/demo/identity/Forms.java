package dev.posthorn.demo.identity;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads and writes url-encoded pairs.
final class Forms {

    private Forms() {}

    static Map<String, List<String>> pairs(String text) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            if (!pair.isEmpty()) {
                all.computeIfAbsent(decoded(parts[0]), k -> new ArrayList<>()).add(parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return all;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    static String text(Map<String, List<String>> pairs) {
        return pairs.entrySet().stream().flatMap(e -> e.getValue().stream().map(v -> coded(e.getKey()) + "=" + coded(v))).collect(Collectors.joining("&"));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String first(Map<String, List<String>> pairs, String name) {
        var values = pairs.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
