package dev.posthorn.store;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Wire;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Takes the secrets out of an exchange before it is kept: whatever stands where secrets stand, and every known value wherever it turns up,
/// also encoded as in a URL or in JSON.
public final class Redaction {

    public static final Redaction BY_NAMES = new Redaction(Set.of());

    /// A shorter value would be found everywhere.
    private static final int SHORTEST = 4;

    /// What stands where a proof stands may be an ordinary word when it is shorter.
    private static final int SHORTEST_PROOF = 8;

    private static final Set<String> PROOFS = Set.of("authorization", "proxy-authorization", "x-wsse", "dpop", "x-amz-security-token");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LONGEST_FORM = 1 << 16;

    /// Values that no secret has, and that stand in every other body.
    private static final Set<String> WORDS = Set.of("true", "false", "null", "undefined");

    private final List<String> known;

    /// @param values the values of secret variables and of the authorization's secrets; those under four characters are left to where they stand
    public Redaction(Set<String> values) {
        var all = new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        values.stream().filter(v -> v.strip().length() >= SHORTEST && !WORDS.contains(v)).forEach(value -> {
            all.add(value);
            if (plain(value)) {
                return;
            }
            var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            all.add(encoded);
            all.add(encoded.replace("+", "%20"));
            all.add(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
            all.add(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
        });
        known = List.copyOf(all);
    }

    /// Whether it is written alike in URLs and in JSON, as most tokens are.
    private static boolean plain(String value) {
        return value.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.');
    }

    /// The values of an authorization that must not be shown, as typed.
    public static List<String> secretsOf(Auth auth) {
        var values = new ArrayList<String>();
        auth.values().forEach((key, value) -> {
            if (value instanceof String text && SecretMask.secret(auth.type(), key)) {
                values.add(text);
            }
        });
        values.addAll(HiddenValues.of(auth).secrets().values());
        return values;
    }

    /// What a request proved itself with, so that it is found again where a server repeats it: the credentials of its headers, the secrets of its URL and of a form.
    public static Set<String> proofsOf(Wire wire) {
        var proofs = new HashSet<String>();
        for (var header : wire.headers()) {
            if (PROOFS.contains(header.name().toLowerCase(Locale.ROOT))) {
                var value = header.value().strip();
                proofs.add(value.substring(value.indexOf(' ') + 1).strip());
            }
        }
        UrlSecrets.of(wire.url()).forEach(span -> proofs.add(wire.url().substring(span.start(), span.end())));
        if (wire.payload() instanceof Payload.Bytes(var bytes, var type) && type.toLowerCase(Locale.ROOT).startsWith(FORM) && bytes.length <= LONGEST_FORM) {
            var form = new String(bytes, StandardCharsets.UTF_8);
            BodyMask.spans(form).forEach(span -> proofs.add(decoded(form.substring(span.start(), span.end()))));
        }
        proofs.removeIf(proof -> proof.length() < SHORTEST_PROOF);
        return proofs;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /// Every known value in a text replaced.
    public String known(String text) {
        var result = text;
        for (var value : known) {
            if (result.contains(value)) {
                result = result.replace(value, SecretMask.MASK);
            }
        }
        return result;
    }

    /// Marks every known value in a text.
    void places(String text, BitSet secret) {
        for (var value : known) {
            for (var at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length())) {
                secret.set(at, at + value.length());
            }
        }
    }

    /// A sentence, which may quote a URL or a body.
    public String prose(String text) {
        return known(BodyMask.text(text));
    }

    public Request request(Request request) {
        return SecretMask.request(request);
    }

    /// A URL without the secrets in it.
    public String url(String url) {
        return known(SecretMask.url(url));
    }

    public Wire wire(Wire wire) {
        return new Wire(wire.method(), url(wire.url()), headers(wire.headers()), payload(wire.payload()));
    }

    public List<Header> headers(List<Header> headers) {
        return headers.stream().map(h -> new Header(h.name(), header(h.name().toLowerCase(Locale.ROOT), h.value()))).toList();
    }

    /// A raw head, a byte a character: its line ends and all that is no secret stay.
    String head(String head) {
        var out = new StringBuilder(head.length());
        var hidden = false;
        var from = 0;
        while (from < head.length()) {
            var end = head.indexOf('\n', from) < 0 ? head.length() : head.indexOf('\n', from) + 1;
            var line = head.substring(from, end);
            var words = line.stripTrailing();
            var folded = from > 0 && (words.startsWith(" ") || words.startsWith("\t"));
            var safe = folded ? hidden ? " " + SecretMask.MASK : words : from == 0 && !words.startsWith(":") ? firstLine(words) : headLine(words);
            hidden = folded ? hidden : !safe.equals(words);
            out.append(safe.replace(SecretMask.MASK, latin(SecretMask.MASK))).append(line, words.length(), line.length());
            from = end;
        }
        return latinKnown(out.toString());
    }

    private String firstLine(String line) {
        var parts = line.split(" ", 3);
        return parts.length == 3 && !line.startsWith("HTTP/") ? parts[0] + " " + url(parts[1]) + " " + parts[2] : line;
    }

    private String headLine(String line) {
        var colon = line.indexOf(':', 1);
        if (colon < 0) {
            return line;
        }
        var name = line.substring(0, colon);
        var value = line.substring(colon + 1).strip();
        var safe = name.equals(":path") ? url(value) : header(name.strip().toLowerCase(Locale.ROOT), value);
        return safe.equals(value) ? line : name + ": " + safe;
    }

    private String header(String name, String value) {
        return switch (name) {
            case "authorization", "proxy-authorization" -> value.indexOf(' ') > 0 ? value.substring(0, value.indexOf(' ') + 1) + SecretMask.MASK : SecretMask.MASK;
            case "cookie" -> String.join("; ", List.of(value.split(";\\s*")).stream().map(Redaction::cookie).toList());
            case "set-cookie" -> value.indexOf(';') < 0 ? cookie(value) : cookie(value.substring(0, value.indexOf(';'))) + known(value.substring(value.indexOf(';')));
            case "location", "referer", "content-location", "refresh" -> url(value);
            default -> SecretMask.secretHeader(name) && !value.isBlank() ? SecretMask.MASK : known(value);
        };
    }

    private static String cookie(String pair) {
        return pair.indexOf('=') < 0 ? SecretMask.MASK : pair.substring(0, pair.indexOf('=') + 1) + SecretMask.MASK;
    }

    private Payload payload(Payload payload) {
        return switch (payload) {
            case Payload.Empty _, Payload.FromFile _ -> payload;
            case Payload.Bytes(var bytes, var type) -> new Payload.Bytes(body(bytes), type);
            case Payload.Multipart(var boundary, var pieces) -> new Payload.Multipart(boundary, pieces.stream()
                    .map(p -> new Payload.Piece(p.name(), p.file() != null ? p.text() : SecretMask.secretName(p.name()) ? SecretMask.masked(p.text()) : known(p.text()),
                            p.file(), p.fileName(), p.contentType())).toList());
        };
    }

    /// A body's bytes; those that hold no secret are the very same. The text is looked at byte by byte, as Latin-1, so that no encoding is
    /// needed to find names (ASCII) and no byte beside a secret changes; UTF-16 is the exception.
    public byte[] body(byte[] bytes) {
        if (bytes.length >= 2 && (bytes[0] == -1 && bytes[1] == -2 || bytes[0] == -2 && bytes[1] == -1)) {
            var text = new String(bytes, StandardCharsets.UTF_16);
            var masked = known(BodyMask.text(text));
            return masked.equals(text) ? bytes : masked.getBytes(StandardCharsets.UTF_16);
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var result = latinKnown(BodyMask.text(text).replace(SecretMask.MASK, latin(SecretMask.MASK)));
        return result.equals(text) ? bytes : result.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String latinKnown(String bytes) {
        var result = bytes;
        for (var value : known) {
            var wanted = latin(value);
            if (result.contains(wanted)) {
                result = result.replace(wanted, latin(SecretMask.MASK));
            }
        }
        return result;
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
