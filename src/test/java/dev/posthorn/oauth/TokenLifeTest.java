package dev.posthorn.oauth;

import static dev.posthorn.oauth.Desk.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.Token;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.auth.TokenSource.Got;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Options;
import dev.posthorn.http.Progress;
import dev.posthorn.http.WireBody;
import dev.posthorn.model.Auth;
import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import dev.posthorn.oauth.Provider.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a token from its login to its end, over the real engine.
class TokenLifeTest {

    private static final int MANY = 50;

    @TempDir
    private Path folder;
    private Provider provider;
    private Desk desk;
    private final AtomicInteger round = new AtomicInteger();

    @BeforeEach
    void open() throws Exception {
        provider = new Provider().token(_ -> Said.json(200, "{'access_token':'at%d','expires_in':3600,'refresh_token':'rt%d'}".formatted(round.incrementAndGet(), round.get())));
        desk = new Desk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
        provider.close();
    }

    private OAuthSettings with(String grant, Object... more) {
        var all = new ArrayList<Object>(List.of("grant_type", grant, "accessTokenUrl", provider.url("/token"), "authUrl", provider.url("/authorize"), "clientId", "me", "clientSecret", "s3cret"));
        all.addAll(List.of(more));
        return settings(all.toArray());
    }

    private TokenSource source() {
        return desk.logins.source(new Cancellation());
    }

    private String token(OAuthSettings settings) {
        return assertInstanceOf(Got.Has.class, source().token(settings.values())).token().value();
    }

    private BadLogin failure(OAuthSettings settings) {
        return assertInstanceOf(BadLogin.class, assertInstanceOf(Got.None.class, source().token(settings.values())).failure());
    }

    private String fault(OAuthSettings settings) {
        return assertInstanceOf(BadLogin.Refused.class, failure(settings)).finding().fault();
    }

    private void pass(Duration time) {
        desk.clock.now = desk.clock.now.plus(time);
    }

    /// As many sends at once, each with its own source, as the workbench makes them.
    private List<Outcome> sends(Auth auth) throws Exception {
        var sources = new ArrayList<TokenSource>();
        for (var i = 0; i < MANY; i++) {
            sources.add(source());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<Outcome>>();
            sources.forEach(source -> results.add(threads.submit(() -> send(auth, source))));
            var outcomes = new ArrayList<Outcome>();
            for (var result : results) {
                outcomes.add(result.get());
            }
            return outcomes;
        }
    }

    private Outcome send(Auth auth, TokenSource source) {
        var around = new Surroundings(desk.clock, new Random(1), new WireBody(), source, Path.of(""), Map.of());
        return desk.engine.send(new Wire("GET", provider.url("/api"), List.of(), Payload.empty()), AuthTypes.signing(auth, around), Options.defaults(), new Cookies(desk.clock), Progress.silent(),
                new Cancellation());
    }

    private static int status(Outcome outcome) {
        return assertInstanceOf(Outcome.Received.class, outcome).response().status();
    }

    private void serve(String good) {
        provider.on("/api", asked -> asked.header("Authorization").equals("Bearer " + good) ? Said.json(200, "{}") : Said.json(401, "{}"));
    }

    @Test
    void fiftySendsWithAnExpiredTokenMakeOneRefresh() throws Exception {
        var settings = with("authorization_code");
        desk.in(settings, Desk.Person.willing());
        pass(Duration.ofHours(2));
        serve("at2");
        assertTrue(sends(settings.values()).stream().allMatch(o -> status(o) == 200));
        assertEquals(2, provider.asked("/token").size());
        assertEquals(Map.of("grant_type", "refresh_token", "refresh_token", "rt1"), provider.last("/token").form());
        assertEquals(MANY, provider.asked("/api").size());
    }

    @Test
    void fiftySendsThatAreAnswered401MakeOneRefresh() throws Exception {
        var settings = with("authorization_code");
        desk.in(settings, Desk.Person.willing());
        serve("at2");
        assertTrue(sends(settings.values()).stream().allMatch(o -> status(o) == 200));
        assertEquals(2, provider.asked("/token").size());
    }

    @Test
    void fiftySendsWithAWrongPasswordMakeOneAttempt() throws Exception {
        provider.token(_ -> Said.json(400, "{'error':'invalid_grant','error_description':'wrong password'}"));
        var settings = with("password_credentials", "username", "ada", "password", "wrong");
        for (var outcome : sends(settings.values())) {
            var refused = assertInstanceOf(BadLogin.Refused.class, assertInstanceOf(Outcome.Failed.class, outcome).failure());
            assertEquals("password-refused", refused.finding().fault());
        }
        assertEquals(1, provider.asked("/token").size());
        assertTrue(provider.asked("/api").isEmpty());
        failure(settings);
        assertEquals(2, provider.asked("/token").size(), "a later send may try anew");
    }

