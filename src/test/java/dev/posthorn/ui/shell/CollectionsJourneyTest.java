package dev.posthorn.ui.shell;

import static dev.posthorn.ui.shell.OpenedCollection.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with collections that are files: in the tree, and in the editor of folders.
final class CollectionsJourneyTest {

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

    private TreeCell<?> cell(String name) {
        return (TreeCell<?>) opened.tree().lookupAll(".collection-cell").stream()
                .filter(n -> n instanceof TreeCell<?> c && c.getItem() != null && OpenedCollection.name(c.getItem()).equals(name)).findFirst().orElseThrow();
    }

    /// Takes a row and holds it over another one. The headless robot moves the mouse without its buttons, so the events are made here.
    private void drag(String what, String over) {
        fire(MouseEvent.MOUSE_PRESSED, what, what);
        fire(MouseEvent.MOUSE_DRAGGED, what, over);
    }

    private void fire(EventType<MouseEvent> type, String what, String at) {
        var from = cell(what);
        var to = cell(at);
        FxThread.run(() -> {
            var point = to.localToScene(to.getWidth() / 2, to.getHeight() / 2);
            var down = type != MouseEvent.MOUSE_RELEASED;
            from.fireEvent(new MouseEvent(type, point.getX(), point.getY(), point.getX(), point.getY(), MouseButton.PRIMARY, 1, false, false, false, false, down, false, false,
                    false, false, false, null));
        });
    }

    @Test
    void aRequestIsRenamedInTheTreeAndItsTabFollows() throws IOException {
        open();
        opened.select("Ping");
        window.press(KeyCode.ENTER);
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        opened.select("Ping");
        window.press(KeyCode.ALT, KeyCode.DIGIT1);
        window.press(KeyCode.F2);
        window.until("the name can be typed", () -> window.shows("#tree-name"));
        window.type("Health");
        window.press(KeyCode.ENTER);
        window.until("the tab has the new name", () -> window.front().title().get().equals("Health"));
        window.until("the tree has it", () -> opened.rows().contains("Health"));
        assertEquals(TEXT.replace("\"Ping\"", "\"Health\""), opened.text());
    }

    @Test
    void escWhileTypingANameChangesNothing() throws IOException {
        open();
        opened.select("Ping");
        window.press(KeyCode.F2);
        window.until("the name can be typed", () -> window.shows("#tree-name"));
        window.type("Other");
        window.press(KeyCode.ESCAPE);
        window.until("the name is there again", () -> !window.shows("#tree-name"));
        assertEquals(TEXT, opened.text());
    }

    @Test
    void whatIsDeletedComesBackByCtrlZ() throws IOException {
        open();
        opened.select("Users");
        window.press(KeyCode.DELETE);
        window.until("it is gone", () -> opened.rows().equals(List.of("Mine", "Ping")));
        window.until("undo is offered", () -> window.says("Deleted “Users”."));
        assertFalse(opened.text().contains("Users"));
        window.press(KeyCode.ALT, KeyCode.DIGIT1);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is back", () -> opened.rows().contains("Users"));
        assertEquals(TEXT, opened.text());
    }

    @Test
    void rowsMoveByKeyboardAndOpenTabsFollow() throws IOException {
        open();
        opened.select("Add");
        window.press(KeyCode.ENTER);
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        window.press(KeyCode.ALT, KeyCode.DIGIT1);
        opened.select("Add");
        window.press(KeyCode.ALT, KeyCode.UP);
        window.until("it stands before the other", () -> opened.rows().equals(List.of("Mine", "Users", "Add", "List", "Ping")));
        assertEquals("Add", window.front().title().get());
        assertEquals("/item/0/item/0", window.front().place().orElseThrow().item());
        assertTrue(opened.text().indexOf("\"Add\"") < opened.text().indexOf("\"List\""));
    }

