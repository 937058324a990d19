package dev.posthorn.ui.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.TabState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResponsePaneTest {

    private static final String JSON = "{\"b\":1.0,\"a\":[true,null],\"b\":\"x\"}";

    @TempDir
    Path folder;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Path> target = new AtomicReference<>();
    private ResponsePane pane;
    private FxStage window;

    @BeforeEach
    void open() {
        window = FxStage.open(960, 480, Theme.LIGHT, () -> {
            pane = new ResponsePane(new Background(executor), folder.resolve("scratch"), _ -> Optional.ofNullable(target.get()), InstantSource.system());
            return (Parent) pane.node();
        });
    }

    @AfterEach
    void close() {
        FxStage.run(pane::close);
        window.close();
        executor.close();
    }

    private void show(TabState state) {
        FxStage.run(() -> {
            pane.show(state);
            // What the next pulse would do: a scroll pane has its content only then.
            pane.node().applyCss();
            ((javafx.scene.Parent) pane.node()).layout();
        });
    }

    private void show(Outcome outcome) {
        show(new TabState.Done(outcome));
    }

    private <T extends Node> Optional<T> find(String selector, Class<T> type) {
        return FxStage.on(() -> Optional.ofNullable(type.cast(pane.node().lookup(selector))));
    }

    private String text(String selector) {
        return find(selector, Labeled.class).map(Labeled::getText).orElse("");
    }

    private String body() {
        return find("#body-text", TextView.class).map(v -> FxStage.on(() -> {
            var last = v.paragraphs().count() - 1;
            return last < 0 ? "" : Caret.text(v.paragraphs(), Place.START, new Place(last, Integer.MAX_VALUE), 1_000_000);
        })).orElse("");
    }

    private void awaitBody(String start) {
        FxStage.await("a body that starts with " + start, () -> body().startsWith(start));
    }

    private void press(String selector) {
        FxStage.await("there is " + selector, () -> find(selector, Node.class).isPresent());
        FxStage.run(() -> {
            switch (pane.node().lookup(selector)) {
                case ToggleButton toggle -> toggle.fire();
                case Button button -> button.fire();
                case Node node -> node.fireEvent(new MouseEvent(
                        MouseEvent.MOUSE_PRESSED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true, null));
            }
        });
    }

    private String labels() {
        return FxStage.on(() -> String.join("\n", pane.node().lookupAll(".label").stream().map(n -> ((Labeled) n).getText()).toList()));
    }

    @Test
    void nothingSentYetSaysWhichKeyToPress() {
        assertTrue(labels().contains("Press Ctrl+Enter"));
    }

    @Test
    void anAnswerReadsLikeASentence() {
        show(Answers.received(Answers.response(200, "OK", "application/json", TestBody.of("[" + "1,".repeat(600_000) + "1]"))));
        assertEquals("200 OK", text("#status"));
        assertEquals("143 ms", text("#status-time"));
        assertEquals("1.2 MB", text("#status-size"));
        assertEquals("(100 KB on the wire)", text("#status-wire"));
        assertEquals("HTTP/2", text("#status-protocol"));
    }

    @Test
    void jsonIsLaidOutWithDuplicateKeysAndNumbersAsTheyCame() {
        show(Answers.json(JSON));
        awaitBody("{\n  \"b\": 1.0,\n  \"a\": [\n    true,\n    null\n  ],\n  \"b\": \"x\"\n}");
        assertEquals("JSON · UTF-8", text("#body-kind"));
    }

    @Test
    void rawShowsTheBodyAsItCame() {
        show(Answers.json(JSON));
        awaitBody("{\n");
        press("#mode-raw");
        assertEquals(JSON, body());
        press("#mode-pretty");
        awaitBody("{\n");
    }

    @Test
    void brokenJsonIsShownToItsEndAndTheByteIsNamed() {
        show(Answers.json("{\"a\":1,<html>oops"));
        awaitBody("{\n  \"a\": 1,\n<html>oops");
        assertTrue(text("#notice").contains("Not valid JSON from byte 7 on"), text("#notice"));
    }

    @Test
    void aLatin1BodyIsReadInItsCharset() {
        show(Answers.received(Answers.response(200, "OK", "text/plain; charset=ISO-8859-1", TestBody.of("Grüße".getBytes(StandardCharsets.ISO_8859_1)))));
        awaitBody("Grüße");
        assertEquals("Text · ISO-8859-1", text("#body-kind"));
    }

    @Test
    void bytesAreShownAsHexadecimal() {
        show(Answers.received(Answers.response(200, "OK", "application/octet-stream", TestBody.of(new byte[] {0, 1, 2, 'A', (byte) 0xFF}))));
        awaitBody("00000000  00 01 02 41 ff");
        assertTrue(body().endsWith("...A."), body());
    }

    @Test
    void anEmptyBodySaysSo() {
        show(Answers.received(Answers.response(204, "No Content", "", TestBody.of(""))));
        FxStage.await("the sentence", () -> labels().contains("The answer has no body."));
    }

    @Test
    void aBigBodyIsReadableRawAndThenLaidOut() {
        var big = "[" + "{\"id\":1,\"name\":\"abc\"},".repeat(100_000) + "null]";
        show(Answers.json(big));
        awaitBody("[{\"id\":1");
        awaitBody("[\n  {\n    \"id\": 1,");
        FxStage.await("the end of the notice", () -> text("#notice").isEmpty());
        assertTrue(find("#body-text", TextView.class).orElseThrow().paragraphs().count() > 400_000);
    }

    @Test
    void aNewerAnswerWinsOverTheFormattingOfAnOlderOne() {
        show(Answers.json("[" + "{\"id\":1,\"name\":\"abc\"},".repeat(400_000) + "null]"));
        show(Answers.json("{\"new\":1}"));
        awaitBody("{\n  \"new\": 1\n}");
        FxStage.await("all temporary files given back", () -> scratchFiles() == 0);
        awaitBody("{\n  \"new\": 1\n}");
    }

    private long scratchFiles() {
        try (var files = Files.list(folder.resolve("scratch"))) {
            return files.count();
        } catch (java.io.IOException e) {
            return 0;
        }
    }

    @Test
    void findCountsMarksAndGoesToTheNextPlace() {
        show(Answers.json("[\"one\",\"ONE\",\"two\",\"one\"]"));
        awaitBody("[\n");
        FxStage.run(pane::find);
        FxStage.run(() -> ((TextField) pane.node().lookup("#find-field")).setText("one"));
        FxStage.await("three places", () -> text("#find-count").equals("1 of 3"));
        FxStage.run(() -> ((TextField) pane.node().lookup("#find-field")).fireEvent(key(javafx.scene.input.KeyCode.ENTER)));
        assertEquals("2 of 3", text("#find-count"));
        FxStage.run(() -> ((TextField) pane.node().lookup("#find-field")).setText("nowhere"));
        FxStage.await("no place", () -> text("#find-count").equals("no match"));
    }

    @Test
    void findGoesToALine() {
        show(Answers.json("[" + "1,".repeat(5_000) + "1]"));
        awaitBody("[\n");
        FxStage.run(pane::find);
        FxStage.run(() -> ((TextField) pane.node().lookup("#find-field")).setText(":4000"));
        FxStage.await("the caret in line 4000", () -> find("#body-text", TextView.class).orElseThrow().caret().at().paragraph() == 3999);
        assertTrue(find("#body-text", TextView.class).orElseThrow().position().paragraph() > 3900);
    }

    private static javafx.scene.input.KeyEvent key(javafx.scene.input.KeyCode code) {
        return new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void selectingAllAndCopyingTakesTheTextWithoutFolds() {
        var line = "\"" + "x".repeat(5_000) + "\"";
        show(Answers.json(line));
        awaitBody("\"xxx");
        FxStage.run(() -> {
            var view = (TextView) pane.node().lookup("#body-text");
            view.caret().selectAll();
            view.caret().copy();
        });
        assertEquals(line, FxStage.on(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void aLongSelectionIsReadBehindTheWindow() {
        show(Answers.json("[" + "7,".repeat(3_000) + "7]"));
        awaitBody("[\n  7,\n");
        FxStage.run(() -> {
            Clipboard.getSystemClipboard().clear();
            var view = (TextView) pane.node().lookup("#body-text");
            view.caret().selectAll();
            view.caret().copy();
            assertEquals("Copying …", ((Labeled) pane.node().lookup("#notice")).getText());
            assertFalse(Clipboard.getSystemClipboard().hasString());
        });
        FxStage.await("the copied text", () -> text("#notice").startsWith("Copied "));
        assertEquals("[\n" + "  7,\n".repeat(3_000) + "  7\n]", FxStage.on(() -> Clipboard.getSystemClipboard().getString()).stripTrailing());
    }

    @Test
    void saveWritesTheBodyAsItCame() throws Exception {
        target.set(folder.resolve("kept.json"));
        show(Answers.json(JSON));
        awaitBody("{\n");
        FxStage.run(() -> pane.node().lookupAll(".icon-button").stream().filter(Button.class::isInstance).map(Button.class::cast).filter(b -> b.getAccessibleText().startsWith("Save")).findFirst().orElseThrow().fire());
        FxStage.await("the notice", () -> text("#notice").startsWith("Saved "));
        assertEquals(JSON, Files.readString(target.get()));
    }

    @Test
    void headersAreListedCountedAndFiltered() {
        show(Answers.received(Answers.response(200, "OK", "text/plain", TestBody.of("x"), new Header("X-Request-Id", "77"))));
        press("#response-headers");
        var table = find("#headers-table", TableView.class).orElseThrow();
        assertEquals(3, table.getItems().size());
        FxStage.run(() -> ((TextField) pane.node().lookup("#headers-filter")).setText("request-id"));
        assertEquals(List.of(new Header("X-Request-Id", "77")), table.getItems());
    }

    @Test
    void cookiesShowWhatEachSetCookieSays() {
        show(Answers.received(Answers.response(200, "OK", "text/plain", TestBody.of("x"), new Header("Set-Cookie", "sid=abc=1; Path=/app; HttpOnly; Secure; SameSite=Lax; Max-Age=60"))));
        press("#response-cookies");
        var table = find("#cookies-table", TableView.class).orElseThrow();
        assertEquals(new SetCookies("sid", "abc=1", "api.test", "/app", "in 60 s", "Secure HttpOnly SameSite=Lax", "200 /items", ""), table.getItems().getFirst());
    }

    @Test
    void redirectsAreHopsWithTheirOwnHeaders() {
        var first = new Hop(Answers.wire("GET", "http://api.test/old"), Answers.response(302, "Found", "", TestBody.of(""), new Header("Location", "/new")), Hop.Why.FIRST);
        var last = new Hop(Answers.wire("GET", "http://api.test/new"), Answers.response(200, "OK", "text/plain", TestBody.of("here")), Hop.Why.REDIRECT);
        show(new Outcome.Received(List.of(first, last)));
        assertEquals("1 redirect", text("#status-hops"));
        assertEquals("286 ms", text("#status-time"));
        press("#response-headers");
        FxStage.run(() -> {
            @SuppressWarnings("unchecked")
            var hops = (ComboBox<Hop>) pane.node().lookup("#headers-hop");
            hops.setValue(first);
        });
        assertTrue(find("#headers-table", TableView.class).orElseThrow().getItems().contains(new Header("Location", "/new")));
    }

    @Test
    void aFailureSaysWhatToDoAndLeadsThere() {
        var asked = new AtomicReference<Failure.Focus>();
        FxStage.run(() -> pane.onFocus(asked::set));
        show(Outcome.Failed.before(new Failure.TimedOut("receive", java.time.Duration.ofSeconds(3))));
        assertEquals("The answer did not end in time: gave up after 3000 ms while it was still coming.", text("#failure-sentence"));
        assertTrue(text("#failure-advice").startsWith("Raise the timeout"));
        press("#failure-mend");
        assertEquals(Failure.Focus.SETTINGS, asked.get());
        press("#failure-show");
        assertTrue(find("#failure-details", TextArea.class).orElseThrow().getText().contains("Nothing was sent."));
    }

    @Test
    void whatCameBeforeAFailureCanBeRead() {
        var partial = Answers.response(200, "OK", "application/json", TestBody.of("{\"half\":"));
        show(new Outcome.Failed(new Failure.ConnectionLost("api.test:443", "unexpected end"), Answers.wire("GET", "http://api.test/"), partial, List.of()));
        press("#failure-partial");
        awaitBody("{\n  \"half\": ");
        assertTrue(text("#response-banner").contains("This is what arrived: 8 B."), text("#response-banner"));
    }

    @Test
    void aFailureThatNoSettingMendsCanBeTriedAgainAndCopied() {
        var retries = new AtomicInteger();
        FxStage.run(() -> pane.onRetry(retries::incrementAndGet));
        var partial = Answers.response(200, "OK", "text/plain", TestBody.of("half"), new Header("Content-Length", "200"));
        show(new Outcome.Failed(new BadAnswer.Truncated("api.test:443", "the server closed the connection", 4, 200), Answers.wire("GET", "http://api.test/"), partial, List.of()));
        assertEquals("The answer of api.test:443 is not complete: the server closed the connection after 4 bytes of 200 bytes.", text("#failure-sentence"));
        assertTrue(find("#failure-mend", Button.class).isEmpty());
        assertEquals("Show what arrived (4 B)", text("#failure-partial"));
        press("#failure-retry");
        assertEquals(1, retries.get());
        press("#failure-copy");
        assertEquals("Copied", text("#failure-copy"));
        var copied = FxStage.on(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains("GET http://api.test/") && copied.contains("Content-Length: 200") && copied.contains("is not complete"), copied);
    }

    @Test
    void aCancelledAnswerKeepsItsBytesAndSaysSo() {
        var partial = Answers.response(200, "OK", "text/plain", TestBody.of("first half"));
        show(new Outcome.Cancelled(Answers.wire("GET", "http://api.test/"), partial, List.of()));
        awaitBody("first half");
        assertEquals("Cancelled: the 10 B that came until then are kept and shown.", text("#response-banner"));
    }

    @Test
    void aSlowAnswerShowsTimeBytesAndCancel() {
        var cancels = new AtomicInteger();
        FxStage.run(() -> pane.onCancel(cancels::incrementAndGet));
        show(new TabState.Sending(Instant.now(), 0, 0, 0));
        assertEquals("", text("#sending"));
        FxStage.await("the spinner", () -> text("#sending").startsWith("Sending … "));
        show(new TabState.Sending(Instant.now(), 200, 3_400_000, 86_000));
        assertTrue(text("#sending").startsWith("200 · 3.4 MB (86 KB on the wire) · "), text("#sending"));
        press("#cancel");
        assertEquals(1, cancels.get());
    }

    @Test
    void aQuickAnswerNeverShowsTheSpinner() {
        FxStage.run(() -> {
            pane.show(new TabState.Sending(Instant.now(), 0, 0, 0));
            pane.show(new TabState.Done(Answers.json("{}")));
        });
        awaitBody("{}");
        assertNull(FxStage.on(() -> pane.node().lookup("#sending")));
        assertFalse(text("#status").isEmpty());
    }

    @Test
    void sendingAgainKeepsScrollOfTheSameKindOfAnswer() {
        var answer = Answers.json("[" + "1,".repeat(5_000) + "1]");
        show(answer);
        awaitBody("[\n");
        FxStage.run(() -> ((TextView) pane.node().lookup("#body-text")).scroll(2_000));
        show(new TabState.Sending(Instant.now(), 0, 0, 0));
        show(Answers.json("[" + "2,".repeat(5_000) + "1]"));
        awaitBody("[\n  2");
        assertEquals(100, find("#body-text", TextView.class).orElseThrow().position().paragraph());
    }

    @Test
    void theExchangeOfAFailureCanBeSeen() {
        var trace = new dev.posthorn.model.Trace(new dev.posthorn.model.Connection("127.0.0.1:5", "127.0.0.1:80", "", false, null), List.of(), List.of(),
                new dev.posthorn.model.Heads("GET /late HTTP/1.1\r\nHost: api.test\r\n\r\n", "", true));
        show(new Outcome.Failed(new Failure.TimedOut("wait", java.time.Duration.ofSeconds(3)), Answers.wire("GET", "http://api.test/late"), null, List.of(), trace));
        press("#failure-show");
        assertTrue(find("#failure-details", TextArea.class).orElseThrow().getText().contains("Connected to: 127.0.0.1:80"));
        press("#response-exchange");
        press("#exchange-raw");
        FxStage.await("the head that was sent", () -> find("#raw-sent", TextView.class).map(v -> Caret.text(v.paragraphs(), Place.START, new Place(0, 99), 99)).orElse("").equals("GET /late HTTP/1.1"));
        press("#response-body");
        assertTrue(text("#failure-sentence").startsWith("No answer in time"), text("#failure-sentence"));
    }
}