    @Test
    void aRefusedClientIsTriedOnceByAllThatWereAnswered401() throws Exception {
        var settings = with("client_credentials");
        desk.in(settings);
        provider.token(_ -> Said.json(400, "{'error':'invalid_grant'}"));
        serve("never");
        assertTrue(sends(settings.values()).stream().noneMatch(o -> o instanceof Outcome.Received r && r.response().status() != 401));
        assertEquals(2, provider.asked("/token").stream().filter(a -> a.get("grant_type").equals("client_credentials")).count());
        assertEquals(1, provider.asked("/token").stream().filter(a -> a.get("grant_type").equals("refresh_token")).count());
    }

    @Test
    void aTokenIsRenewedShortlyBeforeItsEnd() {
        var settings = with("client_credentials");
        assertEquals("at1", token(settings));
        pass(Duration.ofSeconds(3_569));
        assertEquals("at1", token(settings));
        pass(Duration.ofSeconds(2));
        assertEquals("at2", token(settings));
        assertEquals("refresh_token", provider.last("/token").get("grant_type"));
    }

    @Test
    void aShortLivedTokenIsUsedForMostOfItsLife() {
        provider.token(_ -> Said.json(200, "{'access_token':'at%d','expires_in':20}".formatted(round.incrementAndGet())));
        var settings = with("client_credentials");
        assertEquals("at1", token(settings));
        pass(Duration.ofSeconds(17));
        assertEquals("at1", token(settings));
        pass(Duration.ofSeconds(2));
        assertEquals("at2", token(settings));
        assertEquals(1, desk.tokens.all().size());
    }

    @Test
    void aNewRefreshTokenIsKeptAndElseTheOldOne() {
        var settings = with("authorization_code");
        desk.in(settings, Desk.Person.willing());
        pass(Duration.ofHours(2));
        token(settings);
        assertEquals("rt2", desk.tokens.all().getFirst().refreshToken());
        provider.token(_ -> Said.json(200, "{'access_token':'at3','expires_in':60}"));
        pass(Duration.ofHours(2));
        assertEquals("at3", token(settings));
        assertEquals("rt2", desk.tokens.all().getFirst().refreshToken());
    }

    @Test
    void aRefusedRefreshTokenIsNeverSentAgain() {
        var settings = with("authorization_code");
        desk.in(settings, Desk.Person.willing());
        provider.token(_ -> Said.json(400, "{'error':'invalid_grant'}"));
        pass(Duration.ofHours(2));
        assertEquals("refresh-refused", fault(settings));
        assertEquals("token-refused", fault(settings));
        assertEquals(2, provider.asked("/token").size());
        assertTrue(desk.tokens.all().getFirst().refused());
    }

    @Test
    void aGrantThatNeedsNobodyGetsANewTokenByItself() {
        var settings = with("client_credentials");
        token(settings);
        provider.token(a -> a.get("grant_type").equals("refresh_token") ? Said.json(400, "{'error':'invalid_grant'}") : Said.json(200, "{'access_token':'fresh'}"));
        pass(Duration.ofHours(2));
        assertEquals("fresh", token(settings));
    }

    @Test
    void aServerInTroubleTakesNothingFromATokenThatStillHolds() {
        var settings = with("authorization_code");
        desk.in(settings, Desk.Person.willing());
        provider.token(_ -> Said.html(503, "later"));
        pass(Duration.ofSeconds(3_580));
        assertEquals("at1", token(settings));
        pass(Duration.ofSeconds(30));
        assertEquals("server-trouble", fault(settings));
        assertFalse(desk.tokens.all().getFirst().refused());
    }

    @Test
    void aPersonIsAskedForAndNeverCalledUnasked() {
        assertInstanceOf(BadLogin.Needed.class, failure(with("authorization_code")));
        provider.token(_ -> Said.json(200, "{'access_token':'at','expires_in':60}"));
        desk.in(with("authorization_code"), Desk.Person.willing());
        pass(Duration.ofMinutes(2));
        assertEquals("token-expired", fault(with("authorization_code")));
        assertEquals("grant-missing", fault(with("")));
    }

    @Test
    void renewingCanBeSwitchedOff() {
        var settings = with("client_credentials", "autoRefresh", false);
        assertEquals("at1", token(settings));
        pass(Duration.ofSeconds(3_590));
        assertEquals("at1", token(settings));
        pass(Duration.ofSeconds(20));
        assertEquals("token-expired", fault(settings));
        assertInstanceOf(Got.None.class, source().instead(new Token(desk.tokens.all().getFirst().id(), "at1", java.util.Optional.empty()), settings.values()));
        assertEquals(1, provider.asked("/token").size());
    }

    @Test
    void aTokenInTheFileIsSentAsItIs() {
        serve("at1");
        var literal = with("client_credentials", "accessToken", "from-the-file");
        assertEquals(401, status(send(literal.values(), source())));
        assertTrue(provider.asked("/token").isEmpty());
        assertEquals(1, provider.asked("/api").size());
        assertEquals("Bearer from-the-file", provider.last("/api").header("Authorization"));
    }

