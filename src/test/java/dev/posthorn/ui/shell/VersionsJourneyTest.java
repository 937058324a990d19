package dev.posthorn.ui.shell;

import static dev.posthorn.ui.shell.OpenedCollection.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of what a person edits while another program writes the same file, after a crash, and of earlier versions.
final class VersionsJourneyTest {

    @TempDir
    Path folder;

    private OpenedCollection opened;
    private OpenWindow window;
    private Path file;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private void open() throws IOException {
        opened = new OpenedCollection(folder);
        window = opened.window;
        file = opened.file;
    }

    /// As they are at this moment: what is just being written may be gone when its turn comes.
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.toString().endsWith(".new")) {
                    Files.copy(file, to.resolve(from.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (problem instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw problem;
            }
        });
    }

    @Test
    void aChangeOutsideIsShownAtOnceAndAsksWhereThereAreOwnChanges() throws IOException {
        open();
        window.openThroughPalette("Ping");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        var ping = window.request();
        Files.writeString(file, TEXT.replace("localhost/ping", "localhost/outside"));
        window.until("a tab without changes follows", () -> ping.draft().value().url().equals("http://localhost/outside"));
        FxThread.run(() -> ping.draft().edit(r -> r.withMethod("PUT")));
        Files.writeString(file, TEXT.replace("localhost/ping", "localhost/again"));
        window.until("it asks", () -> window.shows("#conflict-bar"));
        assertEquals("PUT", ping.draft().value().method());
        window.robot.clickOn("#conflict-compare");
        window.until("both are shown", () -> window.shows("#compare-lines"));
        window.robot.clickOn("#compare-theirs");
        window.until("theirs is taken", () -> ping.draft().value().url().equals("http://localhost/again") && !ping.dirty().get());
        assertFalse(window.shows("#conflict-bar"));
    }

    @Test
    void keepingOnesOwnVersionSavesOverTheOther() throws IOException {
        open();
        window.openThroughPalette("Ping");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        var ping = window.request();
        FxThread.run(() -> ping.draft().edit(r -> r.withMethod("PUT")));
        Files.writeString(file, TEXT.replace("localhost/ping", "localhost/outside"));
        window.until("it asks", () -> window.shows("#conflict-mine"));
        window.robot.clickOn("#conflict-mine");
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !ping.dirty().get());
        assertEquals(TEXT.replace("\"GET\", \"url\": \"http://localhost/ping\"", "\"PUT\", \"url\": \"http://localhost/ping\""), opened.text());
    }

    @Test
    void whatWasTypedIsBackAfterACrash() throws IOException {
        open();
        window.openThroughPalette("Ping");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().draft().edit(r -> r.withDescription("not saved")));
        window.drafts().flush();
        copy(folder.resolve("home"), folder.resolve("crashed"));
        window.close();
        window = new OpenWindow(folder.resolve("crashed"), null);
        window.until("the tab is back", () -> window.front() instanceof RequestDocument && window.front().dirty().get());
        assertEquals("not saved", window.request().draft().value().description());
        window.until("it is said", () -> window.says("are back"));
        assertEquals(TEXT, opened.text());
    }

    private LevelDocument level(String item) {
        FxThread.run(() -> window.shell().tabs().open(new dev.posthorn.ui.sidebar.Place(file, item), true));
        window.until("it is open", () -> window.front() instanceof LevelDocument l && l.at().item().equals(item));
        return (LevelDocument) window.front();
    }

    @Test
    void whatAFolderAndACollectionSetIsBackAfterACrashToo() throws IOException {
        open();
        var users = level("/item/0");
        FxThread.run(() -> users.draft().edit(l -> l.withDescription("of the folder")));
        var mine = level("");
        FxThread.run(() -> mine.draft().edit(l -> l.withVariables(List.of(new dev.posthorn.model.Entry("token", "s3cret-value", "", true, true)))));
        window.drafts().flush();
        copy(folder.resolve("home"), folder.resolve("crashed"));
        assertFalse(Files.readString(folder.resolve("crashed/drafts/journal-1")).contains("s3cret-value"));
        window.close();
        window = new OpenWindow(folder.resolve("crashed"), null);
        window.until("both are back", () -> window.shell().documents().dirty().size() == 2);
        window.until("it is said", () -> window.says("Unsaved changes of 2 tabs are back"));
        assertEquals("of the folder", level("/item/0").draft().value().description());
        assertEquals("s3cret-value", level("").draft().value().variables().getFirst().value());
        assertEquals(TEXT, opened.text());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("the one in front is saved", () -> window.shell().documents().dirty().size() == 1);
        window.drafts().flush();
        assertEquals(1, window.drafts().load().size());
    }

    @Test
    void aFolderThatWasChangedHereAndOutsideAsksWhichVersionCounts() throws IOException {
        open();
        var users = level("/item/0");
        Files.writeString(file, TEXT.replace("{\"name\": \"Users\",", "{\"name\": \"Users\", \"description\": \"outside\","));
        window.until("a tab without changes follows", () -> users.draft().value().description().equals("outside") && !users.dirty().get());
        FxThread.run(() -> users.draft().edit(l -> l.withDescription("mine")));
        Files.writeString(file, TEXT.replace("{\"name\": \"Users\",", "{\"name\": \"Users\", \"description\": \"again\","));
        window.until("it asks", () -> window.shows("#conflict-bar") && window.says("This folder was changed outside"));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("nothing is written before that is said", () -> window.says("Say first which version counts"));
        assertTrue(opened.text().contains("again"));
        window.robot.clickOn("#conflict-compare");
        window.until("both are shown", () -> window.shows("#compare-lines") && window.says("They differ in: docs."));
        window.robot.clickOn("#compare-mine");
        window.until("mine is a change over theirs", () -> !window.shows("#conflict-bar") && users.dirty().get());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !users.dirty().get());
        assertTrue(opened.text().contains("mine") && !opened.text().contains("again"));
    }

    @Test
    void aFolderThatWasDeletedOutsideIsSavedAsANewOne() throws IOException {
        open();
        var users = level("/item/0");
        FxThread.run(() -> users.draft().edit(l -> l.withDescription("mine")));
        Files.writeString(file, TEXT.replaceAll("(?s)    \\{\"name\": \"Users\".*?\\]\\},\n", ""));
        window.until("it asks", () -> window.says("This folder was deleted"));
        window.robot.clickOn("#conflict-save");
        window.until("it is there again", () -> !users.dirty().get() && opened.rows().contains("Users"));
        assertFalse(window.shows("#conflict-bar"));
        assertTrue(opened.text().contains("mine") && opened.text().contains("Ping"));
    }

    @Test
    void anEarlierVersionIsRestoredAsAChange() throws IOException {
        open();
        window.openThroughPalette("Ping");
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        var ping = window.request();
        FxThread.run(() -> ping.draft().edit(r -> r.withMethod("DELETE")));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !ping.dirty().get());
        window.perform(Action.VERSIONS);
        window.until("the version is listed", () -> window.shows("#versions-list"));
        window.until("it says what changed", () -> window.scene().getRoot().lookupAll(".label").stream().anyMatch(n -> n instanceof Labeled l && l.getText().contains("changed: method")));
        window.robot.clickOn("#versions-restore");
        window.until("it is back, to be saved", () -> ping.draft().value().method().equals("GET") && ping.dirty().get());
    }
}
