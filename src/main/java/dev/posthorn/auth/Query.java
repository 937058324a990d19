package dev.posthorn.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How an authorization puts its parameter into the query of a URL.
final class Query {

    private Query() {}

    /// The URL with this parameter, in the place of all that have its name. Key and value are encoded here.
    static String replace(String url, String key, String value) {
        var name = encoded(key);
        var mark = url.indexOf('?');
        var base = mark < 0 ? url : url.substring(0, mark);
        var kept = mark < 0 ? Stream.<String>of() : Arrays.stream(url.substring(mark + 1).split("&")).filter(p -> !p.isEmpty() && !p.split("=", 2)[0].equals(name));
        return base + "?" + Stream.concat(kept, Stream.of(name + "=" + encoded(value))).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
