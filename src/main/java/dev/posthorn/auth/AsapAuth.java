package dev.posthorn.auth;

import dev.posthorn.http.tls.KeyText;
import dev.posthorn.http.tls.Unusable;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Wire;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/// Atlassian's service-to-service authentication (ASAP, https://s2sauth.bitbucket.io/spec): a short-lived JSON Web Token signed with the
/// service's private key, made anew for each request.
///
/// 1. Keys and presets are Postman's (postman-runtime, `authorizer/asap.js`): what stands in the claims wins over the fields.
/// 2. The subject is the issuer where there is none. `jti` is a random UUID, `iat` is now, `exp` so many seconds later.
/// 3. The key is PEM, or a data URI of PKCS#8 whose key ID must be the one that is set.
public final class AsapAuth implements AuthType {

    private static final Pattern DATA = Pattern.compile("data:application/pkcs8;kid=([\\w.\\-+/]+);base64,([a-zA-Z0-9+/=]+)");
    private static final long LIFETIME = 3_600;

    @Override
    public String id() {
        return "asap";
    }

    @Override
    public String label() {
        return "ASAP (Atlassian)";
    }

    @Override
    public String summary() {
        return "Signs a JSON Web Token that says which service calls which, and sends it as bearer token.";
    }

    @Override
    public List<Field> fields() {
        return form(new Auth(id(), Map.of())).stream().flatMap(s -> s.fields().stream()).toList();
    }

    @Override
    public List<Section> form(Auth values) {
        var advanced = values.values().keySet().stream().anyMatch(List.of("sub", "exp", "claims")::contains);
        return List.of(new Section("", List.of(new Field.Choice("alg", "Algorithm", "RS256", Jws.options(Jws.KEYS)),
                new Field.Text("iss", "Issuer", "", "the service that calls: micros/my-service"),
                new Field.Text("aud", "Audience", "", "the service that is called"),
                new Field.Text("kid", "Key ID", "", "micros/my-service/key-1"),
                new Field.Area("privateKey", "Private key", "", "-----BEGIN PRIVATE KEY----- or data:application/pkcs8;kid=…;base64,…", Field.Written.PEM, true)), true),
                new Section("Advanced", List.of(new Field.Text("sub", "Subject", "", "the issuer"), new Field.Text("exp", "Expires after (s)", "3600", ""),
                        new Field.Area("claims", "Additional claims", "", "{\"name\": \"value\"}", Field.Written.JSON, false)), advanced));
    }

    @Override
    public Signing signing(Auth values, Surroundings around) {
        return Signing.adding(wire -> sign(wire, values, around));
    }

    private Signed sign(Wire wire, Auth values, Surroundings around) {
        try {
            var algorithm = values.text("alg");
            if (!Jws.KEYS.contains(algorithm)) {
                throw new Jws.Unsignable("\"" + algorithm + "\" is an invalid algorithm");
            }
            var typed = JsonText.of(values.values().get("claims")).strip();
            var claims = typed.isEmpty() ? new LinkedHashMap<String, String>() : new LinkedHashMap<>(JsonText.members("the claims", typed));
            var kid = claims.containsKey("kid") && set(claims.get("kid")) ? claims.get("kid") : quoted(values.text("kid"));
            var workings = new ArrayList<Working>();
            fill(claims, values, around, workings);
            require(claims, kid, values);
            var header = new LinkedHashMap<String, String>();
            header.put("alg", JsonText.quoted(algorithm));
            header.put("kid", kid);
            var input = Jws.input(JsonText.object(header), JsonText.object(claims));
            var token = Jws.withKey(algorithm, input, key(values.text("privateKey"), kid));
            workings.add(Working.text("What is signed", input));
            return new Signed.Ready(Headers.replace(wire, "Authorization", "Bearer " + token), workings);
        } catch (Jws.Unsignable | JsonText.Malformed e) {
            return new Signed.GivenUp(new Failure.AuthRefused(label(), e.getMessage()));
        }
    }

    private static void fill(Map<String, String> claims, Auth values, Surroundings around, List<Working> workings) throws Jws.Unsignable {
        var now = around.clock().instant().getEpochSecond();
        var lifetime = seconds(values.text("exp"));
        put(claims, "iat", Long.toString(now));
        put(claims, "iss", quoted(values.text("iss")));
        put(claims, "sub", values.text("sub").isEmpty() ? claims.get("iss") : quoted(values.text("sub")));
        put(claims, "jti", quoted(uuid(around)));
        put(claims, "aud", quoted(values.text("aud")));
        if (!set(claims.get("exp"))) {
            claims.put("exp", Long.toString(now + lifetime));
            if (lifetime > LIFETIME) {
                workings.add(Working.note("ASAP allows a token to live for an hour at most; this one lives for " + lifetime + " s."));
            }
        } else {
            claims.put("exp", Long.toString(seconds(claims.get("exp").replace("\"", ""))));
        }
    }

    /// As JavaScript's `||`: what is there and says something stays.
    private static void put(Map<String, String> claims, String name, String value) {
        if (!set(claims.get(name))) {
            claims.put(name, value);
        }
    }

    private static boolean set(String json) {
        return json != null && !List.of("\"\"", "null", "false", "0").contains(json);
    }

    private static long seconds(String text) throws Jws.Unsignable {
        if (text.isBlank()) {
            return LIFETIME;
        }
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new Jws.Unsignable("the expiry \"" + text.strip() + "\" is not a whole number of seconds", e);
        }
    }

    private static void require(Map<String, String> claims, String kid, Auth values) throws Jws.Unsignable {
        var missing = new ArrayList<String>();
        if (!set(claims.get("iss"))) {
            missing.add("an issuer");
        }
        if (!set(claims.get("aud"))) {
            missing.add("an audience");
        }
        if (!set(kid)) {
            missing.add("a key ID");
        }
        if (values.text("privateKey").isBlank()) {
            missing.add("a private key");
        }
        if (!missing.isEmpty()) {
            var last = missing.removeLast();
            throw new Jws.Unsignable("it needs " + (missing.isEmpty() ? last : String.join(", ", missing) + " and " + last));
        }
    }

    private static PrivateKey key(String text, String kid) throws Jws.Unsignable {
        var typed = text.strip().replaceAll("^\"(.*)\"$", "$1");
        if (!typed.startsWith("data:")) {
            return Jws.key(typed, "");
        }
        try {
            var uri = DATA.matcher(URLDecoder.decode(typed.replace("+", "%2B"), StandardCharsets.UTF_8).replaceAll("\\s+", ""));
            if (!uri.matches()) {
                throw new Jws.Unsignable("the private key is a data URI, but not of the form data:application/pkcs8;kid=…;base64,…");
            }
            if (!quoted(uri.group(1)).equals(kid)) {
                throw new Jws.Unsignable("the private key is that of the key ID \"" + uri.group(1) + "\", and the key ID that is set is " + kid);
            }
            return KeyText.der(Base64.getDecoder().decode(uri.group(2)));
        } catch (IllegalArgumentException e) {
            throw new Jws.Unsignable("the data URI of the private key is damaged: " + e.getMessage(), e);
        } catch (Unusable e) {
            throw new Jws.Unsignable(e.getMessage(), e);
        }
    }

    private static String quoted(String text) {
        return JsonText.quoted(text);
    }

    /// Version 4 (RFC 9562 §5.4).
    private static String uuid(Surroundings around) {
        var high = around.random().nextLong() & ~0xF000L | 0x4000L;
        var low = around.random().nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
