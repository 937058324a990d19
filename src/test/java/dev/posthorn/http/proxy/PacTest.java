package dev.posthorn.http.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.js.Sandbox;
import dev.posthorn.model.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class PacTest {

    /// A Saturday, 17:30 in Berlin and 16:30 in UTC.
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T16:30:05Z"), ZoneId.of("Europe/Berlin"));

    @TempDir
    private Path folder;
    private final List<String> loaded = new ArrayList<>();
    private String remote = "";
    private Clock clock = CLOCK;
    private Pac pac = pac();

    private Pac pac() {
        return new Pac(new Sandbox(), (url, _) -> {
            loaded.add(url);
            if (remote.isEmpty()) {
                throw new IOException("the server answered 404 Not Found");
            }
            return remote;
        }, PacTest::names, new Clock() {
            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return clock.withZone(zone);
            }

            @Override
            public Instant instant() {
                return clock.instant();
            }
        }, Duration.ofSeconds(20));
    }

    private static List<InetAddress> names(String host) throws UnknownHostException {
        return switch (host) {
            case "intern.test" -> List.of(InetAddress.ofLiteral("fd00::7"), InetAddress.ofLiteral("10.1.2.3"));
            default -> throw new UnknownHostException(host);
        };
    }

    @AfterEach
    void close() {
        pac.close();
    }

    private String asked(String script, String url) throws Exception {
        return shown(pac.ways(new Network.Route.Script(Files.writeString(Files.createTempFile(folder, "proxy", ".pac"), script).toString(), "", ""),
                url, url.replaceFirst("^\\w+://", "").replaceFirst("[:/].*", ""), _ -> { }));
    }

    private static String shown(List<Way> ways) {
        return ways.stream().map(way -> way.shown().isEmpty() ? "straight" : way.shown()).collect(Collectors.joining(" "));
    }

    private String fault(String script) {
        return assertThrows(ProxyFault.class, () -> asked(script, "http://a.test/")).failure().sentence().replaceFirst("^The proxy script \\S+ ", "");
    }

    @Test
    void aScriptNamesProxiesInOrder() throws Exception {
        var script = """
                function FindProxyForURL(url, host) {
                  if (isPlainHostName(host)) return "DIRECT";
                  if (shExpMatch(url, "https://*")) return "HTTPS secure.test; SOCKS5 s.test:1081 ;SOCKS [fd00::1]:9; SOCKS4 old:1; DIRECT";
                  return host === "none.test" ? null : "PROXY a.test:3128; PROXY b.test";
                }""";
        assertEquals("http://a.test:3128 http://b.test:80", asked(script, "http://x.test/"));
        assertEquals("https://secure.test:443 socks5://s.test:1081 socks5://[fd00::1]:9 straight", asked(script, "https://x.test/"));
        assertEquals("straight", asked(script, "http://printer/"));
        assertEquals("straight", asked(script, "http://none.test/"));
    }

    @Test
    void theStandardFunctionsAnswerAsTheirPaperSays() throws Exception {
        var checks = List.of("isPlainHostName('www')", "!isPlainHostName('www.test')", "dnsDomainIs('www.a.test', '.a.test')", "!dnsDomainIs('www', '.a.test')",
                "localHostOrDomainIs('www.a.test', 'www.a.test')", "localHostOrDomainIs('www', 'www.a.test')", "!localHostOrDomainIs('home.a.test', 'www.a.test')",
                "isResolvable('intern.test')", "!isResolvable('nowhere.test')", "dnsResolve('intern.test') === '10.1.2.3'", "dnsResolve('nowhere.test') === null",
                "isInNet('intern.test', '10.1.0.0', '255.255.0.0')", "isInNet('10.1.9.9', '10.1.0.0', '255.255.0.0')", "!isInNet('10.2.9.9', '10.1.0.0', '255.255.0.0')",
                "!isInNet('nowhere.test', '0.0.0.0', '0.0.0.0')", "dnsDomainLevels('www') === 0", "dnsDomainLevels('www.a.test') === 2",
                "shExpMatch('http://a.test/x/y', '*/x/*')", "!shExpMatch('http://a.test/x', '*/y*')", "shExpMatch('a', '?')", "!shExpMatch('ab', 'a.')",
                "myIpAddress().split('.').length === 4", "dnsResolveEx('intern.test') === 'fd00:0:0:0:0:0:0:7;10.1.2.3'", "isResolvableEx('intern.test')",
                "isInNetEx('intern.test', 'fd00::/8')", "!isInNetEx('intern.test', 'fe80::/10')", "sortIpAddressList('10.0.0.9;::2;10.0.0.1;::1') === '0:0:0:0:0:0:0:1;0:0:0:0:0:0:0:2;10.0.0.1;10.0.0.9'",
                "weekdayRange('SAT')", "weekdayRange('FRI', 'MON')", "!weekdayRange('MON', 'FRI')", "weekdayRange('SAT', 'SAT', 'GMT')",
                "timeRange(17)", "!timeRange(16)", "timeRange(16, 'GMT')", "timeRange(9, 18)", "timeRange(22, 18)", "timeRange(17, 29, 17, 31)", "timeRange(17, 30, 5, 17, 30, 6)", "!timeRange(18, 9)",
                "dateRange(21)", "dateRange('NOV')", "dateRange(2026)", "dateRange(20, 22)", "dateRange('OCT', 'JAN')", "!dateRange('JAN', 'OCT')", "dateRange(2025, 2027)", "!dateRange(2027, 2030)",
                "dateRange(1, 'NOV', 30, 'NOV')", "dateRange(1, 'DEC', 2025, 1, 'JAN', 2027)", "dateRange('NOV', 2026, 'DEC', 2026)", "!dateRange(22, 'NOV', 2026, 1, 'JAN', 2027)", "dateRange(21, 'GMT')");
        var script = "function FindProxyForURL(url, host) { var wrong = " + checks.stream().map(c -> "((" + c + ") === true ? '' : \"" + c.replace("\"", "'") + " | \")")
                .collect(Collectors.joining(" + ")) + "; if (wrong) throw wrong; alert('fine'); return 'DIRECT' }";
        assertEquals("straight", asked(script, "http://a.test/"));
    }

    @Test
    void aScriptSeesOfHttpsTheHostAlone() {
        assertEquals("https://a.test:8443/", Pac.shown("https://me:pass@a.test:8443/secret?token=1#f"));
        assertEquals("http://a.test/x?y=1", Pac.shown("http://me@a.test/x?y=1#f"));
        assertEquals("http://a.test/", Pac.shown("http://a.test"));
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertTrue(fault("function FindProxyForURL(url, host) {\n  return \"PROXY a:1\n}").startsWith("cannot be read in line 2: SyntaxError: "), () -> fault("function FindProxyForURL(url, host) {\n  return \"PROXY a:1\n}"));
        assertEquals("ended with an error in line 3: ReferenceError: isInNetz is not defined.", fault("function FindProxyForURL(url, host) {\n\n  return isInNetz(host);\n}"));
        assertEquals("ended with an error in line 2: weekdayRange wants days such as \"MON\".", fault("function FindProxyForURL(u, h) {\n return weekdayRange('MONDAY') }"));
        assertEquals("has no function FindProxyForURL.", fault("var x = 1"));
        assertTrue(fault("<!DOCTYPE html><p>Log in").startsWith("cannot be read in line 1"));
        assertEquals("answered \"see other\", which names no proxy.", fault("function FindProxyForURL() { return 'see other' }"));
        assertEquals("answered \"PROXY a:99999\", which names no proxy.", fault("function FindProxyForURL() { return 'PROXY a:99999' }"));
        assertEquals("answered \"42\", which names no proxy.", fault("function FindProxyForURL() { return 42 }"));
        assertEquals("names only proxies that cannot be used here: \"SOCKS4 a:1\".", fault("function FindProxyForURL() { return 'SOCKS4 a:1' }"));
        var missing = assertThrows(ProxyFault.class, () -> pac.ways(new Network.Route.Script(folder.resolve("no.pac").toString(), "", ""), "http://a/", "a", _ -> { }));
        assertTrue(missing.failure().sentence().endsWith("no.pac cannot be loaded: there is no such file."), missing.failure().sentence());
    }

    @Test
    void anEndlessScriptIsGivenUp() throws Exception {
        pac.close();
        pac = new Pac(new Sandbox(), (_, _) -> "", PacTest::names, CLOCK, Duration.ofMillis(300));
        var warm = Files.writeString(folder.resolve("loop.pac"), "function FindProxyForURL(url, host) { while (host == 'slow.test') {} return 'DIRECT' }");
        var route = new Network.Route.Script(warm.toString(), "", "");
        var slow = assertThrows(ProxyFault.class, () -> pac.ways(route, "http://slow.test/", "slow.test", _ -> { }));
        assertTrue(slow.failure().sentence().contains("gave no answer: it did not end within 300 ms"), slow.failure().sentence());
        pac.close();
        pac = pac();
        assertEquals("straight", shown(pac.ways(route, "http://fast.test/", "fast.test", _ -> { })));
    }

    @Test
    void aScriptOfTheNetworkIsLoadedAgainByItsAgeAndKeptWhereItCannotBe() throws Exception {
        var route = new Network.Route.Script("http://wpad.test/proxy.pac", "me", "pass");
        remote = "function FindProxyForURL() { return 'PROXY one:1' }";
        assertEquals(List.of(new Way.Via(new Network.Proxy(Network.Kind.HTTP, "one", 1, "me", "pass"))), pac.ways(route, "http://a/", "a", _ -> { }));
        remote = "function FindProxyForURL() { return 'PROXY two:2' }";
        assertEquals("http://one:1", shown(pac.ways(route, "http://a/", "a", _ -> { })));
        clock = Clock.offset(CLOCK, Duration.ofMinutes(11));
        assertEquals("http://two:2", shown(pac.ways(route, "http://a/", "a", _ -> { })));
        remote = "";
        clock = Clock.offset(CLOCK, Duration.ofMinutes(30));
        assertEquals("http://two:2", shown(pac.ways(route, "http://a/", "a", _ -> { })));
        assertEquals(3, loaded.size());
        var other = assertThrows(ProxyFault.class, () -> pac.ways(new Network.Route.Script("http://x.test/", "", ""), "http://a/", "a", _ -> { }));
        assertEquals("The proxy script http://x.test/ cannot be loaded: the server answered 404 Not Found.", other.failure().sentence());
    }

    @Test
    void aChangedFileIsReadAgain() throws Exception {
        var file = Files.writeString(folder.resolve("p.pac"), "function FindProxyForURL() { return 'PROXY one:1' }");
        var route = new Network.Route.Script(file.toUri().toString(), "", "");
        assertEquals("http://one:1", shown(pac.ways(route, "http://a/", "a", _ -> { })));
        Files.writeString(file, "function FindProxyForURL() { return 'PROXY two:22' }");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        assertEquals("http://two:22", shown(pac.ways(route, "http://a/", "a", _ -> { })));
    }
}
