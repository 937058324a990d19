package dev.posthorn.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Trace;
import dev.posthorn.oauth.Evidence.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DoctorTest {

    private static final String TOKEN_URL = "https://id.test/connect/token";
    private static final String REDIRECT = "http://127.0.0.1:5000/callback";

    private static Response answer(int status, List<Header> headers) {
        var timings = new Timings(Instant.EPOCH, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var trace = new Trace(new Connection("10.1.2.3:40000", "10.9.9.9:443", "", false, null), List.of(), List.of(), new Heads("", "", true));
        return new Response(status, "", "HTTP/1.1", headers, null, new Sizes(0, 0, 0, 0, 0), timings, "", false, trace);
    }

    private static OAuthSettings settings(String grant, String... more) {
        var values = new java.util.LinkedHashMap<String, Object>();
        values.put("grant_type", grant);
        values.put("clientId", "posthorn");
        values.put("clientSecret", "kept-to-itself");
        values.put("accessTokenUrl", TOKEN_URL);
        values.put("redirect_uri", REDIRECT);
        for (var i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return new OAuthSettings(new Auth("oauth2", values));
    }

    private static Finding error(Stage stage, OAuthSettings settings, int status, String error, String description) {
        return Doctor.of(new Evidence(stage, settings, TOKEN_URL, answer(status, List.of(new Header("Content-Type", "application/json"))), "", Map.of("error", error, "error_description", description), null, REDIRECT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "We are sorry... Invalid parameter: redirect_uri     | redirect-differs",
            "Error 400: redirect_uri_mismatch                    | redirect-differs",
            "The reply URL in the request does not match         | redirect-differs",
            "Client not found.                                   | client-unknown",
            "There is no client nobody here.                     | client-unknown"})
    void aLoginPageThatIsAnErrorIsTold(String text, String fault) {
        assertTrue(Doctor.refusal(text));
        assertFalse(Doctor.refusal("Sign in with your work account. Forgot your password? Something went wrong the last time."));
        var finding = Doctor.of(Evidence.ofPage(settings("authorization_code"), "https://id.test/authorize", text, REDIRECT));
        assertEquals(fault, finding.fault(), finding.sentence());
        assertTrue(!fault.startsWith("redirect") || finding.mends().contains(new Mend.Copy("Copy the redirect URL", REDIRECT)), finding.toString());
    }

    private static Finding page(int status, String type, String body) {
        return Doctor.of(new Evidence(Stage.TOKEN, settings("client_credentials"), TOKEN_URL, answer(status, List.of(new Header("Content-Type", type))), body, Map.of(), null, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "TOKEN         | client_credentials         | invalid_client            |                                                   | credentials-refused",
            "TOKEN         | client_credentials         | unauthorized_client       | Client not enabled to retrieve service account    | client-may-not",
            "TOKEN         | client_credentials         | unauthorized_client       |                                                   | client-may-not",
            "TOKEN         | password_credentials       | unsupported_grant_type    |                                                   | grant-unknown",
            "AUTHORIZATION | authorization_code         | redirect_uri_mismatch     |                                                   | redirect-differs",
            "AUTHORIZATION | authorization_code         | invalid_request           | Invalid parameter: redirect_uri                   | redirect-differs",
            "TOKEN         | authorization_code         | invalid_grant             | Incorrect redirect_uri                            | redirect-differs",
            "TOKEN         | authorization_code         | invalid_grant             | Code not valid                                    | code-refused",
            "TOKEN         | authorization_code         | invalid_grant             | PKCE verification failed                          | pkce-wanted",
            "TOKEN         | authorization_code_with_pkce | invalid_grant           | PKCE verification failed                          | pkce-refused",
            "AUTHORIZATION | authorization_code         | invalid_request           | Missing parameter: code_challenge_method          | pkce-wanted",
            "TOKEN         | password_credentials       | invalid_grant             | Invalid user credentials                          | password-refused",
            "TOKEN         | password_credentials       | invalid_grant             |                                                   | password-refused",
            "TOKEN         | jwt_bearer                 | invalid_grant             |                                                   | assertion-refused",
            "REFRESH       | authorization_code         | invalid_grant             | Token is not active                               | clock",
            "REFRESH       | authorization_code         | invalid_grant             | Stale token                                       | refresh-refused",
            "AUTHORIZATION | authorization_code         | invalid_scope             | Invalid scopes: nonsense                          | scope-not-registered",
            "AUTHORIZATION | authorization_code         | access_denied             |                                                   | denied",
            "TOKEN         | device_code                | expired_token             |                                                   | device-code-expired",
            "TOKEN         | device_code                | authorization_pending     |                                                   | still-waiting",
            "USERINFO      | authorization_code         | insufficient_scope        |                                                   | scope-too-small",
            "USERINFO      | authorization_code         | invalid_token             |                                                   | token-refused",
            "REVOCATION    | authorization_code         | unsupported_token_type    |                                                   | not-revocable",
            "TOKEN         | client_credentials         | invalid_target            |                                                   | resource-unknown",
            "TOKEN         | client_credentials         | temporarily_unavailable   |                                                   | server-trouble",
            "AUTHORIZATION | authorization_code         | interaction_required      |                                                   | person-needed",
            "TOKEN         | client_credentials         | invalid_request           | Missing form parameter: grant_kind                | request-refused",
            "TOKEN         | client_credentials         | invalid_request           | client_id is required                             | credentials-refused",
            "TOKEN         | authorization_code         | invalid_client            | AADSTS7000215: Invalid client secret provided     | credentials-refused",
            "TOKEN         | client_credentials         | unauthorized_client       | AADSTS700016: Application with identifier not found | client-unknown",
            "AUTHORIZATION | authorization_code         | disallowed_useragent      |                                                   | embedded-refused",
            "TOKEN         | authorization_code         | bad_verification_code     | The code passed is incorrect or expired.          | code-refused",
            "TOKEN         | client_credentials         | access_denied             | The IP address 10.1.2.3 is not allowed            | caller-not-allowed",
            "TOKEN         | client_credentials         | invented_by_them          | something else                                    | not-understood"})
    void eachErrorIsToldByItsName(Stage stage, String grant, String error, String description, String fault) {
        var finding = error(stage, settings(grant, "scope", "openid nonsense"), 400, error, description == null ? "" : description);
        assertEquals(fault, finding.fault(), finding.sentence());
        assertTrue(finding.sentence().endsWith(".") && finding.advice().endsWith("."), finding.toString());
        assertFalse(finding.toString().contains("kept-to-itself"), "the secret is not said");
        assertTrue(description == null || finding.sentence().contains(description.replaceFirst("\\.$", "")), "the server's own words are kept: " + finding.sentence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "404 | text/plain       | not here                          | wrong-url",
            "302 | text/plain       |                                   | wrong-url",
            "405 | text/plain       |                                   | wrong-url",
            "429 | application/json | {}                                | too-many",
            "503 | text/html        | <html>down</html>                 | server-trouble",
            "200 | text/html        | <!DOCTYPE html><title>App</title> | html-instead-of-json",
            "200 | text/plain       | <html><body>Log in</body></html>  | html-instead-of-json",
            "200 | application/json | {}                                | no-token",
            "401 | application/json |                                   | refused",
            "403 | text/plain       | Your IP address is not allowed    | caller-not-allowed",
            "418 | text/plain       | teapot                            | not-understood"})
    void anAnswerThatIsNoneOfOAuthIsTold(int status, String type, String body, String fault) {
        var finding = page(status, type, body == null ? "" : body);
        assertEquals(fault, finding.fault(), finding.sentence());
        assertTrue(finding.sentence().endsWith("."), finding.sentence());
    }

    @Test
    void theServersWishForTheBasicHeaderBecomesOneButton() {
        var answer = answer(401, List.of(new Header("WWW-Authenticate", "Basic realm=\"id\"")));
        var finding = Doctor.of(new Evidence(Stage.TOKEN, settings("client_credentials", "client_authentication", "body"), TOKEN_URL, answer, "", Map.of("error", "invalid_client"), null, ""));
        assertEquals("credentials-elsewhere", finding.fault());
        assertEquals(List.of(new Mend.Change("Send as Basic header", Map.of("client_authentication", "header"))), finding.mends());
    }

    @Test
    void elseBothOtherPlacesAreOffered() {
        var finding = error(Stage.TOKEN, settings("client_credentials", "client_authentication", "body"), 401, "invalid_client", "");
        assertEquals(List.of("Send as Basic header", "Send in the query (GET)"), finding.mends().stream().map(Mend::label).toList());
        assertTrue(finding.sentence().contains("they were sent in the body"), finding.sentence());
    }

    @Test
    void ourRedirectUrlIsOfferedToCopy() {
        assertEquals(List.of(new Mend.Copy("Copy the redirect URL", REDIRECT)), error(Stage.AUTHORIZATION, settings("authorization_code"), 400, "redirect_uri_mismatch", "").mends());
    }

    @Test
    void theScopeThatTheServerNamesCanBeLeftOut() {
        var finding = error(Stage.TOKEN, settings("client_credentials", "scope", "read nonsense write"), 400, "invalid_scope", "Invalid scopes: nonsense");
        assertEquals(List.of(new Mend.Change("Ask without nonsense", Map.of("scope", "read write"))), finding.mends());
    }

    @Test
    void aCallerThatIsNotLetInLearnsItsAddress() {
        var finding = page(403, "text/plain", "The client address is not on the allowlist");
        assertEquals(List.of(new Mend.Copy("Copy our address 10.1.2.3", "10.1.2.3")), finding.mends());
    }

    @Test
    void whatTheNetworkSaysIsPassedOn() {
        var finding = Doctor.of(new Evidence(Stage.TOKEN, settings("client_credentials"), "https://user:secret@id.test/token?client_secret=s", null, "", Map.of(), new Failure.UnknownHost("id.test"), ""));
        assertEquals("The token endpoint could not be asked. The host id.test could not be found.", finding.sentence());
        assertTrue(finding.advice().endsWith("The address in the settings is https://id.test/token."), finding.advice());
    }

    private static StoredToken token(List<String> asked, List<String> granted, String refresh, Optional<Instant> expires) {
        return new StoredToken("t1", "Token", "f", "", "", asked, granted, "access", "", refresh, "Bearer", Instant.EPOCH, expires, Map.of(), false);
    }

    private static List<String> faults(OAuthSettings settings, StoredToken token) {
        return Doctor.after(settings, token).stream().map(Finding::fault).toList();
    }

    @Test
    void aLoginThatWorkedIsComparedWithWhatWasAsked() {
        var soon = Optional.of(Instant.EPOCH.plusSeconds(3600));
        assertEquals(List.of("scopes-cut"), faults(settings("authorization_code"), token(List.of("openid", "read", "write"), List.of("read"), "r", soon)));
        assertEquals(List.of(), faults(settings("client_credentials"), token(List.of(), List.of("ApplicationAccess_1"), "", soon)));
        assertEquals(List.of("no-refresh-token"), faults(settings("authorization_code"), token(List.of(), List.of(), "", soon)));
        assertEquals(List.of("no-refresh-needed"), faults(settings("authorization_code"), token(List.of(), List.of(), "", Optional.empty())));
        assertEquals(List.of("no-refresh-implicit"), faults(settings("implicit"), token(List.of(), List.of(), "", soon)));
    }

    @Test
    void aMissingRefreshTokenIsMendedByTheScopeOrTheParameterThatBringsOne() {
        var soon = Optional.of(Instant.EPOCH.plusSeconds(3600));
        var plain = Doctor.after(settings("authorization_code", "scope", "read"), token(List.of(), List.of(), "", soon)).getFirst();
        assertEquals(new Mend.Change("Add offline_access", Map.of("scope", "read offline_access")), plain.mends().getFirst());
        assertEquals(List.of("Add offline_access", "Revoke this login", "Log in again"), plain.mends().stream().map(Mend::label).toList());
        var google = Doctor.after(settings("authorization_code", "authUrl", "https://accounts.google.com/o/oauth2/v2/auth"), token(List.of(), List.of(), "", soon)).getFirst();
        var change = (Mend.Change) google.mends().getFirst();
        assertEquals("Add access_type=offline", change.label());
        var keys = new ArrayList<Object>();
        ((List<?>) change.values().get("authRequestParams")).forEach(row -> keys.add(((Map<?, ?>) row).get("key")));
        assertEquals(List.of("access_type", "prompt"), keys);
        var asked = Doctor.after(settings("authorization_code", "scope", "read offline_access"), token(List.of(), List.of(), "", soon)).getFirst();
        assertTrue(asked.advice().contains("gave its only one before"), asked.advice());
    }
}
