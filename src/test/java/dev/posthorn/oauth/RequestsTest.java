package dev.posthorn.oauth;

import static dev.posthorn.oauth.Desk.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The requests of logins, word for word as the RFCs print them.
class RequestsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String TOKEN = "https://server.example.com/token";

    private final Requests requests = new Requests(new Proving(CLOCK, new Random(1)));

    private static String body(Wire wire) {
        return wire.payload() instanceof Payload.Bytes(var bytes, var type) && type.equals("application/x-www-form-urlencoded") ? new String(bytes, StandardCharsets.US_ASCII) : "";
    }

    private static String header(Wire wire, String name) {
        return Header.first(wire.headers(), name).orElse("");
    }

    private static OAuthSettings client(Object... more) {
        var all = new java.util.ArrayList<Object>(List.of("accessTokenUrl", TOKEN, "clientId", "s6BhdRkqt3", "clientSecret", "gX1fBat3bV"));
        all.addAll(List.of(more));
        return settings(all.toArray());
    }

    @Test
    void rfc7636AppendixB() {
        assertEquals("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", new Secrecy("", "", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge(false));
        assertEquals("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", new Secrecy("", "", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge(true));
    }

    @Test
    void rfc6749TheCodeIsExchangedAsInSection413() throws Exception {
        var wire = requests.code(client(), "SplxlOBeZQQYbYS6WxSbIA", "https://client.example.com/cb", "");
        assertEquals("grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb", body(wire));
        assertEquals("Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW", header(wire, "Authorization"));
        assertEquals(List.of("POST", TOKEN), List.of(wire.method(), wire.url()));
    }

    @Test
    void rfc6749PasswordAndClientAndRefresh() throws Exception {
        assertEquals("grant_type=password&username=johndoe&password=A3ddj3w", body(requests.direct(client("username", "johndoe", "password", "A3ddj3w"), Grant.PASSWORD)));
        assertEquals("grant_type=client_credentials", body(requests.direct(client(), Grant.CLIENT_CREDENTIALS)));
        assertEquals("grant_type=refresh_token&refresh_token=tGzv3JOkF0XG5Qx2TlKWIA&client_id=s6BhdRkqt3&client_secret=gX1fBat3bV",
                body(requests.refresh(client("client_authentication", "body"), "tGzv3JOkF0XG5Qx2TlKWIA")));
    }

    @Test
    void rfc8693TheExchangeOfAppendixA() throws Exception {
        var settings = client("clientSecret", "", "clientId", "", "resource", "https://backend.example.com/api", "subject_token", "accVkjcJyb4BWCxGsndESCJQbdFMogUC5PbRDqceLTC");
        assertEquals("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&resource=https%3A%2F%2Fbackend.example.com%2Fapi"
                + "&subject_token=accVkjcJyb4BWCxGsndESCJQbdFMogUC5PbRDqceLTC&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token",
                body(requests.direct(settings, Grant.TOKEN_EXCHANGE)));
        var delegated = requests.direct(settings.with("actor_token", "a").with("actor_token_type", "jwt").with("requested_token_type", "id_token").with("resource", "https://a https://b").with("audience", "x y"),
                Grant.TOKEN_EXCHANGE);
        var form = Provider.pairs(body(delegated));
        assertEquals(List.of("a", "urn:ietf:params:oauth:token-type:jwt", "urn:ietf:params:oauth:token-type:id_token", "https://a|https://b", "x|y"),
                List.of(form.get("actor_token"), form.get("actor_token_type"), form.get("requested_token_type"), form.get("resource"), form.get("audience")));
    }

    @Test
    void rfc8628TheDeviceRequests() throws Exception {
        var device = client("clientSecret", "", "clientId", "1406020730", "scope", "example_scope", "deviceUrl", "https://server.example.com/device_authorization");
        assertEquals("client_id=1406020730&scope=example_scope", body(requests.device(device)));
        assertEquals("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS&client_id=1406020730",
                body(requests.devicePoll(device, "GmRhmhcxhwAzkoEqiMEg_DnyEysNkuNhszIySk9eS")));
    }

    @Test
    void bothHalvesOfTheBasicHeaderAreFormEncoded() throws Exception {
        var wire = requests.direct(client("clientId", "a:b c", "clientSecret", "p+q/ü%"), Grant.CLIENT_CREDENTIALS);
        assertEquals("a%3Ab+c:p%2Bq%2F%C3%BC%25", new String(Base64.getDecoder().decode(header(wire, "Authorization").substring(6)), StandardCharsets.UTF_8));
    }

    @Test
    void credentialsCanGoIntoTheQueryOfAGet() throws Exception {
        var wire = requests.direct(client("client_authentication", "query", "accessTokenUrl", TOKEN + "?tenant=1", "scope", "a b"), Grant.CLIENT_CREDENTIALS);
        assertEquals("GET", wire.method());
        assertEquals(TOKEN + "?tenant=1&grant_type=client_credentials&scope=a%20b&client_id=s6BhdRkqt3&client_secret=gX1fBat3bV", wire.url());
        assertEquals(new Payload.Empty(), wire.payload());
    }

    @Test
    void onlyTokenRequestsAreEverAGet() throws Exception {
        var settings = client("client_authentication", "query", "deviceUrl", "https://server.example.com/d", "scope", "a\n b");
        assertEquals("token=t&token_type_hint=access_token&client_id=s6BhdRkqt3&client_secret=gX1fBat3bV", body(requests.about(settings, "https://server.example.com/revoke", "t", "access_token")));
        assertEquals("client_id=s6BhdRkqt3&scope=a+b&client_secret=gX1fBat3bV", body(requests.device(settings)));
    }

    @Test
    void aCertificateProvesTheClientWithoutASecret() throws Exception {
        assertEquals("grant_type=client_credentials&client_id=s6BhdRkqt3", body(requests.direct(client("client_authentication", "tls_client_auth"), Grant.CLIENT_CREDENTIALS)));
    }

    private static SignedJWT assertion(Wire wire) throws Exception {
        var form = Provider.pairs(body(wire));
        assertEquals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form.get("client_assertion_type"));
        assertTrue(header(wire, "Authorization").isEmpty() && !form.containsKey("client_secret"));
        return SignedJWT.parse(form.get("client_assertion"));
    }

    @Test
    void aSecretSignsAnAssertionOfTheClient() throws Exception {
        var secret = "a-secret-of-at-least-thirty-two-bytes";
        var jwt = assertion(requests.direct(client("client_authentication", "client_secret_jwt", "clientSecret", secret), Grant.CLIENT_CREDENTIALS));
        assertTrue(jwt.verify(new MACVerifier(secret)));
        var claims = jwt.getJWTClaimsSet();
        assertEquals(List.of("s6BhdRkqt3", "s6BhdRkqt3", List.of(TOKEN)), List.of(claims.getIssuer(), claims.getSubject(), claims.getAudience()));
        assertEquals(Date.from(CLOCK.instant().plusSeconds(300)), claims.getExpirationTime());
        assertTrue(claims.getJWTID().length() == 32);
        var weak = assertThrows(NoToken.class, () -> requests.direct(client("client_authentication", "client_secret_jwt"), Grant.CLIENT_CREDENTIALS));
        assertTrue(weak.finding().sentence().contains("HS256"), weak.finding().sentence());
    }

    @Test
    void aPrivateKeySignsAnAssertionOfTheClient() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        var pem = "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        var settings = client("client_authentication", "private_key_jwt", "privateKey", pem, "keyId", "k1", "assertionAlgorithm", "PS256", "assertionAudience", "https://issuer");
        var jwt = assertion(requests.refresh(settings, "rt"));
        assertTrue(jwt.verify(new RSASSAVerifier((RSAPublicKey) pair.getPublic())));
        assertEquals(List.of("k1", "PS256", List.of("https://issuer")), List.of(jwt.getHeader().getKeyID(), jwt.getHeader().getAlgorithm().getName(), jwt.getJWTClaimsSet().getAudience()));
        for (var bad : List.of(settings.with("privateKey", "nonsense"), settings.with("privateKey", ""), settings.with("assertionAlgorithm", "ES256"), settings.with("assertionAlgorithm", "HS256"),
                settings.with("privateKey", "{\"kty\":\"RSA\"}"))) {
            assertThrows(NoToken.class, () -> requests.refresh(bad, "rt"));
        }
    }

    @Test
    void aJwtIsAGrantGivenOrMade() throws Exception {
        assertEquals("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a.b.c&scope=s",
                body(requests.direct(client("assertion", "a.b.c", "scope", "s"), Grant.JWT_BEARER)));
        var key = new ECKeyGenerator(Curve.P_256).keyID("ec1").generate();
        var settings = client("privateKey", key.toJSONString(), "assertionAlgorithm", "ES256", "assertionIssuer", "svc@example.com", "assertionSubject", "ada",
                "assertionClaims", "{\"scope\":\"read\",\"exp\":1767323999,\"n\":{\"a\":[1]}}");
        var jwt = SignedJWT.parse(Provider.pairs(body(requests.direct(settings, Grant.JWT_BEARER))).get("assertion"));
        assertTrue(jwt.verify(new ECDSAVerifier(key.toECPublicKey())));
        var claims = jwt.getJWTClaimsSet();
        assertEquals(List.of("svc@example.com", "ada", List.of(TOKEN), "read", Map.of("a", List.of(1L)), "ec1"), List.of(claims.getIssuer(), claims.getSubject(), claims.getAudience(), claims.getClaim("scope"),
                claims.getClaim("n"), jwt.getHeader().getKeyID()));
        assertEquals(1_767_323_999L, claims.getExpirationTime().toInstant().getEpochSecond());
        assertThrows(NoToken.class, () -> requests.direct(settings.with("assertionClaims", "[1]"), Grant.JWT_BEARER));
        assertThrows(NoToken.class, () -> requests.direct(settings.with("assertionClaims", "{"), Grant.JWT_BEARER));
    }

    @Test
    void anOutOfPlaceVerifierIsNotSent() {
        assertThrows(NoToken.class, () -> Secrecy.of(client("code_verifier", "short"), Grant.PKCE, new Random(1)));
    }
}
