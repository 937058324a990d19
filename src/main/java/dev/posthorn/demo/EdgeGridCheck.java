package dev.posthorn.demo;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Checks EG1-HMAC-SHA256 as Akamai documents it. Of the headers it signs `X-Test1`, where it is there; of a POST's body the first 131,072 bytes.
final class EdgeGridCheck {

    static final String CLIENT = "akab-client-token-xxx-xxxxxxxxxxxxxxxx";
    static final String ACCESS = "akab-access-token-xxx-xxxxxxxxxxxxxxxx";
    static final String SECRET = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=";

    private static final String SCHEME = "EG1-HMAC-SHA256 ";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss'+0000'");

    private EdgeGridCheck() {}

    static Verdict of(Asked asked) throws GeneralSecurityException {
        var line = asked.header("authorization");
        var cut = line.indexOf("signature=");
        if (!line.startsWith(SCHEME) || cut < 0) {
            return Verdict.refused("Authorization must be EG1-HMAC-SHA256 with client_token, access_token, timestamp, nonce and signature.");
        }
        var sent = new HashMap<String, String>();
        Arrays.stream(line.substring(SCHEME.length()).split(";")).map(p -> p.split("=", 2)).filter(p -> p.length == 2).forEach(p -> sent.put(p[0], p[1]));
        if (!CLIENT.equals(sent.get("client_token")) || !ACCESS.equals(sent.get("access_token"))) {
            return Verdict.refused("The only client token is " + CLIENT + ", the only access token " + ACCESS + ".");
        }
        if (late(sent.getOrDefault("timestamp", ""))) {
            return Verdict.refused("The timestamp must be of now and look like 20140321T19:34:21+0000.");
        }
        var test = asked.header("x-test1").strip().replaceAll("\\s+", " ");
        var counted = Arrays.copyOf(asked.body(), Math.min(asked.body().length, 131_072));
        var hash = asked.method().equals("POST") && counted.length > 0 ? Asked.base64(Asked.hash("SHA-256", counted)) : "";
        var toSign = String.join("\t", asked.method(), asked.scheme(), asked.host(), asked.resource(), test.isEmpty() ? "" : "x-test1:" + test, hash, line.substring(0, cut));
        var key = Asked.base64(Asked.hmac("HmacSHA256", Asked.bytes(SECRET), sent.get("timestamp")));
        var signature = Asked.base64(Asked.hmac("HmacSHA256", Asked.bytes(key), toSign));
        var computed = new LinkedHashMap<String, String>();
        computed.put("dataToSign", toSign);
        computed.put("signature", signature);
        return Verdict.compared(sent.get("signature"), signature, computed);
    }

    private static boolean late(String time) {
        try {
            return Duration.between(LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC), Instant.now()).abs().compareTo(Duration.ofMinutes(10)) > 0;
        } catch (DateTimeParseException e) {
            return true;
        }
    }
}
