package dev.posthorn.demo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.posthorn.demo.DemoServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The demo server's identity provider, asked over the wire.
@Timeout(120)
final class IdentityTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BACK = "http://127.0.0.1:7777/callback";
    private static final String SECRET = "client_id=workbench&client_secret=workbench-secret";
    private static DemoServer demo;
    private static HttpClient client;
    private static String issuer;

    @BeforeAll
    static void open() throws IOException {
        demo = DemoServer.start(0);
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        issuer = demo.address() + "/identity";
    }

    @AfterAll
    static void close() {
        client.close();
        demo.close();
    }

    @BeforeEach
    void fresh() {
        demo.identity().reset();
    }

    private static HttpResponse<String> send(String url, String form, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url.startsWith("http") ? url : issuer + url));
        if (form != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(form)).header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(String url, String form, String... headers) throws Exception {
        return JSON.readTree(send(url, form, headers).body());
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String machine(String id) throws Exception {
        return send("/token", "grant_type=client_credentials&client_id=" + id + "&client_secret=workbench-secret").body();
    }

    private static String page(String more) {
        return issuer + "/authorize?client_id=workbench&redirect_uri=" + Browser.coded(BACK) + "&state=s1&" + more;
    }

    private static Browser.Page allowed(Browser browser, String url) throws Exception {
        return browser.submit(browser.open(URI.create(url), BACK), Map.of("user", List.of("ann"), "password", List.of("secret"), "decision", List.of("allow")), BACK);
    }

    private static Map<String, List<String>> came(Browser.Page page) {
        assertTrue(page.left(), page.html());
        return Forms.pairs(page.at().getRawFragment() == null ? page.at().getRawQuery() : page.at().getRawFragment());
    }

    private static String code(String more) throws Exception {
        try (var browser = new Browser()) {
            return came(allowed(browser, page("response_type=code&" + more))).get("code").getFirst();
        }
    }

    @Test
    void itTellsWhereEverythingIs() throws Exception {
        var document = json("/.well-known/openid-configuration", null);
        assertEquals(issuer, document.get("issuer").asText());
        assertEquals(issuer + "/token", document.get("token_endpoint").asText());
        assertEquals(document, json(demo.address() + "/.well-known/oauth-authorization-server/identity", null));
        assertEquals("creatio.com", json("/with/issuer-differs/.well-known/openid-configuration", null).get("issuer").asText());
        assertEquals(issuer + "/with/slow:3/token", json("/with/slow:3/.well-known/openid-configuration", null).get("token_endpoint").asText());
        assertTrue(send("/clients", null).body().contains("fault-scopes-cut"));
        assertEquals(404, send("/with/nonsense/token", "").statusCode());
    }

    @Test
    void clientsProveThemselvesInEachWayAndInNoWrongOne() throws Exception {
        var form = "grant_type=client_credentials";
        assertEquals(200, send("/token", form + "&" + SECRET).statusCode());
        assertEquals(200, send("/token", form, "Authorization", basic("workbench", "workbench-secret")).statusCode());
        assertEquals(200, send("/token?" + form + "&" + SECRET, null).statusCode());
        assertEquals(401, send("/token?" + form + "&" + SECRET, "x=y").statusCode());
        var wrong = send("/token", form, "Authorization", basic("workbench", "guessed"));
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic"));
        assertEquals("invalid_request", json("/token", form + "&" + SECRET, "Authorization", basic("workbench", "workbench-secret")).get("error").asText());
        assertEquals(401, send("/token", form + "&client_id=fault-basic-only&client_secret=workbench-secret").statusCode());
        assertEquals(200, send("/token", form, "Authorization", basic("fault-basic-only", "workbench-secret")).statusCode());
        assertEquals(200, send("/token?" + form + "&client_id=fault-query-only&client_secret=workbench-secret", null).statusCode());
    }

    @Test
    void aClientProvesItselfByASignedJwtOnce() throws Exception {
        var assertion = assertion(new JWTClaimsSet.Builder().issuer("secret-jwt").subject("secret-jwt").audience(issuer + "/token").jwtID("once")
                .expirationTime(Date.from(Instant.now().plusSeconds(60))).build());
        var form = "grant_type=client_credentials&client_assertion_type=" + Browser.coded(ClientLogin.ASSERTION_TYPE) + "&client_assertion=" + assertion;
        assertEquals(200, send("/token", form).statusCode());
        assertTrue(json("/token", form).get("error_description").asText().contains("used before"));
        var speaking = assertion(new JWTClaimsSet.Builder().issuer("secret-jwt").subject("ann").audience(issuer).expirationTime(Date.from(Instant.now().plusSeconds(60))).build());
        var token = json("/token", "grant_type=" + Browser.coded(Clients.JWT_BEARER) + "&assertion=" + speaking).get("access_token").asText();
        assertEquals("ann", json("/api/me", null, "Authorization", "Bearer " + token).get("user").asText());
        assertTrue(demo.identity().privateKey().startsWith("-----BEGIN PRIVATE KEY-----"));
    }

    private static String assertion(JWTClaimsSet claims) throws Exception {
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(Clients.LONG_SECRET));
        return jwt.serialize();
    }

    @Test
    void aPersonLogsInAndTheCodeCountsOnce() throws Exception {
        var verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        var code = code("scope=openid+profile+orders.read&nonce=n1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
        var exchange = "grant_type=authorization_code&" + SECRET + "&redirect_uri=" + Browser.coded(BACK) + "&code=" + code + "&code_verifier=";
        assertEquals("invalid_grant", json("/token", exchange + "another").get("error").asText());
        var tokens = json("/token", exchange + verifier);
        var identity = SignedJWT.parse(tokens.get("id_token").asText());
        var keys = JWKSet.parse(send("/jwks", null).body());
        assertTrue(identity.verify(new RSASSAVerifier(keys.getKeys().getFirst().toRSAKey())));
        assertEquals("n1", identity.getJWTClaimsSet().getClaim("nonce"));
        assertEquals("Ann Postilion", identity.getJWTClaimsSet().getClaim("name"));
        var bearer = "Bearer " + tokens.get("access_token").asText();
        assertEquals(200, send("/api/orders", null, "Authorization", bearer).statusCode());
        assertEquals("1001", json("/userinfo", null, "Authorization", bearer).get("sub").asText());
        assertEquals("invalid_grant", json("/token", exchange + verifier).get("error").asText());
        assertEquals(401, send("/api/orders", null, "Authorization", bearer).statusCode());
    }

    @Test
    void theLoginPageKnowsItsFaults() throws Exception {
        try (var browser = new Browser()) {
            var wrong = browser.submit(browser.open(URI.create(page("response_type=code")), BACK), Map.of("user", List.of("ann"), "password", List.of("x"), "decision", List.of("allow")), BACK);
            assertTrue(wrong.html().contains("User name or password is wrong."));
            var denied = came(browser.submit(wrong, Map.of("decision", List.of("deny")), BACK));
            assertEquals(List.of("access_denied"), denied.get("error"));
            assertEquals(List.of("s1"), denied.get("state"));
            assertEquals(List.of(issuer), denied.get("iss"));
            assertEquals(List.of("login_required"), came(browser.open(URI.create(page("response_type=code&prompt=none")), BACK)).get("error"));
            assertEquals(List.of("invalid_scope"), came(browser.open(URI.create(page("response_type=code&scope=admin")), BACK)).get("error"));
            assertEquals(List.of("invalid_request"), came(browser.open(URI.create(page("response_type=code&client_id2=").replace("=workbench&", "=public&")), BACK)).get("error"));
            assertTrue(browser.open(URI.create(page("response_type=code").replace("=workbench&", "=fixed-redirect&")), BACK).html().contains("redirect_uri_mismatch"));
            var away = browser.open(URI.create(page("response_type=code").replace(Browser.coded(BACK), Browser.coded("http://evil.example/<script>"))), BACK);
            assertEquals(400, away.status());
            assertFalse(away.html().contains("<script>"));
            allowed(browser, page("response_type=code"));
            assertTrue(came(browser.open(URI.create(page("response_type=code&prompt=none")), BACK)).containsKey("code"));
        }
        assertEquals(2, demo.identity().counts().of("login"));
        assertEquals(1, demo.identity().counts().of("login.failed"));
    }

    @Test
    void answersComeInTheFragmentOrAsAForm() throws Exception {
        try (var browser = new Browser()) {
            var tokens = came(allowed(browser, page("response_type=id_token+token&nonce=n&scope=openid")));
            assertEquals(java.util.Set.of("access_token", "token_type", "expires_in", "id_token", "scope", "state", "iss"), tokens.keySet());
            var form = Browser.hidden(browser.open(URI.create(page("response_type=code&response_mode=form_post&prompt=none")), BACK));
            assertEquals("s1", form.get("state"));
            assertTrue(form.containsKey("code"));
        }
    }

    @Test
    void aDeviceWaitsUntilSomebodyTypesItsCode() throws Exception {
        var begun = json("/device", SECRET + "&scope=orders.read");
        var poll = "grant_type=" + Browser.coded(Clients.DEVICE_CODE) + "&" + SECRET + "&device_code=" + begun.get("device_code").asText();
        assertEquals("authorization_pending", json("/token", poll).get("error").asText());
        demo.identity().fail(Fault.SLOW_DOWN, 2);
        assertEquals("slow_down", json("/token", poll).get("error").asText());
        try (var browser = new Browser()) {
            var page = browser.open(URI.create(begun.get("verification_uri_complete").asText()), "");
            assertTrue(browser.submit(page, Map.of("user", List.of("bob"), "password", List.of("secret"), "decision", List.of("allow")), "").html().contains("The device is logged in"));
        }
        assertEquals("Bearer", json("/token", poll).get("token_type").asText());
        assertEquals("invalid_grant", json("/token", poll).get("error").asText());
    }

    @Test
    void refreshTokensRotateAndAnOldOneEndsThemAll() throws Exception {
        var first = json("/token", "grant_type=password&username=ann&password=secret&client_id=rotating&client_secret=workbench-secret");
        var refresh = "grant_type=refresh_token&client_id=rotating&client_secret=workbench-secret&refresh_token=";
        var second = json("/token", refresh + first.get("refresh_token").asText());
        assertEquals("invalid_grant", json("/token", refresh + first.get("refresh_token").asText()).get("error").asText());
        assertEquals("invalid_grant", json("/token", refresh + second.get("refresh_token").asText()).get("error").asText());
        assertEquals(3, demo.identity().counts().of("token.refresh_token"));
        assertEquals(1, demo.identity().counts().of("granted.refresh_token"));
        assertEquals("invalid_grant", json("/token", "grant_type=password&username=carl&password=secret&" + SECRET).get("error").asText());
    }

    @Test
    void tokensAreExchangedRevokedAndAskedAbout() throws Exception {
        var tokens = json("/token", "grant_type=password&username=ann&password=secret&scope=orders.read+orders.write&" + SECRET);
        var access = tokens.get("access_token").asText();
        var exchanged = json("/token", "grant_type=" + Browser.coded(Clients.TOKEN_EXCHANGE) + "&" + SECRET + "&scope=orders.read&audience=billing&subject_token=" + access
                + "&subject_token_type=urn:ietf:params:oauth:token-type:access_token");
        assertEquals("orders.read", exchanged.get("scope").asText());
        assertEquals("billing", SignedJWT.parse(exchanged.get("access_token").asText()).getJWTClaimsSet().getAudience().getFirst());
        assertTrue(json("/introspect", SECRET + "&token=" + access).get("active").asBoolean());
        assertEquals(200, send("/revoke", SECRET + "&token=" + tokens.get("refresh_token").asText()).statusCode());
        assertFalse(json("/introspect", SECRET + "&token=" + access).get("active").asBoolean());
        assertEquals(200, send("/revoke", SECRET + "&token=unknown").statusCode());
    }

    @Test
    void theApiSaysWhyItIsClosed() throws Exception {
        var token = JSON.readTree(machine("narrow")).get("access_token").asText();
        assertEquals("Bearer realm=\"Posthorn identity\"", send("/api/orders", null).headers().firstValue("WWW-Authenticate").orElseThrow());
        assertEquals(200, send("/api/orders?access_token=" + token, null).statusCode());
        var lacking = send("/api/orders", "", "Authorization", "Bearer " + token);
        assertEquals(403, lacking.statusCode());
        assertTrue(lacking.headers().firstValue("WWW-Authenticate").orElseThrow().contains("error=\"insufficient_scope\""));
        send("/expire", null);
        assertTrue(send("/api/orders", null, "Authorization", "Bearer " + token).headers().firstValue("WWW-Authenticate").orElseThrow().contains("The access token expired"));
        assertEquals(1, json("/counts", null).get("api.403").asInt());
    }

    @Test
    void faultsAreCalledUpByClientByAddressAndForEverybody() throws Exception {
        assertEquals("invalid_client", JSON.readTree(machine("fault-invalid-client")).get("error").asText());
        assertTrue(machine("fault-html").contains("<html"));
        assertTrue(machine("fault-form-encoded").startsWith("access_token="));
        assertEquals("3600", JSON.readTree(machine("fault-expires-text")).get("expires_in").textValue());
        assertFalse(JSON.readTree(machine("fault-no-expiry")).has("expires_in"));
        assertEquals(403, send("/with/caller-not-allowed/token", "grant_type=client_credentials&" + SECRET).statusCode());
        assertEquals(404, send("/with/not-found/token", "grant_type=client_credentials&" + SECRET).statusCode());
        send("/faults?on=short-lived:7", null);
        assertEquals(7, JSON.readTree(machine("workbench")).get("expires_in").asInt());
        assertEquals("{\"short-lived\":7}", json("/faults", null).get("on").toString());
        send("/faults?off=short-lived", null);
        assertEquals(3600, JSON.readTree(machine("workbench")).get("expires_in").asInt());
        assertEquals("invalid_grant", json("/token", "grant_type=authorization_code&client_id=fault-redirect-at-exchange&client_secret=workbench-secret&code=x").get("error").asText());
        assertTrue(send("/with/slow:1,huge:1/token", "grant_type=client_credentials&" + SECRET).body().length() > 1 << 20);
    }

    @Test
    void aRefreshTokenComesOnlyAsTheFaultAllows() throws Exception {
        var form = "grant_type=password&username=ann&password=secret&client_secret=workbench-secret&client_id=fault-";
        assertFalse(json("/token", form + "no-refresh").has("refresh_token"));
        assertFalse(json("/token", form + "refresh-by-scope").has("refresh_token"));
        assertTrue(json("/token", form + "refresh-by-scope&scope=offline_access").has("refresh_token"));
        assertFalse(json("/token", form + "refresh-by-parameter").has("refresh_token"));
        assertTrue(json("/token", form + "refresh-by-parameter&access_type=offline").has("refresh_token"));
        var once = json("/token", form + "refresh-once");
        assertFalse(json("/token", form + "refresh-once").has("refresh_token"));
        send("/revoke", "client_id=fault-refresh-once&client_secret=workbench-secret&token=" + once.get("refresh_token").asText());
        assertTrue(json("/token", form + "refresh-once").has("refresh_token"));
    }
}
