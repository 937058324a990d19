package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.oauth.Application;
import dev.posthorn.oauth.Applications;
import dev.posthorn.oauth.LoginResult;
import dev.posthorn.oauth.LoginWatcher;
import dev.posthorn.oauth.OAuthSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// OAuth applications and logins whose settings are variables, at a demo server that does not run yet.
@Timeout(120)
final class ApplicationVariablesTest {

    @TempDir
    private Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Workbench workbench;
    private Context context;

    @BeforeEach
    void open() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        var application = new Application("orders", "Orders", "", new Auth("oauth2", Map.of("grant_type", "client_credentials", "clientId", "{{who}}", "clientSecret", "{{word}}",
                "accessTokenUrl", "{{demo}}/identity/token", "scope", "orders.read")), "{{demo}}/identity/revoke", "");
        var none = Keepers.none();
        workbench = new Workbench(new Engine(new BodyStore(folder), automatic), automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), threads, Clock.systemUTC(), new SecureRandom(),
                new Console(Clock.systemUTC()), new Keepers(none.tokens(), new One(application), folder, Map.of()));
        context = new Context(null, List.of(), new Environment("Mine", false, List.of(Entry.of("who", "workbench"), Entry.of("word", "workbench-secret"))), null, List.of(), folder);
    }

    @AfterEach
    void close() {
        workbench.close();
        threads.close();
    }

    private static Auth chosen() {
        return new Auth("oauth2", Map.of("application", "orders"));
    }

    @Test
    void aSendFillsInTheVariablesOfItsApplication() {
        var request = Request.get("{{demo}}/identity/api/orders").withAuth(chosen());
        var received = assertInstanceOf(Outcome.Received.class, workbench.sendNow(request, context, Progress.silent(), new Cancellation()));
        assertEquals(200, received.response().status());
        assertEquals("{{word}}", workbench.logins().applications().all().getFirst().values().text("clientSecret"));
    }

    @Test
    void aLoginFillsThemInAndStartsTheDemoServerWhichALookDoesNot() {
        assertTrue(workbench.looking(context).source(new Cancellation()).known(workbench.resolvedAuth(chosen(), context)).isEmpty());
        assertTrue(workbench.demo().running().isEmpty());
        var settings = new OAuthSettings(workbench.authToSend(chosen(), context));
        var in = assertInstanceOf(LoginResult.In.class, workbench.logins(context).login(settings, "orders", null, LoginWatcher.NONE, new Cancellation()));
        assertEquals("orders", in.token().application());
        assertTrue(workbench.logins(context).forget(in.token(), settings, LoginWatcher.NONE, new Cancellation()).isEmpty());
    }

    @Test
    void settingsThatNameTheDemoServerStartItToo() {
        var settings = new OAuthSettings(workbench.authToSend(new Auth("oauth2", Map.of("grant_type", "client_credentials", "accessTokenUrl", "{{demo}}/identity/token",
                "clientId", "{{who}}", "clientSecret", "{{word}}")), context));
        assertInstanceOf(LoginResult.In.class, workbench.logins(context).login(settings, "", null, LoginWatcher.NONE, new Cancellation()));
    }

    private record One(Application application) implements Applications {

        @Override
        public List<Application> all() {
            return List.of(application);
        }

        @Override
        public void put(Application changed) {
            throw new AssertionError("nothing is written: " + changed.id());
        }

        @Override
        public void remove(String id) {
            throw new AssertionError("nothing is removed: " + id);
        }

        @Override
        public AutoCloseable listen(Runnable changed) {
            return () -> { };
        }
    }
}
