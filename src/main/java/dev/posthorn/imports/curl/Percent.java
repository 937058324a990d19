package dev.posthorn.imports.curl;

import dev.posthorn.model.Entry;
import dev.posthorn.model.RequestUrl;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Percent-encoding around `{{variables}}`, which stay as they are.
final class Percent {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{[^{}]+}}");

    private Percent() {}

    /// As `--data-urlencode` does it: everything but letters, digits and `-._~`, a blank as `+`.
    static String plus(String text) {
        return encoded(text).replace("%20", "+");
    }

    /// As a form is sent here: a blank as `%20`.
    static String encoded(String text) {
        var out = new StringBuilder();
        var at = 0;
        for (var found = VARIABLE.matcher(text); found.find(); at = found.end()) {
            out.append(percent(text.substring(at, found.start()))).append(found.group());
        }
        return out.append(percent(text.substring(at))).toString();
    }

    private static String percent(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// The fields of a form body; empty where sending them as fields would give another text than this.
    static Optional<List<Entry>> fields(String body) {
        if (body.isEmpty()) {
            return Optional.empty();
        }
        var fields = RequestUrl.parse("?" + body).entries().stream().map(e -> Entry.of(decoded(e.key()), decoded(e.value()))).toList();
        var again = fields.stream().map(e -> encoded(e.key()) + "=" + encoded(e.value())).collect(Collectors.joining("&"));
        return again.equals(body) && fields.stream().noneMatch(e -> e.key().isEmpty()) ? Optional.of(fields) : Optional.empty();
    }
}
