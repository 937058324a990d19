package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Network;
import dev.posthorn.vendors.Connection;
import dev.posthorn.vendors.Vendor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The check of the guided start says at each step what was found, and tries no password twice.
final class ConnectionCheckTest {

    private static DemoServer demo;

    @TempDir
    private Path folder;

    private Workbench workbench;
    private Optional<Connection> found = Optional.empty();

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

    /// All that is told, step by step.
    private String told(Vendor vendor, Auth typed) {
        var all = new ArrayList<String>();
        found = new ConnectionCheck(workbench, Context.none(folder), step -> all.add(step.title() + ": " + step.sentence() + step.fault().map(f -> f.fault() + ": " + f.sentence() + " " + f.advice()).orElse("")),
                new Cancellation()).run(new Connection(vendor, typed));
        return String.join("\n", all);
    }

    private Auth creatio(String url) {
        return new Auth("creatioSession", Map.of("baseUrl", url.replace("{demo}", demo.address()), "username", "Supervisor", "password", "Supervisor"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {demo}/creatio                        | WRONG_PASSWORD       | “The password is wrong.”
            {demo}/creatio                        | PASSWORD_EXPIRED     | Login/ChangePassword.aspx
            {demo}/creatio                        | LOGIN_HTML           | answers with a web page
            {demo}/creatio                        | LOGIN_NO_COOKIES     | sent no cookie with it
            {demo}/creatio                        | CSRF_OFF             | protection against CSRF is off
            {demo}/creatio                        | SLOW                 | protection against CSRF is on
            {demo}/creatio                        | UNAVAILABLE          | in trouble or being started
            {demo}/nowhere                        |                      | no login of Creatio
            http://127.0.0.1:1                    |                      | Server: no-answer
            https://no-such-host.invalid          |                      | Server: no-answer
            http://                               |                      | Server: no-answer
            """)
    void whatIsFoundAtACreatio(String url, Fault fault, String wanted) {
        if (fault != null) {
            demo.vendors().faults().set(fault, fault.numbered() ? 1 : 0);
        }
        var told = told(Vendor.CREATIO, creatio(url));
        assertTrue(told.contains(wanted), told);
        assertTrue(demo.vendors().counts().of("creatio.logins") + demo.vendors().counts().of("creatio.logins.refused") <= 1);
    }

    @Test
    void thePlatformIsFoundAndThePageThatWasPastedIsTakenOff() {
        var told = told(Vendor.CREATIO, creatio("{demo}/creatio-net/Login/NuiLogin.aspx?ReturnUrl=%2f"));
        assertTrue(told.contains("runs on .NET"), told);
        assertEquals("net", found.orElseThrow().typed().text("platform"));
        assertEquals(demo.address() + "/creatio-net", found.get().site());
        assertTrue(told(Vendor.CREATIO, creatio("{demo}/creatio/0/").with("platform", "net")).contains("runs on .NET Framework"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            projectUrl   | {demo}/bizagi          | First call: A call was answered well
            projectUrl   | {demo}/creatio         | Work portal
            clientSecret | another                | client
            scope        | login                  | scope
            """)
    void whatIsFoundAtABizagi(String key, String value, String wanted) {
        var typed = new Auth("bizagi", Map.of("projectUrl", demo.address() + "/bizagi", "clientId", "bizagi-all", "clientSecret", "bizagi-all-secret"));
        var told = told(Vendor.BIZAGI, typed.with(key, value.replace("{demo}", demo.address())));
        assertTrue(told.contains(wanted), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            workflow-open | open  | ''                  | is ready
            workflow      | token | workflow-demo-token | is ready
            workflow      | token | another             | does not accept the API access token
            workflow      | open  | ''                  | is not open
            workflow      | oidc  | workflow-demo-token | Access: The server wants its API access token. The access control was set so.
            workflow-oidc | token | workflow-demo-token | Access: The server wants OpenID Connect. The access control was set so.
            workflow-oidc | open  | ''                  | The server is not open: it wants OpenID Connect
            workflow-open | token | workflow-demo-token | Access: The server is open
            workflow-oidc/workflowapi/startruntime?x=1 | oidc | workflow-demo-token | is ready
            workflow-oidc | oidc  | workflow-demo-token | is ready
            workflow-oidc | oidc  | another             | API access token
            creatio       | open  | ''                  | not-this-product
            """)
    void whatIsFoundAtAWorkflowServer(String site, String mode, String token, String wanted) {
        var told = told(Vendor.WORKFLOW_SERVER, new Auth("workflowServer", Map.of("serverUrl", demo.address() + "/" + site, "mode", mode, "token", token)));
        assertTrue(told.contains(wanted), told);
    }

    @Test
    void whatTheServerWantsIsWhatTheConnectionHasThen() {
        told(Vendor.WORKFLOW_SERVER, new Auth("workflowServer", Map.of("serverUrl", demo.address() + "/workflow-oidc", "mode", "token", "token", "workflow-demo-token")));
        assertEquals("oidc", found.orElseThrow().typed().text("mode"));
        var told = told(Vendor.CREATIO, new Auth("creatioOAuth", Map.of("clientId", "creatio-demo", "clientSecret", "creatio-demo-secret", "baseUrl", demo.address() + "/creatio/0/Nui/ViewModule.aspx")));
        assertTrue(told.contains("It was found at " + demo.address() + "/creatio-identity."), told);
        assertEquals(demo.address() + "/creatio-identity", found.orElseThrow().typed().text("identityUrl"));
        var nowhere = told(Vendor.CREATIO, new Auth("creatioOAuth", Map.of("clientId", "x", "clientSecret", "y", "baseUrl", demo.address() + "/creatio-net")));
        assertTrue(nowhere.contains("identity-not-found") && nowhere.contains("/creatio-net/identity"), nowhere);
    }

    @Test
    void httpIsOfferedWhereTheServerDoesNotSpeakHttpsAndNoPasswordIsSentByIt() {
        var told = told(Vendor.CREATIO, creatio("{demo}/creatio".replace("{demo}", demo.address().replace("http:", "https:"))));
        assertTrue(told.contains("Server: only-http"), told);
        assertEquals(0, demo.vendors().counts().of("creatio.logins"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATIO         | creatioSession | baseUrl    | https://my.creatio.com/Login                      | https://my.creatio.com
            CREATIO         | creatioSession | baseUrl    | https://my.creatio.com/login/NuiLogin.aspx?a=/0/b | https://my.creatio.com
            CREATIO         | creatioSession | baseUrl    | my.creatio.com/0/Shell/#section/Accounts          | https://my.creatio.com
            CREATIO         | creatioSession | baseUrl    | https://bpm.example/loginsite/0/                  | https://bpm.example/loginsite
            CREATIO         | creatioSession | baseUrl    | https://bpm.example/site/0/odata/Contact          | https://bpm.example/site
            BIZAGI          | bizagi         | projectUrl | http://server/project/oauth2/server/authorize     | http://server/project
            WORKFLOW_SERVER | workflowServer | serverUrl  | localhost:8077/workflowapi/createinstance/1       | http://localhost:8077
            """)
    void aPageThatWasPastedIsTakenForItsSite(Vendor vendor, String type, String key, String pasted, String site) {
        assertEquals(site, new Connection(vendor, new Auth(type, Map.of(key, pasted))).site());
    }

    @Test
    void aCreatioInTheCloudHasItsIdentityServiceBesideIt() {
        assertEquals("https://my-is.creatio.com", new Connection(Vendor.CREATIO, new Auth("creatioOAuth", Map.of("baseUrl", "https://my.creatio.com"))).identities().getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            identityUrl  | {demo}/creatio          | Identity server:
            clientSecret | another                 | Token:
            baseUrl      | {demo}/creatio-net      | runs on .NET
            baseUrl      | {demo}/creatio          | calls itself "creatio.com"
            """)
    void whatIsFoundAtAnIdentityService(String key, String value, String wanted) {
        var typed = new Auth("creatioOAuth", Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret", "baseUrl", demo.address() + "/creatio"));
        var told = told(Vendor.CREATIO, typed.with(key, value.replace("{demo}", demo.address())));
        assertTrue(told.contains(wanted), told);
    }

    @Test
    void anotherPasswordIsNotTakenForGoodBecauseOfAnEarlierLogin() {
        assertTrue(told(Vendor.CREATIO, creatio("{demo}/creatio")).contains("is ready"));
        var told = told(Vendor.CREATIO, creatio("{demo}/creatio").with("password", "another"));
        assertTrue(told.contains("The password is wrong."), told);
    }
}