    @Test
    void cancellingASendEndsItsWaitingAndNotTheExchange() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        provider.token(_ -> {
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Said.json(200, "{'access_token':'late'}");
        });
        var settings = with("client_credentials");
        var cancellation = new Cancellation();
        var mine = desk.logins.source(cancellation);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> mine.token(settings.values()));
            asked.await();
            var second = threads.submit(() -> token(settings));
            cancellation.cancel();
            assertInstanceOf(BadLogin.Stopped.class, assertInstanceOf(Got.None.class, first.get()).failure());
            answer.countDown();
            assertEquals("late", second.get());
        }
        assertEquals(1, provider.asked("/token").size());
    }

    @Test
    void aFingerprintIsTheSameTomorrowAndShowsNoSecret() {
        var settings = settings("grant_type", "client_credentials", "accessTokenUrl", "https://t.example/token", "clientId", "me", "clientSecret", "a", "scope", "x y");
        assertEquals("6592f6c1", settings.fingerprint().substring(0, 8));
        assertEquals(settings.fingerprint(), settings.with("clientSecret", "b").with("scope", "y  x").with("headerPrefix", "JWT").fingerprint());
        assertNotEquals(settings.fingerprint(), settings.with("scope", "x").fingerprint());
        assertNotEquals(settings.fingerprint(), settings.with("audience", "api").fingerprint());
        assertNotEquals(settings.proofprint(), settings.with("clientSecret", "b").proofprint());
    }

    @Test
    void anIdTokenIsSentWhereThatIsWanted() {
        provider.token(_ -> Said.json(200, "{'access_token':'at','id_token':'a.b.c'}"));
        assertEquals("a.b.c", token(with("client_credentials", "useToken", "id_token")));
        provider.token(_ -> Said.json(200, "{'id_token':'a.b.c'}"));
        assertEquals("access-token-missing", fault(with("client_credentials", "audience", "other")));
    }

    @Test
    void anIdTokenHasALifeOfItsOwn() {
        var claims = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(("{\"exp\":" + (desk.clock.now.getEpochSecond() + 100) + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        provider.token(_ -> Said.json(200, "{'access_token':'at%d','expires_in':3600,'id_token':'eyJhbGciOiJub25lIn0.%s.'}".formatted(round.incrementAndGet(), claims)));
        token(with("client_credentials", "useToken", "id_token"));
        pass(Duration.ofSeconds(95));
        assertEquals("at1", token(with("client_credentials")));
        token(with("client_credentials", "useToken", "id_token"));
        assertEquals(2, provider.asked("/token").size());
    }

    @Test
    void anApplicationBringsItsValuesAndItsSharedLogin() throws Exception {
        var application = new Application("app", "Shop", "", with("authorization_code").values(), "", "");
        var applications = new OneApplication(application);
        try (var shop = new Desk(folder.resolve("shop"), applications)) {
            var asked = settings("application", "app", "accessToken", "ignored");
            var first = assertInstanceOf(LoginResult.In.class, shop.logins.login(asked, "app", Desk.Person.willing(), LoginWatcher.NONE, new Cancellation())).token();
            assertEquals("s3cret", provider.last("/token").get("client_secret"), "in the body unless the application says otherwise");
            pass(Duration.ZERO);
            shop.clock.now = shop.clock.now.plusSeconds(1);
            var second = assertInstanceOf(LoginResult.In.class, shop.logins.login(asked, "app", Desk.Person.willing(), LoginWatcher.NONE, new Cancellation())).token();
            assertNotEquals(first.id(), second.id());
            assertEquals("at2", value(shop.logins.source(new Cancellation()).token(asked.values())));
            applications.put(application.withShared(first.id()));
            assertEquals("at1", value(shop.logins.source(new Cancellation()).token(asked.values())));
            assertEquals("at2", value(shop.logins.source(new Cancellation()).token(asked.with("login", second.id()).values())));
            var gone = assertInstanceOf(Got.None.class, shop.logins.source(new Cancellation()).token(asked.with("login", "gone").values()));
            assertEquals("login-missing", assertInstanceOf(BadLogin.Refused.class, gone.failure()).finding().fault());
        }
        assertEquals("application-missing", fault(settings("application", "unknown")));
    }

    private static String value(Got got) {
        return assertInstanceOf(Got.Has.class, got).token().value();
    }

    @Test
    void aGlanceAsksNobody() {
        var glance = desk.logins.glance();
        assertEquals("<got when sent>", value(glance.token(with("client_credentials").values())));
        assertInstanceOf(BadLogin.Needed.class, assertInstanceOf(Got.None.class, glance.token(with("implicit").values())).failure());
        desk.in(with("client_credentials"));
        assertEquals("at1", value(glance.token(with("client_credentials").values())));
        assertEquals(1, provider.asked("/token").size());
    }

    private static final class OneApplication implements Applications {
        private volatile Application one;

        private OneApplication(Application one) {
            this.one = one;
        }

        @Override
        public List<Application> all() {
            return List.of(one);
        }

        @Override
        public void put(Application application) {
            one = application;
        }

        @Override
        public void remove(String id) { }

        @Override
        public AutoCloseable listen(Runnable changed) {
            return () -> { };
        }
    }
}
