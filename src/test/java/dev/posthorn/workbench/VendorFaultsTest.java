package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.oauth.Doctor;
import dev.posthorn.oauth.Evidence;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.odata.ODataProblem;
import dev.posthorn.odata.Version;
import dev.posthorn.odata.edm.MetadataReader;
import dev.posthorn.odata.result.Around;
import dev.posthorn.odata.result.NextPages;
import dev.posthorn.odata.result.Page;
import dev.posthorn.odata.result.Results;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each fault of the demo server's vendors shows as the sentence that says what to do, or as nothing at all where the program mends it itself: then the server's counts prove it.
final class VendorFaultsTest extends VendorBench {

    /// What is done while a fault is on, what a person is told then, and what the server counted.
    private record Row(long number, Supplier<String> does, List<String> told, Map<String, Long> counts) {
        Row counting(Object... pairs) {
            var all = new java.util.HashMap<String, Long>();
            for (var i = 0; i < pairs.length; i += 2) {
                all.put(pairs[i].toString(), ((Number) pairs[i + 1]).longValue());
            }
            return new Row(number, does, told, all);
        }

        Row with(long other) {
            return new Row(other, does, told, counts);
        }
    }

    private Row row(Supplier<String> does, String... told) {
        return new Row(1, does, List.of(told), Map.of());
    }

    private Row row(Request request, String... told) {
        return row(() -> told(request), told);
    }

    /// A call goes well, then the fault is switched on by `then`, and the same call is made again.
    private Row after(Request request, Runnable then, String... told) {
        return row(() -> {
            var before = told(request);
            assertTrue(before.startsWith("200 "), before);
            then.run();
            return told(request);
        }, told);
    }

    private Row times(int many, Request request, String... told) {
        return row(() -> Stream.generate(() -> told(request)).limit(many).collect(Collectors.joining("\n")), told);
    }

    private Row hundred(Request request) {
        return row(() -> parallel(request).toString(), "[200]").with(200);
    }

