package dev.posthorn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The played Bizagi and Workflow Server let in whom their documents let in.
@Timeout(120)
final class BizagiAndWorkflowTest {

    private static final String TOKEN = "/bizagi/oauth2/server/token";
    private static final String LOGIN = "/bizagi/oauth2/server/authorize";

    private static Stand stand;

    @BeforeAll
    static void open() throws IOException {
        stand = new Stand();
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    @BeforeEach
    void anew() {
        stand.anew();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            bizagi-metadata | bizagi-metadata-secret | grant_type=client_credentials&scope=api   | 200 |
            bizagi-metadata | wrong                  | grant_type=client_credentials&scope=api   | 401 | invalid_client
            bizagi-metadata | bizagi-metadata-secret | grant_type=client_credentials&scope=all   | 400 | invalid_scope
            bizagi-metadata | bizagi-metadata-secret | grant_type=client_credentials             | 400 | invalid_scope
            bizagi-metadata | bizagi-metadata-secret | grant_type=password&scope=api             | 400 | unsupported_grant_type
            bizagi-data     | bizagi-data-secret     | grant_type=client_credentials&scope=api   | 400 | unauthorized_client
            bizagi-data     | bizagi-data-secret     | grant_type=authorization_code&code=x      | 400 | invalid_grant
            """)
    void bizagisTokenEndpointSaysWhy(String id, String secret, String form, int status, String error) throws Exception {
        stand.basic(id, secret);
        assertEquals(error == null ? "" : error, stand.form(TOKEN, form).with(status).json().path("error").asText());
    }

    @Test
    void bizagisCredentialsCountInABasicHeaderAlone() throws Exception {
        stand.form(TOKEN, "grant_type=client_credentials&scope=api&client_id=bizagi-metadata&client_secret=bizagi-metadata-secret").with(401);
    }

    @Test
    void theCodeComesByEachStrategyAndTheFirstCallGivesTheStakeholdersOfTheUser() throws Exception {
        var asked = "response_type=code&scope=login+api&state=s1&user=ann&password=secret&decision=allow";
        var title = stand.form(LOGIN, asked + "&client_id=bizagi-title").with(200).body();
        assertTrue(title.contains("<title>Success code="), title);
        stand.form(LOGIN, asked + "&client_id=bizagi-web&redirect_uri=https://elsewhere.example/").with(400);
        stand.form(LOGIN, asked + "&client_id=bizagi-web&redirect_uri=https://client.posthorn.example/callback").with(302);
        var back = stand.form(LOGIN, asked + "&client_id=bizagi-data&redirect_uri=https://localhost:5000/").with(302).header("Location");
        assertTrue(back.startsWith("https://localhost:5000/?code=") && back.endsWith("&state=s1"), back);
        var code = back.replaceAll(".*code=([^&]*).*", "$1");
        stand.basic("bizagi-data", "bizagi-data-secret");
        var form = "grant_type=authorization_code&redirect_uri=https://localhost:5000/&code=" + code;
        var token = stand.form(TOKEN, form).with(200).json();
        assertEquals(1200, token.get("expires_in").asInt());
        stand.form(TOKEN, form).with(400);
        stand.headers.put("Authorization", "Bearer " + token.get("access_token").asText());
        var rows = stand.get("/bizagi/odata/data/stakeholders").with(200).json().get("value");
        assertEquals(4, rows.size());
        rows.forEach(row -> assertEquals("ann", row.get("userName").asText()));
        assertEquals(1500, stand.get("/bizagi/odata/data/cases?$count=true&$top=1").with(200).json().get("@odata.count").asInt());
        assertEquals(30, stand.get("/bizagi/odata/metadata/activities").with(200).json().get("value").size());
    }

    @Test
    void aTokenWithoutTheScopeApiIsTooSmallForTheData() throws Exception {
        stand.faults("{\"scope-cut\": true}");
        var back = stand.form(LOGIN, "response_type=code&scope=login+api&user=ann&password=secret&decision=allow&client_id=bizagi-data&redirect_uri=http://127.0.0.1:1/").with(302).header("Location");
        stand.basic("bizagi-data", "bizagi-data-secret");
        var token = stand.form(TOKEN, "grant_type=authorization_code&redirect_uri=http://127.0.0.1:1/&code=" + back.replaceAll(".*code=", "")).with(200).json();
        assertEquals("login", token.get("scope").asText());
        stand.headers.put("Authorization", "Bearer " + token.get("access_token").asText());
        assertTrue(stand.get("/bizagi/odata/data/stakeholders").with(403).header("WWW-Authenticate").contains("insufficient_scope"));
    }

    @Test
    void aSignedAssertionProvesAProgramWithoutASecret() throws Exception {
        var pem = stand.get("/bizagi/client-key.pem").with(200).body().replaceAll("-----[^-]*-----|\\s", "");
        var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        var coder = Base64.getUrlEncoder().withoutPadding();
        var claims = "{\"iss\":\"bizagi-certificate\",\"sub\":\"bizagi-certificate\",\"aud\":\"" + stand.demo.address() + TOKEN + "\",\"exp\":" + (Instant.now().getEpochSecond() + 60) + "}";
        var text = coder.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "." + coder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        var form = "grant_type=client_credentials&scope=api&client_id=bizagi-certificate&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=";
        stand.form(TOKEN, form + text + "." + coder.encodeToString(signature.sign())).with(200);
        stand.form(TOKEN, form + text + ".AAAA").with(401);
    }

    @ParameterizedTest
    @CsvSource({"workflow-open, '', 200", "workflow, '', 403", "workflow, ?token=workflow-demo-token, 200", "workflow, ?token=wrong, 403", "workflow-oidc, ?token=workflow-demo-token, 401"})
    void eachModeLetsInItsOwn(String server, String query, int status) throws Exception {
        stand.get("/" + server + "/workflowapi/isprocessexists/" + UUID.randomUUID() + query).with(status);
    }

    @Test
    void theTokenOfOpenIdConnectOpensAndExpires() throws Exception {
        var document = stand.get("/workflow-oidc/.well-known/openid-configuration").with(200).json();
        var endpoint = document.get("token_endpoint").asText().replace(stand.demo.address(), "");
        stand.form(endpoint, "client_id=nobody&client_secret=x&grant_type=client_credentials").with(400);
        stand.form(endpoint, "client_id=workflow-client&client_secret=workflow-client-secret&grant_type=client_credentials").with(200);
        stand.headers.put("Authorization", "Bearer " + stand.form(endpoint, "client_id=workflowapi&client_secret=workflow-demo-token&grant_type=client_credentials").with(200).json().get("access_token").asText());
        var scheme = "/workflow-oidc/workflowapi/getscheme/TestScheme";
        assertTrue(stand.get(scheme).with(200).json().get("data").asText().startsWith("<Process "));
        stand.demo.vendors().expireTokens();
        stand.get(scheme).with(401);
    }

    @Test
    void aProcessLivesFromCreationToDeletion() throws Exception {
        var id = UUID.randomUUID();
        var api = "/workflow/workflowapi/";
        var made = stand.post(api + "createinstance/" + id, "{\"schemeCode\":\"TestScheme\",\"token\":\"workflow-demo-token\",\"parameters\":[{\"name\":\"n\",\"value\":\"ü\",\"persist\":true}]}").with(200);
        assertTrue(made.json().get("success").asBoolean());
        var query = "?token=workflow-demo-token";
        assertEquals("Einreichen", stand.get(api + "getavailablecommands/" + id + query + "&culture=de-DE").with(200).json().get("data").get(0).get("localizedName").asText());
        assertEquals("CommandNotValid", stand.post(api + "executecommand/" + id + query, "{\"command\":\"Approve\"}").with(200).json().get("errorCode").asText());
        assertTrue(stand.post(api + "executecommand/" + id + query, "{\"command\":\"Submit\",\"identityId\":\"ann\"}").with(200).json().get("success").asBoolean());
        assertEquals("Review", stand.get(api + "getinstanceinfo/" + id + query).with(200).json().get("data").get("stateName").asText());
        assertEquals(4, stand.get(api + "getavailablestatestoset/" + id + query).with(200).json().get("data").size());
        assertTrue(stand.post(api + "setstate/" + id + query, "{\"state\":\"Approved\"}").with(200).json().get("success").asBoolean());
        stand.post(api + "stopruntime" + query, "{}").with(200);
        assertEquals("RuntimeNotStarted", stand.post(api + "setstate/" + id + query, "{\"state\":\"Draft\"}").with(200).json().get("errorCode").asText());
        stand.post(api + "startruntime" + query, "{}").with(200);
        assertTrue(stand.get(api + "isprocessexists/" + id + query).with(200).json().get("data").asBoolean());
        stand.post(api + "deleteinstance/" + id + query, "{}").with(200);
        assertEquals("ProcessNotFound", stand.get(api + "getinstanceinfo/" + id + query).with(200).json().get("errorCode").asText());
        assertEquals("InvalidProcessId", stand.get(api + "getinstanceinfo/1" + query).with(200).json().get("errorCode").asText());
        stand.get(api + "nix/1" + query).with(404);
        assertEquals(11, stand.get("/workflow/openapi.json").with(200).json().get("paths").size());
    }
}
