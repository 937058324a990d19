package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
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
