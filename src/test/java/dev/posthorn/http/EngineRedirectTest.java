package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.auth.AuthTypes;
import dev.posthorn.auth.Surroundings;
import dev.posthorn.auth.TokenSource;
import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EngineRedirectTest {

    @TempDir
    private Path folder;
    private Sender sender;
    private DemoServer demo;

    @BeforeEach
    void open() throws IOException {
        sender = new Sender(folder);
        demo = DemoServer.start(0);
    }

    @AfterEach
    void close() {
        sender.close();
        demo.close();
    }

    @Test
    void everyRedirectIsAHop() throws IOException {
        var received = sender.received(Sender.get(demo.address() + "/redirect/3"));
        assertEquals(List.of(302, 302, 302, 200), received.hops().stream().map(h -> h.received().status()).toList());
        assertEquals(List.of(Hop.Why.FIRST, Hop.Why.REDIRECT, Hop.Why.REDIRECT, Hop.Why.REDIRECT), received.hops().stream().map(Hop::why).toList());
        assertEquals(demo.address() + "/get", received.sent().url());
    }

    @Test
    void threeOhTwoBecomesGetAndThreeOhSevenRepeatsTheBody() throws IOException {
        var turned = sender.received(Sender.post(demo.address() + "/redirect-to?url=/anything", "abc"));
        assertEquals("GET", turned.sent().method());
        assertFalse(Sender.text(turned.response()).contains("abc"));
        assertTrue(Header.first(turned.sent().headers(), "Content-Type").isEmpty());
        var kept = sender.received(Sender.post(demo.address() + "/redirect-to?url=/anything&status_code=307", "abc"));
        assertEquals("POST", kept.sent().method());
        assertTrue(Sender.text(kept.response()).contains("abc"));
        var asked = Options.defaults().redirected(true, false, true);
        var stubborn = assertInstanceOf(Outcome.Received.class, sender.send(Sender.post(demo.address() + "/redirect-to?url=/anything", "abc"), asked));
        assertEquals("POST", stubborn.sent().method());
    }

    @Test
    void authorizationStaysAtHomeUnlessToldOtherwise() throws IOException {
        try (var other = DemoServer.start(0)) {
            var there = Sender.get(demo.address() + "/redirect-to?url=" + other.address() + "/get", new Header("Authorization", "Bearer x"), new Header("X-Mine", "1"));
            var answer = Sender.text(sender.answer(there));
            assertFalse(answer.contains("Bearer x"), answer);
            assertTrue(answer.contains("X-Mine"), answer);
            var told = Options.defaults().redirected(false, true, true);
            assertTrue(Sender.text(assertInstanceOf(Outcome.Received.class, sender.send(there, told)).response()).contains("Bearer x"));
            var here = Sender.get(demo.address() + "/redirect-to?url=/get", new Header("Authorization", "Bearer x"));
            assertTrue(Sender.text(sender.answer(here)).contains("Bearer x"));
        }
    }

    private String signedAcross(Wire wire, String type, Map<String, Object> values, Options options) throws IOException {
        var around = new Surroundings(Clock.systemUTC(), new Random(1), new WireBody(), TokenSource.NONE, folder, Map.of());
        var outcome = sender.engine.send(wire, AuthTypes.signing(new Auth(type, values), around), options, sender.cookies, Progress.silent(), new Cancellation());
        return Sender.text(assertInstanceOf(Outcome.Received.class, outcome).response());
    }

    @Test
    void whatTheAuthorizationAddedDoesNotGoToAnotherOrigin() throws IOException {
        try (var other = DemoServer.start(0)) {
            var to = demo.address() + "/redirect-to?status_code=307&url=" + other.address() + "/anything";
            var there = Sender.get(to, new Header("X-Mine", "typed"));
            for (var options : List.of(Options.defaults(), Options.defaults().redirected(false, true, true))) {
                var key = signedAcross(there, "apikey", Map.of("key", "X-Shop-Key", "value", "k-1234567"), options);
                assertFalse(key.contains("k-1234567"), key);
                assertTrue(key.contains("typed"), key);
            }
            var aws = signedAcross(there, "awsv4", Map.of("accessKey", "AK", "secretKey", "sk", "sessionToken", "session-1234567", "region", "eu-west-1", "service", "s3"), Options.defaults());
            assertFalse(aws.contains("session-1234567") || aws.toLowerCase(java.util.Locale.ROOT).contains("x-amz"), aws);
            var query = signedAcross(there, "apikey", Map.of("key", "apikey", "value", "k-1234567", "in", "query"), Options.defaults());
            assertFalse(query.contains("k-1234567"), "not in the Referer either: " + query);
            assertTrue(query.contains("redirect-to"), "a Referer goes along all the same: " + query);
            var form = new Wire("POST", to, List.of(), new Payload.Bytes("a=b".getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded"));
            var body = signedAcross(form, "oauth1", Map.of("consumerKey", "ck", "consumerSecret", "cs", "token", "t-1234567", "tokenSecret", "ts", "addParamsToHeader", false), Options.defaults());
            assertFalse(body.contains("t-1234567") || body.contains("oauth_"), body);
            assertTrue(body.contains("\"a\" : \"b\""), body);
            var home = Sender.get(demo.address() + "/redirect-to?url=/anything");
            assertTrue(signedAcross(home, "apikey", Map.of("key", "X-Shop-Key", "value", "k-1234567"), Options.defaults()).contains("k-1234567"));
        }
    }

    @Test
    void theLimitIsSaidWithTheLastTarget() {
        var failure = sender.failure(Failure.TooManyRedirects.class, Sender.get(demo.address() + "/redirect/20"),
                Options.defaults().redirects(true, 3));
        assertEquals("Stopped after 3 redirects, the last one to " + demo.address() + "/redirect/16.", failure.sentence());
    }

    @Test
    void notFollowingShowsTheRedirectItself() {
        var outcome = sender.send(Sender.get(demo.address() + "/redirect/2"), Options.defaults().redirects(false, 10));
        assertEquals(302, assertInstanceOf(Outcome.Received.class, outcome).response().status());
    }

    @Test
    void aRedirectToAnotherProgramIsTheAnswer() {
        assertEquals(302, sender.answer(Sender.get(demo.address() + "/redirect-to?url=myapp://code")).status());
    }

    @Test
    void cookiesOfAHopGoWithTheNext() throws IOException {
        var answer = Sender.text(sender.answer(Sender.get(demo.address() + "/cookies/set?horn=brass")));
        assertTrue(answer.contains("\"horn\" : \"brass\""), answer);
        var own = Sender.text(sender.answer(Sender.get(demo.address() + "/headers", new Header("Cookie", "mine=1"))));
        assertTrue(own.contains("mine=1; horn=brass"), own);
        var without = Options.defaults().withCookies(false);
        var bare = assertInstanceOf(Outcome.Received.class, sender.send(Sender.get(demo.address() + "/cookies"), without));
        assertFalse(Sender.text(bare.response()).contains("brass"));
        sender.answer(Sender.get(demo.address() + "/cookies/delete?horn"));
        assertTrue(sender.cookies.all().isEmpty());
    }

    @Test
    void aLocationMayBeRelativeInEveryWay() throws Exception {
        var base = Target.parse("http://h:8/a/b/c?q");
        assertEquals("http://h:8/a/b/d", UrlText.resolve(base, "d", true));
        assertEquals("http://h:8/a/d?x", UrlText.resolve(base, "../d?x", true));
        assertEquals("http://h:8/d", UrlText.resolve(base, "/d#frag", true));
        assertEquals("http://h:8/a/b/c?y", UrlText.resolve(base, "?y", true));
        assertEquals("http://other/x", UrlText.resolve(base, "//other/x", true));
        assertEquals("http://h:8/%C3%BC%20{<>}?'", UrlText.resolve(base, "/ü {<>}?'", false));
        assertEquals("http://h:8/%C3%BC%20%7B%3C%3E%7D?%27", UrlText.resolve(base, "/ü {<>}?'", true));
        assertEquals("https://other/%C3%BC%20x", UrlText.resolve(base, "https://other/ü x", true));
    }
}
