package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.oauth.Doctor;
import dev.posthorn.oauth.Evidence;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.Logins;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.oauth.StoredToken;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logins at an identity server from their settings to the token, and what the doctor says where one fails. The server knows the clients `workbench`
/// (secret `workbench-secret`) and `public`, and ann (password `secret`).
@Timeout(180)
abstract class LoginFlows {

    @TempDir
    Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<LoginStep> steps = new CopyOnWriteArrayList<>();
    Workbench workbench;

    /// The URL that discovery begins with.
    abstract String issuer();

    /// A scope that the server gives, beside `openid`.
    abstract String scope();

    @BeforeEach
    void open() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(folder), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), threads, Clock.systemUTC(), new SecureRandom());
    }

    @AfterEach
    void close() {
        workbench.close();
        threads.close();
    }

    final Logins logins() {
        return workbench.logins();
    }

    /// Settings with the issuer, the client `workbench` and these keys and values over them.
    final OAuthSettings settings(String grant, Object... pairs) {
        var values = new LinkedHashMap<String, Object>(Map.of("grant_type", grant, "issuer", issuer(), "clientId", "workbench", "clientSecret", "workbench-secret",
                "client_authentication", "body", "scope", "openid " + scope(), "redirect_uri", FormFiller.CALLBACK));
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1]);
        }
        return new OAuthSettings(new Auth("oauth2", values));
    }

    static FormFiller ann() {
        return new FormFiller("ann", "secret");
    }

    final LoginResult login(OAuthSettings settings, FormFiller agent) {
        steps.clear();
        var cancellation = new Cancellation();
        if (agent != null) {
            agent.stranded(cancellation::cancel);
        }
        return logins().login(settings, "", agent, steps::add, cancellation);
    }

    final LoginResult.In in(OAuthSettings settings, FormFiller agent) {
        return assertInstanceOf(LoginResult.In.class, login(settings, agent), () -> told(agent));
    }

    final Finding fault(OAuthSettings settings, FormFiller agent) {
        return assertInstanceOf(LoginResult.Failed.class, login(settings, agent), () -> told(agent)).finding();
    }

    private String told(FormFiller agent) {
        return timeline() + (agent == null || agent.last() == null ? "" : "\n" + agent.last());
    }

    private String timeline() {
        return String.join("\n", steps.stream().map(s -> s.kind() + " " + s.title() + ": " + s.text()).toList());
    }

    final LoginResult refreshed(StoredToken token, OAuthSettings settings) {
        return logins().refresh(token, settings, steps::add, new Cancellation());
    }

    @Test
    void theIssuerTellsItsEndpoints() {
        var found = assertInstanceOf(Logins.Discovered.Metadata.class, logins().discover(issuer(), steps::add, new Cancellation()));
        assertEquals(issuer(), found.issuer());
        for (var key : List.of("authUrl", "accessTokenUrl", "deviceUrl", "revokeUrl", "introspectUrl", "userinfoUrl")) {
            assertTrue(found.values().getOrDefault(key, "").startsWith(issuer()), key + " in " + found.values());
        }
        assertEquals(List.of(), found.notes());
    }

    @Test
    void clientCredentialsGoInTheBodyAndAsBasicHeader() {
        for (var place : List.of("body", "header")) {
            var token = in(settings("client_credentials", "client_authentication", place), null).token();
            assertFalse(token.accessToken().isEmpty());
            assertTrue(token.expires().isPresent());
        }
    }

    @Test
    void aPersonLogsInWithCodeAndPkceThenTheTokenIsRenewedAskedAboutAndRevoked() {
        for (var grant : List.of("authorization_code", "authorization_code_with_pkce")) {
            var settings = settings(grant);
            var result = in(settings, ann());
            assertEquals(List.of(), result.notes());
            var token = result.token();
            assertFalse(token.idToken().isEmpty());
            var renewed = assertInstanceOf(LoginResult.In.class, refreshed(token, settings), this::timeline).token();
            assertNotEquals(token.accessToken(), renewed.accessToken());
            told("\"active\": true", logins().introspect(renewed, settings, steps::add, new Cancellation()));
            told("\"sub\": ", logins().userinfo(renewed, settings, steps::add, new Cancellation()));
            assertTrue(logins().forget(renewed, settings, steps::add, new Cancellation()).isEmpty(), this::timeline);
            told("\"active\": false", logins().introspect(renewed, settings, steps::add, new Cancellation()));
            assertEquals("refresh-refused", assertInstanceOf(LoginResult.Failed.class, refreshed(renewed, settings)).finding().fault());
        }
    }

    private void told(String words, Logins.Told told) {
        var json = assertInstanceOf(Logins.Told.Answer.class, told, this::timeline).json();
        assertTrue(json.contains(words), () -> words + " in " + json + timeline());
    }

    @Test
    void aPublicClientLogsInWithPkceAloneAndIsRefusedWithout() {
        assertFalse(in(settings("authorization_code_with_pkce", "clientId", "public", "clientSecret", ""), ann()).token().accessToken().isEmpty());
        assertEquals("pkce-wanted", fault(settings("authorization_code", "clientId", "public", "clientSecret", ""), ann()).fault());
    }

    @Test
    void aDeviceLogsInWithACodeThatIsTypedElsewhere() {
        var token = in(settings("device_code"), ann()).token();
        assertFalse(token.refreshToken().isEmpty());
    }

    @Test
    void aPasswordIsTriedOnce() {
        assertFalse(in(settings("password_credentials", "username", "ann", "password", "secret"), null).token().accessToken().isEmpty());
        assertEquals("password-refused", fault(settings("password_credentials", "username", "ann", "password", "guessed"), null).fault());
        assertEquals(1, steps.stream().filter(s -> s.title().equals("Token request")).count());
    }

    @Test
    void aWrongSecretIsNamedAndTheOtherPlacesAreOffered() {
        var finding = fault(settings("client_credentials", "clientSecret", "guessed"), null);
        assertEquals("credentials-refused", finding.fault(), finding::sentence);
        assertEquals(2, finding.mends().size());
    }

    @Test
    void aWrongRedirectIsNamedFromTheProvidersOwnPage() {
        var wrong = "http://localhost.example/elsewhere";
        var settings = settings("authorization_code", "redirect_uri", wrong);
        var agent = ann();
        assertInstanceOf(LoginResult.Ended.class, login(settings, agent));
        var page = agent.last();
        var shown = assertInstanceOf(Outcome.Received.class, workbench.sendNow(Request.get(page.at().toString()), Context.none(folder), Progress.silent(), new Cancellation()));
        var finding = Doctor.of(new Evidence(Evidence.Stage.AUTHORIZATION, settings, page.at().toString(), shown.response(), page.html(), Map.of(), null, wrong));
        assertEquals("redirect-differs", finding.fault(), finding::sentence);
        assertTrue(finding.sentence().contains(wrong));
    }

    @Test
    void anUnknownScopeIsNamed() {
        assertEquals("scope-not-registered", fault(settings("client_credentials", "scope", "openid castles"), null).fault());
        var finding = fault(settings("authorization_code", "scope", "openid castles"), ann());
        assertEquals("scope-not-registered", finding.fault(), finding::sentence);
        assertTrue(finding.sentence().contains("castles"), finding.sentence());
    }
}
