package dev.posthorn.ui.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Certificate;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Flow;
import dev.posthorn.model.Frame;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Interim;
import dev.posthorn.model.Remark;
import dev.posthorn.model.Response;
import dev.posthorn.model.Security;
import dev.posthorn.model.Trace;
import dev.posthorn.ui.kit.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExchangeTabTest {

    private ExchangeTab tab;
    private FxStage window;

    @BeforeEach
    void open() {
        window = FxStage.open(960, 520, Theme.LIGHT, () -> {
            tab = new ExchangeTab();
            tab.getStylesheets().add(Theme.sheet(ResponsePane.class, "response.css"));
            return tab;
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static Certificate certificate(String subject, String issuer, Instant until) {
        return new Certificate("CN=" + subject + ",O=Test", "CN=" + issuer, "4a1f", until.minus(Duration.ofDays(365)), until, List.of(subject, "127.0.0.1"), "EC P-256", "SHA256withECDSA",
                "5E:7B:0A:11:C4:90:5E:7B:0A:11:C4:90:5E:7B:0A:11:C4:90:5E:7B:0A:11:C4:90:5E:7B:0A:11:C4:90:AA:BB");
    }

    private static Hop hop(String url, int status, Trace trace, Hop.Why why) {
        var r = Answers.response(status, "OK", "text/plain", TestBody.of("hello"));
        return new Hop(Answers.wire("GET", url), new Response(r.status(), r.reason(), r.protocol(), r.headers(), r.body(), r.sizes(), r.timings(), r.remote(), r.truncated(), trace), why);
    }

    static List<Hop> secureHops() {
        var security = new Security("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(certificate("api.test", "Test Root", Instant.EPOCH.plus(Duration.ofDays(30))),
                certificate("Test Root", "Test Root", Instant.EPOCH.minus(Duration.ofDays(1)))), false, "CN=me");
        var first = new Trace(new Connection("127.0.0.1:50000", "127.0.0.1:80", "", false, null), List.of(), List.of(),
                new Heads("GET /first HTTP/1.1\r\nHost: api.test\r\n\r\n", "HTTP/1.1 302 Found\r\nX-Latin: \u00fc\r\nX-Utf: \u00c3\u00bc\r\n\r\n", true), new Flow(40, 90, 0, List.of()));
        var second = new Trace(new Connection("127.0.0.1:50001", "127.0.0.1:443", "http://proxy.test:3128", true, security),
                List.of(new Interim(103, "Early Hints", List.of(new Header("Link", "</a.css>; rel=preload")), Duration.ofMillis(60))), List.of(new Header("X-Sum", "5")),
                new Heads(":method: GET\r\n:path: /next\r\n\r\n", ":status: 200\r\nserver: x\r\n\r\n", false),
                new Flow(300, 4000, 0, List.of(new Frame(true, Duration.ofMillis(-3), "SETTINGS", "", 0, 1, 6, "INITIAL_WINDOW_SIZE=16777216"),
                        new Frame(true, Duration.ofMillis(1), "HEADERS", "END_STREAM END_HEADERS", 3, 1, 54, ""),
                        new Frame(false, Duration.ofMillis(84), "DATA", "", 3, 12, 3400, ""), new Frame(false, Duration.ofMillis(90), "RST_STREAM", "", 3, 1, 4, "CANCEL"))));
        return List.of(hop("http://api.test/first", 302, first, Hop.Why.FIRST), hop("https://api.test/next", 200, second, Hop.Why.REDIRECT));
    }

    private void show(List<Hop> hops) {
        FxStage.run(() -> tab.show(hops));
        FxStage.await("the page is laid out", () -> !tab.lookupAll(".fact-section").isEmpty());
    }

    private String labels() {
        return FxStage.on(() -> String.join("\n", tab.lookupAll(".label").stream().map(n -> ((Labeled) n).getText()).toList()));
    }

    private void press(String id) {
        FxStage.run(() -> {
            switch (tab.lookup(id)) {
                case ToggleButton toggle -> toggle.fire();
                case Button button -> button.fire();
                case Node other -> throw new AssertionError(other);
            }
            tab.applyCss();
            tab.layout();
        });
    }

    private String raw(String id) {
        return FxStage.on(() -> {
            var view = (TextView) tab.lookup(id);
            return Caret.text(view.paragraphs(), Place.START, new Place(Math.max(0, view.paragraphs().count() - 1), Integer.MAX_VALUE), 10_000);
        });
    }

    @Test
    void connectionTlsInterimAnswersAndTrailersAreTold() {
        show(secureHops());
        var all = labels();
        for (var wanted : List.of("127.0.0.1:443", "http://proxy.test:3128", "before this exchange, and reused", "TLSv1.3", "TLS_AES_128_GCM_SHA256", "not verified: switched off",
                "CN=me", "103 Early Hints after 60 ms", "</a.css>; rel=preload", "Trailers", "X-Sum", "All 2 exchanges")) {
            assertTrue(all.contains(wanted), wanted + " in " + all);
        }
    }

    @Test
    void aCertificateOpensAndSaysWhatIsWrongWithIt() {
        show(secureHops());
        var folds = FxStage.on(() -> tab.lookupAll(".fact-fold").stream().map(TitledPane.class::cast).toList());
        assertEquals(2, folds.size());
        assertTrue(folds.getFirst().getText().startsWith("api.test, until 31 Jan 1970"), folds.getFirst().getText());
        assertTrue(folds.getLast().getText().startsWith("Test Root, expired 31 Dec 1969"), folds.getLast().getText());
        assertTrue(folds.getLast().getStyleClass().contains("bad") && folds.getFirst().isFocusTraversable());
        assertFalse(labels().contains("5E:7B"));
        FxStage.run(() -> folds.getFirst().setExpanded(true));
        FxStage.await("the fingerprint is shown", () -> labels().contains("5E:7B:0A"));
        assertTrue(labels().contains("api.test, 127.0.0.1") && labels().contains("another 30 days"), labels());
    }

    @Test
    void theHeadsAreShownAsTheyCameAndRebuiltOnesAreSaidToBe() {
        show(secureHops());
        press("#exchange-raw");
        FxStage.await("the heads", () -> tab.lookup("#raw-sent") != null);
        assertTrue(labels().contains("As received, rebuilt and not raw"), labels());
        assertEquals(":status: 200\nserver: x\n", raw("#raw-received"));
        FxStage.run(() -> ((HopChooser) tab.lookup("#exchange-hop")).getSelectionModel().selectFirst());
        assertTrue(labels().contains("As sent, byte for byte"), labels());
        assertEquals("GET /first HTTP/1.1\nHost: api.test\n", raw("#raw-sent"));
        assertEquals("HTTP/1.1 302 Found\nX-Latin: ü\nX-Utf: ü\n", raw("#raw-received"));
        press("#exchange-copy");
        assertTrue(FxStage.on(() -> Clipboard.getSystemClipboard().getString()).startsWith("GET /first HTTP/1.1\nHost"));
    }

    @Test
    void framesAreListedWhereThereAreSome() {
        show(secureHops());
        press("#exchange-frames");
        FxStage.await("the frames", () -> tab.lookup("#frames-table") instanceof TableView<?> t && t.getItems().size() == 4);
        FxStage.run(() -> ((HopChooser) tab.lookup("#exchange-hop")).getSelectionModel().selectFirst());
        assertTrue(FxStage.on(() -> ((ToggleButton) tab.lookup("#exchange-frames")).isDisabled() && ((ToggleButton) tab.lookup("#exchange-overview")).isSelected()));
    }

    @Test
    void anAnswerOfAnOlderHistoryShowsWhatIsKnown() {
        show(List.of(hop("http://api.test/old", 200, Trace.NONE, Hop.Why.FIRST)));
        assertTrue(labels().contains("Answered by") && !labels().contains("From"), labels());
        press("#exchange-raw");
        FxStage.await("the heads", () -> raw("#raw-sent").startsWith("GET http://api.test/old\nHost: api.test"));
    }

    @Test
    void whatTheAuthorizationNoticedIsTold() {
        var hop = hop("http://api.test/old", 200, Trace.NONE, Hop.Why.FIRST)
                .noticing(List.of(new Remark("Answered the challenge of \"api\" with SHA-256, auth.", false), new Remark("The server's own proof (rspauth) is wrong.", true)));
        show(List.of(hop));
        assertTrue(labels().contains("Answered the challenge of \"api\" with SHA-256, auth."), labels());
        assertTrue(FxStage.on(() -> tab.lookupAll(".bad").stream().anyMatch(n -> n instanceof Labeled l && l.getText().contains("rspauth"))));
        press("#exchange-copy");
        var text = FxStage.on(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(text.contains("Authorization\n  Answered the challenge"), text);
    }

    @Test
    void theWholeCanBeCopied() {
        show(secureHops());
        press("#exchange-copy");
        var text = FxStage.on(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(text.contains("GET https://api.test/next") && text.contains("  Wait: 84 ms") && text.contains("    SHA-256: 5E:7B"), text);
    }
}
