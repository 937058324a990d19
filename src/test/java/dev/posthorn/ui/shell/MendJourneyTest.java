package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.ui.oauth.LoginRun;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each button that a doctor can offer is pressed, and what it promises is there: mostly, that the next answer is good.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MendJourneyTest {

    private static final String AGAIN = "Log in again";
    private static final String PKCE = "Use the authorization code with PKCE";

    /// @param of which rules offer it: class and kind of mend, once for each place in that class
    private record Row(String name, List<String> of, Runnable play) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    static Path folder;

    private final Ann ann = new Ann();
    private DemoServer demo;
    private StubProvider stub;
    private OpenWindow window;
    private int clients;

    @BeforeAll
    void open() throws IOException {
        demo = DemoServer.start(0);
        stub = new StubProvider();
        window = new OpenWindow(folder.resolve("home"), null, new SecretsInMemory(), ann);
        // Buttons are pressed wherever they lie; each picture of a large window costs more than the journey.
        FxThread.run(() -> {
            window.scene().getWindow().setWidth(320);
            window.scene().getWindow().setHeight(240);
        });
        FxThread.run(() -> window.shell().tabs().open("Call", Request.get(stub.at("/api"))));
        window.until("the request is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().select("authorization"));
    }

    @AfterAll
    void close() {
        window.close();
        stub.close();
        demo.close();
    }

    private static Row row(String name, String of, Runnable play) {
        return new Row(name, Stream.of(of.split(", ")).toList(), play);
    }

    // What a person sees and does

    private void show(Request request) {
        FxThread.run(() -> window.request().draft().edit(_ -> request));
    }

    private void show(String path, String type, Map<String, Object> values) {
        show(Request.get(path.startsWith("http") ? path : demo.address() + path).withAuth(new Auth(type, values)));
    }

    private Outcome send() {
        var before = FxThread.get(window::outcome);
        window.perform(Action.SEND);
        window.until("there is another outcome", () -> !window.request().sending() && window.outcome() != null && window.outcome() != before);
        return FxThread.get(window::outcome);
    }

    private void answers(int status) {
        assertEquals(status, assertInstanceOf(Outcome.Received.class, send()).response().status());
    }

    private void fails() {
        assertInstanceOf(Outcome.Failed.class, send());
    }

    /// The button of that label, in the answer, the form or a sheet; the one of a sheet where there are several.
    private void press(String label) {
        window.until("\"" + label + "\" is there", () -> button(label) != null);
        FxThread.run(() -> button(label).fire());
    }

    private ButtonBase button(String label) {
        return window.scene().getRoot().lookupAll(".button").stream().filter(b -> b instanceof ButtonBase button && label.equals(button.getText()) && shown(button)).map(ButtonBase.class::cast)
                .reduce((_, last) -> last).orElse(null);
    }

    private static boolean shown(javafx.scene.Node node) {
        return node.getParent() == null ? node.isVisible() : node.isVisible() && shown(node.getParent());
    }

    private void fire(String selector) {
        window.until(selector + " is there", () -> window.shows(selector));
        var button = window.find(selector, ButtonBase.class);
        FxThread.run(button::fire);
    }

    private Auth auth() {
        return window.request().draft().value().auth();
    }

    private void set(String key, Object value) {
        window.until(key + " is " + value, () -> value.equals(auth().values().get(key)));
    }

    private void copied(String text) {
        window.until("\"" + text + "\" is on the clipboard", () -> String.valueOf(Clipboard.getSystemClipboard().getString()).startsWith(text));
        FxThread.run(() -> Clipboard.getSystemClipboard().clear());
    }

    private void granted(Runnable press) {
        var before = stub.granted.get();
        press.run();
        window.until("there is another token", () -> stub.granted.get() > before);
        window.until("the sheet is gone", () -> !window.shows("#login-sheet"));
    }

    private void revoked(Runnable press) {
        var before = stub.revoked.get();
        press.run();
        window.until("a token is revoked", () -> stub.revoked.get() > before);
    }

    private void away() {
        FxThread.run(() -> window.shell().overlays().close());
        window.until("the sheet is gone", () -> !window.shows("#login-sheet"));
    }

    // Settings that nobody used before

    private Map<String, Object> settings(String grant, Object... pairs) {
        var values = new HashMap<String, Object>(Map.of("grant_type", grant, "accessTokenUrl", stub.at("/token"), "authUrl", stub.at("/authorize"), "deviceUrl", stub.at("/device"), "revokeUrl", stub.at("/revoke"),
                "clientId", "client-" + ++clients, "clientSecret", "never-shown", "client_authentication", "body"));
        values.put("redirect_uri", grant.startsWith("authorization") ? "http://127.0.0.1/callback" : "");
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i].toString(), pairs[i + 1]);
        }
        return values;
    }

    private void call(Map<String, Object> settings) {
        show(stub.at("/api"), "oauth2", settings);
    }

    private void program(Object... pairs) {
        call(settings("client_credentials", pairs));
    }

    private void person(Object... pairs) {
        call(settings("authorization_code_with_pkce", pairs));
    }

    private static String error(String code, String words) {
        return "{\"error\":\"" + code + "\",\"error_description\":\"" + words + "\"}";
    }

    // Kinds of rows

    /// A program's question for a token is refused once in these words; logging in anew mends it.
    private Row again(String error, String of, String words) {
        return row(error + " → log in again", of + " LogIn", () -> {
            stub.refuseOnce(error(error, words));
            program();
            fails();
            granted(() -> press(AGAIN));
            answers(200);
        });
    }

    /// A program's question for a token is refused until what was sent is as wanted.
    private Row changes(String name, String of, String refusal, String label, String key, Object value, java.util.function.Predicate<Map<String, String>> wanted, Object... pairs) {
        return row(name, of + " Change", () -> {
            stub.refuseUntil(refusal, wanted);
            program(pairs);
            fails();
            press(label);
            set(key, value);
            if (!key.equals("grant_type") && !key.equals("useBrowser")) {
                answers(200);
            }
        });
    }

    private Row copies(String name, String of, String refusal, String label, String text, Object... pairs) {
        return row(name, of + " Copy", () -> {
            stub.refuseOnce(refusal);
            program(pairs);
            fails();
            press(label);
            copied(text);
        });
    }

    private Stream<Row> rows() {
        return Stream.of(tokens(), persons(), answers(), vendors(), forms()).flatMap(s -> s);
    }

    private Stream<Row> tokens() {
        return Stream.of(
                again("access_denied", "OAuthErrors", "no"), again("invalid_token", "OAuthErrors", "x"), again("expired_token", "OAuthErrors", "x"), again("login_required", "OAuthErrors", "x"),
                again("invalid_grant", "OAuthErrors", "x"), again("invalid_request", "ProviderWords", "AADSTS65001: nobody has consented"), again("bad_verification_code", "ProviderWords", "x"),
                changes("another way of answering", "OAuthErrors", error("unsupported_response_type", "x"), PKCE, "grant_type", "authorization_code_with_pkce", _ -> false),
                changes("PKCE is wanted", "OAuthErrors", error("invalid_request", "code_challenge is required"), PKCE, "grant_type", "authorization_code_with_pkce", _ -> false),
                changes("a second factor", "ProviderWords", error("invalid_grant", "AADSTS50076: multi-factor"), PKCE, "grant_type", "authorization_code_with_pkce", _ -> false),
                changes("no windows of programs", "ProviderWords", error("disallowed_useragent", "x"), "Use the system's browser", "useBrowser", true, _ -> false),
                changes("a scope too many", "ScopeFaults", error("invalid_scope", "castles is unknown"), "Ask without castles", "scope", "fields", s -> s.get("scope").equals("fields"), "scope", "fields castles"),
                row("credentials in another place", "CredentialPlaces Change", () -> {
                    place("header", "Send as Basic header", "query");
                    place("body", "Send in the body", "header");
                    place("query", "Send in the query (GET)", "header");
                }),
                copies("our address", "CallerBlocked", error("access_denied", "This IP address is not allowed"), "Copy our address 127.0.0.1", "127.0.0.1"),
                copies("the redirect URL", "RedirectDiffers", error("redirect_uri_mismatch", "x"), "Copy the redirect URL", "http://127.0.0.1:7777/back", "redirect_uri", "http://127.0.0.1:7777/back"),
                row("no grant is chosen", "Faults Change", () -> {
                    program("grant_type", "");
                    fails();
                    press("Use Authorization Code (with PKCE)");
                    set("grant_type", "authorization_code_with_pkce");
                    program("grant_type", "");
                    fails();
                    press("Use Client Credentials");
                    answers(200);
                }),
                row("renewing is switched off", "Faults Change, Faults LogIn", () -> {
                    expired("autoRefresh", false);
                    press("Switch auto-refresh on");
                    answers(200);
                    expired("autoRefresh", false);
                    granted(() -> press(AGAIN));
                    answers(200);
                }),
                row("the login is gone", "Faults LogIn", () -> {
                    program("login", "gone");
                    fails();
                    granted(() -> press("Log in"));
                    answers(200);
                }),
                row("no id token came", "TokenLife Change, TokenLife LogIn", () -> {
                    program("useToken", "id_token");
                    fails();
                    press("Send the access token");
                    answers(200);
                    program("useToken", "id_token");
                    fails();
                    stub.granting(Map.of("id_token", "a.b.c"));
                    granted(() -> press(AGAIN));
                    answers(200);
                }),
                row("no access token came", "TokenLife Change", () -> {
                    stub.granting(Map.of("id_token", "a.b.c", "access_token", ""));
                    program();
                    fails();
                    press("Send the id token");
                    answers(200);
                }));
    }

    private void place(String wanted, String label, String before) {
        stub.refuseUntil(error("invalid_client", "x"), sent -> sent.get("place").equals(wanted));
        program("client_authentication", before);
        fails();
        press(label);
        answers(200);
    }

    /// A program's token has expired.
    private void expired(Object... pairs) {
        stub.granting(Map.of("expires_in", 0));
        program(pairs);
        send();
        stub.granting(Map.of());
        fails();
    }

    private void get() {
        fire("#token-get");
        window.until("the login is over", () -> window.scene().lookup("#login-sheet") instanceof LoginSheet sheet && !sheet.run().running());
    }

    private void logIn() {
        granted(() -> fire("#token-get"));
    }

    private Stream<Row> persons() {
        return Stream.of(
                row("a token that cannot be renewed has expired", "Faults LogIn", () -> {
                    stub.granting(Map.of("expires_in", 0));
                    person();
                    fire("#token-get");
                    window.until("it is said that nothing renews it", () -> button("Add offline_access") != null);
                    away();
                    stub.granting(Map.of("refresh_token", "r"));
                    fails();
                    granted(() -> press(AGAIN));
                    answers(200);
                }),
                row("a token is refused that cannot be renewed", "Faults LogIn, AnswerDoctor LogIn", () -> {
                    stub.granting(Map.of("expires_in", ""));
                    person();
                    get();
                    away();
                    stub.admit(401, "Bearer error=\"invalid_token\"", _ -> false);
                    answers(401);
                    stub.admit(401, "", _ -> true);
                    fails();
                    stub.granting(Map.of("refresh_token", "r"));
                    granted(() -> press(AGAIN));
                    answers(200);
                }),
                row("a refresh token is refused", "OAuthErrors LogIn", () -> {
                    stub.granting(Map.of("expires_in", 0, "refresh_token", "r"));
                    person();
                    logIn();
                    stub.refuseOnce(error("invalid_grant", "x"));
                    stub.granting(Map.of("refresh_token", "r"));
                    fails();
                    granted(() -> press(AGAIN));
                    answers(200);
                }),
                row("a code is refused", "OAuthErrors LogIn, OAuthErrors Copy", () -> {
                    stub.refuseOnce(error("invalid_grant", "x"));
                    stub.granting(Map.of("refresh_token", "r"));
                    person();
                    get();
                    press("Copy the redirect URL");
                    copied("http://127.0.0.1:");
                    granted(() -> fire("#login-again"));
                    answers(200);
                }),
                row("the code verifier is refused", "OAuthErrors LogIn, OAuthErrors Change, Secrecy Change", () -> {
                    stub.granting(Map.of("refresh_token", "r"));
                    person("code_verifier", "too-short", "challengeAlgorithm", "plain");
                    get();
                    press("Leave it empty");
                    set("code_verifier", "");
                    stub.refuseOnce(error("invalid_grant", "code_verifier"));
                    stub.refuseOnce(error("invalid_grant", "code_verifier"));
                    fire("#login-again");
                    press("Use S256");
                    set("challengeAlgorithm", "S256");
                    fire("#login-again");
                    window.until("it was refused again", () -> window.scene().lookup("#finding-pkce-refused") != null && button("Use S256") == null);
                    granted(() -> fire("#login-again"));
                    answers(200);
                }),
                row("a device code is refused", "OAuthErrors LogIn, Faults LogIn", () -> {
                    stub.refuseOnce(error("invalid_grant", "x"));
                    stub.granting(Map.of("refresh_token", "r"));
                    call(settings("device_code"));
                    get();
                    granted(() -> fire("#login-again"));
                    answers(200);
                }),
                row("the callback URL is taken", "Faults Copy", () -> {
                    person("redirect_uri", stub.at("/callback"));
                    get();
                    press("Copy the callback URL");
                    copied(stub.at("/callback"));
                    away();
                }),
                row("a redirect of another login is pasted", "Faults LogIn", () -> {
                    stub.granting(Map.of("refresh_token", "r"));
                    person("redirect_uri", "https://elsewhere.example/callback");
                    pasting();
                    paste("https://elsewhere.example/callback?code=c&state=of-another");
                    window.until("it is not taken", () -> window.shows("#login-paste-trouble") && window.says("state"));
                    fire("#login-cancel");
                    granted(() -> {
                        fire("#login-again");
                        paste("https://elsewhere.example/callback?code=c&state=" + URLEncoder.encode(state(), StandardCharsets.UTF_8));
                    });
                    answers(200);
                }),
                row("no refresh token came", "MissingRefreshToken Change, MissingRefreshToken Forget, MissingRefreshToken LogIn, Faults LogIn", () -> {
                    password();
                    revoked(() -> press("Revoke this login"));
                    var before = stub.granted.get();
                    press(AGAIN);
                    window.until("there is another token", () -> stub.granted.get() > before);
                    press("Add offline_access");
                    set("scope", "offline_access");
                    away();
                }),
                row("no refresh token came from Google", "MissingRefreshToken Change", () -> {
                    password("authUrl", "https://accounts.google.com/o/oauth2/auth");
                    press("Add access_type=offline");
                    window.until("it is among the parameters", () -> String.valueOf(auth().values().get("authRequestParams")).contains("access_type"));
                    away();
                }),
                row("the implicit grant gives none", "MissingRefreshToken Change", () -> {
                    call(settings("implicit", "redirect_uri", "https://elsewhere.example/callback"));
                    pasting();
                    paste("https://elsewhere.example/callback#access_token=never-shown&token_type=bearer&state=" + URLEncoder.encode(state(), StandardCharsets.UTF_8));
                    press(PKCE);
                    set("grant_type", "authorization_code_with_pkce");
                    away();
                }),
                row("scopes were cut", "GrantedScopes Forget, GrantedScopes LogIn", () -> {
                    stub.granting(Map.of("scope", "fields", "refresh_token", "r"));
                    person("scope", "fields castles");
                    get();
                    revoked(() -> press("Revoke this login"));
                    stub.granting(Map.of("scope", "fields castles", "refresh_token", "r"));
                    granted(() -> press(AGAIN));
                    answers(200);
                }));
    }

    /// A login by a password whose token comes without a refresh token.
    private void password(Object... pairs) {
        stub.refuseOnce(error("access_denied", "x"));
        var settings = settings("password_credentials", pairs);
        settings.putAll(Map.of("username", "ann", "password", "never-shown"));
        call(settings);
        fails();
        press(AGAIN);
    }

    private void pasting() {
        window.until("a login can be begun", () -> window.shows("#token-get"));
        var get = window.find("#token-get", SplitMenuButton.class);
        FxThread.run(() -> get.getItems().stream().filter(i -> "token-get-paste".equals(i.getId())).findFirst().orElseThrow().fire());
        window.until("somebody is waited for", () -> window.scene().lookup("#login-sheet") instanceof LoginSheet sheet && sheet.run().phase() instanceof LoginRun.Phase.Waiting);
    }

    private String state() {
        return FxThread.get(() -> ((LoginRun.Phase.Waiting) ((LoginSheet) window.scene().lookup("#login-sheet")).run().phase()).page().getQuery().replaceFirst(".*?state=([^&]*).*", "$1"));
    }

    private void paste(String address) {
        window.until("it can be pasted", () -> window.shows("#login-paste"));
        var field = window.find("#login-paste", TextField.class);
        FxThread.run(() -> field.setText(address));
        fire("#login-paste-done");
    }

    private Stream<Row> answers() {
        return Stream.of(
                row("nothing was sent", "AnswerDoctor Choose, AnswerDoctor Choose", () -> {
                    stub.admit(401, "Basic realm=\"x\"", call -> StubProvider.bears(call, "Basic"));
                    show(stub.at("/api"), "noauth", Map.of());
                    answers(401);
                    press("Use Basic Auth");
                    window.until("the type is another", () -> auth().type().equals("basic"));
                    answers(200);
                    show(stub.at("/api"), "noauth", Map.of());
                    answers(401);
                    press("Inherit from parent");
                    window.until("it is inherited", () -> auth().inherited());
                }),
                row("no token was sent", "AnswerDoctor LogIn", () -> {
                    stub.admit(401, "", _ -> false);
                    program("tokenType", "mac");
                    answers(401);
                    granted(() -> press("Get a token"));
                }),
                row("another type is wanted", "AnswerDoctor Choose", () -> {
                    stub.admit(401, "Bearer", call -> StubProvider.bears(call, "Bearer"));
                    show(stub.at("/api"), "basic", Map.of("username", "ann", "password", "never-shown"));
                    answers(401);
                    press("Use Bearer Token");
                    window.until("the type is another", () -> auth().type().equals("bearer"));
                }),
                row("a scope is missing", "AnswerDoctor Change, AnswerDoctor Forget, AnswerDoctor LogIn", () -> {
                    stub.admit(403, "Bearer error=\"insufficient_scope\", scope=\"castles\"", _ -> false);
                    program("scope", "fields");
                    answers(403);
                    revoked(() -> press("Revoke this login"));
                    press("Add castles");
                    set("scope", "fields castles");
                    stub.admit(403, "", _ -> true);
                    granted(() -> press(AGAIN));
                    answers(200);
                }));
    }

    private Map<String, Object> creatio(String... pairs) {
        return with(Map.of("baseUrl", demo.address() + "/creatio", "username", "Supervisor", "password", "Supervisor"), pairs);
    }

    private Map<String, Object> bizagi(String scope) {
        return Map.of("projectUrl", demo.address() + "/bizagi", "clientId", "bizagi-all", "clientSecret", "bizagi-all-secret", "scope", scope);
    }

    private Map<String, Object> workflow(String server, String... pairs) {
        return with(Map.of("serverUrl", server, "token", "workflow-demo-token"), pairs);
    }

    private static Map<String, Object> with(Map<String, Object> values, String... pairs) {
        var all = new HashMap<>(values);
        for (var i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private void fault(Fault fault, boolean on) {
        if (on) {
            demo.vendors().faults().set(fault, 5);
        } else {
            demo.vendors().faults().clear(fault);
        }
    }

    private static final String CONTACT = "/0/odata/Contact?$top=1";
    private static final String EXISTS = "/workflowapi/isprocessexists/0b9a1d4e-8f6b-4d7e-9a43-2b1c5f0e7d11";

    private Stream<Row> vendors() {
        return Stream.of(
                row("Creatio: the CSRF header is not sent", "VendorDoctor Change", () -> mended("/creatio" + CONTACT, "creatioSession", creatio("csrf", "never"), 403, "Send BPMCSRF where there is the cookie")),
                row("Creatio: the protection was switched on since", "VendorDoctor LogIn", () -> {
                    fault(Fault.CSRF_OFF, true);
                    show("/creatio" + CONTACT, "creatioSession", creatio());
                    fire("#session-log-in");
                    window.until("somebody is logged in", () -> window.says("The first call opens"));
                    fault(Fault.CSRF_OFF, false);
                    answers(403);
                    loggedIn(() -> press("Log in now"), "creatio.logins");
                    answers(200);
                }),
                row("Creatio: a fresh session is refused", "VendorDoctor LogIn", () -> {
                    fault(Fault.SESSION_LOST, true);
                    show("/creatio" + CONTACT, "creatioSession", creatio("username", "ann", "password", "secret"));
                    answers(401);
                    fault(Fault.SESSION_LOST, false);
                    loggedIn(() -> press("Log in now"), "creatio.logins");
                    answers(200);
                }),
                row("Creatio: the platform is the other one", "VendorDoctor Change, VendorDoctor Change", () -> {
                    show("/creatio-net" + CONTACT, "creatioSession", creatio("baseUrl", demo.address() + "/creatio-net", "platform", "net"));
                    answers(404);
                    press("The site runs on .NET Framework");
                    set("platform", "framework");
                    show("/creatio/odata/Contact?$top=1", "creatioSession", creatio());
                    answers(404);
                    press("The site runs on .NET");
                    set("platform", "net");
                }),
                row("Creatio: the token is refused", "VendorDoctor LogIn", () -> {
                    fault(Fault.TOKEN_REFUSED, true);
                    show("/creatio" + CONTACT, "creatioOAuth", Map.of("identityUrl", demo.address() + "/creatio-identity", "clientId", "creatio-demo", "clientSecret", "creatio-demo-secret"));
                    answers(401);
                    fault(Fault.TOKEN_REFUSED, false);
                    loggedIn(() -> press("Get another token"), "creatio-identity.tokens");
                    answers(200);
                }),
                row("Bizagi: the scope is too small", "VendorDoctor Change, VendorDoctor Change, VendorDoctor LogIn", () -> {
                    mended("/bizagi/odata/data/stakeholders", "bizagi", bizagi("login"), 403, "Ask for login and api");
                    mended("/bizagi/odata/data/stakeholders", "bizagi", bizagi("login"), 403, "Ask for all");
                    show("/bizagi/odata/data/stakeholders", "bizagi", bizagi("login"));
                    answers(403);
                    loggedIn(() -> press("Get another token"), "bizagi.tokens");
                }),
                row("Workflow Server: it is not open", "VendorDoctor Change, VendorDoctor Change", () -> {
                    mended("/workflow" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow", "mode", "open"), 403, "Use the API access token");
                    mended("/workflow-oidc" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow-oidc", "mode", "token"), 401, "Use OpenID Connect");
                }),
                row("Workflow Server: the token counts in the query alone", "VendorDoctor Change", () -> {
                    stub.admit(403, "", call -> String.valueOf(call.getRequestURI().getQuery()).contains("token="));
                    show(Request.get(stub.at("/workflowapi/x")).withMethod("POST").withBody(new Body.Raw("{}", "json")).withAuth(new Auth("workflowServer", workflow(stub.at(""), "mode", "token"))));
                    answers(403);
                    press("Send it in the query");
                    answers(200);
                }),
                row("Workflow Server: the token of OpenID Connect is refused", "VendorDoctor LogIn", () -> {
                    fault(Fault.TOKEN_REFUSED, true);
                    show("/workflow-oidc" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow-oidc", "mode", "oidc"));
                    answers(401);
                    fault(Fault.TOKEN_REFUSED, false);
                    loggedIn(() -> press("Get another token"), "workflow-oidc.tokens");
                    answers(200);
                }));
    }

    private void mended(String path, String type, Map<String, Object> values, int status, String label) {
        show(path, type, values);
        answers(status);
        press(label);
        answers(200);
    }

    private void loggedIn(Runnable press, String count) {
        var before = demo.vendors().counts().of(count);
        press.run();
        window.until("there was another login", () -> demo.vendors().counts().of(count) > before);
        window.until("the sheet is gone", () -> !window.shows("#login-sheet"));
    }

    private Stream<Row> forms() {
        return Stream.of(
                row("Creatio: the site has moved", "LoginAnswer Change", () -> {
                    stub.login(demo.address() + "/creatio/ServiceModel/AuthService.svc/Login");
                    show("/creatio" + CONTACT, "creatioSession", creatio("baseUrl", stub.at("/old")));
                    fire("#session-log-in");
                    press("Take the new base URL");
                    set("baseUrl", demo.address() + "/creatio");
                    answers(200);
                }),
                row("Creatio: the password has expired", "LoginAnswer Copy", () -> copiesAddress("{\"Code\":1,\"PasswordChangeUrl\":\"/change\"}", stub.at("/change"))),
                row("Creatio: people are sent elsewhere", "LoginAnswer Copy", () -> copiesAddress("{\"Code\":4,\"RedirectUrl\":\"https://login.example.com/\"}", "https://login.example.com/")),
                row("Creatio: the identity server names another token URL", "IdentityCheck Change", () -> {
                    show(stub.at("/0/odata/Contact"), "creatioOAuth", Map.of("identityUrl", stub.at(""), "clientId", "c", "clientSecret", "never-shown"));
                    fails();
                    fire("#vendor-check");
                    press("Take the server's token URL");
                    set("accessTokenUrl", stub.at("/token"));
                    answers(200);
                }),
                row("Workflow Server: it has no OpenID Connect", "WorkflowServerAuth Change", () -> {
                    show("/workflow" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow", "mode", "oidc"));
                    fails();
                    press("Use the API access token");
                    answers(200);
                }),
                row("Workflow Server: its check finds no OpenID Connect", "IdentityCheck Change", () -> {
                    show("/workflow" + EXISTS, "workflowServer", workflow(demo.address() + "/workflow", "mode", "oidc"));
                    fire("#vendor-check");
                    press("Use the API access token");
                    set("mode", "token");
                    answers(200);
                }));
    }

    private void copiesAddress(String said, String address) {
        stub.login(said);
        show(stub.at("/0/rest/X/Y"), "creatioSession", creatio("baseUrl", stub.at(""), "username", "user-" + ++clients));
        fails();
        press("Copy the address");
        copied(address);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aMendMakesItGood(Row row) {
        away();
        ann.forget();
        stub.reset();
        demo.vendors().reset();
        row.play().run();
    }

    /// A mend that is new has no row above.
    @Test
    void eachMendOfTheDoctorsHasItsRow() {
        var offered = new TreeMap<String, Long>();
        new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.posthorn.auth", "dev.posthorn.oauth", "dev.posthorn.vendors", "dev.posthorn.workbench").stream()
                .flatMap(c -> c.getConstructorCallsFromSelf().stream()).filter(call -> call.getTargetOwner().isAssignableTo(Mend.class) && !call.getOriginOwner().isAssignableTo(Mend.class))
                .forEach(call -> offered.merge(call.getOriginOwner().getSimpleName() + " " + call.getTargetOwner().getSimpleName(), 1L, Long::sum));
        var played = rows().flatMap(r -> r.of().stream()).collect(Collectors.groupingBy(of -> of, TreeMap::new, Collectors.counting()));
        assertTrue(offered.size() > 10, offered::toString);
        assertEquals(offered, played);
    }
}
