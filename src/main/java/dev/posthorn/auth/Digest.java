package dev.posthorn.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Answers a Digest challenge (RFC 7616, and RFC 2069 where no `qop` is offered): proves that we know the password without sending it.
///
/// 1. MD5, SHA-256 and SHA-512-256, each also as `-sess`; an unknown algorithm is no challenge that can be answered.
/// 2. `auth-int` covers the body; it is taken only where the server offers nothing else.
/// 3. Nothing random in here: the client nonce and the count come from the caller.
///
/// @param algorithm as the server wrote it; "MD5" where it wrote none
/// @param qop       "auth", "auth-int", or empty for the old form
/// @param utf8      whether the server says that it reads names in UTF-8, and so that it knows RFC 7616
public record Digest(String realm, String nonce, String opaque, String algorithm, String qop, boolean stale, boolean userhash, boolean utf8) {

    /// Strongest first.
    private static final List<String> ALGORITHMS = List.of("SHA-512-256", "SHA-256", "MD5");

    /// Who answers, and for what.
    ///
    /// @param uri    as on the request line: path and query, or "host:port" for a CONNECT
    /// @param body   needed for `auth-int` alone
    /// @param cnonce any text that was not used before with this nonce
    /// @param count  1 for the first answer to this nonce, then one more each
    public record Answer(String user, String password, String method, String uri, byte[] body, String cnonce, int count) {}

    /// Empty where it is another scheme, lacks a nonce, asks for an algorithm or a quality that is not known, or for an answer that no header can carry.
    public static Optional<Digest> of(Challenge challenge) {
        return of(challenge, "auth");
    }

    /// The same with the quality that is taken where the server offers several.
    static Optional<Digest> of(Challenge challenge, String wanted) {
        var algorithm = challenge.parameter("algorithm").orElse("MD5");
        var offered = Arrays.stream(challenge.parameter("qop").orElse("").split(",")).map(q -> q.strip().toLowerCase(Locale.ROOT)).toList();
        var qop = offered.contains(wanted) ? wanted : offered.contains("auth") ? "auth" : offered.contains("auth-int") ? "auth-int" : "";
        var odd = qop.isEmpty() && !offered.equals(List.of(""));
        if (!challenge.is("Digest") || challenge.parameter("nonce").isEmpty() || !known(algorithm) || odd || !sayable(challenge)) {
            return Optional.empty();
        }
        return Optional.of(new Digest(challenge.parameter("realm").orElse(""), challenge.parameters().get("nonce"), challenge.parameters().get("opaque"),
                algorithm, qop, "true".equalsIgnoreCase(challenge.parameters().get("stale")), "true".equalsIgnoreCase(challenge.parameters().get("userhash")),
                "UTF-8".equalsIgnoreCase(challenge.parameters().get("charset"))));
    }

    static boolean known(String algorithm) {
        return strength(algorithm) >= 0;
    }

    /// A header cannot carry a control character back.
    private static boolean sayable(Challenge challenge) {
        return java.util.stream.Stream.of("realm", "nonce", "opaque").map(p -> challenge.parameter(p).orElse("")).noneMatch(v -> v.chars().anyMatch(Character::isISOControl));
    }

    /// The same login with another nonce of the server.
    Digest withNonce(String next) {
        return new Digest(realm, next, opaque, algorithm, qop, false, userhash, utf8);
    }

    /// The challenge with the strongest algorithm among those that can be answered.
    public static Optional<Digest> strongest(List<Challenge> challenges) {
        return strongestOf(challenges.stream().flatMap(c -> of(c).stream()).toList());
    }

    static Optional<Digest> strongestOf(List<Digest> offered) {
        return offered.stream().reduce((one, other) -> strength(other.algorithm()) > strength(one.algorithm()) ? other : one);
    }

    /// Higher is stronger, negative is unknown.
    private static int strength(String algorithm) {
        var index = ALGORITHMS.indexOf(base(algorithm));
        return index < 0 ? -1 : ALGORITHMS.size() - index;
    }

