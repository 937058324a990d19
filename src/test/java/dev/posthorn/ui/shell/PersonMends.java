package dev.posthorn.ui.shell;

import dev.posthorn.model.Auth;
import dev.posthorn.ui.oauth.LoginRun;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;

/// The mends of logins that a person takes part in, and of answers that refuse what was sent.
abstract class PersonMends extends MendBench {

    Stream<Row> persons() {
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
    void password(Object... pairs) {
        stub.refuseOnce(error("access_denied", "x"));
        var settings = settings("password_credentials", pairs);
        settings.putAll(Map.of("username", "ann", "password", "never-shown"));
        call(settings);
        fails();
        press(AGAIN);
    }

    void pasting() {
        window.until("a login can be begun", () -> window.shows("#token-get"));
        var get = window.find("#token-get", SplitMenuButton.class);
        FxThread.run(() -> get.getItems().stream().filter(i -> "token-get-paste".equals(i.getId())).findFirst().orElseThrow().fire());
        waitedFor();
    }

    void waitedFor() {
        window.until("somebody is waited for", () -> window.scene().lookup("#login-sheet") instanceof LoginSheet sheet && sheet.run().phase() instanceof LoginRun.Phase.Waiting);
    }

    String state() {
        waitedFor();
        return FxThread.get(() -> ((LoginRun.Phase.Waiting) ((LoginSheet) window.scene().lookup("#login-sheet")).run().phase()).page().getQuery().replaceFirst(".*?state=([^&]*).*", "$1"));
    }

    void paste(String address) {
        window.until("it can be pasted", () -> window.shows("#login-paste"));
        var field = window.find("#login-paste", TextField.class);
        FxThread.run(() -> field.setText(address));
        fire("#login-paste-done");
    }

    Stream<Row> answers() {
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
}
