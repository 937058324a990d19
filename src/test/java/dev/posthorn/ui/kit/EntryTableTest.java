package dev.posthorn.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntryTableTest {

    private final List<List<Entry>> heard = new ArrayList<>();
    private EntryTable table;
    private Stage stage;

    @BeforeEach
    void open() {
        table = OnFx.get(() -> new EntryTable("Rows", TableOptions.<Entry>with(Variables.none())
                .completing(typed -> List.of("Accept", "Accept-Language").stream().filter(n -> n.startsWith(typed)).toList(), (_, _) -> List.of())));
        table.onChange(heard::add);
        stage = OnFx.show(table, 800, 400);
    }

    @AfterEach
    void close() {
        OnFx.run(stage::close);
    }

    private void show(Entry... rows) {
        OnFx.run(() -> {
            table.show(List.of(rows));
            table.layout();
        });
    }

    private ListView<?> list() {
        return (ListView<?>) table.lookup(".rows");
    }

    private List<Entry> rows() {
        return OnFx.get(table::entries);
    }

    private String keys() {
        return String.join(" ", rows().stream().map(Entry::key).toList());
    }

    private TextField editor() {
        return OnFx.get(() -> stage.getScene().getFocusOwner() instanceof TextField field ? field : null);
    }

    private void choose(int row) {
        OnFx.run(() -> {
            list().requestFocus();
            list().getSelectionModel().select(row);
        });
    }

    @Test
    void aRowIsTypedWithTheKeyboardAlone() {
        choose(0);
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.type(stage, "name");
        OnFx.press(stage, KeyCode.TAB);
        OnFx.type(stage, "value");
        OnFx.press(stage, KeyCode.TAB);
        OnFx.type(stage, "why");
        OnFx.press(stage, KeyCode.TAB);
        OnFx.type(stage, "next");
        assertEquals(List.of(Entry.of("name", "value").withDescription("why"), Entry.of("next", "")), rows());
        assertEquals(rows(), heard.getLast());
    }

    @Test
    void thereIsAlwaysOneBlankRowAtTheEnd() {
        show(Entry.of("a", "1"));
        assertEquals(2, OnFx.get(() -> list().getItems().size()).intValue());
        choose(1);
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.type(stage, "b");
        assertEquals(3, OnFx.get(() -> list().getItems().size()).intValue());
    }

    @Test
    void deleteTakesTheChosenRowAwayAndUndoBringsItBack() {
        show(Entry.of("a", "1"), Entry.of("b", "2"), Entry.of("c", "3"));
        choose(1);
        OnFx.press(stage, KeyCode.DELETE);
        assertEquals("a c", keys());
        OnFx.press(stage, KeyCode.Z, KeyCode.CONTROL);
        assertEquals("a b c", keys());
    }

    @Test
    void altArrowsMoveARow() {
        show(Entry.of("a", "1"), Entry.of("b", "2"), Entry.of("c", "3"));
        choose(2);
        OnFx.press(stage, KeyCode.UP, KeyCode.ALT);
        OnFx.press(stage, KeyCode.UP, KeyCode.ALT);
        assertEquals("c a b", keys());
        OnFx.press(stage, KeyCode.DOWN, KeyCode.ALT);
        assertEquals("a c b", keys());
        assertEquals(3, heard.size());
    }

    @Test
    void spaceSwitchesARowOff() {
        show(Entry.of("a", "1"));
        choose(0);
        OnFx.press(stage, KeyCode.SPACE);
        assertEquals(List.of(Entry.of("a", "1").withEnabled(false)), rows());
    }

    @Test
    void severalPastedLinesBecomeRows() {
        show(Entry.of("a", "1"));
        choose(1);
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.run(() -> {
            var content = new ClipboardContent();
            content.putString("x: 1\ny: 2\n");
            Clipboard.getSystemClipboard().setContent(content);
        });
        OnFx.press(stage, KeyCode.V, KeyCode.CONTROL);
        assertEquals(List.of(Entry.of("a", "1"), Entry.of("x", "1"), Entry.of("y", "2")), rows());
    }

    @Test
    void showingTheSameRowsAgainMovesNeitherCaretNorScroll() {
        var many = IntStream.range(0, 500).mapToObj(i -> Entry.of("key" + i, "value")).toArray(Entry[]::new);
        show(many);
        OnFx.run(() -> list().scrollTo(300));
        choose(302);
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.run(() -> editorNow().positionCaret(2));
        OnFx.type(stage, "Z");
        var changed = heard.getLast();
        assertEquals("keZy302", changed.get(302).key());
        OnFx.run(() -> table.show(changed));
        assertEquals("keZy302", editor().getText());
        assertEquals(3, OnFx.get(() -> editorNow().getCaretPosition()).intValue());
        assertTrue(OnFx.get(() -> editorNow().getScene() != null && editorNow().isFocused()));
    }

    private TextField editorNow() {
        return (TextField) stage.getScene().getFocusOwner();
    }

    @Test
    void fiveThousandRowsMakeOnlyTheVisibleCells() {
        show(IntStream.range(0, 5_000).mapToObj(i -> Entry.of("key" + i, "{{v}}")).toArray(Entry[]::new));
        assertTrue(OnFx.get(() -> table.lookupAll(".row-cell").size()) < 40);
    }

    @Test
    void escapeGoesBackToTheRowsAndKeepsWhatWasTyped() {
        choose(0);
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.type(stage, "kept");
        OnFx.press(stage, KeyCode.ESCAPE);
        assertEquals("kept", keys());
        assertTrue(OnFx.get(() -> list().isFocused()));
    }

    @Test
    void bulkEditChangesTheRowsAndKeepsDescriptions() {
        show(Entry.of("a", "1").withDescription("one"), Entry.of("b", "2"));
        OnFx.run(() -> ((Button) table.lookup("#bulk-edit")).fire());
        OnFx.run(() -> {
            var text = (TextArea) table.lookup("#bulk-text");
            text.setText(text.getText().replace("a: 1", "a: 5").replace("b: 2", "//b: 2\nc: 3"));
        });
        OnFx.run(() -> ((Button) table.lookup("#bulk-edit")).fire());
        assertEquals(List.of(Entry.of("a", "5").withDescription("one"), Entry.of("b", "2").withEnabled(false), Entry.of("c", "3")), rows());
        assertEquals(rows(), heard.getLast());
    }

    @Test
    void aSecretIsMaskedUntilItIsEdited() {
        show(Entry.of("token", "s3cr3t").withSecret(true));
        OnFx.run(table::layout);
        var texts = OnFx.get(() -> table.lookupAll(".row-cell .label").stream().map(n -> ((Label) n).getText()).toList());
        assertTrue(texts.contains("••••••••"), texts.toString());
        assertTrue(texts.stream().noneMatch(t -> t != null && t.contains("s3cr3t")));
    }

    @Test
    void automaticRowsStandAboveAndAreNoRowsOfTheUser() {
        show(Entry.of("a", "1"));
        var switched = new ArrayList<RowTable.Automatic>();
        OnFx.run(() -> {
            table.showAutomatic(List.of(new RowTable.Automatic("Host", "calculated when sent", true, "")));
            table.onSwitch(switched::add);
        });
        assertEquals("a", keys());
        choose(0);
        OnFx.press(stage, KeyCode.DELETE);
        OnFx.press(stage, KeyCode.SPACE);
        assertEquals(List.of(new RowTable.Automatic("Host", "calculated when sent", false, "")), switched);
        assertEquals("a", keys());
    }

    @Test
    void aCompletionIsTakenWithTab() {
        choose(0);
        OnFx.press(stage, KeyCode.ENTER);
        OnFx.type(stage, "Acc");
        OnFx.press(stage, KeyCode.DOWN);
        OnFx.press(stage, KeyCode.DOWN);
        OnFx.press(stage, KeyCode.TAB);
        assertEquals("Accept-Language", keys());
    }
}
