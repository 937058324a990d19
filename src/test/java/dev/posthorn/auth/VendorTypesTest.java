package dev.posthorn.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the forms of Creatio, Bizagi and Workflow Server stand for.
final class VendorTypesTest {

    private static final Surroundings AROUND = new Surroundings(Clock.systemUTC(), new Random(1), (_, _) -> { }, TokenSource.NONE, Path.of(""), Map.of());

    private static AuthType.Signed sign(String type, Map<String, Object> values, String url, String body, String contentType) {
        var payload = body.isEmpty() ? Payload.empty() : new Payload.Bytes(body.getBytes(StandardCharsets.UTF_8), contentType);
        return AuthTypes.signing(new Auth(type, values), AROUND).sign(new Wire("POST", url, List.of(), payload));
    }

    private static Wire signed(Map<String, Object> values, String url, String body, String contentType) {
        return assertInstanceOf(AuthType.Signed.Ready.class, sign("workflowServer", values, url, body, contentType)).wire();
    }

    private static String refusal(String type, Map<String, Object> values) {
        return assertInstanceOf(Failure.AuthRefused.class, assertInstanceOf(AuthType.Signed.GivenUp.class, sign(type, values, "https://host/x", "", "")).failure()).reason();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"schemeCode": "Test",  "n": 1.0} | {"token":"t-\\"1","schemeCode": "Test",  "n": 1.0}
            {}                                | {"token":"t-\\"1"}
            { "token" : "old", "a": {"token": 1} } | { "token" : "t-\\"1", "a": {"token": 1} }
            """)
    void theTokenGoesIntoTheJsonAndTouchesNothingElse(String body, String wanted) {
        var wire = signed(Map.of("mode", "token", "token", "t-\"1"), "http://host/workflowapi/x", body, "application/json");
        assertEquals(wanted, new String(((Payload.Bytes) wire.payload()).bytes(), StandardCharsets.UTF_8));
        assertEquals("http://host/workflowapi/x", wire.url());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~            | application/json
            [1]           | application/json
            {"broken":    | application/json
            {"a": 1}      | application/xml
            """)
    void whereThereIsNoJsonObjectItGoesIntoTheQuery(String body, String type) {
        assertEquals("http://host/x?a=1&token=t%261", signed(Map.of("mode", "token", "token", "t&1"), "http://host/x?a=1&token=old", body, type).url());
    }

    @Test
    void thePlaceCanBeChosen() {
        assertEquals("http://host/x?token=t", signed(Map.of("mode", "token", "token", "t", "place", "query"), "http://host/x", "{\"a\":1}", "application/json").url());
        assertTrue(refusal("workflowServer", Map.of("mode", "token", "token", "t", "place", "body")).contains("no JSON object"));
        assertTrue(refusal("workflowServer", Map.of("mode", "token")).contains("not filled in"));
        assertEquals("http://host/x", signed(Map.of(), "http://host/x", "", "").url());
    }

    private static Auth oauth(String type, Map<String, Object> values) {
        return AuthTypes.oauth(new Auth(type, values)).orElseThrow();
    }

    @Test
    void creatiosFormStandsForClientCredentialsAtItsIdentityService() {
        for (var typed : List.of("https://id.example.com:8090", " https://id.example.com:8090// ", "https://id.example.com:8090/.well-known/openid-configuration")) {
            var settings = oauth("creatioOAuth", Map.of("identityUrl", typed, "clientId", "c"));
            assertEquals("https://id.example.com:8090/connect/token", settings.text("accessTokenUrl"));
            assertEquals(List.of("client_credentials", "body", "Bearer", ""), List.of("grant_type", "client_authentication", "headerPrefix", "scope").stream().map(settings::text).toList());
        }
        assertEquals("Identity URL and Client ID are not filled in", refusal("creatioOAuth", Map.of()));
    }

    @Test
    void bizagisFormStandsForTheRecommendedScopesAndTheRegisteredWayBack() {
        var data = oauth("bizagi", Map.of("projectUrl", "https://server/project/", "clientId", "c", "clientSecret", "s", "grant_type", "authorization_code", "redirectPort", "5000"));
        assertEquals(List.of("login api", "https://server/project/oauth2/server/token", "https://server/project/oauth2/server/authorize", "https://localhost:5000/", "plain", "header"),
                List.of("scope", "accessTokenUrl", "authUrl", "redirect_uri", "basicEncoding", "client_authentication").stream().map(data::text).toList());
        assertEquals("api", oauth("bizagi", Map.of("projectUrl", "https://server")).text("scope"));
        assertEquals("all", oauth("bizagi", Map.of("projectUrl", "https://server", "scope", "all")).text("scope"));
        assertEquals("https://server/t", oauth("bizagi", Map.of("projectUrl", "https://server", "tokenPath", "t")).text("accessTokenUrl"));
        assertEquals("urn:ietf:wg:oauth:2.0:oob", oauth("bizagi", Map.of("grant_type", "authorization_code", "redirectStrategy", "title")).text("redirect_uri"));
        assertEquals("https://app.example.com/cb", oauth("bizagi", Map.of("grant_type", "authorization_code", "redirectStrategy", "web", "redirect_uri", "https://app.example.com/cb")).text("redirect_uri"));
        assertEquals("", oauth("bizagi", Map.of("clientSecret", "s", "client_authentication", "private_key_jwt")).text("clientSecret"));
        assertEquals("Private key is not filled in", refusal("bizagi", Map.of("projectUrl", "https://server", "clientId", "c", "client_authentication", "private_key_jwt")));
    }

    @Test
    void workflowServersTokenIsTheSecretOfItsClient() {
        var settings = oauth("workflowServer", Map.of("serverUrl", "http://localhost:8077/", "mode", "oidc", "token", "t"));
        assertEquals(List.of("http://localhost:8077", "workflowapi", "t", "body", "client_credentials"),
                List.of("issuer", "clientId", "clientSecret", "client_authentication", "grant_type").stream().map(settings::text).toList());
        assertTrue(AuthTypes.oauth(new Auth("workflowServer", Map.of("mode", "token", "token", "t"))).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            https://site/          | framework | https://site/0/rest/A/B         | https://site | -
            https://site/0/        | framework | https://site/0/odata/Account    | https://site | -
            https://site/app/0?x=1 | framework | https://site/app/rest/A/B       | https://site/app | lacks /0
            https://site           | net       | https://site/0/rest/A/B         | https://site | does not have
            https://site           | net       | https://site/rest/A/B           | https://site | -
            https://site           | framework | https://site/ServiceModel/A.svc | https://site | -
            """)
    void aPathAgainstThePlatformIsNamed(String base, String platform, String url, String root, String said) {
        var site = CreatioSite.of(new Auth("creatioSession", Map.of("baseUrl", base, "platform", platform)));
        assertEquals(root + "/ServiceModel/AuthService.svc/Login", site.login());
        assertEquals(said == null, site.against(url).isEmpty());
        assertTrue(said == null || site.against(url).contains(said), site.against(url));
    }

    @Test
    void aSessionWithoutSiteOrUserSaysWhatIsMissing() {
        assertEquals("the base URL and the user name of the site are not filled in", refusal("creatioSession", Map.of()));
        assertTrue(refusal("creatioSession", Map.of("baseUrl", "site.example.com", "username", "u")).contains("is no address"));
    }
}
