package dev.posthorn.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The switches that are known, by their names in Postman's `protocolProfileBehavior`, and what each may hold.
///
/// 1. A value of another kind counts as not set, so that the level above decides; it stays in the file and is said in the editor and by lint.
/// 2. A number may be written as text: Postman's own editor in the browser does that.
/// 3. The last three are ours. Postman passes over names that it does not know.
public enum Switch {
    FOLLOW_REDIRECTS("followRedirects", Holds.FLAG),
    MAX_REDIRECTS("maxRedirects", Holds.NUMBER),
    ORIGINAL_METHOD("followOriginalHttpMethod", Holds.FLAG),
    KEEP_AUTHORIZATION("followAuthorizationHeader", Holds.FLAG),
    NO_REFERER("removeRefererHeaderOnRedirect", Holds.FLAG),
    STRICT_SSL("strictSSL", Holds.FLAG),
    NO_COOKIES("disableCookies", Holds.FLAG),
    KEEP_BODY("disableBodyPruning", Holds.FLAG),
    NO_URL_ENCODING("disableUrlEncoding", Holds.FLAG),
    HEADERS_OFF("disabledSystemHeaders", Holds.NAMES),
    LENIENT_PARSER("insecureHTTPParser", Holds.FLAG),
    SERVER_CIPHERS("tlsPreferServerCiphers", Holds.FLAG),
    VERSION("protocolVersion", Holds.VERSION),
    TLS_OFF("tlsDisabledProtocols", Holds.TEXTS),
    CIPHERS("tlsCipherSelection", Holds.TEXTS),
    /// Beside `protocolVersion: http2` of the same level: HTTP/2 also where the address is http://.
    PRIOR_KNOWLEDGE("http2PriorKnowledge", Holds.FLAG),
    /// Milliseconds for DNS, connect and TLS together; 0 for no limit.
    CONNECT_TIMEOUT("connectTimeout", Holds.NUMBER),
    /// Milliseconds of the whole send; 0 for no limit.
    TIMEOUT("requestTimeout", Holds.NUMBER);

    public enum Holds { FLAG, NUMBER, VERSION, TEXTS, NAMES }

    private static final Set<String> VERSIONS = Set.of("auto", "http1", "http2");

    private final String key;
    private final Holds holds;

    Switch(String key, Holds holds) {
        this.key = key;
        this.holds = holds;
    }

    public String key() {
        return key;
    }

    public static Optional<Switch> of(String key) {
        for (var one : values()) {
            if (one.key.equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// What is wrong with a value, as the end of a sentence that begins with the name of the switch; empty where it is fine, or null.
    public Optional<String> fault(Object value) {
        var fine = value == null || switch (holds) {
            case FLAG -> value instanceof Boolean;
            case NUMBER -> number(value).isPresent();
            case VERSION -> value instanceof String text && VERSIONS.contains(text);
            case TEXTS -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            case NAMES -> value instanceof Map<?, ?>;
        };
        return fine ? Optional.empty() : Optional.of("is " + shown(value) + ", where " + wanted() + " is needed: it counts as not set");
    }

    private String wanted() {
        return switch (holds) {
            case FLAG -> "true or false";
            case NUMBER -> "a whole number from 0 to " + Integer.MAX_VALUE;
            case VERSION -> "auto, http1 or http2";
            case TEXTS -> "a list of names";
            case NAMES -> "a map of names";
        };
    }

    private static String shown(Object value) {
        return switch (value) {
            case String text -> "the text \"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
            case Boolean flag -> String.valueOf(flag);
            case Number number -> String.valueOf(number);
            case List<?> _ -> "a list of other things";
            default -> "something else";
        };
    }

    static Optional<Integer> number(Object value) {
        return switch (value) {
            case Integer n -> n < 0 ? Optional.empty() : Optional.of(n);
            case Number n when n.doubleValue() == Math.rint(n.doubleValue()) && n.doubleValue() >= 0 && n.doubleValue() <= Integer.MAX_VALUE -> Optional.of(n.intValue());
            case String text when text.strip().matches("\\d{1,9}") -> Optional.of(Integer.valueOf(text.strip()));
            case null, default -> Optional.empty();
        };
    }
}
