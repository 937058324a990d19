package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CookiesTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Cookies cookies = new Cookies(InstantSource.system().withZone(ZoneOffset.UTC));

    private void set(String url, String... lines) throws Exception {
        cookies.store(Target.parse(url), List.of(lines));
    }

    private String sent(String url) throws Exception {
        return cookies.header(Target.parse(url));
    }

    @Test
    void aCookieWithoutADomainGoesBackToItsHostAlone() throws Exception {
        set("http://api.example.com/", "a=1", "b=2; Domain=example.com");
        assertEquals("a=1; b=2", sent("http://api.example.com/x"));
        assertEquals("b=2", sent("http://www.example.com/"));
        assertEquals("", sent("http://badexample.com/"));
    }

    @Test
    void aCookieForAWholeRegistryOrAForeignDomainIsRefused() throws Exception {
        set("http://shop.co.uk/", "a=1; Domain=co.uk", "b=2; Domain=other.co.uk");
        assertTrue(cookies.all().isEmpty());
    }

    @Test
    void pathsAreMatchedBySegmentAndTheLongestGoesFirst() throws Exception {
        set("http://h.test/a/b", "root=1; Path=/", "deep=2; Path=/a", "own=3");
        assertEquals("deep=2; own=3; root=1", sent("http://h.test/a/c"));
        assertEquals("root=1", sent("http://h.test/ab"));
    }

    @Test
    void aSecureCookieNeedsHttps() throws Exception {
        set("https://h.test/", "s=1; Secure; HttpOnly; SameSite=Lax");
        assertEquals("", sent("http://h.test/"));
        assertEquals("s=1", sent("https://h.test/"));
        assertEquals("Lax", cookies.all().getFirst().sameSite());
        assertTrue(cookies.all().getFirst().httpOnly());
    }

    @Test
    void anExpiredCookieIsGone() throws Exception {
        var moving = new Cookies(new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }
        });
        moving.add(new Cookie("a", "1", "h.test", true, "/", now.plusSeconds(10), false, false, ""));
        assertEquals(1, moving.matching("http://h.test/").size());
        now = now.plusSeconds(10);
        assertTrue(moving.all().isEmpty());
    }

    @Test
    void aSecondSetReplacesAndMaxAgeZeroDeletes() throws Exception {
        set("http://h.test/", "a=1", "a=2");
        assertEquals("a=2", sent("http://h.test/"));
        set("http://h.test/", "a=; Max-Age=0");
        assertTrue(cookies.all().isEmpty());
    }

    @Test
    void theUserCanRemoveOneAndClearAll() throws Exception {
        set("http://h.test/", "a=1", "b=2");
        cookies.remove(cookies.all().getFirst());
        assertEquals("b=2", sent("http://h.test/"));
        cookies.clear();
        assertTrue(cookies.matching("h.test/{{x}}").isEmpty());
    }
}
