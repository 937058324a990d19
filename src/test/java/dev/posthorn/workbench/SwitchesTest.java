package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.http.Options;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SwitchesTest {

    private static Context context(Settings collection, Settings outer, Settings inner) {
        var deep = new Folder("i", "Inner", "", Auth.INHERIT, List.of(), List.of(), inner, List.of());
        var folder = new Folder("o", "Outer", "", Auth.INHERIT, List.of(), List.of(), outer, List.of(deep));
        return new Context(new Collection("C", "", Auth.NONE, List.of(), List.of(), collection, List.of(folder)), List.of(folder, deep), null, null, List.of(), Path.of("."));
    }

    @Test
    void nothingSetIsPostmansDefaults() {
        assertEquals(Options.defaults(), Switches.of(Settings.NONE));
    }

    @Test
    void everySwitchOfACollectionIsRead() {
        var all = new Settings(Map.ofEntries(Map.entry("followRedirects", false), Map.entry("maxRedirects", "3"), Map.entry("followOriginalHttpMethod", true),
                Map.entry("followAuthorizationHeader", true), Map.entry("removeRefererHeaderOnRedirect", true), Map.entry("strictSSL", false), Map.entry("disableCookies", true),
                Map.entry("protocolVersion", "http1"), Map.entry("disableUrlEncoding", true), Map.entry("connectTimeout", 500), Map.entry("requestTimeout", 2000),
                Map.entry("tlsDisabledProtocols", List.of("TLSv1", "TLSv1_2", "SSLv9")), Map.entry("tlsCipherSelection", List.of("AES128-SHA", "HIGH")),
                Map.entry("tlsPreferServerCiphers", true), Map.entry("insecureHTTPParser", false), Map.entry("disabledSystemHeaders", Map.of("User-Agent", true, "accept", false))));
        assertEquals(new Options(false, 3, true, true, false, false, false, Options.Version.HTTP_1, Duration.ofMillis(500), Duration.ofSeconds(2), Set.of("TLSv1", "TLSv1.2"),
                List.of("TLS_RSA_WITH_AES_128_CBC_SHA", "HIGH"), Set.of("user-agent"), false), Switches.of(all));
    }

    @Test
    void theNearestLevelThatDecidesWins() {
        var context = context(new Settings(Map.of("strictSSL", false, "maxRedirects", 1, "followRedirects", false)),
                new Settings(Map.of("maxRedirects", 2, "strictSSL", "no")), new Settings(Map.of("maxRedirects", 3)));
        var options = Switches.of(context.settings(new Settings(Map.of("followRedirects", true))));
        assertEquals(Options.defaults().verifying(false).redirects(true, 3), options);
    }

    @Test
    void priorKnowledgeCountsBesideItsOwnHttp2Alone() {
        var prior = new Settings(Map.of("protocolVersion", "http2", "http2PriorKnowledge", true));
        assertEquals(Options.Version.H2C, Switches.of(context(prior, Settings.NONE, Settings.NONE).settings(Settings.NONE)).version());
        assertEquals(Options.Version.HTTP_2, Switches.of(context(prior, new Settings(Map.of("protocolVersion", "http2")), Settings.NONE).settings(Settings.NONE)).version());
        assertEquals(Options.Version.AUTO, Switches.of(new Settings(Map.of("http2PriorKnowledge", true))).version());
    }
}