    @Test
    void aRowIsDraggedIntoAFolder() throws IOException {
        open();
        drag("Ping", "Users");
        assertTrue(FxThread.get(() -> cell("Users").getPseudoClassStates().toString().contains("drop-into")), "the folder shows that it takes the row");
        fire(MouseEvent.MOUSE_RELEASED, "Ping", "Users");
        window.until("it is in the folder", () -> opened.rows().equals(List.of("Mine", "Users", "Ping", "List", "Add")));
        assertTrue(opened.text().indexOf("\"Ping\"") < opened.text().indexOf("\"List\""));
    }

    @Test
    void aRequestDraggedIntoAnotherCollectionTakesItsTabAlong() throws IOException {
        open();
        var other = folder.resolve("other.postman_collection.json");
        Files.writeString(other, TEXT.replace("\"Mine\"", "\"Other\"").replace("Ping", "Pong"));
        FxThread.run(() -> window.shell().open(List.of(other)));
        window.until("both are there", () -> opened.rows().contains("Other"));
        opened.select("Ping");
        window.press(KeyCode.ENTER);
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().draft().edit(r -> r.withMethod("PUT")));
        drag("Ping", "Other");
        fire(MouseEvent.MOUSE_RELEASED, "Ping", "Other");
        window.until("the tab is of the other collection", () -> window.front().place().filter(p -> p.file().equals(other)).isPresent());
        assertTrue(window.front().dirty().get(), "what was typed is still there");
        assertFalse(opened.text().contains("Ping"));
        assertTrue(Files.readString(other).contains("Ping"));
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved there", () -> !window.front().dirty().get());
        assertTrue(Files.readString(other).contains("PUT"));
    }

    @Test
    void escCancelsADrag() throws IOException {
        open();
        drag("Ping", "Users");
        window.press(KeyCode.ESCAPE);
        window.until("no row takes it", () -> !cell("Users").getPseudoClassStates().toString().contains("drop-into"));
        fire(MouseEvent.MOUSE_RELEASED, "Ping", "Users");
        assertEquals(TEXT, opened.text());
    }

    @Test
    void aNewRequestIsMadeWhereTheSelectionIs() throws IOException {
        open();
        opened.select("Users");
        FxThread.run(() -> ((Button) window.scene().lookup("#collections-new")).fire());
        window.until("the menu listens to the keyboard", () -> Window.getWindows().stream()
                .anyMatch(w -> w instanceof ContextMenu menu && menu.isShowing() && menu.isFocused() && menu.getScene().getFocusOwner() != null));
        window.press(KeyCode.ENTER);
        window.until("its name can be typed", () -> window.shows("#tree-name"));
        assertEquals("New request", FxThread.get(() -> ((TextField) window.scene().lookup("#tree-name")).getText()));
        window.type("Brand new");
        window.press(KeyCode.ENTER);
        window.until("it stands in the folder", () -> opened.rows().equals(List.of("Mine", "Users", "List", "Add", "Brand new", "Ping")));
    }

    @Test
    void aFolderIsDescribedAndSavedAndNothingElseChanges() throws IOException {
        open();
        var place = new dev.posthorn.ui.sidebar.Place(file, "/item/0");
        FxThread.run(() -> window.shell().tabs().open(place, true));
        window.until("it is open", () -> window.front() instanceof LevelDocument);
        var level = (LevelDocument) window.front();
        FxThread.run(() -> level.draft().edit(l -> l.withAuth(new dev.posthorn.model.Auth("bearer", java.util.Map.of("token", "{{t}}")))));
        window.until("it is changed", () -> level.dirty().get());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !level.dirty().get());
        assertTrue(opened.text().contains("bearer"));
        window.openThroughPalette("List");
        window.until("a request below is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().select("authorization"));
        window.until("it says where it inherits from", () -> window.shows("#inherited-from"));
        FxThread.run(() -> ((Hyperlink) window.scene().lookup("#inherited-from")).fire());
        window.until("the link leads to the folder", () -> window.front() == level);
    }
}
