package dev.posthorn.ui.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Engine;
import dev.posthorn.http.tls.LoopbackCertificate;
import dev.posthorn.model.Network;
import dev.posthorn.oauth.LoginStep;
import dev.posthorn.oauth.UserAgent;
import dev.posthorn.oauth.UserAgent.Came;
import dev.posthorn.oauth.UserAgent.Unusable;
import dev.posthorn.oauth.agent.OwnCertificate;
import dev.posthorn.oauth.agent.Person;
import dev.posthorn.oauth.agent.RedirectAddress;
import dev.posthorn.oauth.agent.RedirectCatch;
import dev.posthorn.oauth.agent.Waiting;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.web.PageServer;
import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Label;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs in in the program's own window, with real pages and real redirects.
final class EmbeddedLoginTest {

    private static final String STATE = "the-right-state";

    @TempDir
    Path folder;

    private final List<LoginStep> steps = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private final OwnCertificate certificate = new OwnCertificate(new Unkept(), Clock.systemUTC(), new SecureRandom());
    private Engine engine;
    private PageServer provider;
    private PageServer foreign;

    /// On a busy machine WebKit needs longer for its first view than `OnFx` waits.
    @BeforeAll
    static void wakeWebKit() throws Exception {
        OnFx.start();
        var awake = new CompletableFuture<WebView>();
        Fx.run(() -> awake.complete(new WebView()));
        awake.get(180, TimeUnit.SECONDS);
    }

    @BeforeEach
    void start() throws IOException {
        var network = Network.DEFAULT.withRoute(new Network.Route.Direct()).withHosts(List.of(new Network.HostOverride("id.example", "127.0.0.1", 0)));
        engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"), () -> network, _ -> { });
        provider = new PageServer(null);
        foreign = new PageServer(null);
    }

    @AfterEach
    void stop() {
        cancellation.cancel();
        provider.close();
        foreign.close();
        engine.close();
    }

    private UserAgent agent() {
        var windows = new LoginWindows(engine::passage, _ -> Optional.empty(), certificate, Clock.systemUTC(), () -> null, Theme.LIGHT::applyTo);
        OnFx.start();
        return windows.open(Person.UNSEEN, new Waiting(Clock.systemUTC(), Duration.ofMinutes(5)));
    }

    private CompletableFuture<Came> asked(UserAgent agent, URI page) {
        var came = new CompletableFuture<Came>();
        Thread.ofVirtual().start(() -> came.complete(agent.ask(page, STATE, steps::add, cancellation)));
        return came;
    }

    private Came login(String redirect, URI page) throws Exception {
        try (var agent = agent()) {
            agent.ready(redirect);
            return asked(agent, page).get(120, TimeUnit.SECONDS);
        }
    }

    private static String code(Came came) {
        return assertInstanceOf(Came.Redirected.class, came).parameters().get("code");
    }

