package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Cookie;
import dev.posthorn.model.CookieNews;
import dev.posthorn.model.CookieNews.Fate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Tables of what servers send as cookies, what is kept of it, and what goes back.
final class CookieRulesTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private final Cookies cookies = new Cookies(Clock.fixed(NOW, ZoneOffset.UTC));

    /// `kept` is "name|value|domain or .domain|path|expires|flags"; or the beginning of the reason why it is refused.
    private record Line(String url, String line, String kept) {}

    private static Line line(String url, String line, String kept) {
        return new Line(url, line, kept);
    }

    private static String shown(CookieNews news) {
        if (news.fate() == Fate.REFUSED) {
            return news.why();
        }
        var c = news.cookie();
        return String.join("|", c.name(), c.value(), (c.hostOnly() ? "" : ".") + c.domain(), c.path(), c.expires() == null ? "" : c.expires().toString(),
                (c.secure() ? "S" : "") + (c.httpOnly() ? "H" : "") + c.sameSite());
    }

    @TestFactory
    Stream<DynamicTest> aLineIsReadAsBrowsersReadIt() {
        var h = "https://h.test/";
        return Stream.of(
                line(h, "a=1", "a|1|h.test|/||"),
                line(h, "  a \t=\t 1  ", "a|1|h.test|/||"),
                line(h, "a=\"x, y\"", "a|\"x, y\"|h.test|/||"),
                line(h, "a=b=c==", "a|b=c==|h.test|/||"),
                line(h, "a=é✓", "a|é✓|h.test|/||"),
                line(h, "a=", "a||h.test|/||"),
                line(h, "=v", "|v|h.test|/||"),
                line(h, "v", "|v|h.test|/||"),
                line(h, "v; Secure", "|v|h.test|/||S"),
                line(h, "", "It has neither"),
                line(h, "=", "It has neither"),
                line(h, "; Path=/", "It has neither"),
                line(h, "a=1\u0001", "It has a control"),
                line(h, "a=1; Path=/\u007f", "It has a control"),
                line(h, "a=1\t2", "a|1\t2|h.test|/||"),
                line(h, "a=1;;;Secure;", "a|1|h.test|/||S"),
                line(h, "a=1; SECURE; httponly; samesite=LAX", "a|1|h.test|/||SHLax"),
                line(h, "a=1; SameSite=strange", "a|1|h.test|/||"),
                line(h, "a=1; SameSite=Lax; SameSite=None; Secure", "a|1|h.test|/||SNone"),
                line(h, "a=1; unknown=x; Priority=High", "a|1|h.test|/||"),
                line(h, "a=1; Max-Age=60", "a|1|h.test|/|2026-06-01T12:01:00Z|"),
                line(h, "a=1; Expires=Wed, 01 Jan 2020 00:00:00 GMT; Max-Age=60", "a|1|h.test|/|2026-06-01T12:01:00Z|"),
                line(h, "a=1; Max-Age=60; Expires=Wed, 01 Jan 2020 00:00:00 GMT", "a|1|h.test|/|2026-06-01T12:01:00Z|"),
                line(h, "a=1; Max-Age=60x", "a|1|h.test|/||"),
                line(h, "a=1; Max-Age=+60", "a|1|h.test|/||"),
                line(h, "a=1; Max-Age=", "a|1|h.test|/||"),
                line(h, "a=1; Max-Age=99999999999999999999999", "a|1|h.test|/|9999-12-31T23:59:59Z|"),
                line(h, "a=1; Path=x", "a|1|h.test|/||"),
                line("https://h.test/a/b?c=/d", "a=1", "a|1|h.test|/a||"),
                line("https://h.test/a/b/", "a=1", "a|1|h.test|/a/b||"),
                line("https://h.test/a", "a=1; Path=/x; Path=", "a|1|h.test|/||"),
                line("https://h.test/a/b", "a=1; Path=/x/", "a|1|h.test|/x/||"),
                line(h, "a=1; Path=/" + "p".repeat(1024), "a|1|h.test|/||"),
                line(h, "a=" + "x".repeat(4095), "a|" + "x".repeat(4095) + "|h.test|/||"),
                line(h, "a=" + "x".repeat(4096), "Name and value have 4097"),
                line(h, "a=" + "é".repeat(2048), "Name and value have 4097"),
                line(h, "__Secure-a=1; Secure", "__Secure-a|1|h.test|/||S"),
                line(h, "__Secure-a=1", "A name that begins with __Secure-"),
                line(h, "__Host-a=1; Secure; Path=/", "__Host-a|1|h.test|/||S"),
                line(h, "__Host-a=1; Secure", "A name that begins with __Host-"),
                line(h, "__host-a=1; Secure; Path=/; Domain=h.test", "A name that begins with __Host-"),
                line(h, "=__Host-a=1", "It has no name, and a value"))
                .map(c -> DynamicTest.dynamicTest(c.url() + " " + c.line().substring(0, Math.min(60, c.line().length())), () -> check(c)));
    }

    @TestFactory
    Stream<DynamicTest> aDomainIsAcceptedOnlyFromAHostBelowItAndNeverForARegistry() {
        return Stream.of(
                line("http://www.example.com/", "a=1; Domain=example.com", "a|1|.example.com|/||"),
                line("http://www.example.com/", "a=1; Domain=.EXAMPLE.com", "a|1|.example.com|/||"),
                line("http://example.com/", "a=1; Domain=example.com", "a|1|.example.com|/||"),
                line("http://example.com/", "a=1; Domain=", "a|1|example.com|/||"),
                line("http://example.com/", "a=1; Domain=www.example.com", "example.com may not set"),
                line("http://badexample.com/", "a=1; Domain=example.com", "badexample.com may not set"),
                line("http://example.com/", "a=1; Domain=com", "Everybody can have names below com"),
                line("http://x.co.uk/", "a=1; Domain=co.uk", "Everybody can have names below co.uk"),
                line("http://me.github.io/", "a=1; Domain=github.io", "Everybody can have names below github.io"),
                line("http://github.io/", "a=1; Domain=github.io", "a|1|github.io|/||"),
                line("http://a.b.ck/", "a=1; Domain=b.ck", "Everybody can have names below b.ck"),
                line("http://x.www.ck/", "a=1; Domain=www.ck", "a|1|.www.ck|/||"),
                line("http://127.0.0.1/", "a=1; Domain=127.0.0.1", "a|1|127.0.0.1|/||"),
                line("http://127.0.0.1/", "a=1; Domain=0.0.1", "127.0.0.1 may not set"),
                line("http://[::1]/", "a=1; Domain=[::1]", "a|1|::1|/||"),
                line("http://localhost:8080/", "a=1; Domain=localhost", "a|1|localhost|/||"),
                line("http://api.localhost/", "a=1; Domain=localhost", "Everybody can have names below localhost"),
                line("http://www.bücher.example/", "a=1; Domain=bücher.example", "a|1|.xn--bcher-kva.example|/||"),
                line("http://www.xn--bcher-kva.example/", "a=1; Domain=Bücher.example", "a|1|.xn--bcher-kva.example|/||"),
                line("http://h.test/", "a=1; Domain=two words", "\"two words\" is no domain"),
                line("http://h.test/", "a=1; Domain=h.test/x", "\"h.test/x\" is no domain"))
                .map(c -> DynamicTest.dynamicTest(c.url() + " " + c.line(), () -> check(c)));
    }

    private void check(Line c) {
        var found = shown(cookies.set(c.url(), c.line()));
        if (c.kept().contains("|")) {
            assertEquals(c.kept(), found);
        } else {
            assertTrue(found.startsWith(c.kept()), found);
        }
    }

    @TestFactory
    Stream<DynamicTest> datesAreReadInEveryFormThatServersWrite() {
        var noon = "2030-11-06T08:49:37Z";
        return Stream.of(
                new String[] {"Wed, 06 Nov 2030 08:49:37 GMT", noon}, new String[] {"Wednesday, 06-Nov-30 08:49:37 GMT", noon},
                new String[] {"Wed Nov  6 08:49:37 2030", noon}, new String[] {"Wed, 06-Nov-2030 08:49:37 UTC", noon}, new String[] {"08:49:37 6 november 2030", noon},
                new String[] {"2030 Nov 6 8:49:37", noon}, new String[] {"6 Nov 2030 8:49:37junk +0200", noon}, new String[] {"06 Nov 30 08:49:37", noon},
                new String[] {"06 Nov 94 08:49:37", "1994-11-06T08:49:37Z"}, new String[] {"06 Nov 1600 08:49:37", ""}, new String[] {"31 Feb 2030 08:49:37", ""},
                new String[] {"06 Nov 2030 24:00:00", ""}, new String[] {"06 Nov 2030", ""}, new String[] {"tomorrow", ""}, new String[] {"", ""},
                new String[] {"00 Nov 2030 08:49:37", ""}, new String[] {"Thu, 01-Jan-1970 00:00:00 GMT", "1970-01-01T00:00:00Z"})
                .map(c -> DynamicTest.dynamicTest("\"" + c[0] + "\"", () -> assertEquals(c[1], CookieDate.parse(c[0]).map(Instant::toString).orElse(""))));
    }

    @Test
    void aNewValueKeepsTheAgeAndSoTheOrder() throws Exception {
        List.of("a=1", "b=2", "a=3").forEach(line -> cookies.set("http://h.test/", line));
        assertEquals("a=3; b=2", cookies.header(Target.parse("http://h.test/")));
        assertEquals(Fate.REPLACED, cookies.set("http://h.test/", "b=4").fate());
        assertEquals(Fate.DELETED, cookies.set("http://h.test/", "b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT").fate());
        assertEquals(Fate.GONE, cookies.set("http://h.test/", "b=; Max-Age=-1").fate());
    }

    @Test
    void secureCookiesGoOverHttpsAndToThisMachine() throws Exception {
        List.of("http://h.test/", "http://localhost:81/", "http://api.localhost/", "http://127.0.0.2/", "http://[::1]/").forEach(url -> cookies.set(url, "s=1; Secure"));
        assertEquals("", cookies.header(Target.parse("http://h.test/")));
        assertEquals("s=1", cookies.header(Target.parse("https://h.test/")));
        for (var here : List.of("http://localhost/", "http://api.localhost/", "http://127.0.0.2/", "http://[::1]/")) {
            assertEquals("s=1", cookies.header(Target.parse(here)), here);
        }
    }

    @Test
    void aCookieWithoutANameGoesBackAsItsValue() throws Exception {
        cookies.set("http://h.test/", "alone");
        assertEquals("alone", cookies.header(Target.parse("http://h.test/")));
    }

    @Test
    void theJarIsBoundedByDomainAndInAll() {
        IntStream.range(0, 200).forEach(i -> cookies.set("http://h.test/", "n" + i + "=1"));
        assertEquals(Cookies.OF_A_DOMAIN, cookies.all().size());
        assertEquals("n20", cookies.all().getFirst().name());
        IntStream.range(0, 3_100).forEach(i -> cookies.set("http://h" + i + ".test/", "n=1"));
        assertEquals(Cookies.IN_ALL, cookies.all().size());
    }

    @Test
    void theRequestsTabLearnsWhyACookieStaysAtHome() {
        cookies.set("https://api.example.com/", "sent=1");
        cookies.set("https://api.example.com/", "secure=1; Secure");
        cookies.set("https://api.example.com/", "deep=1; Path=/admin");
        cookies.set("https://www.example.com/", "other=1");
        cookies.set("https://elsewhere.net/", "far=1");
        var choices = cookies.choices("http://api.example.com/x");
        assertEquals(List.of("sent: ", "secure: Secure, and this is http", "deep: for the path /admin and below", "other: for www.example.com alone"),
                choices.stream().map(c -> c.cookie().name() + ": " + c.why()).toList());
    }

    @Test
    void theJarComesBackAsItWasKept() throws Exception {
        cookies.set("http://h.test/", "a=1");
        cookies.set("http://h.test/", "b=2; Max-Age=60; Path=/x");
        cookies.scriptDomains(List.of("Example.com"));
        var later = new Cookies(Clock.fixed(NOW.plusSeconds(30), ZoneOffset.UTC));
        later.restore(cookies.content());
        assertEquals(cookies.content(), later.content());
        var muchLater = new Cookies(Clock.fixed(NOW.plusSeconds(61), ZoneOffset.UTC));
        muchLater.restore(cookies.content());
        assertEquals(List.of("a"), muchLater.all().stream().map(Cookie::name).toList());
    }

    @Test
    void scriptsReachTheDomainsOfTheListAlone() throws Exception {
        var scripts = new ScriptCookies(cookies);
        var denied = assertThrows(ScriptCookies.Denied.class, () -> scripts.get("https://api.example.com/", "a"));
        assertEquals("CookieStore: programmatic access to \"api.example.com\" is denied", denied.getMessage());
        cookies.scriptDomains(List.of("example.com"));
        scripts.set("https://api.example.com/v1/x", "a", "1");
        scripts.setLine("https://api.example.com/", "b=2; HttpOnly");
        assertEquals("1", scripts.get("https://api.example.com/v1/y", "a").orElseThrow());
        assertEquals(2, scripts.getAll("https://api.example.com/v1/y").size());
        scripts.unset("https://api.example.com/v1/y", "a");
        assertEquals(List.of("b"), cookies.all().stream().map(Cookie::name).toList());
        assertThrows(ScriptCookies.Denied.class, () -> scripts.setLine("https://api.example.com/", "c=1; Domain=com"));
        scripts.clear("https://api.example.com/");
        assertTrue(cookies.all().isEmpty());
        cookies.openToAllScripts();
        scripts.set("https://other.test/", "a", "1");
        assertEquals("1", scripts.get("https://other.test/", "a").orElseThrow());
    }
}
