package dev.posthorn.ui.shell;

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
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with collections that are files: in the tree, in the editor of folders, and while another program writes.
final class CollectionsJourneyTest {
    private static final String TEXT = """
            {
              "info": {"name": "Mine", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
              "item": [
                {"name": "Users", "item": [
                  {"name": "List", "request": {"method": "GET", "url": "http://localhost/users"}},
                  {"name": "Add", "request": {"method": "POST", "url": "http://localhost/users"}}
                ]},
                {"name": "Ping", "request": {"method": "GET", "url": "http://localhost/ping"}}
              ]
            }
            """;

    @TempDir
    Path folder;

    private OpenWindow window;
    private Path file;

    @AfterEach
    void close() {
        if (window != null) {
            window.close();
        }
    }

    private void open() throws IOException {
        file = folder.resolve("mine.postman_collection.json");
        Files.writeString(file, TEXT);
        window = new OpenWindow(folder.resolve("home"), null);
        window.toChoose = List.of(file);
        window.perform(Action.OPEN);
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
        window.until("the tree shows it", () -> tree() != null && tree().getExpandedItemCount() > 0);
        FxThread.run(() -> tree().getRoot().getChildren().getFirst().setExpanded(true));
        FxThread.run(() -> tree().getRoot().getChildren().getFirst().getChildren().getFirst().setExpanded(true));
        window.press(KeyCode.ALT, KeyCode.DIGIT1);
        window.until("the rows are there", () -> rows().equals(List.of("Mine", "Users", "List", "Add", "Ping")));
    }

    private TreeView<?> tree() {
        return (TreeView<?>) window.scene().lookup("#collections-tree");
    }

    private List<String> rows() {
        return java.util.stream.IntStream.range(0, tree().getExpandedItemCount()).mapToObj(i -> name(tree().getTreeItem(i).getValue())).toList();
    }

    private static String name(Object row) {
        return dev.posthorn.ui.sidebar.Trees.name(row);
    }

    private void select(String name) {
        FxThread.run(() -> tree().getSelectionModel().select(rows().indexOf(name)));
    }

