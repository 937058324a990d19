package dev.posthorn.ui.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Network;
import dev.posthorn.ui.kit.OnFx;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.concurrent.Worker;
import javafx.scene.web.WebView;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of the visualizer and the preview of an answer share WebKit's client with the login window, and each has the network that is its own.
final class GuestTest {

    @TempDir
    Path folder;

    private Engine engine;
    private PageServer server;

    @BeforeEach
    void start() throws Exception {
        var network = Network.DEFAULT.withRoute(new Network.Route.Direct()).withHosts(List.of(new Network.HostOverride("cdn.example", "127.0.0.1", 0)));
        engine = new Engine(new BodyStore(folder), new AutomaticHeaders("Posthorn/test"), () -> network, _ -> { });
        server = new PageServer(null);
        WebTraffic.ofThisProcess().guests(engine::passage);
        WebTraffic.ofThisProcess().prepareGuests();
        OnFx.start();
    }

    @AfterEach
    void stop() {
        WebTraffic.ofThisProcess().guests(null);
        server.close();
        engine.close();
    }

    /// On a busy machine WebKit needs long for its first view.
    private static WebView view(Guest guest) throws Exception {
        var made = new CompletableFuture<WebView>();
        javafx.application.Platform.runLater(() -> {
            var view = new WebView();
            guest.marks(view.getEngine());
            made.complete(view);
        });
        return made.get(180, TimeUnit.SECONDS);
    }

    private String named(String path) {
        return "http://cdn.example:" + server.at("/").getPort() + path;
    }

    private void drawsWith(String path) throws Exception {
        var view = view(Guest.VISUAL);
        OnFx.run(() -> view.getEngine().loadContent("<p id='p'></p><script src='" + named(path) + "'></script>"));
        OnFx.until("the script has run", () -> "drawn".equals(view.getEngine().executeScript("document.getElementById('p').textContent")));
    }

    @Test
    void aVisualizersPageHasTheWorkspacesNamesBeforeALoginDuringItAndAfterItAndNeverItsCookies() throws Exception {
        server.page("/a.js", "document.getElementById('p').textContent = 'drawn';").page("/b.js", "document.getElementById('p').textContent = 'drawn';")
                .page("/c.js", "document.getElementById('p').textContent = 'drawn';");
        drawsWith("/a.js");
        var login = new Login();
        assertTrue(WebTraffic.ofThisProcess().begin(login));
        try {
            drawsWith("/b.js");
            assertEquals(List.of(), login.heard, "the login hears nothing of it");
        } finally {
            WebTraffic.ofThisProcess().end(login);
        }
        drawsWith("/c.js");
        assertEquals(List.of("/a.js ", "/b.js ", "/c.js "), server.seen);
    }

    @Test
    void aPreviewReachesNothingEvenWhileALoginWindowIsOpen() throws Exception {
        var login = new Login();
        assertTrue(WebTraffic.ofThisProcess().begin(login));
        try {
            var view = view(Guest.PREVIEW);
            OnFx.run(() -> view.getEngine().load(server.at("/page").toString()));
            // Where the refusal comes at once, WebKit calls it an empty page.
            OnFx.until("it is over", () -> EnumSet.of(Worker.State.FAILED, Worker.State.SUCCEEDED).contains(view.getEngine().getLoadWorker().getState()));
            assertEquals(List.of(), login.heard);
            assertEquals(List.of(), server.seen);
        } finally {
            WebTraffic.ofThisProcess().end(login);
        }
    }

    /// A login window that reaches names of the workspace as `Passage` has them, and notes what it is asked.
    private final class Login implements WebTraffic.Session {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final PageNetwork network;

        private Login() throws IOException {
            network = new PageNetwork(engine.passage(), java.util.Optional::empty);
        }

        @Override
        public Map<String, List<String>> cookies(URI url) {
            heard.add("asked " + url);
            return Map.of("Cookie", List.of("login=mine"));
        }

        @Override
        public void answered(URI url, Map<String, List<String>> headers) {
            heard.add("answered " + url);
        }

        @Override
        public Proxy way(URI url) {
            return network.way(url);
        }

        @Override
        public X509ExtendedTrustManager trust() {
            return network.trust();
        }

        @Override
        public X509ExtendedKeyManager keys() {
            return network.keys();
        }
    }
}