    private static void until(BooleanSupplier state) throws InterruptedException {
        var end = Instant.now().plusSeconds(120);
        while (!state.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "it never came to be");
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean shown(String words) {
        return OnFx.get(() -> Window.getWindows().stream().filter(w -> w instanceof Stage).flatMap(w -> w.getScene().getRoot().lookupAll(".label").stream())
                .anyMatch(n -> n instanceof Label label && label.getText() != null && label.getText().contains(words)));
    }

    @Test
    void aRedirectIsTakenBeforeItIsLoadedWhateverWayItComes() throws Exception {
        var redirect = foreign.at("/cb").toString();
        provider.page("/query", "-> " + redirect + "?code=q&state=" + STATE);
        provider.page("/fragment", "-> " + redirect + "#access_token=t&code=f&state=" + STATE);
        provider.page("/script", "<script>location.href='" + redirect + "?code=s&state=" + STATE + "'</script>");
        provider.page("/scheme", "-> com.example.app:/oauth?code=c&state=" + STATE);
        provider.page("/title", "<title>Success code=t/1&amp;state=" + STATE + "</title>");
        provider.page("/form", "<form method='post' action='" + redirect + "'><input type='hidden' name='code' value='p'><input type='hidden' name='state' value='" + STATE
                + "'></form><script>document.forms[0].submit()</script>");
        assertEquals("q", code(login(redirect, provider.at("/query"))));
        assertEquals("f", code(login(redirect, provider.at("/fragment"))));
        assertEquals("s", code(login(redirect, provider.at("/script"))));
        assertEquals("c", code(login("com.example.app:/oauth", provider.at("/scheme"))));
        assertEquals("t/1", code(login("urn:ietf:wg:oauth:2.0:oob", provider.at("/title"))));
        assertEquals("p", code(login(redirect, provider.at("/form"))));
        assertEquals(List.of(), foreign.seen, "nothing was loaded from the redirect URL");
        assertFalse(provider.seen.stream().anyMatch(s -> s.contains("session=mine")), "each login began without cookies: " + provider.seen);
    }

    @Test
    void whatAnEndedLoginAskedForIsNotSentInTheNameOfTheNext() throws Exception {
        var late = URI.create("http://localhost:9/cb?code=s&state=" + STATE);
        try (var first = traffic("http://localhost:9/cb"); var second = traffic("com.example.app:/oauth")) {
            first.begin();
            first.way(late);
            second.way(late);
            second.begin();
            assertThrows(IOException.class, () -> second.cookies(late), "its login asked for it, and the page of that login before this window was open");
            var own = provider.at("/login");
            second.way(own);
            assertEquals(Map.of(), second.cookies(own));
        }
    }

    private LoginTraffic traffic(String redirect) throws Exception {
        var caught = new RedirectCatch(RedirectAddress.of(redirect), new Waiting(Clock.systemUTC(), Duration.ofMinutes(5)));
        return new LoginTraffic(engine.passage(), caught, Optional::empty, Clock.systemUTC());
    }

    @Test
    void cookiesStayInTheirLoginAndTheProcessKeepsItsOwnHandler() throws Exception {
        var before = CookieHandler.getDefault();
        provider.page("/first", "-> /second").page("/second", "<script>document.cookie='by=script';location.href='/third'</script>")
                .page("/third", "-> " + foreign.at("/cb") + "?code=x&state=" + STATE);
        assertEquals("x", code(login(foreign.at("/cb").toString(), provider.at("/first"))));
        assertEquals(List.of("/first ", "/second session=mine", "/third session=mine; by=script"), provider.seen);
        assertSame(before, CookieHandler.getDefault());
    }

    @Test
    void anotherStateIsRefusedAndClosingTheWindowEndsTheLogin() throws Exception {
        provider.page("/wrong", "<title>Provider</title><a href='x'>x</a><script>location.href='" + foreign.at("/cb") + "?code=evil&state=other'</script>");
        try (var agent = agent()) {
            agent.ready(foreign.at("/cb").toString());
            var came = asked(agent, provider.at("/wrong"));
            until(() -> steps.stream().anyMatch(s -> s.title().equals("Callback refused: another state")));
            assertNull(came.getNow(null));
            assertEquals(List.of(), foreign.seen);
            var other = agent();
            var refused = assertThrows(Unusable.class, () -> other.ready("https://elsewhere.example/cb"));
            assertTrue(refused.getMessage().startsWith("Another login window is open."), refused.getMessage());
            OnFx.run(() -> Window.getWindows().stream().filter(w -> w.getScene().getRoot().lookup("#login-cancel") != null).findFirst().orElseThrow()
                    .getScene().getRoot().lookup("#login-cancel").fireEvent(new javafx.event.ActionEvent()));
            assertEquals(new Came.Ended("you closed the window"), came.get(120, TimeUnit.SECONDS));
        }
    }

    @Test
    void ourCertificateIsTrustedAtLocalhostAndAStrangersIsNot() throws Exception {
        var redirect = foreign.at("/cb") + "?code=tls&state=" + STATE;
        try (var own = new PageServer(certificate.now().server())) {
            own.page("/login", "-> " + redirect);
            assertEquals("tls", code(login(foreign.at("/cb").toString(), own.at("/login"))));
        }
        try (var stranger = new PageServer(LoopbackCertificate.make(Instant.now(), new SecureRandom()).server()); var agent = agent()) {
            stranger.page("/login", "-> " + redirect);
            agent.ready(foreign.at("/cb").toString());
            var came = asked(agent, stranger.at("/login"));
            until(() -> shown("localhost cannot be trusted"));
            assertEquals(List.of(), stranger.seen);
            cancellation.cancel();
            assertInstanceOf(Came.Ended.class, came.get(120, TimeUnit.SECONDS));
        }
    }

    @Test
    void namesAndProxiesOfTheWorkspaceCountAndAHostThatCannotBeReachedIsNamed() throws Exception {
        provider.page("/login", "-> " + foreign.at("/cb") + "?code=named&state=" + STATE);
        var page = URI.create("http://id.example:" + provider.at("/").getPort() + "/login?a=1");
        assertEquals("named", code(login(foreign.at("/cb").toString(), page)));
        assertEquals(List.of("/login?a=1 "), provider.seen);
        provider.close();
        try (var agent = agent()) {
            agent.ready(foreign.at("/cb").toString());
            asked(agent, page);
            until(() -> shown("id.example cannot be reached"));
            cancellation.cancel();
        }
    }

    @Test
    void aProviderThatWantsNoWindowsIsRecognised() throws Exception {
        provider.page("/login", "<h1>Access blocked</h1><p>Error 403: disallowed_useragent</p>");
        try (var agent = agent()) {
            agent.ready("https://elsewhere.example/cb");
            asked(agent, provider.at("/login"));
            until(() -> shown("lets nobody log in in a window of another program"));
            cancellation.cancel();
        }
    }

    @Test
    void aPageThatRefusesTheRequestEndsTheLoginWithItsWords() throws Exception {
        provider.page("/login", "<title>Sorry</title><h1>We are sorry...</h1><p>Invalid parameter: redirect_uri</p>");
        var came = assertInstanceOf(Came.Refused.class, login("https://elsewhere.example/cb", URI.create(provider.at("/login") + "?client_id=x")));
        assertEquals(provider.at("/login").toString(), came.url());
        assertTrue(came.text().contains("Invalid parameter: redirect_uri"), came.text());
    }

    private record Unkept() implements OwnCertificate.Kept {
        @Override
        public Path file() {
            return Path.of("unkept");
        }

        @Override
        public Optional<byte[]> read() {
            return Optional.empty();
        }

        @Override
        public void write(byte[] pem) { }
    }
}
