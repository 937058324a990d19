package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other programs do to the files of the workspace is seen, once and as a whole.
final class WatchTest {

    private static final String FILE = "{\"info\": {\"name\": \"%s\"}, \"item\": [{\"name\": \"r\", \"request\": \"http://x\"}]}";

    @TempDir
    private Path folder;
    private Workspace workspace;
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void open() {
        workspace = new Workspace(new Home(folder.resolve("home")), null);
        workspace.load();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private interface OtherProgram {
        void write() throws IOException;
    }

    private void watch(boolean polling) {
        watch(polling, () -> { });
    }

    /// @param meanwhile what another program does between two readings of a file that is half written
    private void watch(boolean polling, OtherProgram meanwhile) {
        workspace.watch(polling, Duration.ofMillis(200), Duration.ofMillis(700), () -> {
            try {
                meanwhile.write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Reloading.STEP.pause();
        });
        workspace.listen(changes::add);
        workspace.listen(() -> {
            calls.incrementAndGet();
        });
    }

    private Change next() throws InterruptedException {
        var change = changes.poll(60, TimeUnit.SECONDS);
        assertNotNull(change, "no change was told");
        assertTrue(change.outside());
        return change;
    }

    private static String name(Change change) {
        return assertInstanceOf(Opened.Good.class, change.now().getFirst()).collection().name();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOutsideChangeIsShown(boolean polling) throws IOException, InterruptedException {
        var file = write("c.json", FILE.formatted("C"));
        workspace.open(file);
        watch(polling);
        Files.writeString(file, FILE.formatted("Theirs").replace("[{", "[{\"name\": \"new\", \"request\": \"http://n\"}, {"));
        var change = next();
        assertEquals("Theirs", name(change));
        assertEquals(Map.of("/item/0", "/item/1"), change.ids());
        assertEquals(change.now(), workspace.collections());
        // As editors and git save: another file is moved over the old one.
        Files.move(write("c.json.tmp", FILE.formatted("Moved over")), file, StandardCopyOption.REPLACE_EXISTING);
        assertEquals("Moved over", name(next()));
    }

    @Test
    void whatTheProgramWritesItselfIsNoNews() throws IOException, InterruptedException {
        var file = write("c.json", FILE.formatted("C"));
        var opened = assertInstanceOf(Opened.Good.class, workspace.open(file).getFirst());
        watch(false);
        for (var i = 0; i < 5; i++) {
            assertInstanceOf(SaveResult.Saved.class, workspace.save(opened, "/item/0", Request.get("http://" + i), true));
        }
        Files.writeString(file, FILE.formatted("Theirs"));
        for (var i = 0; i < 5; i++) {
            assertEquals(false, changes.take().outside());
        }
        assertEquals("Theirs", name(next()));
        assertNull(changes.poll());
    }

    @Test
    void aFileThatIsHalfWrittenIsNotCalledBad() throws IOException, InterruptedException {
        var file = write("c.json", FILE.formatted("C"));
        workspace.open(file);
        var text = FILE.formatted("Whole");
        var called = new ArrayList<Opened>();
        // The other program writes the rest as soon as the half was read once.
        watch(false, () -> {
            called.add(workspace.collections().getFirst());
            write("c.json", called.size() == 1 ? text : "{ broken for good");
        });
        Files.writeString(file, text.substring(0, 40));
        assertEquals("Whole", name(next()));
        assertInstanceOf(Opened.Good.class, called.getFirst());
        Files.writeString(file, "{ broken for good");
        assertInstanceOf(Opened.Bad.class, next().now().getFirst());
        Files.writeString(file, text);
        assertEquals("Whole", name(next()));
    }

    @Test
    void whatComesUpInAnOpenFolderIsOpenedAndWhatGoesIsGone() throws IOException, InterruptedException {
        write("team/one.json", FILE.formatted("One"));
        workspace.open(folder.resolve("team"));
        watch(false);
        var two = write("team/deep/er/two.json", FILE.formatted("Two"));
        assertEquals("Two", name(next()));
        Files.delete(two);
        assertEquals(java.util.List.of(), next().now());
        assertEquals(1, workspace.collections().size());
        workspace.close(folder.resolve("team/one.json"));
        changes.take();
        write("team/one.json", FILE.formatted("Closed"));
        write("team/three.json", FILE.formatted("Three"));
        assertEquals("Three", name(next()));
        assertEquals(1, workspace.collections().size());
    }

    @Test
    void aBranchSwitchIsOneChange() throws IOException, InterruptedException {
        for (var i = 0; i < 300; i++) {
            write("repo/" + i % 20 + "/" + i + ".json", FILE.formatted("Main " + i));
        }
        workspace.open(folder.resolve("repo"));
        watch(false);
        for (var i = 0; i < 300; i++) {
            write("repo/" + i % 20 + "/" + i + ".json", FILE.formatted("Branch " + i));
        }
        for (var i = 0; i < 300; i++) {
            assertTrue(name(next()).startsWith("Branch"));
        }
        assertTrue(calls.get() <= 3, "listeners were called " + calls.get() + " times");
    }

    @Test
    void aFileThatWasDeletedIsSaidToBeGoneUntilItIsBack() throws IOException, InterruptedException {
        var file = write("sub/c.json", FILE.formatted("C"));
        workspace.open(file);
        watch(false);
        Files.delete(file);
        Files.delete(file.getParent());
        assertTrue(assertInstanceOf(Opened.Bad.class, next().now().getFirst()).reason().contains("no file"));
        write("sub/c.json", FILE.formatted("Back"));
        assertEquals("Back", name(next()));
    }
}
