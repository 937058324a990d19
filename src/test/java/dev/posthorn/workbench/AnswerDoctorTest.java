package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.Token;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswerDoctorTest {

    private static final Auth BEARER = new Auth("bearer", Map.of("token", "given"));

    @TempDir
    private Path folder;
    private final MockWebServer server = new MockWebServer();
    private Workbench workbench;

    @BeforeEach
    void start() throws Exception {
        server.start();
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(folder), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new Random(1));
    }

    @AfterEach
    void stop() {
        workbench.close();
        server.close();
    }

    private static Context context(Auth above) {
        return new Context(new Collection("Shop", "", above, List.of(), List.of(), Settings.NONE, List.of()), List.of(), null, null, List.of(), Path.of(""));
    }

    private List<Finding> findings(Auth own, Auth above, MockResponse... answers) {
        for (var answer : answers) {
            server.enqueue(answer);
        }
        var draft = Request.get(server.url("/orders").toString()).withAuth(own);
        var outcome = workbench.sendNow(draft, context(above), Progress.silent(), new Cancellation());
        return AnswerDoctor.of(context(above), draft, _ -> Optional.of(new Token("t1", "v", Optional.empty()))).of(outcome);
    }

    private static MockResponse answer(int status, String... challenges) {
        var builder = new MockResponse.Builder().code(status);
        for (var challenge : challenges) {
            builder.addHeader("WWW-Authenticate", challenge);
        }
        return builder.build();
    }

    private static List<String> labels(Finding finding) {
        return finding.mends().stream().map(Mend::label).toList();
    }

    @Test
    void whoSendsNothingIsToldSoAndGetsAButton() {
        var finding = findings(Auth.NONE, BEARER, answer(401, "Basic realm=\"shop\"")).getFirst();
        assertEquals("The server answered 401, and no Authorization was sent: no authorization is switched on for this request.", finding.sentence());
        assertEquals(List.of(new Mend.Choose("Inherit from parent", "inherit"), new Mend.Choose("Use Basic Auth", "basic")), finding.mends());
    }

    @Test
    void aTypeThatAddsNothingIsNamedWithItsLevel() {
        var finding = findings(Auth.INHERIT, new Auth("bearer", Map.of("token", "")), answer(403)).getFirst();
        assertEquals("The server answered 403, and no Authorization was sent: Bearer Token is chosen by Shop, but it has added nothing.", finding.sentence());
    }

    @Test
    void anotherSchemeThanTheServersIsToldWithAButton() {
        var finding = findings(BEARER, Auth.NONE, answer(401, "Basic realm=\"shop\"")).getFirst();
        assertEquals("The server wants Basic Auth, and Bearer Token was sent.", finding.sentence());
        assertEquals(List.of("Use Basic Auth"), labels(finding));
    }

    @Test
    void tooSmallAScopeLeadsThroughAllSteps() {
        var oauth = new Auth("oauth2", Map.of("accessToken", "given", "scope", "read"));
        var received = findings(BEARER, Auth.NONE, answer(403, "Bearer error=\"insufficient_scope\", scope=\"read write\"")).getFirst();
        assertEquals("The token has too few scopes for this call. It wants \"read\", \"write\".", received.sentence());
        var doctor = new AnswerDoctor(oauth, new Context.Effective(oauth, "this request"), _ -> Optional.of(new Token("t1", "v", Optional.empty())));
        server.enqueue(answer(403, "Bearer error=\"insufficient_scope\", scope=\"read write\""));
        var outcome = workbench.sendNow(Request.get(server.url("/").toString()).withAuth(BEARER), context(Auth.NONE), Progress.silent(), new Cancellation());
        assertEquals(List.of(new Mend.Change("Add write", Map.of("scope", "read write")), new Mend.Forget("Revoke this login", "t1"), new Mend.LogIn("Log in again")),
                doctor.of(outcome).getFirst().mends());
    }

    @Test
    void aScopeThatIsAskedForAlreadyIsNotToBeAdded() {
        var oauth = new Auth("oauth2", Map.of("accessToken", "given", "scope", "read write"));
        server.enqueue(answer(403, "Bearer error=\"insufficient_scope\", scope=\"write\""));
        var outcome = workbench.sendNow(Request.get(server.url("/").toString()).withAuth(BEARER), context(Auth.NONE), Progress.silent(), new Cancellation());
        var finding = new AnswerDoctor(oauth, new Context.Effective(oauth, "this request"), _ -> Optional.empty()).of(outcome).getFirst();
        assertEquals(List.of(new Mend.LogIn("Log in again")), finding.mends());
        assertTrue(finding.advice().startsWith("It is asked for here, and the token does not have it"), finding.advice());
    }

    @Test
    void aRefusedTokenAndARefusedPasswordAreToldApart() {
        assertEquals("token-refused", findings(BEARER, Auth.NONE, answer(401, "Bearer error=\"invalid_token\", error_description=\"The token expired\"")).getFirst().fault());
        var basic = findings(new Auth("basic", Map.of("username", "me", "password", "wrong")), Auth.NONE, answer(401, "Basic realm=\"x\"")).getFirst();
        assertEquals("The server does not accept what Basic Auth sent.", basic.sentence());
    }

    @Test
    void aCallerWhoseAddressIsNotLetInLearnsIt() {
        var finding = findings(BEARER, Auth.NONE, new MockResponse.Builder().code(403).body("Your IP address is not allowed.").build()).getFirst();
        assertEquals("caller-not-allowed", finding.fault());
        assertTrue(labels(finding).getFirst().startsWith("Copy our address "), finding.toString());
    }

    @Test
    void aRedirectToALoginPageIsSeenThrough() {
        var page = new MockResponse.Builder().addHeader("Content-Type", "text/html").body("<form>").build();
        var away = new MockResponse.Builder().code(302).addHeader("Location", "/Account/Login?next=%2Forders").build();
        assertEquals("login-page", findings(Auth.NONE, Auth.NONE, away, page).getFirst().fault());
    }

    @Test
    void aServerThatCannotProveItselfIsNamed() {
        server.enqueue(answer(401, "Digest realm=\"api\", nonce=\"n1\", qop=\"auth\""));
        server.enqueue(new MockResponse.Builder().addHeader("Authentication-Info", "rspauth=\"0123\"").build());
        var draft = Request.get(server.url("/").toString()).withAuth(new Auth("digest", Map.of("username", "me", "password", "pass")));
        var outcome = workbench.sendNow(draft, context(Auth.NONE), Progress.silent(), new Cancellation());
        assertEquals(List.of("server-unproven"), workbench.findings(draft, context(Auth.NONE), outcome).stream().map(Finding::fault).toList());
    }

    @Test
    void whatHasNothingToDoWithTheLoginIsLeftAlone() {
        assertEquals(List.of(), findings(BEARER, Auth.NONE, answer(200)));
        assertEquals(List.of(), findings(Auth.NONE, Auth.NONE, answer(404)));
        assertEquals(List.of(), findings(BEARER, Auth.NONE, answer(403)));
    }
}
