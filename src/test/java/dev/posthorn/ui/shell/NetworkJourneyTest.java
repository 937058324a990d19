package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with the network settings.
final class NetworkJourneyTest {

    @TempDir
    Path folder;

    private OpenWindow window;

    @BeforeEach
    void open() {
        window = new OpenWindow(folder.resolve("home"), null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void openSettings() {
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.until("the settings are open", () -> window.front() instanceof NetworkDocument);
    }

    private void page(String name, String selector) {
        FxThread.run(() -> ((NetworkDocument) window.front()).select(name));
        window.until("the page is there", () -> window.shows(selector));
    }

    private void fire(String selector) {
        var button = window.find(selector, Button.class);
        FxThread.run(button::fire);
    }

    private void fill(String selector, String text) {
        var field = window.find(selector, TextField.class);
        FxThread.run(() -> field.setText(text));
    }

    private String note(String selector) {
        return window.scene().lookup(selector) instanceof Labeled label ? label.getText() : "";
    }

    private Outcome sent() {
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is sent", () -> window.request().sending() || window.outcome() != null);
        window.until("there is an outcome", () -> !window.request().sending());
        return FxThread.get(window::outcome);
    }

    @Test
    void aNameTypedWithTheKeyboardCountsAtOnceAndIsWritten() {
        openSettings();
        page("names", "#names-add");
        fire("#names-add");
        window.until("the keyboard is in the new row", () -> window.scene().getFocusOwner() == window.scene().lookup("#name-host"));
        window.type("api.test");
        window.press(KeyCode.TAB);
        window.type("127.0.0.1:99999");
        window.until("the fault is said", () -> note("#name-note").equals("Address: the port is a number from 1 to 65535."));
        assertEquals(List.of(), window.network().now().hosts());
        window.press(KeyCode.BACK_SPACE);
        window.until("it counts", () -> window.network().now().hosts().equals(List.of(new Network.HostOverride("api.test", "127.0.0.1", 9999))));
        window.until("it is written", () -> text(folder.resolve("home/network.json")).contains("api.test"));
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void aProxyCountsWhenItIsComplete() {
        openSettings();
        var mode = window.find("#proxy-mode", ChoiceBox.class);
        FxThread.run(() -> mode.getSelectionModel().select(2));
        assertEquals("Write the name or address of the proxy.", FxThread.get(() -> note("#proxy-host-note")));
        assertInstanceOf(Network.Route.OfSystem.class, window.network().now().route());
        fill("#proxy-host", "http://proxy.test");
        assertTrue(FxThread.get(() -> note("#proxy-host-note")).contains("without https:// and path"));
        fill("#proxy-host", "proxy.test");
        fill("#proxy-port", "3128");
        var route = assertInstanceOf(Network.Route.Manual.class, window.network().now().route());
        assertEquals("http://proxy.test:3128", route.proxy().toString());
        page("limits", "#limit-body");
        fill("#limit-body", "a lot");
        assertEquals("Write an amount such as 500 MiB or 4 GiB.", FxThread.get(() -> note("#limit-body-note")));
        fill("#limit-body", "500 MiB");
        assertEquals(500L << 20, window.network().now().mostBody());
    }

    @Test
    void aRefusedHandshakeIsMendedFromItsButtons() throws Exception {
        var root = new HeldCertificate.Builder().commonName("Test Root").certificateAuthority(0).build();
        var server = new HeldCertificate.Builder().commonName("server").addSubjectAlternativeName("localhost").signedBy(root).build();
        var us = new HeldCertificate.Builder().commonName("us").signedBy(root).build();
        var rootFile = Files.writeString(folder.resolve("root.pem"), root.certificatePem());
        var ours = Files.writeString(folder.resolve("us.pem"), us.certificatePem() + us.privateKeyPkcs8Pem());
        try (var web = new MockWebServer()) {
            web.useHttps(new HandshakeCertificates.Builder().heldCertificate(server).addTrustedCertificate(root.certificate()).build().sslSocketFactory());
            web.requireClientAuth();
            web.enqueue(new MockResponse(200, Headers.of(), "welcome"));
            web.start();
            var host = "localhost:" + web.getPort();
            FxThread.run(() -> window.shell().tabs().open("mine", Request.get("https://" + host + "/")));
            window.until("the request is open", () -> window.front() instanceof RequestDocument);
            var request = window.front();

            assertTrue(failed(sent()).contains("Test Root"));
            window.until("the way out is offered", () -> window.shows("#failure-mend"));
            assertTrue(window.find("#failure-details", TextArea.class).getText().contains("this one is at fault"));
            fire("#failure-mend");
            window.until("the settings are open", () -> window.front() instanceof NetworkDocument && window.scene().getFocusOwner() == window.scene().lookup("#authorities-add"));
            window.toChoose = List.of(rootFile);
            window.press(KeyCode.SPACE);
            window.until("the authority is known", () -> window.says("Test Root, until"));

            FxThread.run(() -> window.shell().documents().front().set(request));
            assertTrue(failed(sent()).contains("a client certificate"));
            window.until("the way out is offered", () -> window.shows("#failure-mend"));
            fire("#failure-mend");
            window.until("a certificate for this host is asked for", () -> window.front() instanceof NetworkDocument && window.scene().getFocusOwner() == window.scene().lookup("#certificate-file"));
            assertEquals(host, window.find("#certificate-host", TextField.class).getText());
            fill("#certificate-file", ours.toString());
            fire("#certificate-check");
            window.until("it is looked at", () -> note("#certificate-result").startsWith("us, issued by Test Root, EC P-256, valid until"));

            FxThread.run(() -> window.shell().documents().front().set(request));
            assertEquals(200, assertInstanceOf(Outcome.Received.class, sent()).response().status());
        }
    }

    @Test
    void aProxyThatIsNotThereAndALimitThatIsReachedOpenTheirPages() throws Exception {
        try (var web = new MockWebServer()) {
            web.enqueue(new MockResponse(200, Headers.of(), "x".repeat(2 << 20)));
            web.start();
            var port = web.getPort();
            FxThread.run(() -> {
                window.network().use(Network.DEFAULT.withRoute(new Network.Route.Manual(new Network.Proxy(Network.Kind.HTTP, "127.0.0.1", 1, "", ""), List.of())));
                window.shell().tabs().open("far", Request.get("http://api.test/"));
            });
            window.until("the request is open", () -> window.front() instanceof RequestDocument);
            assertTrue(failed(sent()).contains("127.0.0.1:1"));
            window.until("the way out is offered", () -> window.shows("#failure-mend"));
            fire("#failure-mend");
            window.until("the proxy has the keyboard", () -> window.scene().getFocusOwner() == window.scene().lookup("#proxy-mode"));

            FxThread.run(() -> {
                window.network().use(Network.DEFAULT.withRoute(new Network.Route.Direct()).withLimits(1 << 20, 0));
                window.shell().tabs().open("large", Request.get("http://127.0.0.1:" + port + "/"));
            });
            window.until("the request is open", () -> window.front() instanceof RequestDocument d && d.draft().value().url().contains("127.0.0.1"));
            failed(sent());
            window.until("the way out is offered", () -> window.shows("#failure-mend"));
            fire("#failure-mend");
            window.until("the limit has the keyboard", () -> window.scene().getFocusOwner() == window.scene().lookup("#limit-body"));
        }
    }

    private static String failed(Outcome outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).failure().sentence();
    }
}
