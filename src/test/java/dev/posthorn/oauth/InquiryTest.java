package dev.posthorn.oauth;

import static dev.posthorn.oauth.Desk.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.oauth.Provider.Said;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be asked of a server about a token and about itself.
class InquiryTest {

    @TempDir
    private Path folder;
    private Provider provider;
    private Desk desk;
    private StoredToken token;
    private OAuthSettings settings;

    @BeforeEach
    void open() throws Exception {
        provider = new Provider().token(_ -> Said.json(200, "{'access_token':'at','refresh_token':'rt','expires_in':60}")).on("/revoke", _ -> Said.json(200, ""));
        desk = new Desk(folder);
        settings = settings("grant_type", "client_credentials", "accessTokenUrl", provider.url("/token"), "clientId", "me", "clientSecret", "s", "revokeUrl", provider.url("/revoke"),
                "introspectUrl", provider.url("/introspect"), "userinfoUrl", provider.url("/userinfo"));
        token = desk.in(settings);
    }

    @AfterEach
    void close() {
        desk.close();
        provider.close();
    }

    @Test
    void aForgottenTokenIsRevokedTheRefreshTokenFirst() {
        assertTrue(desk.logins.forget(token, settings, desk.steps::add, new Cancellation()).isEmpty());
        assertEquals(List.of(Map.of("token", "rt", "token_type_hint", "refresh_token"), Map.of("token", "at", "token_type_hint", "access_token")),
                provider.asked("/revoke").stream().map(Provider.Asked::form).toList());
        assertEquals("Basic bWU6cw==", provider.last("/revoke").header("Authorization"));
        assertTrue(desk.tokens.all().isEmpty());
    }

    @Test
    void whatCannotBeRevokedIsForgottenAndSaid() {
        provider.on("/revoke", _ -> Said.json(401, "{'error':'invalid_client'}"));
        assertEquals("credentials-refused", desk.logins.forget(token, settings, LoginWatcher.NONE, new Cancellation()).orElseThrow().fault());
        assertTrue(desk.tokens.all().isEmpty());
        assertEquals("endpoint-missing", desk.logins.forget(token, settings.with("revokeUrl", ""), LoginWatcher.NONE, new Cancellation()).orElseThrow().fault());
    }

    @Test
    void aServerSaysWhatATokenIsGoodForAndWhoseItIs() {
        provider.on("/introspect", _ -> Said.json(200, "{'active':true,'scope':'a'}")).on("/userinfo", _ -> Said.json(200, "{'sub':'ada'}"));
        assertEquals("{\n  \"active\": true,\n  \"scope\": \"a\"\n}", answer(desk.logins.introspect(token, settings, LoginWatcher.NONE, new Cancellation())).replace("\t", "  ").strip());
        assertEquals("at", provider.last("/introspect").get("token"));
        assertTrue(answer(desk.logins.userinfo(token, settings, LoginWatcher.NONE, new Cancellation())).contains("ada"));
        assertEquals("Bearer at", provider.last("/userinfo").header("Authorization"));
    }

    @Test
    void aWrongAddressIsNamed() {
        var nothing = assertInstanceOf(Logins.Told.Nothing.class, desk.logins.userinfo(token, settings.with("userinfoUrl", provider.url("/none")), LoginWatcher.NONE, new Cancellation()));
        assertEquals("wrong-url", nothing.finding().fault());
        assertEquals("endpoint-missing", assertInstanceOf(Logins.Told.Nothing.class, desk.logins.introspect(token, settings.with("introspectUrl", ""), LoginWatcher.NONE, new Cancellation())).finding().fault());
    }

    private static String answer(Logins.Told told) {
        return assertInstanceOf(Logins.Told.Answer.class, told).json();
    }

    private Logins.Discovered.Metadata discover(String url) {
        return assertInstanceOf(Logins.Discovered.Metadata.class, desk.logins.discover(url, LoginWatcher.NONE, new Cancellation()));
    }

    @Test
    void anIssuerThatDiffersIsANoteAsWithCreatio() {
        provider.on("/.well-known/openid-configuration", _ -> Said.json(200, """
                {'issuer':'creatio.com','jwks_uri':'http://h/jwks','authorization_endpoint':'http://h/connect/authorize','token_endpoint':'http://h/connect/token',
                 'userinfo_endpoint':'http://h/connect/userinfo','revocation_endpoint':'http://h/connect/revocation','introspection_endpoint':'http://h/connect/introspect',
                 'device_authorization_endpoint':'http://h/connect/deviceauthorization','scopes_supported':['offline_access'],'grant_types_supported':['client_credentials'],
                 'response_types_supported':['code'],'subject_types_supported':['public'],'id_token_signing_alg_values_supported':['RS256'],
                 'token_endpoint_auth_methods_supported':['client_secret_post']}"""));
        var found = discover(provider.url("/"));
        assertEquals(List.of("creatio.com", "http://h/connect/token", "http://h/connect/deviceauthorization", "body", provider.url("/")), List.of(found.issuer(), found.values().get("accessTokenUrl"),
                found.values().get("deviceUrl"), found.values().get("client_authentication"), found.values().get("issuer")));
        assertEquals(List.of(List.of("offline_access"), List.of("client_credentials")), List.of(found.scopes(), found.grants()));
        assertEquals("issuer-differs", found.notes().getFirst().fault());
    }

    @Test
    void theMetadataOfRfc8414StandBeforeThePath() {
        provider.on("/.well-known/oauth-authorization-server/tenant", _ -> Said.json(200, "{'issuer':'%s','token_endpoint':'http://h/t'}".formatted(provider.url("/tenant"))));
        var found = discover(provider.url("/tenant"));
        assertEquals(List.of("http://h/t", List.of()), List.of(found.values().get("accessTokenUrl"), found.notes()));
        assertEquals("http://h/t", discover(provider.url("/.well-known/oauth-authorization-server/tenant")).values().get("accessTokenUrl"));
    }

    @Test
    void aDocumentMayBeElsewhereOrNoneAtAll() {
        provider.on("/old/.well-known/openid-configuration", _ -> new Said(301, "text/plain", "", "/new")).on("/new", _ -> Said.json(200, "{'token_endpoint':'http://h/t'}"))
                .on("/round/.well-known/openid-configuration", _ -> new Said(302, "text/plain", "", "/round/.well-known/openid-configuration"))
                .on("/app/.well-known/openid-configuration", _ -> Said.html(200, "<html>an application</html>"));
        assertEquals(List.of("issuer-unsaid"), discover(provider.url("/old")).notes().stream().map(n -> n.fault()).toList());
        for (var bad : Map.of(provider.url("/round"), "wrong-url", provider.url("/app"), "html-instead-of-json", "", "settings-incomplete", "localhost", "settings-url", "http://127.0.0.1:1", "no-answer").entrySet()) {
            var nothing = assertInstanceOf(Logins.Discovered.Nothing.class, desk.logins.discover(bad.getKey(), LoginWatcher.NONE, new Cancellation()));
            assertEquals(bad.getValue(), nothing.finding().fault(), bad.getKey());
        }
    }
}
