package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.posthorn.demo.DemoServer;
import dev.posthorn.demo.vendor.Fault;
import dev.posthorn.ui.web.OpenNetwork;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.web.WebView;
import org.junit.jupiter.api.Test;

/// The page of the demo server, in a browser: calls come into its list, faults are switched by its boxes, and a reset from elsewhere is seen.
final class AdminPageJourneyTest {

    private WebView page;

    private Object script(String text) {
        return FxThread.get(() -> page.getEngine().executeScript(text));
    }

    private void until(String what, String text) {
        FxThread.until(what, () -> Boolean.TRUE.equals(page.getEngine().executeScript(text)));
    }

    @Test
    void callsAreListedAsTheyComeAndFaultsAreSwitched() throws Exception {
        FxThread.start();
        try (var demo = DemoServer.start(0); var client = HttpClient.newHttpClient(); var _ = OpenNetwork.begin()) {
            // On a busy machine WebKit needs long for its first view.
            var awake = new CompletableFuture<WebView>();
            Platform.runLater(() -> awake.complete(new WebView()));
            page = awake.get(180, TimeUnit.SECONDS);
            FxThread.run(() -> page.getEngine().load(demo.address() + "/admin"));
            until("all faults are there", "document.querySelectorAll('.fault').length === " + Fault.values().length);
            assertEquals(Boolean.FALSE, script("document.getElementById('no-calls').hidden"));

            script("document.getElementById('fault-html').click()");
            FxThread.until("the fault is on", () -> demo.vendors().faults().has(Fault.HTML));
            until("its box is ticked", "document.getElementById('fault-html').checked");

            client.send(HttpRequest.newBuilder(URI.create(demo.address() + "/workflow-open/workflowapi/getscheme/TestScheme?token=never-shown-anywhere")).build(), HttpResponse.BodyHandlers.discarding());
            until("the call is listed", "document.getElementById('calls').textContent.includes('/workflow-open/workflowapi/getscheme/TestScheme')");
            assertFalse(script("document.body.textContent").toString().contains("never-shown-anywhere"));
            until("the fault has struck", "document.getElementById('calls').textContent.includes('Fault: a page instead of JSON.')");
            until("its box is empty again", "!document.getElementById('fault-html').checked");

            demo.vendors().reset();
            until("the list is empty again", "document.getElementById('calls').textContent === ''");
        } finally {
            FxThread.run(() -> page.getEngine().load(null));
        }
    }
}
