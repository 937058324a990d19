package dev.posthorn.oauth;

import static dev.posthorn.oauth.Desk.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.Cancellation;
import dev.posthorn.oauth.Desk.Person;
import dev.posthorn.oauth.Provider.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logs in by every grant against a provider of the test's own, over the real engine.
class LoginsTest {

    private static final String GOOD = "{'access_token':'at','token_type':'Bearer','expires_in':3600,'refresh_token':'rt'}";

    @TempDir
    private Path folder;
    private Provider provider;
    private Desk desk;

    @BeforeEach
    void open() throws Exception {
        provider = new Provider().token(_ -> Said.json(200, GOOD));
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
        provider.close();
    }

    private OAuthSettings with(String grant, Object... more) {
        var all = new java.util.ArrayList<Object>(List.of("grant_type", grant, "accessTokenUrl", provider.url("/token"), "authUrl", provider.url("/authorize"), "clientId", "me", "clientSecret", "s3cret"));
        all.addAll(List.of(more));
        return settings(all.toArray());
    }

    @Test
    void theCodeGrantSendsThePersonAwayAndExchangesTheCode() {
        var person = Person.willing();
        var token = desk.in(with("authorization_code", "scope", "read write", "audience", "api", "tokenName", "Mine"), person);
        var page = Provider.pairs(person.page.getRawQuery());
        assertEquals(List.of("code", "me", "http://127.0.0.1:5555/callback", "read write", "api"), List.of(page.get("response_type"), page.get("client_id"), page.get("redirect_uri"), page.get("scope"), page.get("audience")));
        assertTrue(person.page.getRawQuery().contains("scope=read%20write"));
        assertTrue(page.get("state").length() >= 43);
        var asked = provider.last("/token");
        assertEquals(Map.of("grant_type", "authorization_code", "code", "the-code", "redirect_uri", "http://127.0.0.1:5555/callback"), asked.form());
        assertEquals("Basic bWU6czNjcmV0", asked.header("Authorization"));
        assertEquals(List.of("at", "rt", "Mine", List.of("read", "write")), List.of(token.accessToken(), token.refreshToken(), token.name(), token.granted()));
        assertEquals(desk.clock.now.plusSeconds(3600), token.expires().orElseThrow());
        assertEquals(List.of(token), desk.tokens.all());
        assertTrue(person.closed);
        assertEquals("Login page INFO, Redirect GOOD, Token request GOOD, Token kept GOOD", desk.timeline());
    }

    @Test
    void pkceSendsTheVerifierOfItsChallenge() throws Exception {
        var person = Person.willing();
        desk.in(with("authorization_code_with_pkce", "clientSecret", ""), person);
        var page = Provider.pairs(person.page.getRawQuery());
        var asked = provider.last("/token");
        assertEquals("S256", page.get("code_challenge_method"));
        assertEquals(page.get("code_challenge"), new Secrecy("", "", asked.get("code_verifier")).challenge(false));
        assertEquals("me", asked.get("client_id"));
        assertEquals("", asked.header("Authorization"));
    }

    @Test
    void theImplicitGrantTakesTheTokenFromTheRedirect() {
        var person = new Person((_, state) -> new UserAgent.Came.Redirected(Map.of("access_token", "at", "expires_in", "60", "scope", "a b", "state", state), ""));
        var token = desk.in(with("implicit"), person);
        assertEquals(List.of("at", List.of("a", "b"), 0), List.of(token.accessToken(), token.granted(), provider.asked("/token").size()));
        assertFalse(token.other().containsKey("state"));
    }

    @Test
    void aRedirectWithAnotherStateIsNotUsed() {
        var person = new Person((_, _) -> new UserAgent.Came.Redirected(Map.of("code", "c", "state", "other"), ""));
        assertEquals("state", desk.fault(with("authorization_code"), person).fault());
        assertTrue(provider.asked("/token").isEmpty());
    }

    @Test
    void aRedirectOfAnotherIssuerIsNotUsed() {
        provider.on("/.well-known/openid-configuration", _ -> Said.json(200, "{'issuer':'creatio.com','token_endpoint':'%s','authorization_response_iss_parameter_supported':true}".formatted(provider.url("/token"))));
        var own = with("authorization_code", "issuer", provider.url(""));
        assertEquals("issuer-mixed-up", desk.fault(own, Person.willing("iss", "https://evil.example")).fault());
        assertTrue(provider.asked("/token").isEmpty());
        assertEquals("at", desk.in(own, Person.willing("iss", "creatio.com")).accessToken());
        assertEquals("issuer-absent", desk.fault(settings("grant_type", "authorization_code", "authUrl", provider.url("/a"), "clientId", "me", "issuer", provider.url("")), Person.willing()).fault());
    }

