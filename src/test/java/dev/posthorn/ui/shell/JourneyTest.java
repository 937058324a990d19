package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Outcome;
import dev.posthorn.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with the whole window.
final class JourneyTest {
    private static final Path SAMPLES = Path.of("collections");
    private static final int KEY_COLOUR = 0x0550ae;
    private static final int STRING_COLOUR = 0x0a3069;

    @TempDir
    Path folder;

    private OpenWindow window;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private OpenWindow withSamples() {
        window = new OpenWindow(folder.resolve("home"), SAMPLES);
        return window;
    }

    private OpenWindow with(String collection) throws IOException {
        var file = folder.resolve("mine.postman_collection.json");
        Files.writeString(file, collection);
        window = new OpenWindow(folder.resolve("home"), null);
        window.toChoose = java.util.List.of(file);
        window.perform(Action.OPEN);
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
        return window;
    }

    private static String collection(String items) {
        return """
                {
                  "info": {"name": "Mine", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                  "untouched": {"by":   "us"},
                  "item": [%s]
                }
                """.formatted(items);
    }

    private static String get(String name, String url) {
        return "{\"name\": \"" + name + "\", \"request\": {\"method\": \"GET\", \"url\": \"" + url + "\"}}";
    }

    @Test
    void pickARequestByKeyboardSendItAndReadAColouredAnswer() {
        withSamples();
        window.until("the tree shows the samples", () -> window.scene().lookup("#collections-tree") instanceof TreeView<?> tree && tree.getExpandedItemCount() >= 4);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        window.type("query parameters");
        window.until("the filter leaves one request", () -> window.scene().lookup("#collections-tree") instanceof TreeView<?> tree && tree.getExpandedItemCount() == 3);
        window.press(KeyCode.ENTER);
        window.until("the request is open", () -> window.front() instanceof RequestDocument d && d.title().get().equals("Get with query parameters"));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the answer is there", () -> window.outcome() != null);
        var received = assertInstanceOf(Outcome.Received.class, window.outcome());
        assertEquals(200, received.response().status());
        window.until("the status is shown", () -> window.scene().lookup("#status") instanceof Labeled status && status.getText().contains("200"));
        window.until("the JSON is coloured", () -> pixels("#body-text", KEY_COLOUR) > 10 && pixels("#body-text", STRING_COLOUR) > 10);
        var rows = window.history();
        assertEquals(1, rows.size());
        assertEquals("Get with query parameters", rows.getFirst().name());
        assertEquals(200, rows.getFirst().status());
        assertTrue(rows.getFirst().url().contains("{{demo}}"), "the history keeps what was typed, not the values");
    }

