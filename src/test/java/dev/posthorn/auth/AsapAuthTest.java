package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// After the specification of ASAP (https://s2sauth.bitbucket.io/spec) and postman-runtime's `asap.js`.
final class AsapAuthTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_300_819_380);
    private static final Wire WIRE = new Wire("GET", "https://h/x", List.of(), Payload.empty());

    private static AuthType.Signed sign(Map<String, Object> extra) {
        var values = new LinkedHashMap<String, Object>(Map.of("iss", "client", "aud", "server", "kid", "client/key-1", "privateKey", pem()));
        values.putAll(extra);
        var around = new Surroundings(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1), (_, _) -> { }, TokenSource.NONE, Path.of(""), Map.of());
        return AuthTypes.signing(new Auth("asap", values), around).sign(WIRE);
    }

    private static String pem() {
        return TestKeys.pem(key());
    }

    private static byte[] key() {
        try {
            return TestKeys.A2.toRSAPrivateKey().getEncoded();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static JWSObject token(Map<String, Object> extra) throws Exception {
        var header = assertInstanceOf(AuthType.Signed.Ready.class, sign(extra)).wire().headers().getFirst().value();
        assertTrue(header.startsWith("Bearer "), header);
        var token = JWSObject.parse(header.substring(7));
        assertTrue(token.verify(new RSASSAVerifier(TestKeys.A2.toRSAPublicKey())));
        return token;
    }

    private static String refused(Map<String, Object> extra) {
        return assertInstanceOf(AuthType.Signed.GivenUp.class, sign(extra)).failure().sentence().replaceFirst("^.*could not be applied: ", "");
    }

    @Test
    void theClaimsAreThoseOfTheSpecification() throws Exception {
        var token = token(Map.of());
        assertEquals("{\"alg\":\"RS256\",\"kid\":\"client/key-1\"}", token.getHeader().getParsedBase64URL().decodeToString());
        var claims = token.getPayload().toString();
        assertTrue(claims.matches("\\{\"iat\":1300819380,\"iss\":\"client\",\"sub\":\"client\",\"jti\":\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\","
                + "\"aud\":\"server\",\"exp\":1300822980}"), claims);
    }

    @Test
    void whatStandsInTheClaimsWins() throws Exception {
        var token = token(Map.of("exp", 60, "sub", "someone", "claims", "{\"n\": 12345678901234567890, \"jti\": \"mine\", \"aud\": [\"a\", \"b\"], \"exp\": \"1300819999\"}"));
        assertEquals("{\"n\":12345678901234567890,\"jti\":\"mine\",\"aud\":[\"a\",\"b\"],\"exp\":1300819999,\"iat\":1300819380,\"iss\":\"client\",\"sub\":\"someone\"}",
                token.getPayload().toString());
        assertTrue(token(Map.of("exp", "60")).getPayload().toString().endsWith("\"exp\":1300819440}"));
    }

    @Test
    void theKeyMayBeADataUriOfTheSameKeyId() throws Exception {
        var uri = "data:application/pkcs8;kid=client%2Fkey-1;base64," + Base64.getEncoder().encodeToString(key());
        assertEquals("client/key-1", token(Map.of("privateKey", uri)).getHeader().getKeyID());
        assertEquals("the private key is that of the key ID \"client/key-1\", and the key ID that is set is \"other\".", refused(Map.of("privateKey", uri, "kid", "other")));
        assertEquals("the private key is a data URI, but not of the form data:application/pkcs8;kid=…;base64,….", refused(Map.of("privateKey", "data:text/plain,abc")));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals("it needs an issuer, a key ID and a private key.", refused(Map.of("iss", "", "kid", "", "privateKey", "")));
        assertEquals("\"HS256\" is an invalid algorithm.", refused(Map.of("alg", "HS256")));
        assertEquals("the claims are no JSON: line 1, column 2: a key in double quotes was expected, not \"a\".", refused(Map.of("claims", "{a: 1}")));
        assertEquals("the expiry \"soon\" is not a whole number of seconds.", refused(Map.of("exp", "soon")));
    }

    @Test
    void aTokenThatLivesTooLongIsRemarked() {
        var ready = assertInstanceOf(AuthType.Signed.Ready.class, sign(Map.of("exp", "7200")));
        assertTrue(ready.workings().stream().anyMatch(w -> w.text().contains("an hour at most; this one lives for 7200 s")), ready.workings().toString());
    }
}