    @Test
    void anErrorOnTheProvidersOwnPageIsNamed() {
        var finding = desk.fault(with("authorization_code"), new Person((_, _) -> new UserAgent.Came.Refused("https://id.test/authorize", "Invalid parameter: redirect_uri")));
        assertEquals("redirect-differs", finding.fault());
        assertTrue(finding.mends().getFirst() instanceof dev.posthorn.model.Mend.Copy copy && copy.text().equals("http://127.0.0.1:5555/callback"), finding.toString());
        assertTrue(provider.asked("/token").isEmpty());
    }

    @Test
    void anErrorInTheRedirectIsNamed() {
        var person = new Person((_, state) -> new UserAgent.Came.Redirected(Map.of("error", "invalid_scope", "error_description", "no such scope", "state", state), ""));
        assertTrue(desk.fault(with("authorization_code", "scope", "x"), person).sentence().contains("no such scope"));
    }

    @Test
    void aPersonMayGiveUpAndACallbackMayBeOutOfReach() {
        var gone = new Person((_, _) -> new UserAgent.Came.Ended("the window was closed"));
        assertEquals("the window was closed", assertInstanceOf(LoginResult.Ended.class, desk.login(with("authorization_code"), gone)).reason());
        assertEquals("Nobody listens at https://elsewhere/cb.", desk.fault(with("authorization_code", "redirect_uri", "https://elsewhere/cb"), Person.willing()).sentence());
    }

    @Test
    void rowsOfTheUserGoWhereTheySayAndReplaceOurs() {
        var person = Person.willing();
        desk.in(with("authorization_code", "authRequestParams", List.of(Map.of("key", "prompt", "value", "consent", "send_as", "request_url"), Map.of("key", "response_type", "value", "code id_token")),
                "tokenRequestParams", List.of(Map.of("key", "in_body", "value", "b&=", "send_as", "request_body"), Map.of("key", "in_url", "value", "u u", "send_as", "request_url"),
                        Map.of("key", "X-In-Header", "value", "h", "send_as", "request_header"), Map.of("key", "off", "value", "o", "enabled", false, "send_as", "request_body"))), person);
        assertTrue(person.page.getRawQuery().contains("prompt=consent") && person.page.getRawQuery().contains("response_type=code%20id_token") && !person.page.getRawQuery().contains("response_type=code&"));
        var asked = provider.last("/token");
        assertEquals(List.of("b&=", "in_url=u%20u", "h", ""), List.of(asked.get("in_body"), asked.query(), asked.header("X-In-Header"), asked.get("off")));
    }