    /// By name: a fault that is new has no row here, and does not compile.
    private Row row(Fault fault) {
        return switch (fault) {
            case WRONG_PASSWORD -> times(1, contact(), "Creatio refused the login: “The password is wrong.”", "Correct user name or password", "not tried again").counting("creatio.logins.refused", 1, "creatio.calls", 0);
            case PASSWORD_EXPIRED -> row(contact(), "password has expired", "Set a new password at " + demo.address() + "/creatio/Login/ChangePassword.aspx").counting("creatio.logins.refused", 1);
            case LOGIN_SLOW, FIRST_CALL_SLOW -> hundred(contact()).counting("creatio.logins", 1, "creatio.sessions", 1);
            case LOGIN_HTML -> row(contact(), "answers with a web page", "The base URL is the address that users open").counting("creatio.logins", 0, "creatio.calls", 0);
            case LOGIN_NO_COOKIES -> row(contact(), "sent no cookie with it", "Set-Cookie").counting("creatio.logins", 1, "creatio.calls", 0);
            case CSRF_OFF, CSRF_OFF_WITH_COOKIE -> row(contact(), "200").counting("creatio.logins", 1, "creatio.sessions", 1, "creatio.calls", 1);
            case CSRF_REFUSED -> after(contact(), () -> on(fault), "200 Creatio answered 403. The session was over: logged in anew, and sent once more.").counting("creatio.logins", 2, "creatio.calls", 3);
            case SESSION_LOST -> after(contact(), () -> on(fault), "200 Creatio answered 401. The session was over: logged in anew, and sent once more.").counting("creatio.logins", 2, "creatio.sessions", 2, "creatio.calls", 3);
            case SESSION_LOST_EVERY -> times(5, contact(), "200 ", "logged in anew").with(3).counting("creatio.logins", 3, "creatio.calls", 7);
            case SESSION_LOST_REDIRECT -> after(contact(), this::lost, "200 Creatio sent the request on to its login page (302). The session was over: logged in anew").counting("creatio.logins", 2, "creatio.calls", 3);
            case SESSION_LOST_HTML -> after(contact(), this::lost, "200 Creatio answered with its login page. The session was over: logged in anew").counting("creatio.logins", 2, "creatio.calls", 3);
            case SESSION_LOST_FORBIDDEN -> after(contact(), this::lost, "200 Creatio answered 403. The session was over: logged in anew").counting("creatio.logins", 2, "creatio.calls", 3);
            case NO_SESSION_COOKIE -> times(5, contact(), "200 ").counting("creatio.logins", 1, "creatio.calls", 5);
            case FIRST_CALL_FAILS -> times(2, contact(), "500 ", "\n200 ").counting("creatio.logins", 1, "creatio.sessions", 1, "creatio.calls", 2);

            case INVALID_CLIENT -> row(account(), "refuses the client id or the client secret", "Compare both with the provider's page").counting("creatio-identity.tokens.asked", 1, "creatio.calls", 0);
            case BASIC_ONLY, QUERY_ONLY -> row(account(), "or it expects them in another place: they were sent in the body", "or try another place").counting("creatio-identity.tokens.asked", 1);
            case BODY_ONLY -> row(stakeholders(Map.of()), "they were sent in the Basic header", "try another place").counting("bizagi.tokens.asked", 1);
            case TOKEN_LIFETIME -> row(() -> told(account()) + later(56) + told(account()), "200 ", "\n200 ").with(60).counting("creatio-identity.tokens", 2, "creatio-identity.refused", 0);
            case TOKEN_EXPIRES_EARLY -> after(account(), () -> demo.vendors().expireTokens(), "200 The server answered 401: it did not accept the token. Another one was got, and the request sent once more.")
                    .with(5).counting("creatio-identity.tokens", 2, "creatio-identity.refused", 1);
            case TOKEN_REFUSED -> row(account(), "401 ", "does not accept the token, also not a new one", "whether the application is active").counting("creatio-identity.tokens", 2, "creatio-identity.refused", 2);
            case SCOPE_TOO_SMALL -> row(account(), "403 The token has too few scopes for this call. It wants \"ApplicationAccess_all\".", "revoke").counting("creatio.calls", 1);
            case SCOPE_CUT -> row(() -> atBizagi(ann()), "the scope \"api\" was not granted", "Revoke this login, log in again and tick all").counting("bizagi.tokens", 1);
            case INVALID_SCOPE -> row(stakeholders(Map.of()), "does not give this client the scope \"all\"", "Bizagi's scopes in the token request are login, api and all");
            case REDIRECT_MISMATCH -> row(this::readPage, "does not know our redirect URL \"" + FormFiller.CALLBACK + "\"", "Enter exactly this URL in the provider's settings");
            case REDIRECT_AT_EXCHANGE -> row(() -> atBizagi(ann()), "does not know our redirect URL \"" + FormFiller.CALLBACK + "\"", "Enter exactly this URL in the provider's settings").counting("bizagi.tokens.asked", 1);
            case DENIED -> row(() -> atBizagi(ann()), "refused at the provider", "Log in again and allow it").counting("bizagi.tokens.asked", 0);
            case NOT_ALLOWED_HERE -> row(account(), "does not let this computer in", "IP address 127.0.0.1 is not in the list", "it called from 127.0.0.1").counting("creatio-identity.tokens.asked", 1);
            case IDENTITY_HTML -> row(account(), "/creatio-identity/connect/token answers with a web page", "port 8090 by default", "not the address of Creatio");
            case IDENTITY_NOT_FOUND -> row(account(), "There is nothing of OAuth at", "answers 404", "port 8090 by default");
            case TOKEN_SLOW -> hundred(account()).counting("creatio-identity.tokens", 1);

            case HTML -> row(json(account()), "A web page came where JSON is due", "/creatio/0/odata/Account", "Compare the path");
            case TOO_MANY -> row(json(account()), "429 ", "asks to wait 1 second", "then send again");
            case UNAVAILABLE -> row(json(account()), "503 ", "in trouble or being started (503)", "Send it again in a while");
            case BROKEN_OFF -> row(json(account()), "cannot be read as such: line 1, column ", "cut off on its way: send it again");
            case SLOW -> row(this::cancelled, "Cancelled").with(30_000);
            case WRONG_TYPE -> row(json(account()), "200");

            case PAGE_SIZE -> row(() -> page(accounts()).rows().size() + " rows and " + page(accounts()).next(), "5 rows and " + demo.address() + "/creatio/0/odata/Account?", "$skiptoken=5").with(5);
            case NEXT_ELSEWHERE -> row(() -> new NextPages().follow(page(pages()).next(), pages().url()), "leads to another server, http://localhost:", "your login would have gone along", "explore the service at its address");
            case NEXT_LOOP -> row(this::circle, "The pages go round in a circle", "Ask for the rest by $skip");
            case METADATA_BROKEN -> row(this::metadata, "The XML ends in the middle: it was cut off on its way (line ", "column ");
            case METADATA_HTML -> row(this::metadata, "answered with a web page", "and not with OData", "check the address and the authorization");

            case WORKFLOW_TOKEN_REFUSED -> row(instance("workflow", Map.of("mode", "token")), "403 The server does not accept the API access token", "Compare it with the one in the server's configuration");
            case WORKFLOW_FAILS -> row(instance("workflow", Map.of("mode", "token")), "The Workflow Server did not do it: “Fault: the engine fails.” (Unknown)", "compare process id, scheme, command");
        };
    }

