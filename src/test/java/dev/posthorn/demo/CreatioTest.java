package dev.posthorn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The played Creatio keeps to the vendor's documents: cookies, sessions, protection, tokens, faults.
@Timeout(120)
final class CreatioTest {

    private static final String SERVICE = "/creatio/0/rest/UsrCustomConfigurationService/GetContactIdByName?Name=Ann Postilion";

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

    @Test
    void aLoginSetsTheCookiesOfTheVendorsTableAndTheFirstCallTheSession() throws Exception {
        var login = stand.login("creatio", "Supervisor", "Supervisor").with(200);
        assertEquals(0, login.json().get("Code").asInt());
        var lines = login.whole().headers().allValues("Set-Cookie");
        assertEquals(List.of("BPMLOADER", ".ASPXAUTH", "BPMCSRF", "UserName"), lines.stream().map(l -> l.split("=", 2)[0]).toList());
        assertTrue(lines.get(0).contains("path=/creatio;") && lines.get(1).contains("path=/creatio;"), lines.toString());
        assertTrue(lines.get(2).endsWith("path=/") && lines.get(3).contains("expires="), lines.toString());
        var call = stand.get(SERVICE).with(200);
        assertTrue(call.header("Set-Cookie").startsWith("BPMSESSIONID="), call.header("Set-Cookie"));
        assertEquals(36, call.json().get("GetContactIdByNameResult").asText().length());
        assertEquals("", stand.get(SERVICE).with(200).header("Set-Cookie"));
        assertEquals("", stand.get(SERVICE.replace("Ann Postilion", "Nobody")).with(200).json().get("GetContactIdByNameResult").asText());
        assertEquals(1, stand.count("creatio.sessions"));
        stand.cookies.remove("BPMSESSIONID");
        stand.get(SERVICE).with(200);
        assertEquals(2, stand.count("creatio.sessions"), "a call without BPMSESSIONID opens another session");
        assertEquals(1, stand.count("creatio.logins"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Supervisor | wrong    | The password is wrong.
            nobody     | secret   | The user "nobody" is not found.
            locked     | secret   | The user account is locked. Please contact your system administrator.
            expired    | secret   | The password is expired and must be changed.
            """)
    void aRefusedLoginIsStatus200WithACodeAndTheServersWords(String user, String password, String words) throws Exception {
        var said = stand.login("creatio", user, password).with(200);
        assertEquals(1, said.json().get("Code").asInt());
        assertEquals(words, said.json().get("Message").asText());
        assertEquals(user.equals("expired"), !said.json().get("PasswordChangeUrl").isNull());
        assertTrue(stand.cookies.isEmpty());
        assertEquals(1, stand.count("creatio.logins.refused"));
    }

    @Test
    void aMisspeltMethodIsForbiddenAndABodyThatIsNoJsonABadRequest() throws Exception {
        stand.post("/creatio/ServiceModel/AuthService.svc/Logn", "{}").with(403);
        stand.post("/creatio/ServiceModel/AuthService.svc/Login", "{").with(400);
        stand.form("/creatio/ServiceModel/AuthService.svc/Login", "UserName=a").with(400);
        stand.get("/creatio/ServiceModel/AuthService.svc/Login").with(405);
    }

    @Test
    void theProtectionWantsHeaderAndCookieUnlessItIsOff() throws Exception {
        stand.login("creatio", "ann", "secret");
        var csrf = stand.headers.remove("BPMCSRF");
        stand.get(SERVICE).with(403);
        stand.headers.put("BPMCSRF", "another");
        stand.get(SERVICE).with(403);
        stand.headers.put("BPMCSRF", csrf);
        stand.get(SERVICE).with(200);
        stand.faults("{\"csrf-off\": true}");
        stand.cookies.clear();
        stand.headers.clear();
        stand.login("creatio", "ann", "secret");
        assertFalse(stand.cookies.containsKey("BPMCSRF"));
        stand.get(SERVICE).with(200);
    }

    @ParameterizedTest
    @CsvSource({"session-lost-redirect, 302", "session-lost-html, 200", "session-lost-forbidden, 403", "session-lost, 401"})
    void aLostSessionShowsAsTheSwitchSays(String fault, int status) throws Exception {
        stand.login("creatio", "ann", "secret");
        stand.get(SERVICE).with(200);
        stand.faults("{\"session-lost\": 1, \"" + fault + "\": true}");
        var said = stand.get(SERVICE).with(status);
        assertFalse(said.body().contains("GetContactIdByNameResult"));
        assertEquals(status == 302, said.header("Location").startsWith("/creatio/Login/NuiLogin.aspx?ReturnUrl="));
        stand.login("creatio", "ann", "secret");
        stand.get(SERVICE).with(200);
        assertEquals(2, stand.count("creatio.logins"));
    }

    @Test
    void theProductForNetHasNoZeroInItsPaths() throws Exception {
        stand.login("creatio-net", "ann", "secret");
        stand.get(SERVICE.replace("/creatio/0/", "/creatio-net/")).with(200);
        stand.get(SERVICE.replace("/creatio/", "/creatio-net/")).with(404);
        stand.get(SERVICE.replace("/creatio/0/", "/creatio/")).with(404);
        stand.anew();
        assertEquals(200, stand.get("/creatio-net/ServiceModel/UsrAnonymousConfigurationService.svc/GetServerTime").status());
        assertEquals(200, stand.get("/creatio/0/ServiceModel/UsrAnonymousConfigurationService.svc/GetServerTime").status());
    }

    @Test
    void aTokenOfTheIdentityServiceOpensTheServices() throws Exception {
        var document = stand.get("/creatio-identity/.well-known/openid-configuration").with(200).json();
        assertEquals("creatio.com", document.get("issuer").asText());
        assertTrue(document.get("token_endpoint").asText().endsWith("/creatio-identity/connect/token"));
        stand.bearer();
        assertEquals(44, stand.post("/creatio/0/rest/CryptographicService/GetConvertedPasswordValue", "{\"password\":\"test\"}").with(200).json().get("GetConvertedPasswordValueResult").asText().length());
        stand.demo.vendors().expireTokens();
        assertTrue(stand.get(SERVICE).with(401).header("WWW-Authenticate").contains("invalid_token"));
        assertTrue(stand.get("/creatio/.well-known/openid-configuration").with(200).type().startsWith("text/html"), "a wrong URL is a page of the application");
    }

    @ParameterizedTest
    @CsvSource({"client_secret_post, '', 200", "client_secret_basic, '', 200", "client_secret_post, basic-only, 400", "client_secret_basic, basic-only, 200",
        "client_secret_basic, body-only, 400", "client_secret_post, invalid-client, 400", "client_secret_basic, invalid-client, 400", "client_secret_post, identity-not-found, 404",
        "client_secret_post, not-allowed-here, 403", "client_secret_post, invalid-scope, 400"})
    void credentialsCountWhereTheSwitchSays(String place, String fault, int status) throws Exception {
        if (!fault.isEmpty()) {
            stand.faults("{\"" + fault + "\": true}");
        }
        if (place.equals("client_secret_basic")) {
            stand.basic("creatio-demo", "creatio-demo-secret");
        }
        stand.form("/creatio-identity/connect/token", "grant_type=client_credentials" + (place.equals("client_secret_post") ? "&client_id=creatio-demo&client_secret=creatio-demo-secret" : "")).with(status);
    }

    @Test
    void parallelCallsAreCountedOneByOne() throws Exception {
        stand.login("creatio", "ann", "secret");
        stand.get(SERVICE).with(200);
        stand.faults("{\"too-many\": 7}");
        Callable<Integer> call = () -> stand.get(SERVICE).status();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var told = pool.invokeAll(IntStream.range(0, 100).mapToObj(i -> call).toList());
            var limited = 0;
            for (var one : told) {
                limited += one.get() == 429 ? 1 : 0;
            }
            assertEquals(7, limited);
        }
        assertEquals(101, stand.count("creatio.calls"));
        assertEquals(1, stand.count("creatio.sessions"));
    }

    @Test
    void servicesFailAsOrdered() throws Exception {
        stand.bearer();
        var right = stand.get(SERVICE).with(200).body();
        stand.faults("{\"html\": 1}");
        assertTrue(stand.get(SERVICE).with(200).type().startsWith("text/html"));
        stand.faults("{\"unavailable\": 1}");
        stand.get(SERVICE).with(503);
        stand.faults("{\"broken-off\": 1}");
        assertEquals(right.length() / 2, stand.get(SERVICE).with(200).body().length());
        stand.faults("{\"scope-too-small\": true, \"wrong-type\": true}");
        stand.get(SERVICE).with(403);
        stand.faults("{\"scope-too-small\": false}");
        var plain = stand.get(SERVICE).with(200);
        assertEquals(right, plain.body());
        assertNotEquals("application/json; charset=utf-8", plain.type());
    }
}
