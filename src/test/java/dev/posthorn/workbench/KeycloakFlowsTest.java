package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Mend;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.OAuthSettings;
import dev.posthorn.vendors.IdentityCheck;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The flows at a real identity server, and with it the types of Creatio, Bizagi and Workflow Server: `mvn -Pidp verify`.
@Tag("idp")
final class KeycloakFlowsTest extends LoginFlows {

    private static Keycloak keycloak;
    private static GuardedApi api;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        keycloak = Keycloak.start();
        api = new GuardedApi(keycloak.issuer());
    }

    @AfterAll
    static void stop() {
        if (api != null) {
            api.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Override
    String issuer() {
        return keycloak.issuer();
    }

    @Override
    String scope() {
        return "email";
    }

    private String tokens() {
        return issuer() + "/protocol/openid-connect/token";
    }

    private Auth creatio(Object... pairs) {
        return auth("creatioOAuth", Map.of("identityUrl", issuer(), "accessTokenUrl", tokens(), "clientId", "workbench", "clientSecret", "workbench-secret"), pairs);
    }

    private Auth workflow(Object... pairs) {
        return auth("workflowServer", Map.of("serverUrl", issuer(), "mode", "oidc", "token", "workflow-secret"), pairs);
    }

    private Auth bizagi(Object... pairs) {
        return auth("bizagi", Map.of("projectUrl", issuer(), "tokenPath", "/protocol/openid-connect/token", "authorizePath", "/protocol/openid-connect/auth", "clientId", "workbench", "clientSecret",
                "workbench-secret", "scope", "openid email"), pairs);
    }

    private static Auth auth(String type, Map<String, Object> values, Object... pairs) {
        var all = new HashMap<>(values);
        for (var i = 0; i < pairs.length; i += 2) {
            all.put(pairs[i].toString(), pairs[i + 1]);
        }
        return new Auth(type, all);
    }

    /// What a person is told of a send with it.
    private String told(Auth auth) {
        var request = Request.get(api.address() + "/0/odata/Account").withAuth(auth);
        return switch (workbench.sendNow(request, Context.none(folder), Progress.silent(), new Cancellation())) {
            case Outcome.Failed(var failure, _, _, _, _) -> failure.sentence() + " " + failure.advice();
            case Outcome.Received answered -> answered.response().status() + " " + Stream.concat(workbench.findings(request, Context.none(folder), answered).stream().map(f -> f.sentence() + " " + f.advice()),
                    Workbench.remarks(answered).map(r -> r.sentence())).collect(Collectors.joining(" "));
            case Outcome outcome -> outcome.toString();
        };
    }

    private void says(Auth auth, String... words) {
        var told = told(auth);
        Stream.of(words).forEach(w -> assertTrue(told.contains(w), () -> "\"" + w + "\" in: " + told));
    }

    private IdentityCheck checked(Auth auth) {
        return IdentityCheck.read(AuthTypes.complete(auth), logins().discover(IdentityCheck.address(AuthTypes.complete(auth)), LoginWatcher.NONE, new Cancellation()));
    }

    @Test
    void theCheckOfAnIdentityUrlFindsTheServersOwnTokenUrlAndItsMendMakesTheCallGood() {
        says(creatio("accessTokenUrl", ""), "There is nothing of OAuth at " + issuer() + "/connect/token", "port 8090");
        var check = checked(creatio("accessTokenUrl", ""));
        assertTrue(check.sentence().contains("calls itself \"" + issuer() + "\"") && check.sentence().contains("Tokens come from " + tokens()), check.sentence());
        var mend = assertInstanceOf(Mend.Change.class, check.notes().getFirst().mends().getFirst());
        says(creatio("accessTokenUrl", mend.values().get("accessTokenUrl")), "200 ");
        assertTrue(checked(creatio("identityUrl", issuer() + "-elsewhere")).fault().orElseThrow().advice().contains("port 8090"));
    }

    @Test
    void creatiosCredentialsGoInTheBodyAndAsBasicHeaderAndARevokedTokenIsRenewedOnce() throws Exception {
        says(creatio("clientSecret", "guessed"), "refuses the client id or the client secret", "Compare both with the provider's page");
        for (var place : new String[] {"body", "header"}) {
            says(creatio("client_authentication", place), "200 ");
            var before = api.refused.get();
            api.revoke();
            says(creatio("client_authentication", place), "200 The server answered 401: it did not accept the token. Another one was got");
            assertEquals(before + 1, api.refused.get());
        }
    }

    @Test
    void aWorkflowServersTokenIsFoundByDiscoveryWithItsUsualClient() throws Exception {
        says(workflow("token", "guessed"), "The secret is the server's API access token");
        says(workflow(), "200 ");
        api.revoke();
        says(workflow(), "200 The server answered 401: it did not accept the token. Another one was got");
        says(workflow("client_authentication", "header"), "200 ");
        says(workflow("serverUrl", issuer() + "-elsewhere"), "OpenID Connect may not be switched on");
        assertTrue(checked(workflow()).fault().isEmpty());
    }

    @Test
    void bizagisGrantsAndItsCertificate() {
        says(bizagi("clientSecret", "guessed"), "refuses the client id or the client secret");
        says(bizagi(), "200 ");
        says(bizagi("client_authentication", "private_key_jwt", "clientId", "certificate", "privateKey", Keycloak.KEY.toJSONString(), "keyId", "ours", "assertionAudience", issuer()), "200 ");
        says(bizagi("scope", "all"), "does not give this client the scope \"all\"", "Bizagi's scopes");
        says(bizagi("tokenPath", "/elsewhere"), "Work portal");
    }

    @Test
    void aPersonLogsInForBizagiAndTheTokenServesTheRequest() {
        var auth = bizagi("grant_type", "authorization_code", "redirectStrategy", "web", "redirect_uri", FormFiller.CALLBACK);
        says(auth, "a person has to log in");
        var settings = new OAuthSettings(AuthTypes.oauth(AuthTypes.complete(auth)).orElseThrow());
        assertInstanceOf(LoginResult.In.class, logins().login(settings, "", ann(), LoginWatcher.NONE, new Cancellation()));
        says(auth, "200 ");
    }
}
