package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each fault of the demo server's vendors shows as the sentence that says what to do, or as nothing at all where the program mends it itself.
final class VendorFaultsTest {

    private static DemoServer demo;

    @TempDir
    private Path folder;

    private Workbench workbench;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.start(0);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @BeforeEach
    void open() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(Clock.systemUTC());
        var engine = new Engine(new BodyStore(folder), automatic, () -> Network.DEFAULT.withRoute(new Network.Route.Direct()), console::exchanged);
        workbench = new Workbench(engine, automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(), console, Keepers.none());
    }

    @AfterEach
    void close() {
        workbench.close();
        demo.vendors().reset();
    }

    private Request session(String site, String path) {
        return Request.get(demo.address() + "/" + site + path).withAuth(new Auth("creatioSession",
                Map.of("baseUrl", demo.address() + "/" + site, "username", "Supervisor", "password", "Supervisor", "platform", site.endsWith("-net") ? "net" : "framework")));
    }

    private Request contact() {
        return session("creatio", "/0/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Supervisor");
    }

    private Request account() {
        return Request.get(demo.address() + "/creatio/0/odata/Account?$top=1").withAuth(new Auth("creatioOAuth",
                Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret")));
    }

    private Outcome send(Request request) {
        return workbench.sendNow(request, Context.none(folder), Progress.silent(), new Cancellation());
    }

    /// All that a person is told: the failure, or status, findings and remarks.
    private String told(Request request) {
        var outcome = send(request);
        return switch (outcome) {
            case Outcome.Failed(var failure, _, _, _, _) -> failure.sentence() + " " + failure.advice();
            case Outcome.Received received -> received.response().status() + " "
                    + workbench.findings(request, Context.none(folder), outcome).stream().map(f -> f.sentence() + " " + f.advice()).collect(Collectors.joining(" "))
                    + Workbench.remarks(outcome).map(r -> r.sentence()).collect(Collectors.joining(" "));
            case Outcome.Cancelled _, Outcome.Skipped _ -> outcome.toString();
        };
    }

    private long count(String what) {
        return demo.vendors().counts().of(what);
    }

    private List<Integer> parallel(Request request) {
        var all = IntStream.range(0, 100).mapToObj(_ -> {
            var done = new CompletableFuture<Outcome>();
            workbench.send(request, Context.none(folder), "", new SendListener() {
                @Override
                public void changed(TabState.Sending state) { }

                @Override
                public void done(Sent sent) {
                    done.complete(sent.outcome());
                }
            });
            return done;
        }).toList();
        return all.stream().map(f -> assertInstanceOf(Outcome.Received.class, f.orTimeout(60, TimeUnit.SECONDS).join()).response().status()).distinct().toList();
    }

    @Test
    void aHundredAtOnceMakeOneLoginOneSessionAndOneToken() {
        assertEquals(List.of(200), parallel(contact()));
        assertEquals(Map.of("logins", 1L, "sessions", 1L), counted());
        demo.vendors().faults().set(Fault.SESSION_LOST, 1);
        assertEquals(List.of(200), parallel(contact()));
        assertEquals(Map.of("logins", 2L, "sessions", 2L), counted());
        assertEquals(List.of(200), parallel(account()));
        assertEquals(1, count("creatio-identity.tokens"));
    }

    @Test
    void aHundredAtOnceMakeOneTokenAtBizagiAndAtWorkflowServer() {
        assertEquals(List.of(200), parallel(stakeholders(Map.of())));
        assertEquals(1, count("bizagi.tokens"));
        assertEquals(List.of(200), parallel(instance("workflow-oidc", Map.of("mode", "oidc"))));
        assertEquals(1, count("workflow-oidc.tokens"));
    }

    private Request stakeholders(Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("projectUrl", demo.address() + "/bizagi", "clientId", "bizagi-all", "clientSecret", "bizagi-all-secret", "scope", "all"));
        values.putAll(more);
        return Request.get(demo.address() + "/bizagi/odata/data/stakeholders").withAuth(new Auth("bizagi", values));
    }

    @Test
    void aClientCertificateSignsInPlaceOfTheSecret() {
        var key = assertInstanceOf(Outcome.Received.class, send(Request.get(demo.address() + "/bizagi/client-key.pem"))).response();
        var told = told(stakeholders(Map.of("clientId", "bizagi-certificate", "scope", "api", "client_authentication", "private_key_jwt", "privateKey", text(key))));
        assertTrue(told.startsWith("200 "), told);
    }

    private static String text(Response response) {
        try (var in = response.body().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Request instance(String site, Map<String, Object> more) {
        var values = new HashMap<String, Object>(Map.of("serverUrl", demo.address() + "/" + site, "token", "workflow-demo-token"));
        values.putAll(more);
        return Request.get(demo.address() + "/" + site + "/workflowapi/isprocessexists/0b9a1d4e-8f6b-4d7e-9a43-2b1c5f0e7d11").withMethod("POST").withBody(new Body.Raw("{\"a\": 1}", "json"))
                .withAuth(new Auth("workflowServer", values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            workflow      | token | automatic | workflow-demo-token | 200
            workflow      | token | query     | workflow-demo-token | 200
            workflow      | token | automatic | another             | does not accept the API access token
            workflow      | open  | automatic | workflow-demo-token | is not open
            workflow-oidc | oidc  | automatic | workflow-demo-token | 200
            workflow-oidc | oidc  | automatic | another             | secret is the server's API access token
            workflow      | oidc  | automatic | workflow-demo-token | OpenID Connect may not be switched on
            workflow-open | open  | automatic | workflow-demo-token | 200
            """)
    void theAccessControlOfAWorkflowServer(String site, String mode, String place, String token, String wanted) {
        var told = told(instance(site, Map.of("mode", mode, "place", place, "token", token)));
        assertTrue(told.contains(wanted), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clientSecret | another | client
            scope        | login   | too few scopes
            projectUrl   | {demo}/creatio | Work portal
            tokenPath    | /elsewhere | Work portal
            """)
    void aSettingOfBizagi(String key, String value, String wanted) {
        var told = told(stakeholders(Map.of(key, value.replace("{demo}", demo.address()))));
        assertTrue(told.contains(wanted), told);
    }

    private Map<String, Long> counted() {
        return Map.of("logins", count("creatio.logins"), "sessions", count("creatio.sessions"));
    }

    @Test
    void bothPlatformsLetOneIn() {
        assertTrue(told(contact()).startsWith("200 "));
        assertTrue(told(session("creatio-net", "/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Supervisor")).startsWith("200 "));
        var zero = told(session("creatio-net", "/0/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Supervisor"));
        assertTrue(zero.contains("begins with /0"), zero);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WRONG_PASSWORD         | Creatio refused the login: “The password is wrong.”
            PASSWORD_EXPIRED       | Login/ChangePassword.aspx
            LOGIN_HTML             | answers with a web page
            LOGIN_NO_COOKIES       | sent no cookie with it
            CSRF_OFF               | 200
            CSRF_OFF_WITH_COOKIE   | 200
            NO_SESSION_COOKIE      | 200
            FIRST_CALL_FAILS       | 500
            """)
    void aFaultOfTheSession(Fault fault, String wanted) {
        demo.vendors().faults().set(fault, 1);
        var told = told(contact());
        assertTrue(told.contains(wanted), told);
        assertTrue(count("creatio.logins") + count("creatio.logins.refused") <= 1, () -> demo.vendors().counts().told().toString());
    }

    @ParameterizedTest
    @CsvSource({"SESSION_LOST_REDIRECT", "SESSION_LOST_HTML", "SESSION_LOST_FORBIDDEN", "CSRF_REFUSED"})
    void aSessionThatIsLostIsMadeAnewOnce(Fault way) {
        assertTrue(told(contact()).startsWith("200 "));
        demo.vendors().faults().set(way, 1);
        demo.vendors().faults().set(Fault.SESSION_LOST, way == Fault.CSRF_REFUSED ? 0 : 1);
        if (way == Fault.CSRF_REFUSED) {
            demo.vendors().faults().clear(Fault.SESSION_LOST);
        }
        var told = told(contact());
        assertTrue(told.startsWith("200 ") && told.contains("logged in anew"), told);
        assertEquals(2, count("creatio.logins"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVALID_CLIENT      | client
            BASIC_ONLY          | another place
            IDENTITY_HTML       | answers with a web page
            IDENTITY_NOT_FOUND  | port 8090
            NOT_ALLOWED_HERE    | address
            INVALID_SCOPE       | scope
            TOKEN_REFUSED       | does not accept the token, also not a new one
            SCOPE_TOO_SMALL     | too few scopes
            TOKEN_LIFETIME      | 200
            SCOPE_CUT           | 200
            """)
    void aFaultOfTheIdentityService(Fault fault, String wanted) {
        demo.vendors().faults().set(fault, fault.preset());
        var told = told(account());
        assertTrue(told.contains(wanted), told);
    }
}
