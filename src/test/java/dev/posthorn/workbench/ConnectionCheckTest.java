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
            workflow      | oidc  | workflow-demo-token | OpenID Connect is not switched on
            workflow-oidc | oidc  | workflow-demo-token | is ready
            workflow-oidc | oidc  | another             | API access token
            creatio       | open  | ''                  | not-this-product
            """)
    void whatIsFoundAtAWorkflowServer(String site, String mode, String token, String wanted) {
        var told = told(Vendor.WORKFLOW_SERVER, new Auth("workflowServer", Map.of("serverUrl", demo.address() + "/" + site, "mode", mode, "token", token)));
        assertTrue(told.contains(wanted), told);
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