    private static String base(String algorithm) {
        return algorithm.toUpperCase(Locale.ROOT).replaceFirst("-SESS$", "");
    }

    /// The value for `Authorization` or `Proxy-Authorization`.
    public String authorization(Answer answer) {
        return authorization(answer, hash(answer.body()));
    }

    /// @param bodyHash of the body, in hexadecimal, by `entity`; counts for `auth-int` alone, instead of the answer's body
    String authorization(Answer answer, String bodyHash) {
        var nc = nc(answer);
        var response = proof(answer, answer.method() + ":" + answer.uri() + (qop.equals("auth-int") ? ":" + bodyHash : ""));
        var text = new StringBuilder("Digest ").append(user(answer.user()));
        text.append(", realm=").append(quoted(realm)).append(", nonce=").append(quoted(nonce)).append(", uri=").append(quoted(answer.uri()));
        text.append(", algorithm=").append(algorithm).append(", response=\"").append(response).append('"');
        if (opaque != null) {
            text.append(", opaque=").append(quoted(opaque));
        }
        if (!qop.isEmpty()) {
            text.append(", qop=").append(qop).append(", nc=").append(nc).append(", cnonce=").append(quoted(answer.cnonce()));
        } else if (session()) {
            text.append(", cnonce=").append(quoted(answer.cnonce()));
        }
        return text.append(userhash ? ", userhash=true" : "").toString();
    }

    /// What the server has to send back in `Authentication-Info` to prove that it knows the password too (RFC 7616 §3.5); for `auth` alone.
    String rspauth(Answer answer) {
        return proof(answer, ":" + answer.uri());
    }

    private String proof(Answer answer, String second) {
        var secret = hash(answer.user() + ":" + realm + ":" + answer.password());
        var ha1 = session() ? hash(secret + ":" + nonce + ":" + answer.cnonce()) : secret;
        return qop.isEmpty() ? hash(ha1 + ":" + nonce + ":" + hash(second)) : hash(String.join(":", ha1, nonce, nc(answer), answer.cnonce(), qop, hash(second)));
    }

    /// What is hashed for `answer`, with the password left out, to look at.
    String hashed(Answer answer) {
        var first = answer.user() + ":" + realm + ":<password>";
        return "A1 = " + (session() ? "H(" + first + "):" + nonce + ":" + answer.cnonce() : first)
                + "\nA2 = " + answer.method() + ":" + answer.uri() + (qop.equals("auth-int") ? ":H(<body>)" : "")
                + "\nresponse = H(H(A1):" + nonce + (qop.isEmpty() ? "" : ":" + String.join(":", nc(answer), answer.cnonce(), qop)) + ":H(A2))"
                + "\nH = " + base(algorithm);
    }

    private static String nc(Answer answer) {
        return String.format(Locale.ROOT, "%08x", answer.count());
    }

    private boolean session() {
        return algorithm.toLowerCase(Locale.ROOT).endsWith("-sess");
    }

    /// Hashes a body in pieces.
    MessageDigest entity() {
        try {
            var name = base(algorithm).equals("SHA-512-256") ? "SHA-512/256" : base(algorithm);
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }

    /// A name that a header cannot carry goes in its extended form (RFC 8187), or as a hash where the server wants that. Servers of the older RFC 2617
    /// know no extended form: they get the bytes as they are.
    private String user(String name) {
        if (userhash) {
            return "username=\"" + hash(name + ":" + realm) + '"';
        }
        if (name.chars().allMatch(c -> c >= 0x20 && c < 0x7f) || !utf8 && name.chars().noneMatch(Character::isISOControl)) {
            return "username=" + quoted(name);
        }
        var encoded = new StringBuilder("username*=UTF-8''");
        for (var b : name.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private String hash(byte[] bytes) {
        return HexFormat.of().formatHex(entity().digest(bytes));
    }
}
