package dev.posthorn.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Entry;
import dev.posthorn.ui.kit.OnFx;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.kit.Variables;
import dev.posthorn.vars.Scope;
import dev.posthorn.vars.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class VariableFieldTest {

    private final AtomicReference<Scopes> scopes = new AtomicReference<>(new Scopes(List.of(Scope.of("environment Demo", List.of(
            Entry.of("host", "example.org"), Entry.of("hotel", "Ritz"), Entry.of("key", "s3cr3t").withSecret(true))))));
    private final List<String> heard = new ArrayList<>();
    private VariableField field;
    private Stage stage;

    @BeforeEach
    void open() {
        field = OnFx.get(() -> new VariableField(new Variables(scopes::get)));
        field.onEdit(heard::add);
        stage = OnFx.show(OnFx.get(() -> new VBox(field)), 400, 200);
        OnFx.run(field::requestFocus);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    private String styleAt(int index) {
        return OnFx.get(() -> String.join(" ", field.field().getStyleOfChar(index)));
    }

    @Test
    void variablesAreColouredByWhetherTheyHaveAValue() {
        OnFx.run(() -> field.show("http://{{host}}/{{none}}?{{key}}"));
        assertEquals("", styleAt(0));
        assertEquals("variable", styleAt(8));
        assertEquals("variable-missing", styleAt(18));
        assertEquals("variable-secret", styleAt(27));
        assertTrue(heard.isEmpty());
    }

    /// With a sheet for each field a window of many fields is slow.
    @Test
    void manyFieldsHaveOneSheetWhichOutlivesAChoiceOfTheTheme() {
        var root = (VBox) stage.getScene().getRoot().getChildrenUnmodifiable().getFirst();
        OnFx.run(() -> {
            for (var i = 0; i < 20; i++) {
                root.getChildren().add(new VariableField(Variables.none()));
            }
        });
        OnFx.run(() -> Theme.LIGHT.applyTo(stage.getScene()));
        assertEquals(List.of("posthorn.css", "light.css", "editor.css"), OnFx.get(() -> stage.getScene().getStylesheets().stream().map(s -> s.substring(s.lastIndexOf('/') + 1)).toList()));
        assertTrue(OnFx.get(() -> root.getChildren().stream().allMatch(n -> ((VariableField) n).getStylesheets().isEmpty())));
    }

    @Test
    void anotherEnvironmentColoursThemAgain() {
        OnFx.run(() -> field.show("{{host}}"));
        scopes.set(Scopes.none());
        OnFx.run(field::recolour);
        assertEquals("variable-missing", styleAt(3));
    }

    @Test
    void aVariableIsCompletedWhileItIsTyped() {
        OnFx.type(stage, "http://{{ho");
        assertTrue(OnFx.get(() -> field.suggestions().showing()));
        assertEquals(List.of("host", "hotel"), OnFx.get(() -> field.suggestions().offered().stream().map(s -> s.label()).toList()));
        OnFx.press(stage, KeyCode.DOWN);
        OnFx.press(stage, KeyCode.ENTER);
        assertEquals("http://{{hotel}}", OnFx.get(field::text));
        OnFx.type(stage, "/x");
        assertEquals("http://{{hotel}}/x", heard.getLast());
    }

    @Test
    void escapeClosesTheCompletionsAndKeepsTheText() {
        OnFx.type(stage, "{{h");
        OnFx.press(stage, KeyCode.ESCAPE);
        assertFalse(OnFx.get(() -> field.suggestions().showing()));
        assertEquals("{{h", OnFx.get(field::text));
    }

    @Test
    void severalPastedLinesBecomeOne() {
        OnFx.run(() -> {
            var content = new ClipboardContent();
            content.putString("http://a/\nb\r\nc\n");
            Clipboard.getSystemClipboard().setContent(content);
            field.field().paste();
        });
        assertEquals("http://a/bc", OnFx.get(field::text));
    }

    @Test
    void undoTakesTypingBackAndRedoRepeatsIt() {
        OnFx.type(stage, "abc");
        OnFx.press(stage, KeyCode.Z, KeyCode.CONTROL);
        assertEquals("", OnFx.get(field::text));
        OnFx.press(stage, KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals("abc", OnFx.get(field::text));
    }

    @Test
    void showingAnotherTextKeepsTheCaretWhereItStands() {
        OnFx.type(stage, "abcdef");
        OnFx.run(() -> field.field().moveTo(2));
        OnFx.run(() -> field.show("abXdefgh"));
        assertEquals(2, OnFx.get(() -> field.field().getCaretPosition()).intValue());
    }

    @Test
    void aSecretIsMaskedInItsDescription() {
        assertEquals("••••••••\nfrom environment Demo", new Variables(scopes::get).describe("key"));
        assertEquals("example.org\nfrom environment Demo", new Variables(scopes::get).describe("host"));
    }

    @Test
    void aVeryLongUrlStaysPlain() {
        OnFx.run(() -> field.show("http://{{host}}/?" + "a=1&".repeat(25_000)));
        assertEquals("", styleAt(8));
        assertEquals(100_017, OnFx.get(() -> field.text().length()).intValue());
    }
}
