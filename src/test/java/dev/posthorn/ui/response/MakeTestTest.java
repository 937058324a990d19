package dev.posthorn.ui.response;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.TabState;
import dev.posthorn.workbench.TestIdea;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A test is made of what stands in an answer, with a key.
final class MakeTestTest {

    @TempDir
    private Path folder;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> made = new CopyOnWriteArrayList<>();
    private ResponsePane pane;
    private FxStage window;

    @BeforeEach
    void open() {
        window = FxStage.open(960, 480, Theme.LIGHT, () -> {
            pane = new ResponsePane(new Background(executor), folder.resolve("scratch"), _ -> Optional.empty(), InstantSource.system());
            pane.onTest((idea, form) -> made.add(form + " " + (form == TestIdea.Form.ASSERTION ? idea.words() : idea.script().lines().findFirst().orElse(""))));
            return (Parent) pane.node();
        });
        FxStage.run(() -> pane.show(new TabState.Done(Answers.json("{\"user\":{\"id\":7}}"))));
    }

    @AfterEach
    void close() {
        FxStage.run(pane::close);
        window.close();
        executor.close();
    }

    private static void press(Node node, boolean shift) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.M, shift, true, false, false));
    }

    private void awaitMade(String... wanted) {
        FxStage.await("made are " + List.of(wanted), () -> made.size() == wanted.length);
        assertEquals(List.of(wanted), List.copyOf(made));
    }

    @Test
    void ofTheValueAtTheCaret() {
        FxStage.await("the body is laid out", () -> FxStage.on(() -> pane.node().lookup("#body-text") instanceof TextView view && view.paragraphs().count() == 5));
        FxStage.run(() -> {
            var view = (TextView) pane.node().lookup("#body-text");
            view.caret().select(new Place(2, 8), new Place(2, 8));
            press(view, false);
        });
        awaitMade("ASSERTION $.user.id equals 7");
        FxStage.run(() -> press(pane.node().lookup("#body-text"), true));
        awaitMade("ASSERTION $.user.id equals 7", "SCRIPT pm.test(\"user.id is 7\", () => {");
    }

    @Test
    void ofTheStatusAndOfAHeader() {
        FxStage.run(() -> {
            press(pane.node().lookup("#status"), false);
            pane.select("headers");
            pane.node().applyCss();
            var table = (TableView<?>) pane.node().lookup("#headers-table");
            table.getSelectionModel().select(0);
            press(table, false);
        });
        awaitMade("ASSERTION status equals 200", "ASSERTION header Content-Type equals application/json; charset=utf-8");
    }
}
