package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JwtAuthTest {

    private static final Wire WIRE = new Wire("GET", "https://h/x?token=old&a=1", List.of(new Header("authorization", "old")), Payload.empty());
    private static final Surroundings AROUND = new Surroundings(Clock.systemUTC(), new Random(1), (_, _) -> { }, TokenSource.NONE, Path.of(""), Map.of());

    private static AuthType.Signed sign(Object... keysAndValues) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return AuthTypes.signing(new Auth("jwt", values), AROUND).sign(WIRE);
    }

    private static String header(Object... keysAndValues) {
        return assertInstanceOf(AuthType.Signed.Ready.class, sign(keysAndValues)).wire().headers().getFirst().value();
    }

    private static String refused(Object... keysAndValues) {
        var sentence = assertInstanceOf(AuthType.Signed.GivenUp.class, sign(keysAndValues)).failure().sentence();
        var start = "Nothing was sent: the authorization \"JWT Bearer\" could not be applied: ";
        assertTrue(sentence.startsWith(start), sentence);
        return sentence.substring(start.length());
    }

    private static String decoded(String token, int part) {
        return new String(Base64.getUrlDecoder().decode(token.replaceFirst("^Bearer ", "").split("\\.")[part]), StandardCharsets.UTF_8);
    }

    @Test
    void thePayloadIsSignedInItsOwnOrderAndWithItsOwnNumbers() {
        var typed = "{\n  \"z\": 12345678901234567890123,\n  \"a\": 1.0, \"path\": \"a\\/b \\u00e9\",\n  \"list\": [1, 2 ]\n}";
        var token = header("algorithm", "HS256", "secret", "short", "payload", typed, "header", "{ \"kid\": \"k 1\", \"alg\": \"none\", \"typ\": \"JWT\" }");
        assertEquals("{\"z\":12345678901234567890123,\"a\":1.0,\"path\":\"a\\/b \\u00e9\",\"list\":[1,2]}", decoded(token, 1));
        assertEquals("{\"alg\":\"HS256\",\"kid\":\"k 1\",\"typ\":\"JWT\"}", decoded(token, 0));
    }

    @Test
    void whatTheFileHasAsAnObjectIsJsonToo() {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("sub", "joe");
        payload.put("admin", true);
        assertEquals("{\"sub\":\"joe\",\"admin\":true}", decoded(header("algorithm", "HS256", "secret", "s", "payload", payload), 1));
    }

    @Test
    void postmansPresetsHoldWhereTheFileSaysNothing() {
        var token = header("algorithm", "HS512", "secret", "s");
        assertTrue(token.startsWith("Bearer ey"), token);
        assertEquals("{\"alg\":\"HS512\"}", decoded(token, 0));
        assertEquals("{}", decoded(token, 1));
        assertTrue(header("algorithm", "HS512", "secret", "s", "headerPrefix", "").startsWith("ey"));
        assertTrue(header("algorithm", "HS512", "secret", "s", "headerPrefix", "JWT").startsWith("JWT ey"));
    }

    @Test
    void theTokenGoesIntoTheQueryInThePlaceOfOneOfItsName() {
        var url = assertInstanceOf(AuthType.Signed.Ready.class, sign("algorithm", "HS256", "secret", "s", "addTokenTo", "queryParam")).wire().url();
        assertTrue(url.startsWith("https://h/x?a=1&token=ey"), url);
        var named = assertInstanceOf(AuthType.Signed.Ready.class, sign("algorithm", "HS256", "secret", "s", "addTokenTo", "queryParam", "queryParamKey", "jwt")).wire();
        assertTrue(named.url().startsWith("https://h/x?token=old&a=1&jwt=ey"), named.url());
        assertEquals(WIRE.headers(), named.headers());
    }

    @Test
    void aSecretInBase64StandsForItsBytes() throws Exception {
        for (var text : List.of(Base64.getEncoder().encodeToString(TestKeys.A1), Base64.getUrlEncoder().withoutPadding().encodeToString(TestKeys.A1))) {
            var token = header("algorithm", "HS256", "secret", text, "isSecretBase64Encoded", true, "payload", "{\"a\":1}");
            assertTrue(JWSObject.parse(token.substring(7)).verify(new MACVerifier(TestKeys.A1)), text);
        }
        assertEquals("the secret is not in Base64; untick \"The secret is in Base64\" where it is plain text.",
                refused("algorithm", "HS256", "secret", "not base64!", "isSecretBase64Encoded", true));
    }

    @Test
    void whatIsWrongIsSaidWithLineAndColumn() {
        assertEquals("no algorithm is chosen.", refused("secret", "s"));
        assertEquals("\"HS999\" is an invalid algorithm.", refused("algorithm", "HS999", "secret", "s"));
        assertEquals("HS256 needs a secret, and there is none.", refused("algorithm", "HS256"));
        assertEquals("RS256 needs a private key, and there is none.", refused("algorithm", "RS256", "privateKey", " "));
        assertEquals("the payload is no JSON: line 2, column 7: a comma or } was expected, not \"\"\".", refused("algorithm", "HS256", "secret", "s", "payload", "{\n\"a\": 1\"b\": 2}"));
        assertEquals("the JWT header must be a JSON object, as {\"name\": \"value\"}.", refused("algorithm", "HS256", "secret", "s", "header", "[1]"));
        assertEquals("the private key: it is a PUBLIC KEY, and no private key.",
                refused("algorithm", "RS256", "privateKey", "-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJB\n-----END PUBLIC KEY-----"));
        assertEquals("the private key: it is neither PEM (-----BEGIN PRIVATE KEY-----) nor Base64.", refused("algorithm", "RS256", "privateKey", "what is this?"));
        assertTrue(refused("algorithm", "HS256", "secret", "s", "payload", "[".repeat(100_000)).contains("nested more than"));
    }

    /// Made with "openssl genrsa -traditional", "openssl pkcs8 -topk8" and "openssl ecparam -genkey"; never used for anything.
    private static final String PKCS1 = """
            -----BEGIN RSA PRIVATE KEY-----
            MIICWwIBAAKBgQCkmr91nNNpPN5mk5S2eQLdpGqmPfaLhyYkZCOqHbzwHZsMdkHX
            38ndxoDDHVGS69s7xphZkP52RbRkI3QfwLearlwtei3oX7jdx8S9tSd+1IV/bjqf
            6dbzU4E0UYIDvZMfk6okVB0dfaF9H9BApmzUG07xPgENyWXn5a5trQn/cwIDAQAB
            AoGAQwmvPjQ/udWLclVatLI2I5Spxsjnl03Uj++kwszXvSchlYK4MDY5XbRRjqVr
            Kp4aLI8mTxwJNpwO6tWxnpj7bUGlfcQaGnqNu4LPxS8UmdAYYNfHwzRDZ7qHoXZn
            dqvOfisG46ovKJ0tC1ifR11myijRhCYkBxnc75VK4cA3LJECQQDRlNBXLFn9jbaG
            9ZDkUbw/Sg8LiY5+lEdlOu8tHDG8Gh4xudDRtwQlNOefTxDHEfQRS0iAf4O3O4Xq
            YKY+IdM5AkEAyQ/Dofns8mZUqZm+BOOGSSIlwSZqx8gHRNKNP7RpCVrohtN/dKzp
            wpBuWovLiCtHKwBv0cow01BSScZjeOlMCwJAEvn0e1AqvciNFF87xVCZSOm9vv+v
            hUqLxGC3s0/wOOXsgfgfLj3yBCRsLIKONFgtzzsPz4K8PGUJVRV3N/z8EQJALjyI
            0ZPm0GuF5qarUvZ7qA/JPNy3y4+NVF9TCiZTzUnxlSfH9K3a59pM9leVi4/gQtxL
            2qOzjLS456xOrbyAtwJAQhaJnyq8AOSHXN+KO0opFTLN/aXroYXVi/2e2V7bSHzE
            QvcYL8jwhNJg8NhI+N7wWCxknM88gGBW56rGlaj3tw==
            -----END RSA PRIVATE KEY-----
            """;
    private static final String ENCRYPTED = """
            -----BEGIN ENCRYPTED PRIVATE KEY-----
            MIIC3TBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQI3vWwzK5S/UoCAggA
            MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBBTG8lPuhu3nSOv/6ZbnY2bBIIC
            gBuxc+g5cmeJyyqiBaPxwVvpluYi4pAiQ1U8H7Es/7NUhlZivCBWOzp07sj8XgMQ
            JJM75ZnBM5a1EAmyOxq+7RRYXdT/zOH0uUbzbB/IM+9yYCNP9lFPkZnY8Ialzstx
            njr27i2hxe1s0UXG3f/osTsuI2Rfma5x2yJb8IeNfiHnKJUNBVG6C4HR0SLeviaa
            C21PWoi+h6UQ6uAT5VRzQDaTBqnVKmiUICuVf4VvBzwr7pe1TueRh8gKJrHwagr6
            Srmb5Hw5j7C2r4O+qP8bYeAGAFFV+ehNiWDYA79tI2Fl54TwU5DHAQVTtCiGC3dY
            v7uHkzrhD9hKDfco8mikgyokBfDTwyplpIJVsY36qqyVA4xplN/3xATjrh6n6Jff
            5c5Rjr9EYVHzXaaCnNU9lBiLYhjbQs0qZTxjNriYG8DEAhX/dXt1WFgmFDMVzbxy
            OmdM5M/OEqntMVbGF2W4c0Jzs9KGDURSe4qbr2calfctV+ymz7yOwqxc1Rms9Th8
            oNGIODMjjwIZ6bYkuSoDLWFUlJVA6AaSlSX+nmlfZnoECO6QVlMm0iOu3P/tIlt0
            s7XBrPxGavazt/8NTsgnbOcgeAPny5O19nuSfvk7l7S79av8fYwdas/vVb1w+Q9C
            mRh7y6VSUVGJ31a1dZ7HZz2Y7Dp3F9ufdDA9i4sEKUs623Kf81NnargUjXA7m2gA
            3yTb/0oLPOKN8dAhFLMiiFmdVhTJaZeeGR4fsbVHCvGQU/cC1d2SEHF+5MJLd4nU
            VTuvXd7AFW+gHaFi5h1A6Dx0Mc64VRJkzaOe0pbXTI7J1FtpSLA4igmT2HospyhD
            31WF1FZLkBxCVEM/db3l8ow=
            -----END ENCRYPTED PRIVATE KEY-----
            """;
    private static final String PUBLIC = "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCkmr91nNNpPN5mk5S2eQLdpGqmPfaLhyYkZCOqHbzwHZsMdkHX38ndxoDDHVGS69s7xphZkP52RbRkI3QfwLearlwtei3oX7jdx8S9tSd+1IV/bjqf6dbzU4E0UYIDvZMfk6okVB0dfaF9H9BApmzUG07xPgENyWXn5a5trQn/cwIDAQAB";
    private static final String EC_PUBLIC = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE6dK9Z4K+7Xy375V5r+3V+i/RbpY0wmfCMXhHvbZHB2tYbUEsSnMqX0Fz1okvBh3tM4FC9gNzduQBlQ0SlScQJw==";
    private static final String SEC1 = """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIFkLjI45PbpX49jJ+DELjrxGsrC9icRMzduG9QB4/yf2oAoGCCqGSM49
            AwEHoUQDQgAE6dK9Z4K+7Xy375V5r+3V+i/RbpY0wmfCMXhHvbZHB2tYbUEsSnMq
            X0Fz1okvBh3tM4FC9gNzduQBlQ0SlScQJw==
            -----END EC PRIVATE KEY-----
            """;

    @Test
    void keysAreTakenInEveryFormThatOpensslWrites() throws Exception {
        var verifier = new RSASSAVerifier((RSAPublicKey) publicKey("RSA", PUBLIC));
        var oneLine = PKCS1.replace("\n", " ");
        var writtenOut = PKCS1.replace("\n", "\\n");
        for (var pem : List.of(PKCS1, oneLine, writtenOut, "\"" + writtenOut + "\"")) {
            assertTrue(JWSObject.parse(header("algorithm", "RS256", "privateKey", pem, "payload", "{}").substring(7)).verify(verifier), pem);
        }
        assertTrue(JWSObject.parse(header("algorithm", "PS256", "privateKey", ENCRYPTED, "passphrase", "opensesame").substring(7)).verify(verifier));
        assertEquals("the private key: the key is encrypted: it needs its passphrase.", refused("algorithm", "RS256", "privateKey", ENCRYPTED));
        assertEquals("the private key: the passphrase is wrong.", refused("algorithm", "RS256", "privateKey", ENCRYPTED, "passphrase", "open barley"));
        var es256 = header("algorithm", "ES256", "privateKey", SEC1).substring(7);
        assertTrue(JWSObject.parse(es256).verify(new ECDSAVerifier((ECPublicKey) publicKey("EC", EC_PUBLIC))));
        assertTrue(header("algorithm", "RS256", "privateKey", TestKeys.pem(TestKeys.A2.toRSAPrivateKey().getEncoded())).startsWith("Bearer "));
    }

    private static PublicKey publicKey(String algorithm, String base64) throws Exception {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    @Test
    void theFormAsksForWhatTheAlgorithmNeeds() {
        var type = AuthTypes.of("jwt").orElseThrow();
        assertEquals(List.of("algorithm", "secret", "isSecretBase64Encoded"), keys(type, Map.of("algorithm", "HS256")));
        assertEquals(List.of("algorithm", "privateKey", "passphrase"), keys(type, Map.of("algorithm", "ES512")));
        assertTrue(type.fields().stream().map(Field::key).toList().containsAll(List.of("algorithm", "secret", "isSecretBase64Encoded", "privateKey", "passphrase", "payload", "header",
                "addTokenTo", "headerPrefix", "queryParamKey")));
    }

    private static List<String> keys(AuthType type, Map<String, Object> values) {
        return type.form(new Auth("jwt", values)).getFirst().fields().stream().map(Field::key).toList();
    }
}