    private TreeCell<?> cell(String name) {
        return (TreeCell<?>) tree().lookupAll(".collection-cell").stream()
                .filter(n -> n instanceof TreeCell<?> c && c.getItem() != null && name(c.getItem()).equals(name)).findFirst().orElseThrow();
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

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRequestIsRenamedInTheTreeAndItsTabFollows() throws IOException {
        open();
        select("Ping");
        window.press(KeyCode.ENTER);
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        select("Ping");
        window.press(KeyCode.ALT, KeyCode.DIGIT1);
        window.press(KeyCode.F2);
        window.until("the name can be typed", () -> window.shows("#tree-name"));
        window.type("Health");
        window.press(KeyCode.ENTER);
        window.until("the tab has the new name", () -> window.front().title().get().equals("Health"));
        window.until("the tree has it", () -> rows().contains("Health"));
        assertEquals(TEXT.replace("\"Ping\"", "\"Health\""), text());
    }

    @Test
    void escWhileTypingANameChangesNothing() throws IOException {
        open();
        select("Ping");
        window.press(KeyCode.F2);
        window.until("the name can be typed", () -> window.shows("#tree-name"));
        window.type("Other");
        window.press(KeyCode.ESCAPE);
        window.until("the name is there again", () -> !window.shows("#tree-name"));
        assertEquals(TEXT, text());
    }

    @Test
    void whatIsDeletedComesBackByCtrlZ() throws IOException {
        open();
        select("Users");
        window.press(KeyCode.DELETE);
        window.until("it is gone", () -> rows().equals(List.of("Mine", "Ping")));
        window.until("undo is offered", () -> window.says("Deleted “Users”."));
        assertFalse(text().contains("Users"));
        window.press(KeyCode.ALT, KeyCode.DIGIT1);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.until("it is back", () -> rows().contains("Users"));
        assertEquals(TEXT, text());
    }

    @Test
    void rowsMoveByKeyboardAndOpenTabsFollow() throws IOException {
        open();
        select("Add");
        window.press(KeyCode.ENTER);
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        window.press(KeyCode.ALT, KeyCode.DIGIT1);
        select("Add");
        window.press(KeyCode.ALT, KeyCode.UP);
        window.until("it stands before the other", () -> rows().equals(List.of("Mine", "Users", "Add", "List", "Ping")));
        assertEquals("Add", window.front().title().get());
        assertEquals("/item/0/item/0", window.front().place().orElseThrow().item());
        assertTrue(text().indexOf("\"Add\"") < text().indexOf("\"List\""));
    }

    @Test
    void aRowIsDraggedIntoAFolder() throws IOException {
        open();
        drag("Ping", "Users");
        assertTrue(FxThread.get(() -> cell("Users").getPseudoClassStates().toString().contains("drop-into")), "the folder shows that it takes the row");
        fire(MouseEvent.MOUSE_RELEASED, "Ping", "Users");
        window.until("it is in the folder", () -> rows().equals(List.of("Mine", "Users", "Ping", "List", "Add")));
        assertTrue(text().indexOf("\"Ping\"") < text().indexOf("\"List\""));
    }

    @Test
    void aRequestDraggedIntoAnotherCollectionTakesItsTabAlong() throws IOException {
        open();
        var other = folder.resolve("other.postman_collection.json");
        Files.writeString(other, TEXT.replace("\"Mine\"", "\"Other\"").replace("Ping", "Pong"));
        FxThread.run(() -> window.shell().open(List.of(other)));
        window.until("both are there", () -> rows().contains("Other"));
        select("Ping");
        window.press(KeyCode.ENTER);
        window.until("it is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().draft().edit(r -> r.withMethod("PUT")));
        drag("Ping", "Other");
        fire(MouseEvent.MOUSE_RELEASED, "Ping", "Other");
        window.until("the tab is of the other collection", () -> window.front().place().filter(p -> p.file().equals(other)).isPresent());
        assertTrue(window.front().dirty().get(), "what was typed is still there");
        assertFalse(text().contains("Ping"));
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
        assertEquals(TEXT, text());
    }

    @Test
    void aNewRequestIsMadeWhereTheSelectionIs() throws IOException {
        open();
        select("Users");
        FxThread.run(() -> ((Button) window.scene().lookup("#collections-new")).fire());
        window.until("the menu listens to the keyboard", () -> Window.getWindows().stream()
                .anyMatch(w -> w instanceof ContextMenu menu && menu.isShowing() && menu.isFocused() && menu.getScene().getFocusOwner() != null));
        window.press(KeyCode.ENTER);
        window.until("its name can be typed", () -> window.shows("#tree-name"));
        assertEquals("New request", FxThread.get(() -> ((TextField) window.scene().lookup("#tree-name")).getText()));
        window.type("Brand new");
        window.press(KeyCode.ENTER);
        window.until("it stands in the folder", () -> rows().equals(List.of("Mine", "Users", "List", "Add", "Brand new", "Ping")));
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
        assertTrue(text().contains("bearer"));
        window.openThroughPalette("List");
        window.until("a request below is open", () -> window.front() instanceof RequestDocument);
        FxThread.run(() -> window.request().select("authorization"));
        window.until("it says where it inherits from", () -> window.shows("#inherited-from"));
        FxThread.run(() -> ((Hyperlink) window.scene().lookup("#inherited-from")).fire());
        window.until("the link leads to the folder", () -> window.front() == level);
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
        assertEquals(TEXT.replace("\"GET\", \"url\": \"http://localhost/ping\"", "\"PUT\", \"url\": \"http://localhost/ping\""), text());
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
        assertEquals(TEXT, text());
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
        assertEquals(TEXT, text());
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
        assertTrue(text().contains("again"));
        window.robot.clickOn("#conflict-compare");
        window.until("both are shown", () -> window.shows("#compare-lines") && window.says("They differ in: docs."));
        window.robot.clickOn("#compare-mine");
        window.until("mine is a change over theirs", () -> !window.shows("#conflict-bar") && users.dirty().get());
        window.press(KeyCode.CONTROL, KeyCode.S);
        window.until("it is saved", () -> !users.dirty().get());
        assertTrue(text().contains("mine") && !text().contains("again"));
    }

    @Test
    void aFolderThatWasDeletedOutsideIsSavedAsANewOne() throws IOException {
        open();
        var users = level("/item/0");
        FxThread.run(() -> users.draft().edit(l -> l.withDescription("mine")));
        Files.writeString(file, TEXT.replaceAll("(?s)    \\{\"name\": \"Users\".*?\\]\\},\n", ""));
        window.until("it asks", () -> window.says("This folder was deleted"));
        window.robot.clickOn("#conflict-save");
        window.until("it is there again", () -> !users.dirty().get() && rows().contains("Users"));
        assertFalse(window.shows("#conflict-bar"));
        assertTrue(text().contains("mine") && text().contains("Ping"));
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
