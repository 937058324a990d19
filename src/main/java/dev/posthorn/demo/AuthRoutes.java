package dev.posthorn.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;

/// Doors that open to a name and password, or to a token.
final class AuthRoutes {

    private static final String REALM = "Posthorn demo";
    private static final Pattern PAIR = Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,]*))");

    private final String nonce = UUID.randomUUID().toString();
    private final SecureRandom random = new SecureRandom();

    Stream<Route> all() {
        return Stream.of(
                new Route("/basic-auth/", "/basic-auth/ann/secret", "Opens to Basic with that user and password.", AuthRoutes::basic),
                new Route("/hidden", "/hidden", "Answers 404 to whoever sends no Authorization.", AuthRoutes::hidden),
                new Route("/bearer", "/bearer", "Opens to any bearer token.", AuthRoutes::bearer),
                new Route("/digest-auth/", "/digest-auth/auth/ann/secret",
                        "Opens to Digest: quality (auth, auth-int or none), user, password and, if wanted, algorithm (MD5, SHA-256, SHA-512-256, or these with -sess).", this::digest),
                new Route("/ntlm/", "/ntlm/ann/secret", "Opens to NTLM with that user and password, of any domain; the login holds for its connection.", this::ntlm));
    }

    private static void basic(Call call) throws IOException, Call.Mistake {
        var path = call.segments();
        if (path.size() != 2) {
            throw new Call.Mistake("The path is /basic-auth/{user}/{password}.");
        }
        var wanted = "Basic " + Base64.getEncoder().encodeToString((path.get(0) + ":" + path.get(1)).getBytes(StandardCharsets.UTF_8));
        if (wanted.equals(authorization(call))) {
            call.json(200, Map.of("authenticated", true, "user", path.get(0)));
        } else {
            refuse(call, "Basic realm=\"" + REALM + "\", charset=\"UTF-8\"");
        }
    }

    private static void hidden(Call call) throws Exception {
        if (authorization(call).isEmpty()) {
            call.json(404, Map.of("error", "There is nothing here."));
        } else {
            EchoRoutes.echo(call);
        }
    }

    private static void bearer(Call call) throws IOException {
        var sent = authorization(call);
        if (sent.regionMatches(true, 0, "Bearer ", 0, 7) && sent.length() > 7) {
            call.json(200, Map.of("authenticated", true, "token", sent.substring(7).strip()));
        } else {
            refuse(call, "Bearer realm=\"" + REALM + "\"");
        }
    }

    /// RFC 7616: the challenge, and the check of the answer to it.
    private void digest(Call call) throws Exception {
        var path = call.segments();
        if (path.size() < 3 || path.size() > 4) {
            throw new Call.Mistake("The path is /digest-auth/{qop}/{user}/{password}, then perhaps /{algorithm}.");
        }
        var algorithm = path.size() == 4 ? path.get(3) : "MD5";
        var quality = path.get(0).equals("none") ? "" : path.get(0);
        var sent = fields(authorization(call));
        if (!sent.isEmpty() && nonce.equals(sent.get("nonce")) && response(call, sent, path.get(1), path.get(2), algorithm).equals(sent.get("response"))) {
            call.json(200, Map.of("authenticated", true, "user", path.get(1)));
        } else {
            refuse(call, "Digest realm=\"" + REALM + "\"" + (quality.isEmpty() ? "" : ", qop=\"" + quality + "\"")
                    + ", nonce=\"" + nonce + "\", opaque=\"horn\", algorithm=" + algorithm);
        }
    }

    /// Each connection logs in by itself, and stays in (MS-NTHT).
    private void ntlm(Call call) throws IOException, Call.Mistake {
        var path = call.segments();
        if (path.size() != 2) {
            throw new Call.Mistake("The path is /ntlm/{user}/{password}.");
        }
        var connection = call.request().getConnectionMetaData();
        var place = call.rest();
        if (connection.getAttribute("ntlm in") instanceof String in && in.equals(place) && authorization(call).isEmpty()) {
            call.json(200, Map.of("authenticated", true, "user", path.get(0)));
            return;
        }
        var door = connection.getAttribute("ntlm") instanceof NtlmDoor known ? known : new NtlmDoor(random);
        connection.setAttribute("ntlm", door);
        var token = authorization(call).regionMatches(true, 0, "NTLM ", 0, 5) ? authorization(call).substring(5).strip() : "";
        switch (door.say(token, path.get(0), path.get(1))) {
            case NtlmDoor.Result.Asks(var line) -> refuse(call, line);
            case NtlmDoor.Result.In(var user) -> {
                connection.setAttribute("ntlm in", place);
                call.json(200, Map.of("authenticated", true, "user", user));
            }
        }
    }

    private static Map<String, String> fields(String header) {
        var fields = new HashMap<String, String>();
        if (header.regionMatches(true, 0, "Digest ", 0, 7)) {
            var pairs = PAIR.matcher(header.substring(7));
            while (pairs.find()) {
                fields.put(pairs.group(1), pairs.group(2) == null ? pairs.group(3) : pairs.group(2));
            }
        }
        return fields;
    }

    private static String response(Call call, Map<String, String> sent, String user, String password, String algorithm) throws Exception {
        var session = algorithm.endsWith("-sess");
        var name = session ? algorithm.substring(0, algorithm.length() - 5) : algorithm;
        var quality = sent.getOrDefault("qop", "");
        var first = hash(name, user + ":" + REALM + ":" + password);
        first = session ? hash(name, first + ":" + sent.get("nonce") + ":" + sent.get("cnonce")) : first;
        var second = call.request().getMethod() + ":" + sent.get("uri");
        if (quality.equals("auth-int")) {
            second += ":" + body(name, call);
        }
        var middle = quality.isEmpty() ? sent.get("nonce") : String.join(":", sent.get("nonce"), sent.get("nc"), sent.get("cnonce"), quality);
        return hash(name, first + ":" + middle + ":" + hash(name, second));
    }

    private static String hash(String algorithm, String text) throws Call.Mistake {
        return hash(algorithm, text.getBytes(StandardCharsets.UTF_8));
    }

    /// The hash of a body of any length.
    private static String body(String algorithm, Call call) throws IOException, Call.Mistake {
        var digest = algorithm(algorithm);
        try (var in = Content.Source.asInputStream(call.request())) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(String algorithm, byte[] bytes) throws Call.Mistake {
        return HexFormat.of().formatHex(algorithm(algorithm).digest(bytes));
    }

    private static MessageDigest algorithm(String algorithm) throws Call.Mistake {
        try {
            return MessageDigest.getInstance(algorithm.equals("SHA-512-256") ? "SHA-512/256" : algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new Call.Mistake("\"" + algorithm + "\" is no algorithm of Digest that is known here.");
        }
    }

    private static String authorization(Call call) {
        var sent = call.header(HttpHeader.AUTHORIZATION.asString());
        return sent == null ? "" : sent;
    }

    private static void refuse(Call call, String challenge) throws IOException {
        call.with("WWW-Authenticate", challenge).json(401, Map.of("authenticated", false));
    }
}
