package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Request;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.Applications;
import dev.posthorn.oauth.StoredToken;
import dev.posthorn.oauth.TokenStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is worked out at every keystroke, or asked for by every exchange, reads no kept token: they lie on the disk or in the keychain.
final class TokensLeftAloneTest {

    @TempDir
    private Path folder;

    private Set<String> tokens = Set.of();
    private Set<String> secrets = Set.of();

    private static AssertionError touched() {
        return new AssertionError("the store was asked");
    }

    private Keepers keepers() {
        return new Keepers(new TokenStore() {
            @Override
            public List<StoredToken> all() {
                throw touched();
            }

            @Override
            public void put(StoredToken token) {
                throw touched();
            }

            @Override
            public void remove(String id) {
                throw touched();
            }

            @Override
            public AutoCloseable listen(Runnable changed) {
                return () -> { };
            }

            @Override
            public Set<String> known() {
                return tokens;
            }
        }, new Applications() {
            @Override
            public List<Application> all() {
                throw touched();
            }

            @Override
            public void put(Application application) {
                throw touched();
            }

            @Override
            public void remove(String id) {
                throw touched();
            }

            @Override
            public AutoCloseable listen(Runnable changed) {
                return () -> { };
            }

            @Override
            public Set<String> known() {
                return secrets;
            }
        }, folder, Map.of());
    }

    @Test
    void theHeadersTabNamesTheHeaderOfATokenWithoutLookingForIt() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        try (var workbench = new Workbench(new Engine(new BodyStore(folder), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Thread::startVirtualThread,
                Clock.systemUTC(), new Random(), new Console(Clock.systemUTC()), keepers())) {
            assertEquals(AutomaticHeaders.LATER, authorization(workbench, Map.of("grant_type", "client_credentials")));
            assertEquals(AutomaticHeaders.LATER, authorization(workbench, Map.of("application", "a1", "accessToken", "of-no-use-here")));
            assertEquals("none", authorization(workbench, Map.of("grant_type", "client_credentials", "addTokenTo", "queryParams")));
            assertEquals("Bearer in-the-file", authorization(workbench, Map.of("accessToken", "in-the-file")));
        }
    }

    private String authorization(Workbench workbench, Map<String, Object> values) {
        return workbench.automaticHeaders(Request.get("http://127.0.0.1/x").withAuth(new Auth("oauth2", values)), Context.none(folder)).stream()
                .filter(h -> h.name().equals("Authorization")).map(AutomaticHeader::value).findFirst().orElse("none");
    }

    @Test
    void theKnownSecretsAreOneSetUntilThereAreMore() {
        var known = new KnownSecrets(keepers());
        assertEquals(Set.of(), known.get());
        tokens = Set.of("a token");
        secrets = Set.of("a secret");
        var both = known.get();
        assertEquals(Set.of("a token", "a secret"), both);
        assertSame(both, known.get());
        tokens = Set.of("a token", "another");
        assertEquals(Set.of("a token", "another", "a secret"), known.get());
    }
}
