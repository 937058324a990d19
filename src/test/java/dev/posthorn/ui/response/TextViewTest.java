package dev.posthorn.ui.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.text.Lines;
import dev.posthorn.text.Source;
import dev.posthorn.text.Tokenizers;
import dev.posthorn.ui.kit.Theme;
import java.nio.charset.StandardCharsets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TextViewTest {

    private TextView view;
    private FxStage window;

    @BeforeEach
    void open() {
        window = FxStage.open(500, 300, Theme.LIGHT, () -> {
            view = new TextView();
            view.getStylesheets().add(Theme.sheet(TextView.class, "response.css"));
            return view;
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void show(String text) {
        FxStage.on(() -> {
            view.show(new TextParagraphs(Lines.of(Source.of(text.getBytes(StandardCharsets.UTF_8))), Tokenizers.lexer("text")));
            view.requestFocus();
            view.layout();
            return null;
        });
    }

    private void key(KeyCode code, boolean shift, boolean control) {
        FxStage.run(() -> {
            view.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
            view.layout();
        });
    }

    private void mouse(javafx.event.EventType<MouseEvent> type, double x, double y, int clicks) {
        FxStage.run(() -> view.fireEvent(new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, clicks, false, false, false, false, true, false, false, true, false, true, null)));
    }

    private String selected() {
        return FxStage.on(() -> view.caret().selected());
    }

    @Test
    void theKeyboardMovesAndSelects() {
        show("one two\nthree\nfour");
        key(KeyCode.RIGHT, false, true);
        key(KeyCode.DOWN, true, false);
        assertEquals(" two\nthr", selected());
        key(KeyCode.END, true, true);
        assertEquals(" two\nthree\nfour", selected());
        key(KeyCode.HOME, false, false);
        assertEquals(new Place(2, 0), FxStage.on(() -> view.caret().at()));
        key(KeyCode.LEFT, false, false);
        assertEquals(new Place(1, 5), FxStage.on(() -> view.caret().at()));
        key(KeyCode.A, false, true);
        assertEquals("one two\nthree\nfour", selected());
    }

    @Test
    void aDoubleClickTakesAWordAndATripleClickTheLine() {
        show("one two\nthree");
        mouse(MouseEvent.MOUSE_PRESSED, 60, 5, 2);
        assertEquals("one", selected());
        mouse(MouseEvent.MOUSE_PRESSED, 60, 5, 3);
        assertEquals("one two", selected());
    }

    @Test
    void draggingSelectsAcrossLines() {
        show("one two\nthree\nfour");
        mouse(MouseEvent.MOUSE_PRESSED, 0, 5, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, 0, 45, 1);
        assertEquals("one two\nthree\n", selected());
    }

    @Test
    void theCaretPassesAPairOfSurrogatesInOneStep() {
        show("a🚀b");
        key(KeyCode.RIGHT, false, false);
        key(KeyCode.RIGHT, false, false);
        assertEquals(3, FxStage.on(() -> view.caret().at().offset()));
    }

    @Test
    void wrappingShowsTheEndOfALongLineWithoutScrollingSideways() {
        show("x".repeat(300) + "END\nnext");
        FxStage.run(() -> {
            view.wrapProperty().set(true);
            view.layout();
        });
        var rows = FxStage.on(() -> view.laid(0).rows().length);
        assertTrue(rows >= 4, rows + " rows");
        mouse(MouseEvent.MOUSE_PRESSED, 400, rows * 20 + 5, 3);
        assertEquals("next", selected());
    }

    @Test
    void theEndOfTheTextStandsAtTheLowerEdge() {
        show("line\n".repeat(999) + "last");
        FxStage.run(() -> {
            view.scroll(1_000_000);
            view.layout();
        });
        var top = FxStage.on(() -> view.position().paragraph());
        assertTrue(top > 980 && top < 990, "top " + top);
        FxStage.run(() -> view.scroll(-1_000_000));
        assertEquals(Viewport.Position.START, FxStage.on(() -> view.position()));
    }

    @Test
    void anotherThemeChangesTheColoursAtOnce() {
        show("text");
        var light = FxStage.on(() -> window.scene().snapshot(null).getPixelReader().getArgb(300, 150));
        window.theme(Theme.DARK);
        FxStage.await("the dark background", () -> window.scene().snapshot(null).getPixelReader().getArgb(300, 150) != light);
        assertNotEquals(light, FxStage.on(() -> window.scene().snapshot(null).getPixelReader().getArgb(300, 150)));
    }
}
