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

    private static final Pattern PIECE = Pattern.compile("(?s)\\{\\{[^{}]+}}|(?:(?!\\{\\{[^{}]+}}).)+");

    private Percent() {}

    /// As `--data-urlencode` does it: everything but letters, digits and `-._~`, a blank as `+`.
    static String plus(String text) {
        return encoded(text).replace("%20", "+");
    }

    /// As a form is sent here: a blank as `%20`.
    static String encoded(String text) {
        return PIECE.matcher(text).results().map(m -> m.group())
                .map(p -> p.startsWith("{{") && p.endsWith("}}") ? p : URLEncoder.encode(p, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~"))
                .collect(Collectors.joining());
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
