package dev.posthorn.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;

/// The window of a test with one small collection in it, a file, whose rows are there and have the keyboard.
final class OpenedCollection {
    static final String TEXT = """
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

    final OpenWindow window;
    final Path file;

    /// @param folder for the file, and for the home of the window
    OpenedCollection(Path folder) throws IOException {
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

    TreeView<?> tree() {
        return (TreeView<?>) window.scene().lookup("#collections-tree");
    }

    List<String> rows() {
        return IntStream.range(0, tree().getExpandedItemCount()).mapToObj(i -> name(tree().getTreeItem(i).getValue())).toList();
    }

    static String name(Object row) {
        return dev.posthorn.ui.sidebar.Trees.name(row);
    }

    void select(String name) {
        FxThread.run(() -> tree().getSelectionModel().select(rows().indexOf(name)));
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