    @Test
    void aDeviceIsWaitedForAtThePaceOfTheServer() {
        var round = new AtomicInteger();
        provider.on("/device", _ -> Said.json(200, "{'device_code':'dc','user_code':'WDJB-MJHT','verification_uri':'https://example.com/device','verification_uri_complete':'https://example.com/device?c=WDJB','expires_in':1800,'interval':5}"))
                .token(_ -> switch (round.getAndIncrement()) {
                    case 0 -> Said.json(400, "{'error':'authorization_pending'}");
                    case 1 -> Said.json(400, "{'error':'slow_down'}");
                    default -> Said.json(200, GOOD);
                });
        var person = Person.willing();
        var token = desk.in(with("device_code", "deviceUrl", provider.url("/device"), "scope", "read"), person);
        assertEquals(List.of("at", "WDJB-MJHT", "https://example.com/device?c=WDJB"), List.of(token.accessToken(), person.shown, person.page.toString()));
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10)), desk.pauses);
        assertEquals(Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", "dc", "client_id", "me"), provider.last("/token").form());
        assertEquals(Map.of("client_id", "me", "scope", "read"), provider.last("/device").form());
    }

    @Test
    void aDeviceCodeThatNobodyTypesInExpires() {
        provider.on("/device", _ -> Said.json(200, "{'device_code':'dc','user_code':'U','verification_url':'https://example.com/device','expires_in':12}")).token(_ -> Said.json(400, "{'error':'authorization_pending'}"));
        assertEquals("device-code-expired", desk.fault(with("device_code", "deviceUrl", provider.url("/device")), Person.willing()).fault());
        assertEquals(2, provider.asked("/token").size());
    }

    @Test
    void aDevicesCodeIsNotWaitedForLongerThanItLives() {
        provider.on("/device", _ -> Said.json(200, "{'device_code':'dc','user_code':'U','verification_url':'https://example.com/device','expires_in':12,'interval':999999999}"));
        assertEquals("device-code-expired", desk.fault(with("device_code", "deviceUrl", provider.url("/device")), Person.willing()).fault());
        assertEquals(List.of(Duration.ofSeconds(12)), desk.pauses);
    }

    @Test
    void aCancelledLoginAsksNothingMore() {
        var cancellation = new Cancellation();
        provider.on("/device", _ -> {
            cancellation.cancel();
            return Said.json(200, "{'device_code':'dc','user_code':'U','verification_uri':'https://example.com/device'}");
        });
        var result = desk.logins.login(with("device_code", "deviceUrl", provider.url("/device")), "", Person.willing(), desk.steps::add, cancellation);
        assertInstanceOf(LoginResult.Ended.class, result);
        assertTrue(provider.asked("/token").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            access_token=at&scope=repo%2Cgist&token_type=bearer; application/x-www-form-urlencoded; at; [repo, gist]; never
            access_token=at&expires=60; text/plain; at; [x]; PT1M
            {"access_token":"at","expires_in":"90","scope":["a","b"]}; text/html; at; [a, b]; PT1M30S
            {"access_token":"at","expires_on":"1767323105"}; application/json; at; [x]; PT1M
            \uFEFF {"access_token":"at","expires_in":60.5,"scope":""}; application/json; at; [x]; PT1M
            """)
    void answersAreReadPatiently(String body, String type, String value, String scopes, String life) {
        provider.token(_ -> new Said(200, type, body, ""));
        var token = desk.in(with("client_credentials", "scope", "x"));
        assertEquals(value, token.accessToken());
        assertEquals(scopes, token.granted().toString());
        assertEquals(life, token.expires().map(e -> Duration.between(token.obtained(), e).toString()).orElse("never"));
        assertEquals("bearer", token.type().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            200; text/html; <html>Log in</html>; html-instead-of-json
            200; application/json; ''; no-token
            200; application/json; {"error":"bad_verification_code","error_description":"expired"}; expired
            200; application/json; [[[[; no-token
            401; application/json; {"error":"invalid_client"}; credentials-refused
            400; application/json; {"error":{"code":"invalid_scope","message":"too much"}}; too much
            503; text/plain; sorry; server-trouble
            """)
    void otherAnswersAreFaultsWithAName(int status, String type, String body, String expected) {
        provider.token(_ -> new Said(status, type, body, ""));
        var fault = desk.fault(with("client_credentials", "scope", "s"));
        assertTrue(fault.fault().equals(expected) || fault.sentence().contains(expected), fault::toString);
        assertTrue(desk.tokens.all().isEmpty());
    }

    @Test
    void aHugeAnswerIsNotReadToItsEnd() {
        provider.token(_ -> Said.json(200, "{'access_token':'at','x':'" + "y".repeat(3 << 20) + "'}"));
        desk.fault(with("client_credentials"));
        var step = desk.steps.getLast();
        assertTrue(step.text().contains("1024 KiB"), step.text());
        assertEquals(64 << 10, step.hop().received().body().size());
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertEquals("no-answer", desk.fault(settings("grant_type", "client_credentials", "clientId", "me", "accessTokenUrl", "http://127.0.0.1:1/token")).fault());
    }

    @Test
    void whatIsMissingIsAskedForAndNothingGuessed() {
        assertEquals("grant-missing", desk.fault(settings("accessTokenUrl", provider.url("/token"))).fault());
        assertEquals("grant-missing", desk.fault(settings("grant_type", "hand_waving")).fault());
        assertEquals("Some settings are empty: Auth URL, Access Token URL, Client ID.", desk.fault(settings("grant_type", "authorization_code"), Person.willing()).sentence());
        assertTrue(provider.asked("/token").isEmpty());
    }

    @Test
    void absentEndpointsAreFoundFromTheIssuer() {
        provider.on("/id/.well-known/openid-configuration", _ -> Said.json(200, "{'issuer':'x','token_endpoint':'%s'}".formatted(provider.url("/token"))));
        assertEquals("at", desk.in(settings("grant_type", "client_credentials", "clientId", "me", "issuer", provider.url("/id/"))).accessToken());
        assertEquals("at", desk.in(settings("grant_type", "client_credentials", "clientId", "you", "discoveryUrl", provider.url("/id/.well-known/openid-configuration"))).accessToken(),
                "as files of an earlier Posthorn have it");
    }

    @Test
    void anIdTokenSaysWhoLoggedInAndWhatIsOddAboutIt() {
        var claims = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString("{\"iss\":\"i\",\"aud\":\"other\",\"preferred_username\":\"ada\",\"exp\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        provider.token(_ -> Said.json(200, "{'access_token':'at','expires_in':60,'id_token':'eyJhbGciOiJub25lIn0." + claims + ".'}"));
        var result = assertInstanceOf(LoginResult.In.class, desk.login(with("authorization_code", "scope", "openid"), Person.willing()));
        assertEquals("ada", result.token().who());
        assertEquals(List.of("no-refresh-token", "id-token-audience", "id-token-nonce", "id-token-expired"), result.notes().stream().map(n -> n.fault()).toList());
    }

    @Test
    void aSecondLoginOfTheSamePersonTakesThePlaceOfTheFirst() {
        var password = with("password_credentials", "username", "ada", "password", "p");
        var first = desk.in(password);
        desk.tokens.put(first.named("Renamed"));
        assertEquals(List.of(first.id(), "Renamed"), List.of(desk.in(password).id(), desk.tokens.all().getFirst().name()));
        desk.in(password.with("username", "bob"));
        assertEquals(2, desk.tokens.all().size());
        assertEquals(Map.of("grant_type", "password", "username", "bob", "password", "p"), provider.last("/token").form());
    }
}
