package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Body;
import dev.posthorn.model.RequestItem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The collections that ship with the program.
final class SamplesTest {

    private static final Path SAMPLES = Path.of("collections");

    @TempDir
    private Path folder;

    private Workspace workspace() {
        var workspace = new Workspace(new Home(folder), SAMPLES);
        workspace.load();
        return workspace;
    }

    @Test
    void allOfThemOpenAndEveryRequestIsExplained() {
        var opened = workspace().collections().stream().map(c -> assertInstanceOf(Opened.Good.class, c)).toList();
        assertEquals(List.of("Bizagi", "Creatio", "HTTP basics", "Logins in the browser", "Logins", "Scripts and tests", "Workflow Server"), opened.stream().map(c -> c.collection().name()).toList());
        opened.forEach(c -> c.collection().requests().forEach(r -> assertTrue(!r.request().description().isBlank(), r.name())));
        assertEquals(List.of("Bizagi (yours)", "Creatio (yours)", "Demo", "Workflow Server (yours)"), workspace().environments().stream().map(e -> e.environment().name()).toList());
    }

    @Test
    void theBasicsShowEveryBodyAndNeedOnlyTheDemoServer() {
        var basics = workspace().collections().stream().map(Opened.Good.class::cast).filter(c -> c.collection().name().equals("HTTP basics"))
                .findFirst().orElseThrow();
        var modes = new HashSet<String>();
        basics.collection().requests().forEach(r -> {
            assertTrue(r.request().url().startsWith("{{demo}}/"), r.request().url());
            modes.add(r.request().body().mode());
            if (r.request().body() instanceof Body.Binary(var source, _)) {
                assertTrue(Files.exists(basics.file().resolveSibling(source)), source);
            }
        });
        assertEquals(java.util.Set.of("none", "raw", "urlencoded", "formdata", "file", "graphql"), modes);
        assertTrue(basics.collection().requests().count() >= 18);
    }

    @Test
    void theLoginsMeanTheSameWithAnyEnvironmentOfTheSamples() {
        var logins = workspace().collections().stream().map(Opened.Good.class::cast).filter(c -> c.collection().name().equals("Logins")).findFirst().orElseThrow();
        var own = logins.collection().variables().stream().map(v -> v.key()).toList();
        assertTrue(own.contains("account"), own.toString());
        workspace().environments().forEach(e -> e.environment().variables().forEach(v -> assertTrue(!own.contains(v.key()), v.key() + " is overridden by " + e.environment().name())));
    }

    private Stream<RequestItem> ofVendors() {
        return workspace().collections().stream().map(Opened.Good.class::cast).map(Opened.Good::collection).filter(c -> List.of("Creatio", "Bizagi", "Workflow Server").contains(c.name()))
                .flatMap(c -> c.requests());
    }

    @Test
    void noLoginTokenOrCookieOfAVendorIsAskedForByHand() {
        ofVendors().forEach(item -> {
            var request = item.request();
            assertTrue(Stream.of("AuthService.svc", "/connect/token", "/oauth2/server").noneMatch(request.url()::contains), request.url());
            assertTrue(request.headers().stream().noneMatch(h -> List.of("Cookie", "Authorization", "BPMCSRF").contains(h.key())), item.name());
        });
        assertTrue(ofVendors().count() >= 55);
    }

    @Test
    void theEnvironmentsToFillInHaveAllThatTheRequestsNeedAndNoSecret() {
        var environments = workspace().environments().stream().map(e -> e.environment()).toList();
        var demo = environments.stream().filter(e -> e.name().equals("Demo")).findFirst().orElseThrow().variables().stream().map(v -> v.key()).toList();
        environments.stream().filter(e -> e.name().endsWith("(yours)")).forEach(e -> e.variables().forEach(v -> {
            assertTrue(demo.contains(v.key()) || v.key().equals("bizagiPrivateKey"), v.key() + " of " + e.name() + " is not in Demo");
            assertTrue(!v.secret() || v.value().isEmpty(), v.key());
            assertTrue(!v.key().matches(".*(Password|Secret|Token|PrivateKey)") || v.secret(), v.key());
        }));
    }
}
