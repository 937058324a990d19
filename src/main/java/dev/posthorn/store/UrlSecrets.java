package dev.posthorn.store;

import dev.posthorn.model.SecretPlaces;
import dev.posthorn.store.BodyMask.Span;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the secrets of a URL: the password before the host, and parameters of the query and of the fragment, where some logins hand over their tokens.
final class UrlSecrets {

    private static final String AUTHORITY = "://";
    private static final Pattern PASSWORD = Pattern.compile("[^/?#@:\\s]*:([^/?#@\\s]+)@");
    private static final Pattern PARAMETER = Pattern.compile("[?&;#]([^=?&;#\\s]{1,200})=([^&#\\s]*)");

    private UrlSecrets() {}

    static List<Span> of(String url) {
        return of(url, 0, url.length());
    }

    /// @param from where it begins in `text`
    static List<Span> of(String text, int from, int to) {
        var spans = new ArrayList<Span>();
        password(text, from, to).ifPresent(spans::add);
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

    /// Looked for from its scheme's end on: a long text has many letters that a scheme could begin with, and few of those.
    private static Optional<Span> password(String text, int from, int to) {
        for (var at = text.indexOf(AUTHORITY, from, to); at >= 0; at = text.indexOf(AUTHORITY, at + 1, to)) {
            var password = PASSWORD.matcher(text).region(at + AUTHORITY.length(), to);
            if (at > from && scheme(text.charAt(at - 1)) && password.lookingAt()) {
                return Optional.of(new Span(password.start(1), password.end(1)));
            }
        }
        return Optional.empty();
    }

    /// RFC 3986 §3.1: what its last character may be.
    private static boolean scheme(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
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
