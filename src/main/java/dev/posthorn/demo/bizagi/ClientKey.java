package dev.posthorn.demo.bizagi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.posthorn.demo.vendor.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/// The key of the program that proves itself by a signed JWT (RFC 7523 §3), made at its first use; whoever tries the demo server may have its private part.
final class ClientKey {

    private KeyPair pair;

    private synchronized KeyPair pair() {
        if (pair == null) {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                pair = generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return pair;
    }

    /// PKCS#8.
    String pem() {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair().getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
    }

    /// Why an assertion does not prove that client, a sentence; empty where it does.
    String refused(String jwt, String client, String audience, Instant now) {
        var parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            return "The client assertion is no signed JWT.";
        }
        try {
            var header = object(parts[0]);
            var claims = object(parts[1]);
            if (header == null || claims == null || !header.path("alg").asText().equals("RS256")) {
                return "The client assertion is no JWT signed by RS256.";
            }
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(pair().getPublic());
            check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!check.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                return "The client assertion is signed by another key.";
            }
            return claims(claims, client, audience, now);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return "The client assertion cannot be read.";
        }
    }

    private static JsonNode object(String part) {
        return Json.read(Base64.getUrlDecoder().decode(part)).filter(JsonNode::isObject).orElse(null);
    }

    private static String claims(JsonNode claims, String client, String audience, Instant now) {
        if (!claims.path("iss").asText().equals(client) || !claims.path("sub").asText().equals(client)) {
            return "iss and sub of the client assertion must both be the client id.";
        }
        var aud = claims.path("aud");
        var named = aud.isArray() ? aud : JsonNodeFactory.instance.arrayNode().add(aud);
        var fits = false;
        for (var one : named) {
            fits |= audience.equals(one.asText()) || audience.startsWith(one.asText() + "/") && one.asText().length() > 8;
        }
        if (!fits) {
            return "aud of the client assertion must be " + audience + ".";
        }
        return claims.path("exp").canConvertToLong() && claims.path("exp").asLong() > now.getEpochSecond() ? "" : "The client assertion is expired, or has no exp.";
    }
}
