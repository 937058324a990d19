package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.TokenSource;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.identity.Fault;
import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.Logins;
import dev.posthorn.oauth.OAuthSettings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The flows at the demo server's identity provider, and each of its faults before the doctor.
@Timeout(120)
final class IdentityFlowsTest extends LoginFlows {

    private static DemoServer demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.start(0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @BeforeEach
    void fresh() {
        demo.identity().reset();
    }

    @Override
    String issuer() {
        return demo.address() + "/identity";
    }

    @Override
    String scope() {
        return "orders.read";
    }

    private OAuthSettings with(String fault, String grant, Object... pairs) {
        return settings(grant, pairs).with("clientId", "fault-" + fault);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            invalid-client, credentials-refused
            basic-only, credentials-refused
            unauthorized-client, client-may-not
            not-found, wrong-url
            html, html-instead-of-json
            login-redirect, wrong-url
            empty, no-token
            broken-json, no-token
            huge, no-token
            invalid-scope, scope-not-registered
            caller-not-allowed, caller-not-allowed
            unavailable, server-trouble
            """)
    void theDoctorNamesAFaultOfTheTokenEndpoint(String fault, String named) {
        var finding = fault(with(fault, "client_credentials"), null);
        assertEquals(named, finding.fault(), finding::sentence);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            redirect-at-exchange, redirect-differs
            code-invalid, code-refused
            denied, denied
            unavailable, server-trouble
            wrong-state, state
            wrong-iss, issuer-mixed-up
            no-iss, issuer-absent
            """)
    void theDoctorNamesAFaultOfTheLoginPage(String fault, String named) {
        var finding = fault(with(fault, "authorization_code_with_pkce"), ann());
        assertEquals(named, finding.fault(), finding::sentence);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            scopes-cut, scopes-cut
            no-refresh, no-refresh-token
            wrong-nonce, id-token-nonce
            wrong-audience, id-token-audience
            """)
    void theDoctorHasANoteOnALoginThatWentWell(String fault, String named) {
        var notes = in(with(fault, "authorization_code"), ann()).notes();
        assertEquals(List.of(named), notes.stream().map(Finding::fault).toList());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            form-encoded
            expires-text
            no-token-type
            no-expiry
            errors-as-200
            """)
    void anOddAnswerIsUnderstood(String fault) {
        var token = in(with(fault, "client_credentials"), null).token();
        assertEquals(!fault.equals("no-expiry"), token.expires().isPresent());
        assertEquals(List.of("openid", "orders.read"), token.granted());
        var wrong = fault(with(fault, "client_credentials", "clientSecret", "guessed"), null);
        assertEquals("credentials-refused", wrong.fault());
    }

    @Test
    void oneOfTheOfferedPlacesForTheCredentialsWorks() {
        for (var fault : List.of("basic-only", "body-only", "query-only")) {
            var settings = with(fault, "client_credentials", "client_authentication", fault.equals("body-only") ? "header" : "body");
            var worked = fault(settings, null).mends().stream().map(m -> ((Mend.Change) m).values().get("client_authentication"))
                    .filter(place -> login(settings.with("client_authentication", place), null) instanceof LoginResult.In).toList();
            assertEquals(1, worked.size(), fault);
        }
    }

    @Test
    void aRefusedRefreshALockedAccountAndAnotherIssuerAreNamed() {
        var settings = with("refresh-invalid", "password_credentials", "username", "ann", "password", "secret");
        var failed = assertInstanceOf(LoginResult.Failed.class, refreshed(in(settings, null).token(), settings));
        assertEquals("refresh-refused", failed.finding().fault());
        assertEquals("account-locked", fault(settings("password_credentials", "username", "carl", "password", "secret"), null).fault());
        var creatio = assertInstanceOf(Logins.Discovered.Metadata.class, logins().discover(issuer() + "/with/issuer-differs", LoginWatcher.NONE, new Cancellation()));
        assertEquals(List.of("issuer-differs"), creatio.notes().stream().map(Finding::fault).toList());
        assertTrue(in(settings("authorization_code", "issuer", issuer() + "/with/issuer-differs"), ann()).notes().stream().noneMatch(n -> n.fault().startsWith("id-token")));
    }

    @Test
    void scopesThatThePersonUntickedAreNamed() {
        var notes = in(settings("authorization_code"), ann().with("granted", "openid")).notes();
        assertEquals(List.of("scopes-cut"), notes.stream().map(Finding::fault).toList());
        assertTrue(notes.getFirst().sentence().contains("orders.read"), notes.getFirst().sentence());
    }

    @Test
    void fiftyAtOnceRenewOnceAndTryAWrongPasswordOnce() throws Exception {
        demo.identity().fail(Fault.SLOW, 100);
        demo.identity().fail(Fault.SHORT_LIVED, 0);
        var settings = settings("password_credentials", "username", "ann", "password", "secret");
        in(settings, null);
        demo.identity().mend(Fault.SHORT_LIVED);
        assertTrue(atOnce(settings).stream().allMatch(TokenSource.Got.Has.class::isInstance));
        assertEquals(1, demo.identity().counts().of("token.refresh_token"));
        assertTrue(atOnce(settings("password_credentials", "username", "bob", "password", "guessed")).stream().allMatch(TokenSource.Got.None.class::isInstance));
        assertEquals(1, demo.identity().counts().of("login.failed"));
    }

    private List<TokenSource.Got> atOnce(OAuthSettings settings) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sources = java.util.stream.Stream.generate(() -> logins().source(new Cancellation())).limit(50).toList();
            return threads.invokeAll(sources.stream().map(s -> (Callable<TokenSource.Got>) () -> s.token(settings.values())).toList()).stream().map(Future::resultNow).toList();
        }
    }
}
