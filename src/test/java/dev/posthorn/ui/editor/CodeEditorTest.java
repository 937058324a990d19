package dev.posthorn.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.posthorn.model.Entry;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CodeEditorTest {

    private final List<String> heard = new ArrayList<>();
    private CodeEditor editor;
    private Stage stage;

    @BeforeEach
    void open() {
        var scopes = new Scopes(List.of(Scope.of("environment Demo", List.of(Entry.of("id", "7")))));
        editor = OnFx.get(() -> new CodeEditor(Languages.of("json"), new Variables(() -> scopes), new Background(task -> Thread.ofVirtual().start(task))));
        editor.onEdit(heard::add);
        stage = OnFx.show(editor, 600, 300);
        OnFx.run(editor::requestFocus);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    private void awaitStyle(int index, String style) {
        OnFx.until(style + " at " + index, () -> String.join(" ", editor.area().getStyleOfChar(index)).equals(style));
    }

    @Test
    void bracketsAndQuotesCloseThemselvesAndAreTypedOver() {
        OnFx.type(stage, "{\"a\"");
        assertEquals("{\"a\"}", OnFx.get(editor::text));
        OnFx.press(stage, KeyCode.BACK_SPACE);
        OnFx.type(stage, "\":[");
        assertEquals("{\"a\":[]}", OnFx.get(editor::text));
        OnFx.press(stage, KeyCode.BACK_SPACE);
        assertEquals("{\"a\":}", OnFx.get(editor::text));
        assertEquals("{\"a\":}", heard.getLast());
    }

    @Test
    void enterBetweenBracketsIndents() {
        OnFx.type(stage, "{");
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.type(stage, "[");
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.type(stage, "1");
        assertEquals("{\n  [\n    1\n  ]\n}", OnFx.get(editor::text));
    }

    @Test
    void tokensAndVariablesAreColoured() {
        OnFx.run(() -> editor.show("{\"k\": \"x{{id}}y\", \"n\": {{none}}}"));
        awaitStyle(2, "tok-key");
        awaitStyle(7, "tok-string");
        awaitStyle(10, "variable");
        awaitStyle(14, "tok-string");
        awaitStyle(26, "variable-missing");
        assertEquals(List.of(), heard);
    }

    @Test
    void aKeystrokeKeepsTheColoursAroundIt() {
        OnFx.run(() -> editor.show("[\"a\",\n1,\n\"b\"]"));
        awaitStyle(1, "tok-string");
        OnFx.run(() -> editor.area().insertText(6, "2"));
        awaitStyle(7, "tok-number");
        awaitStyle(10, "tok-string");
        OnFx.run(() -> editor.area().insertText(0, "{"));
        awaitStyle(2, "tok-string");
        awaitStyle(11, "tok-string");
    }

    @Test
    void aVeryLongLineStaysPlainWhileTheOthersAreColoured() {
        OnFx.run(() -> editor.show("[1,\n\"" + "x".repeat(5_000) + "\",\n2]"));
        awaitStyle(1, "tok-number");
        awaitStyle(editor.text().length() - 2, "tok-number");
        assertEquals(List.of(), List.copyOf(OnFx.get(() -> editor.area().getStyleOfChar(100))));
    }

    @Test
    void aTextThatIsShownCannotBeUndoneAway() {
        OnFx.run(() -> editor.show("[1]"));
        OnFx.press(stage, KeyCode.Z, KeyCode.CONTROL);
        assertEquals("[1]", OnFx.get(editor::text));
    }

    @Test
    void findGoesFromHitToHitAndEscapeCloses() {
        OnFx.run(() -> editor.show("ab AB ab"));
        OnFx.press(stage, KeyCode.F, KeyCode.CONTROL);
        OnFx.run(() -> ((TextField) editor.lookup("#find")).setText("ab"));
        assertEquals("0-2", selection());
        OnFx.press(stage, KeyCode.ENTER);
        assertEquals("3-5", selection());
        OnFx.press(stage, KeyCode.ENTER, KeyCode.SHIFT);
        OnFx.press(stage, KeyCode.ENTER, KeyCode.SHIFT);
        assertEquals("6-8", selection());
        OnFx.press(stage, KeyCode.ESCAPE);
        assertNull(OnFx.get(() -> editor.lookup("#find")));
    }

    private String selection() {
        return OnFx.get(() -> editor.area().getSelection().getStart() + "-" + editor.area().getSelection().getEnd());
    }

    @Test
    void formattingIsOneEditThatUndoTakesBack() {
        OnFx.run(() -> editor.show("[1,2]"));
        OnFx.press(stage, KeyCode.F, KeyCode.CONTROL, KeyCode.SHIFT);
        OnFx.until("the text is laid out", () -> editor.text().equals("[\n  1,\n  2\n]"));
        OnFx.press(stage, KeyCode.Z, KeyCode.CONTROL);
        assertEquals("[1,2]", OnFx.get(editor::text));
    }
}
