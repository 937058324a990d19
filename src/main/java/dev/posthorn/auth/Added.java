package dev.posthorn.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Something that an authorization adds to a request: a header, or a parameter of query or body.
///
/// @param name     as it will stand on the wire
/// @param replaces whether the request has one of that name, which makes way
/// @param pieces   the value, in parts that may be shown and parts that are secret
public record Added(Place place, String name, boolean replaces, List<Piece> pieces) {

    public enum Place { HEADER, QUERY, BODY }

    public record Piece(String text, boolean secret) {}

    private static final String MASK = "••••••••";
    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "x-wsse");
    private static final Set<String> HARMLESS = Set.of("username", "realm", "uri", "algorithm", "qop", "nc", "opaque", "userhash", "nonce", "cnonce", "created", "profile", "id", "ts", "ext",
            "app", "dlg", "timestamp", "signedheaders", "credential", "oauth_consumer_key", "oauth_nonce", "oauth_timestamp", "oauth_version", "oauth_signature_method", "oauth_callback",
            "oauth_body_hash", "x-amz-algorithm", "x-amz-date", "x-amz-expires", "x-amz-signedheaders", "x-amz-credential", "x-amz-content-sha256");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9_.-]*)(\\s+)(\\S.*)$", Pattern.DOTALL);
    private static final Pattern BY_COMMA = Pattern.compile("(?<![\\w-])([A-Za-z][\\w-]{0,99})=(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^,\"\\s]*))");
    private static final Pattern BY_SEMICOLON = Pattern.compile("(?<![\\w-])([A-Za-z][\\w-]{0,99})=(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^;\"\\s]*))");
    /// Base64 with its padding looks like a name with an empty value, and is none (token68, RFC 9110 §11.2).
    private static final Pattern ONE_TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]++=*+");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(token|secret|key|passw|signature|auth|cookie|session|csrf).*");

    public Added {
        pieces = List.copyOf(pieces);
    }

    /// @param secrets values of secret fields, which are secret wherever they stand
    static Added header(String name, String value, boolean replaces, List<String> secrets) {
        var lower = name.toLowerCase(Locale.ROOT);
        var scheme = SCHEME.matcher(value);
        if (!CREDENTIALS.contains(lower)) {
            var covered = !HARMLESS.contains(lower) && SECRET_NAME.matcher(name).matches() || secrets.stream().anyMatch(value::contains);
            return new Added(Place.HEADER, name, replaces, List.of(new Piece(value, covered)));
        }
        if (!scheme.matches()) {
            return new Added(Place.HEADER, name, replaces, List.of(new Piece(value, true)));
        }
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece(scheme.group(1) + scheme.group(2), false));
        pieces.addAll(parameters(scheme.group(3), secrets));
        return new Added(Place.HEADER, name, replaces, pieces);
    }

    static Added parameter(Place place, String name, String value, boolean replaces, List<String> secrets) {
        return new Added(place, name, replaces, List.of(new Piece(value, !HARMLESS.contains(name.toLowerCase(Locale.ROOT)) || secrets.stream().anyMatch(value::contains))));
    }

    /// `name="value"` after each other: the harmless ones are shown. Anything else is secret as a whole.
    private static List<Piece> parameters(String text, List<String> secrets) {
        if (ONE_TOKEN.matcher(text).matches()) {
            return List.of(new Piece(text, true));
        }
        var pieces = new ArrayList<Piece>();
        var found = (text.contains(",") ? BY_COMMA : BY_SEMICOLON).matcher(text);
        var at = 0;
        while (found.find()) {
            if (!text.substring(at, found.start()).matches("\"?(\\s*[,;])?\\s*([A-Za-z]+\\s+)?")) {
                return List.of(new Piece(text, true));
            }
            var group = found.group(2) == null ? 3 : 2;
            pieces.add(new Piece(text.substring(at, found.start(group)), false));
            pieces.add(new Piece(found.group(group), !HARMLESS.contains(found.group(1).toLowerCase(Locale.ROOT)) || secrets.stream().anyMatch(found.group(group)::contains)));
            at = found.end(group);
        }
        if (pieces.isEmpty() || !text.substring(at).matches("\"?\\s*[,;]?\\s*")) {
            return List.of(new Piece(text, true));
        }
        pieces.add(new Piece(text.substring(at), false));
        return pieces;
    }

    /// The value of a header of an authorization with dots in the place of what is secret, where nobody says which values are.
    public static String masked(String name, String value) {
        var covered = header(name, value, false, List.of());
        return covered.secret() ? covered.masked() : CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)) || value.isEmpty() ? value : MASK;
    }

    public boolean secret() {
        return pieces.stream().anyMatch(p -> p.secret() && !p.text().isEmpty());
    }

    public String value() {
        return pieces.stream().map(Piece::text).reduce("", String::concat);
    }

    /// The value with dots in the place of what is secret.
    public String masked() {
        return pieces.stream().map(p -> p.secret() && !p.text().isEmpty() ? MASK : p.text()).reduce("", String::concat);
    }
}