    private static void on(Fault fault) {
        demo.vendors().faults().set(fault, 1);
    }

    private void lost() {
        on(Fault.SESSION_LOST);
    }

    private String later(long seconds) {
        later(Duration.ofSeconds(seconds));
        return "\n";
    }

    private static FormFiller ann() {
        return new FormFiller("ann", "secret");
    }

    private static Request json(Request request) {
        return request.withHeaders(List.of(Entry.of("Accept", "application/json")));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultShowsAsTheSentenceThatSaysWhatToDo(Fault fault) {
        var row = row(fault);
        if (!Stream.of(Fault.CSRF_REFUSED, Fault.SESSION_LOST, Fault.TOKEN_EXPIRES_EARLY).toList().contains(fault)) {
            demo.vendors().faults().set(fault, row.number());
        }
        var told = row.does().get();
        assertFalse(told.contains("reckon this proof"), () -> fault + " is told so: " + told);
        row.told().forEach(words -> assertTrue(told.contains(words), () -> fault + " is told so: " + told));
        assertEquals(row.counts(), row.counts().keySet().stream().collect(Collectors.toMap(k -> k, VendorBench::count)), () -> fault + " is told so: " + told);
    }

    private String readPage() {
        var person = ann();
        atBizagi(person);
        var page = person.last();
        var shown = assertInstanceOf(Outcome.Received.class, send(Request.get(page.at().toString()))).response();
        var settings = new OAuthSettings(new Auth("oauth2", Map.of("redirect_uri", FormFiller.CALLBACK)));
        return said(Doctor.of(new Evidence(Evidence.Stage.AUTHORIZATION, settings, page.at().toString(), shown, page.html(), Map.of(), null, FormFiller.CALLBACK)));
    }

    private String cancelled() {
        var done = new CompletableFuture<Outcome>();
        begin(account(), done).cancel();
        return done.orTimeout(60, TimeUnit.SECONDS).join().getClass().getSimpleName();
    }

    private Request accounts() {
        return Request.get(demo.address() + "/creatio/0/odata/Account?$select=Name").withAuth(account().auth());
    }

    /// The same in small pages.
    private Request pages() {
        return accounts().withHeaders(List.of(Entry.of("Prefer", "odata.maxpagesize=3")));
    }

    private Page page(Request request) {
        try {
            return assertInstanceOf(Page.class, Results.read(text(request), Around.nothing(Version.V4)));
        } catch (ODataProblem e) {
            throw new AssertionError(e);
        }
    }

    private String circle() {
        var followed = new NextPages();
        var next = page(pages()).next();
        assertEquals("", followed.follow(next, pages().url()));
        return followed.follow(page(Request.get(next).withHeaders(pages().headers()).withAuth(account().auth())).next(), pages().url());
    }

    private String metadata() {
        var text = text(Request.get(demo.address() + "/creatio/0/odata/$metadata").withAuth(account().auth()));
        return assertThrows(ODataProblem.class, () -> MetadataReader.read(text)).said();
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

    @Test
    void aTokenThatEndsEarlierThanItWasSaidIsReplacedOnce() {
        assertTrue(told(account()).startsWith("200 "));
        demo.vendors().expireTokens();
        assertTrue(told(account()).startsWith("200 "));
        assertEquals(2, count("creatio-identity.tokens"));
        assertTrue(told(stakeholders(Map.of())).startsWith("200 "));
        demo.vendors().expireTokens();
        assertTrue(told(stakeholders(Map.of())).startsWith("200 "));
        assertEquals(2, count("bizagi.tokens"));
    }

    @Test
    void aSlowLoginCanBeCancelled() {
        demo.vendors().faults().set(Fault.LOGIN_SLOW, 3_000);
        var done = new CompletableFuture<Outcome>();
        begin(contact(), done).cancel();
        var outcome = done.orTimeout(60, TimeUnit.SECONDS).join();
        assertFalse(outcome instanceof Outcome.Received, outcome.toString());
    }
}
