package dev.posthorn.store;

import dev.posthorn.model.SecretPlaces;
import dev.posthorn.store.BodyMask.Span;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the secrets of a URL: the password before the host, and parameters of the query and of the fragment, where some logins hand over their tokens.
final class UrlSecrets {

    /// A scheme has few letters: a text of many must not be searched from each of them to its end.
    private static final Pattern PASSWORD = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]{0,30}://[^/?#@:\\s]*:([^/?#@\\s]+)@");
    private static final Pattern PARAMETER = Pattern.compile("[?&;#]([^=?&;#\\s]{1,200})=([^&#\\s]*)");

    private UrlSecrets() {}

    static List<Span> of(String url) {
        return of(url, 0, url.length());
    }

    /// @param from where it begins in `text`
    static List<Span> of(String text, int from, int to) {
        var spans = new ArrayList<Span>();
        var password = PASSWORD.matcher(text).region(from, to);
        if (password.find()) {
            spans.add(new Span(password.start(1), password.end(1)));
        }
        var names = new ArrayList<String>();
        var values = new ArrayList<Span>();
        var parameters = PARAMETER.matcher(text).region(from, to);
        while (parameters.find()) {
            names.add(plain(parameters.group(1)));
            values.add(new Span(parameters.start(2), parameters.end(2)));
        }
        for (var i = 0; i < names.size(); i++) {
            var value = values.get(i);
            if (value.end() > value.start() && secret(names.get(i), text.substring(value.start(), value.end()), names)) {
                spans.add(value);
            }
        }
        return spans;
    }

    /// Whether a parameter of a URL or a form is one.
    static boolean secret(String name, String value, List<String> beside) {
        return SecretPlaces.name(name) || SecretPlaces.code(name, value, beside);
    }

    /// A name may be written with escapes, and mean the same.
    static String plain(String name) {
        try {
            return name.indexOf('%') < 0 ? name : URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