    /// How many pixels of a node have nearly that colour.
    private int pixels(String selector, int wanted) {
        var node = window.scene().lookup(selector);
        if (node == null) {
            return 0;
        }
        var image = node.snapshot(null, null);
        var width = (int) image.getWidth();
        var all = new int[width * (int) image.getHeight()];
        image.getPixelReader().getPixels(0, 0, width, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), all, 0, width);
        var count = 0;
        for (var pixel : all) {
            if (near(pixel >> 16, wanted >> 16) && near(pixel >> 8, wanted >> 8) && near(pixel, wanted)) {
                count++;
            }
        }
        return count;
    }

    private static boolean near(int one, int other) {
        return Math.abs((one & 0xff) - (other & 0xff)) < 24;
    }

    @Test
    void cancellingASlowAnswerLeavesTheWindowAlive() throws IOException {
        with(collection(get("Slow", "{{demo}}/delay/60")));
        window.openThroughPalette("Slow");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is being sent", () -> window.request().sending());
        var pulses = new AtomicInteger();
        var counting = FxThread.get(() -> {
            var timer = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulses.incrementAndGet();
                }
            };
            timer.start();
            return timer;
        });
        window.until("the spinner tells the time", () -> window.shows("#sending"));
        window.until("pulses keep coming", () -> pulses.get() > 30);
        assertTrue(window.request().sending(), "the answer is not there yet");
        FxThread.run(counting::stop);
        window.press(KeyCode.ESCAPE);
        window.until("the send has ended", () -> window.outcome() != null);
        assertInstanceOf(Outcome.Cancelled.class, window.outcome());
        assertFalse(window.request().sending());
    }

    @Test
    void twoTabsSendAtTheSameTimeAndKeepTheirAnswers() throws IOException {
        with(collection(get("Slow one", "{{demo}}/delay/60") + "," + get("Quick one", "{{demo}}/status/204")));
        window.openThroughPalette("Slow one");
        window.until("the first is open", () -> window.front() instanceof RequestDocument);
        var slow = window.request();
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the first is being sent", slow::sending);
        window.openThroughPalette("Quick one");
        window.until("the second is open", () -> window.front() != slow);
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the second has its answer", () -> window.outcome() instanceof Outcome.Received);
        assertTrue(slow.sending(), "the first goes on");
        FxThread.run(slow::cancel);
        window.until("the first is cancelled", () -> !slow.sending());
    }

    @Test
    void savingAnEditChangesThatValueInTheFileAlone() throws IOException {
        var text = collection(get("Hello", "http://localhost/old") + ",\n    " + get("Other", "http://localhost/other"));
        with(text);
        window.openThroughPalette("Hello");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().draft().edit(r -> r.withMethod("PATCH")));
        window.until("the tab is marked", () -> window.front().dirty().get());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !window.front().dirty().get());
        assertEquals(text.replaceFirst("\"GET\"", "\"PATCH\""), Files.readString(folder.resolve("mine.postman_collection.json")));
        window.until("the window says so", () -> window.says("Saved"));
    }

    @Test
    void closingAChangedTabAsksAndLosesNothing() throws IOException {
        with(collection(get("Hello", "http://localhost/old")));
        window.openThroughPalette("Hello");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().draft().edit(r -> r.withDescription("mine")));
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.until("it asks", () -> window.shows("#ask-bar"));
        window.press(KeyCode.ESCAPE);
        window.until("the question is gone", () -> !window.shows("#ask-bar"));
        assertEquals("mine", window.request().draft().value().description());
        window.press(KeyCode.CONTROL, KeyCode.W);
        window.until("it asks again", () -> window.shows("#ask-no"));
        window.robot.clickOn("#ask-no");
        window.until("the tab is closed", () -> window.front() == null);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        window.until("it is open again", () -> window.front() instanceof RequestDocument);
        assertEquals("mine", window.request().draft().value().description());
        assertTrue(window.front().dirty().get());
    }

    @Test
    void quittingWithUnsavedChangesAsks() throws IOException {
        with(collection(get("Hello", "http://localhost/old")));
        window.openThroughPalette("Hello");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().draft().edit(r -> r.withMethod("PUT")));
        window.perform(Action.QUIT);
        window.until("it asks", () -> window.shows("#ask-bar"));
        assertFalse(window.closed.get());
        window.robot.clickOn("#ask-yes");
        window.until("it has quit", window.closed::get);
        assertTrue(Files.readString(folder.resolve("mine.postman_collection.json")).contains("\"PUT\""));
    }

    @Test
    void theTabsOfTheLastTimeAreOpenAgain() throws IOException {
        with(collection(get("First", "http://localhost/1") + "," + get("Second", "http://localhost/2")));
        window.openThroughPalette("First");
        window.openThroughPalette("Second");
        window.until("both are open", () -> window.shell().documents().all().size() == 2);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB);
        window.until("the first is in front", () -> window.front().title().get().equals("First"));
        window.perform(Action.QUIT);
        window.until("it has quit", window.closed::get);
        window.close();
        window = new OpenWindow(folder.resolve("home"), null);
        assertEquals(2, window.shell().documents().all().size());
        assertEquals("First", window.front().title().get());
    }

    @Test
    void aLookTakesThePreviewTabAndAnEditKeepsIt() throws IOException {
        with(collection(get("First", "http://localhost/1") + "," + get("Second", "http://localhost/2") + "," + get("Third", "http://localhost/3")));
        window.press(KeyCode.ALT, KeyCode.DIGIT1);
        window.until("the tree has the keyboard", () -> window.scene().getFocusOwner() instanceof TreeView<?>);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.SPACE);
        window.until("the first is shown", () -> window.front() instanceof RequestDocument d && d.title().get().equals("First"));
        window.press(KeyCode.DOWN);
        window.press(KeyCode.SPACE);
        window.until("the second is shown", () -> window.front().title().get().equals("Second"));
        assertEquals(1, window.shell().documents().all().size());
        FxThread.run(() -> window.request().draft().edit(r -> r.withMethod("PUT")));
        window.press(KeyCode.DOWN);
        window.press(KeyCode.SPACE);
        window.until("the third is shown", () -> window.front().title().get().equals("Third"));
        assertEquals(2, window.shell().documents().all().size());
    }

    @Test
    void aNewRequestIsSavedIntoAFolder() throws IOException {
        with(collection(get("Hello", "http://localhost/old")));
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.until("a new tab is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().draft().edit(r -> r.withAddress("http://localhost/new", java.util.List.of(), java.util.List.of())));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it asks where", () -> window.shows("#save-name"));
        FxThread.run(() -> ((TextField) window.scene().lookup("#save-name")).setText("Brand new"));
        window.press(KeyCode.ENTER);
        window.until("it is saved", () -> window.front().place().isPresent() && !window.front().dirty().get());
        assertTrue(Files.readString(folder.resolve("mine.postman_collection.json")).contains("Brand new"));
        assertEquals("Brand new", window.front().title().get());
    }

    @Test
    void aFileThatIsNoCollectionIsSaidInWords() throws IOException {
        withSamples();
        var bad = folder.resolve("letter.json");
        Files.writeString(bad, "Dear Sir,");
        window.toChoose = java.util.List.of(bad);
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.until("a note names the file", () -> window.says("letter.json"));
    }

    @Test
    void theThemeChangesAtOnce() {
        withSamples();
        window.perform(Action.THEME_DARK);
        assertTrue(window.scene().getStylesheets().contains(Theme.sheet(Theme.class, "dark.css")));
        window.perform(Action.THEME_LIGHT);
        assertTrue(window.scene().getStylesheets().contains(Theme.sheet(Theme.class, "light.css")));
    }

    @Test
    void theWindowGrowsAndShrinksByKeys() {
        withSamples();
        window.press(KeyCode.CONTROL, KeyCode.EQUALS);
        window.until("it is larger", () -> window.shell().memory().scale() == 110);
        window.press(KeyCode.CONTROL, KeyCode.MINUS);
        window.press(KeyCode.CONTROL, KeyCode.MINUS);
        window.press(KeyCode.CONTROL, KeyCode.MINUS);
        window.press(KeyCode.CONTROL, KeyCode.MINUS);
        window.until("it is as small as can be", () -> window.shell().memory().scale() == 80);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        window.until("it is as it was", () -> window.shell().memory().scale() == 100);
    }

    @Test
    void middleClickClosesATab() throws IOException {
        with(collection(get("Hello", "http://localhost/old")));
        window.openThroughPalette("Hello");
        window.until("it is open", () -> window.shows(".document-tab"));
        window.robot.clickOn(".document-tab", MouseButton.MIDDLE);
        window.until("it is closed", () -> window.front() == null && window.shows("#welcome"));
    }

    @Test
    void anEnvironmentIsEditedAndSaved() {
        withSamples();
        var environment = FxThread.get(() -> window.shell().desk().environments().getFirst());
        FxThread.run(() -> window.shell().tabs().edit(environment));
        window.until("it is open", () -> window.shows("#environment-table"));
        window.robot.clickOn("#use-environment");
        window.until("it is in use", () -> window.shell().desk().chosen().equals(environment.environment().name()));
    }
}
