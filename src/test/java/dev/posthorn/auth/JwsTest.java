package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The published examples of RFC 7515, appendix A (A.1 is also that of RFC 7519 §3.1), and of RFC 7520 §4.4.
final class JwsTest {

    private static final String CLAIMS = "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}";
    private static final String ENCODED = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    @Test
    void hmacOfAppendixA1() throws Exception {
        assertEquals("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9." + ENCODED + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
                Jws.withSecret("HS256", Jws.input("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}", CLAIMS), TestKeys.A1));
    }

    @Test
    void rsaOfAppendixA2() throws Exception {
        assertEquals("eyJhbGciOiJSUzI1NiJ9." + ENCODED + ".cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
                Jws.withKey("RS256", Jws.input("{\"alg\":\"RS256\"}", CLAIMS), TestKeys.A2.toRSAPrivateKey()));
    }

    @Test
    void ellipticCurvesOfAppendixA3AndA4AreVerifiedWithTheirPublicKeys() throws Exception {
        var a3 = Jws.withKey("ES256", Jws.input("{\"alg\":\"ES256\"}", CLAIMS), TestKeys.A3.toECPrivateKey());
        assertTrue(JWSObject.parse(a3).verify(new ECDSAVerifier(TestKeys.A3.toPublicJWK())), a3);
        assertTrue(a3.startsWith("eyJhbGciOiJFUzI1NiJ9." + ENCODED + "."), a3);
        var a4 = Jws.withKey("ES512", Jws.input("{\"alg\":\"ES512\"}", "Payload"), TestKeys.A4.toECPrivateKey());
        assertTrue(JWSObject.parse(a4).verify(new ECDSAVerifier(TestKeys.A4.toPublicJWK())), a4);
        assertTrue(a4.startsWith("eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA."), a4);
        assertEquals(132, Base64.getUrlDecoder().decode(a4.substring(a4.lastIndexOf('.') + 1)).length);
    }

    @Test
    void hmacOfRfc7520() throws Exception {
        var payload = "It\u2019s a dangerous business, Frodo, going out your door. You step onto the road, and if you don't keep your feet, there\u2019s no knowing where you might be swept off to.";
        var signed = Jws.withSecret("HS256", Jws.input("{\"alg\":\"HS256\",\"kid\":\"018c0ae5-4d9b-471b-bfd6-eef314bc7037\"}", payload),
                Base64.getUrlDecoder().decode("hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg"));
        assertTrue(signed.endsWith(".s0h6KThzkfBBBkLspW1h84VsJZFTsPPqMDA7g1Md7p0"), signed);
    }

    @Test
    void allAlgorithmsOfKeysAreVerified() throws Exception {
        for (var algorithm : List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512")) {
            var token = Jws.withKey(algorithm, Jws.input("{\"alg\":\"" + algorithm + "\"}", "{}"), TestKeys.A2.toRSAPrivateKey());
            assertTrue(JWSObject.parse(token).verify(new RSASSAVerifier(TestKeys.A2.toRSAPublicKey())), algorithm);
        }
        var p384 = new ECKeyGenerator(Curve.P_384).generate();
        assertTrue(JWSObject.parse(Jws.withKey("ES384", Jws.input("{\"alg\":\"ES384\"}", "{}"), p384.toECPrivateKey())).verify(new ECDSAVerifier(p384.toPublicJWK())));
    }

    @Test
    void aKeyOfAnotherKindIsNamed() throws Exception {
        var input = Jws.input("{}", "{}");
        assertEquals("ES256 needs a key of the curve P-256, and this one is of P-521",
                assertThrows(Jws.Unsignable.class, () -> Jws.withKey("ES256", input, TestKeys.A4.toECPrivateKey())).getMessage());
        assertEquals("ES256 needs an EC key, and this is one of RSA",
                assertThrows(Jws.Unsignable.class, () -> Jws.withKey("ES256", input, TestKeys.A2.toRSAPrivateKey())).getMessage());
        assertEquals("RS256 needs an RSA key, and this is one of EC",
                assertThrows(Jws.Unsignable.class, () -> Jws.withKey("RS256", input, TestKeys.A3.toECPrivateKey())).getMessage());
    }
}
