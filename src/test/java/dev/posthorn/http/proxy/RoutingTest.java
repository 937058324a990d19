package dev.posthorn.http.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.Await;
import dev.posthorn.model.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class RoutingTest {

    private static boolean bypassed(String host, int port, String... rules) {
        return new Bypass(List.of(rules)).matches(host, port);
    }

    @Test
    void theBypassListKnowsNamesPatternsNetworksAndPorts() {
        assertTrue(bypassed("api.test", 80, "other", "API.test"));
        assertFalse(bypassed("www.api.test", 80, "api.test"));
        assertTrue(bypassed("www.api.test", 80, "*.api.test") && bypassed("www.api.test", 80, ".api.test") && bypassed("api.test", 80, ".api.test"));
        assertFalse(bypassed("api.test", 80, "*.api.test") || bypassed("myapi.test", 80, ".api.test"));
        assertTrue(bypassed("api.test", 8080, "api.test:8080") && !bypassed("api.test", 80, "api.test:8080"));
        assertTrue(bypassed("10.20.30.40", 80, "10.0.0.0/8") && !bypassed("11.0.0.1", 80, "10.0.0.0/8") && bypassed("10.1.2.3", 80, "10.1.*"));
        assertTrue(bypassed("169.254.7.8", 80, "169.254/16") && !bypassed("169.0.7.8", 80, "169.254/16"));
        assertTrue(bypassed("[fd12::1]", 80, "fd00::/8") && bypassed("fd12::1", 80, "[fd12:0::1]") && bypassed("[fd12::1]", 81, "[fd12::1]:81") && !bypassed("fd12::1", 80, "[fd12::1]:81"));
        assertFalse(bypassed("a.test", 80, "10.0.0.0/8", "10.0.0.0/99", "10.0.0.0/x", "/", ":", "", "  "));
        assertTrue(bypassed("printer", 80, "<local>") && !bypassed("printer.test", 80, "<local>"));
        assertTrue(bypassed("a.test", 80, "*"));
        assertTrue(bypassed("api.test.", 80, "api.test") && bypassed("api.test", 80, "https://api.test"));
    }

    @Test
    void thisMachineGoesStraightUnlessTheListSaysNo() {
        for (var host : List.of("localhost", "LOCALHOST", "api.localhost", "127.0.0.1", "127.8.9.1", "[::1]", "::1")) {
            assertTrue(bypassed(host, 80), host);
            assertFalse(bypassed(host, 80, "<-loopback>"), host);
        }
        assertFalse(bypassed("localhost.test", 80) || bypassed("10.0.0.1", 80));
    }

    private static String shown(Optional<SystemSettings.Settings> settings) {
        return settings.map(s -> "http " + s.http() + ", https " + s.https() + ", not " + s.bypass().rules() + (s.script().isEmpty() ? "" : ", script " + s.script()))
                .orElse("nothing");
    }

    @Test
    void theEnvironmentIsReadAsCurlDoes() {
        assertEquals("nothing", shown(new EnvironmentProxies(Map.of("no_proxy", "x")).read()));
        var settings = new EnvironmentProxies(Map.of("http_proxy", "http://me:p%40ss@proxy.test:3128/", "HTTP_PROXY", "http://loser:1", "ALL_PROXY", "socks5h://socks.test",
                "no_proxy", "intern.test, .b.test 10.0.0.0/8,192.168.0.1,c.test:8080")).read();
        assertEquals("http http://proxy.test:3128, https socks5://socks.test:1080, not [.intern.test, .b.test, 10.0.0.0/8, 192.168.0.1, .c.test:8080]", shown(settings));
        assertEquals("me p@ss", settings.orElseThrow().http().user() + " " + settings.orElseThrow().http().password());
        assertTrue(settings.orElseThrow().bypass().matches("www.intern.test", 80) && settings.orElseThrow().bypass().matches("intern.test", 80));
        assertEquals("http null, https http://[fd00::1]:9, not []", shown(new EnvironmentProxies(Map.of("HTTPS_PROXY", "[fd00::1]:9")).read()));
        assertEquals("the address in http_proxy is wrong: \"x\" is not a port (1 to 65535)",
                assertThrows(IllegalArgumentException.class, () -> new EnvironmentProxies(Map.of("http_proxy", "http://me:secret@proxy:x")).read()).getMessage());
        assertEquals("the address in http_proxy is wrong: proxies of the kind socks4:// are not known here",
                assertThrows(IllegalArgumentException.class, () -> new EnvironmentProxies(Map.of("http_proxy", "socks4://proxy:1")).read()).getMessage());
    }

    @Test
    void javasOwnOptionsCount() {
        var properties = new Properties();
        properties.putAll(Map.of("http.proxyHost", "p.test", "http.proxyPort", "8080", "http.nonProxyHosts", "localhost|*.intern"));
        assertEquals("http http://p.test:8080, https null, not [localhost, *.intern]", shown(new JavaProxies(properties).read()));
        assertEquals("nothing", shown(new JavaProxies(new Properties()).read()));
        var socks = new Properties();
        socks.putAll(Map.of("socksProxyHost", "fd00::1"));
        assertEquals("http socks5://[fd00::1]:1080, https socks5://[fd00::1]:1080, not []", shown(new JavaProxies(socks).read()));
    }

    private static Optional<SystemSettings.Settings> desktop(String system, Map<String, String> environment, Path home, String output) {
        return new DesktopProxies(system, environment, home, _ -> output).read();
    }

    @Test
    void eachDesktopIsRead(@TempDir Path home) throws Exception {
        var gnome = Map.of("XDG_CURRENT_DESKTOP", "ubuntu:GNOME");
        assertEquals("http http://p.test:3128, https http://p.test:3128, not [localhost, 10.0.0.0/8]", shown(desktop("Linux", gnome, home, """
                org.gnome.system.proxy autoconfig-url ''
                org.gnome.system.proxy ignore-hosts ['localhost', '10.0.0.0/8']
                org.gnome.system.proxy mode 'manual'
                org.gnome.system.proxy use-same-proxy true
                org.gnome.system.proxy.http authentication-password 'it\\'s'
                org.gnome.system.proxy.http authentication-user 'me'
                org.gnome.system.proxy.http host 'p.test'
                org.gnome.system.proxy.http port 3128
                org.gnome.system.proxy.http use-authentication true
                org.gnome.system.proxy.socks host ''
                org.gnome.system.proxy.socks port 0
                """)));
        assertEquals("http null, https null, not [], script http://wpad/p.pac", shown(desktop("Linux", gnome, home, "org.gnome.system.proxy mode 'auto'\norg.gnome.system.proxy autoconfig-url 'http://wpad/p.pac'\n")));
        assertEquals("nothing", shown(desktop("Linux", gnome, home, "org.gnome.system.proxy mode 'none'\norg.gnome.system.proxy.http host 'p'\n")));
        assertEquals("nothing", shown(desktop("Linux", gnome, home, "")));
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/kioslaverc"), "[Other]\nProxyType=2\n[Proxy Settings][$Version]\n\n[Proxy Settings]\nProxyType=1\nhttpProxy=http://p.test 3128\nhttpsProxy=\nsocksProxy=socks://s.test 1080\nNoProxyFor=localhost,.intern\n");
        assertEquals("http http://p.test:3128, https socks5://s.test:1080, not [localhost, .intern]", shown(desktop("Linux", Map.of("XDG_CURRENT_DESKTOP", "KDE"), home, "")));
        assertEquals("http http://p.test:8080, https null, not [*.local, 169.254/16, <local>]", shown(desktop("Mac OS X", Map.of(), home, """
                <dictionary> {
                  ExceptionsList : <array> {
                    0 : *.local
                    1 : 169.254/16
                  }
                  ExcludeSimpleHostnames : 1
                  FTPPassive : 1
                  HTTPEnable : 1
                  HTTPPort : 8080
                  HTTPProxy : p.test
                  HTTPSEnable : 0
                }
                """)));
        assertEquals("http http://a.test:8080, https http://b.test:8443, not [*.intern, <local>]", shown(desktop("Windows 11", Map.of(), home, """

                HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings
                    ProxyEnable    REG_DWORD    0x1
                    ProxyServer    REG_SZ    http=a.test:8080;https=b.test:8443
                    ProxyOverride    REG_SZ    *.intern;<local>
                """.replace("\n", "\r\n"))));
        assertEquals("nothing", shown(desktop("Windows 11", Map.of(), home, "    ProxyEnable    REG_DWORD    0x0\r\n    ProxyServer    REG_SZ    p:1\r\n")));
    }

    private static String ways(Routing routing, String scheme, String host) throws ProxyFault {
        return routing.ways(new Network.Route.OfSystem(), scheme, host, 443, scheme + "://" + host + "/", _ -> { }).stream()
                .map(way -> way.shown().isEmpty() ? "straight" : way.shown()).collect(Collectors.joining(" "));
    }

    @Test
    void theSystemIsAskedOnceAndNeverForThisMachine() throws Exception {
        var asked = new AtomicInteger();
        var now = new AtomicReference<>(Instant.EPOCH);
        var origin = new SystemSettings.Origin() {
            @Override
            public Optional<SystemSettings.Settings> read() {
                return new EnvironmentProxies(Map.of("https_proxy", "p" + asked.incrementAndGet() + ":3128", "no_proxy", "intern")).read();
            }

            @Override
            public String name() {
                return "test";
            }
        };
        var routing = new Routing(new SystemSettings(List.of(origin), now::get), (script, _, _, _) -> List.of());
        assertEquals("straight", ways(routing, "https", "localhost"));
        assertEquals(0, asked.get());
        assertEquals("http://p1:3128", ways(routing, "https", "a.test"));
        assertEquals("straight", ways(routing, "http", "a.test"));
        assertEquals("straight", ways(routing, "https", "x.intern"));
        assertEquals(1, asked.get());
        now.set(Instant.EPOCH.plus(Duration.ofMinutes(1)));
        assertEquals("http://p1:3128", ways(routing, "https", "a.test"), "nobody waits for the second look");
        Await.until("the second look", () -> {
            try {
                return ways(routing, "https", "a.test").equals("http://p2:3128");
            } catch (ProxyFault e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String words(Map<String, String> environment) {
        return new SystemSettings(List.of(new EnvironmentProxies(environment)), () -> Instant.EPOCH).words();
    }

    @Test
    void whatTheSystemSaysIsToldWithoutPasswords() {
        assertEquals("Now no proxy is set: requests go straight to their hosts.", words(Map.of("no_proxy", "a.test")));
        assertEquals("Now: http://p.test:3128 (environment variables).", words(Map.of("all_proxy", "http://me:secret@p.test:3128")));
        assertEquals("Now: http:// straight, https:// by socks5://p.test:1080 (environment variables). Not for .a.test, 10.0.0.0/8.",
                words(Map.of("https_proxy", "socks5://p.test:1080", "no_proxy", "a.test,10.0.0.0/8")));
        assertEquals("What is set (environment variables) cannot be used: the address in http_proxy is wrong: proxies of the kind ftp:// are not known here.",
                words(Map.of("http_proxy", "ftp://p")));
    }

    @Test
    void settingsThatCannotBeUsedAreAFailureAndNotSilence() {
        var routing = new Routing(new SystemSettings(List.of(new EnvironmentProxies(Map.of("https_proxy", "ftp://p"))), () -> Instant.EPOCH), (_, _, _, _) -> List.of());
        assertEquals("The proxy settings (environment variables) cannot be used: the address in https_proxy is wrong: proxies of the kind ftp:// are not known here.",
                assertThrows(ProxyFault.class, () -> ways(routing, "https", "a.test")).failure().sentence());
    }
}
