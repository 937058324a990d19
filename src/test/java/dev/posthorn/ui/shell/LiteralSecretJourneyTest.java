package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A secret that somebody typed into a request stands there marked, until it is moved to the secrets of this machine.
final class LiteralSecretJourneyTest {

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
        Files.writeString(file, """
                {"info": {"name": "Mine", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
                 "auth": {"type": "basic", "basic": [{"key": "username", "value": "me"}, {"key": "password", "value": "above-in-the-file"}]},
                 "item": [{"name": "Typed", "request": {"method": "GET", "url": "http://localhost/a",
                   "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "typed-in-the-file"}]}}},
                  {"name": "Inheriting", "request": {"method": "GET", "url": "http://localhost/b"}}]}
                """);
        window = new OpenWindow(folder.resolve("home"), null);
        window.toChoose = List.of(file);
        window.perform(Action.OPEN);
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
    }

    private void authorization(String request) {
        window.openThroughPalette(request);
        window.until("it is open", () -> window.front() instanceof RequestDocument d && d.title().get().equals(request));
        FxThread.run(() -> window.request().focus(Failure.Focus.AUTHORIZATION));
    }

    private void fire(String id) {
        FxThread.run(() -> ((Button) window.scene().lookup(id)).fire());
    }

    private static Optional<Node> inPopup(String id) {
        return Window.getWindows().stream().filter(Window::isShowing).flatMap(w -> Optional.ofNullable(w.getScene().getRoot().lookup(id)).stream()).findFirst();
    }

    private String token() {
        return window.request().draft().value().auth().text("token");
    }

    @Test
    void aTypedSecretIsMarkedMovedAndPutBack() throws IOException {
        open();
        authorization("Typed");
        window.until("it is marked", () -> window.shows("#literal-token"));
        fire("#literal-token");
        window.until("a place is offered", () -> inPopup("#secret-move").isPresent());
        FxThread.run(() -> ((Button) inPopup("#secret-move").orElseThrow()).fire());
        window.until("the request names the variable", () -> token().equals("{{token}}"));
        window.until("it is not marked any more", () -> !window.shows("#literal-token"));
        window.until("the variable has its value", () -> window.request().context().scopes(List.of()).find("token").filter(e -> e.value().equals("typed-in-the-file")).isPresent());
        assertTrue(Files.readString(file).contains("\"token\""), "the collection declares the variable");
        window.until("it can be undone", () -> window.shows("#literal-undo-token"));
        fire("#literal-undo-token");
        assertEquals("typed-in-the-file", FxThread.get(this::token));
        window.until("it is marked again", () -> window.shows("#literal-token") && !window.shows("#literal-undo-token"));
    }

    @Test
    void anInheritedOneIsMarkedWhereItIsSet() throws IOException {
        open();
        authorization("Inheriting");
        window.until("its level is named", () -> window.says("Mine"));
        assertFalse(FxThread.get(() -> window.shows("#literal-password")));
        FxThread.run(() -> window.shell().tabs().open(new dev.posthorn.ui.sidebar.Place(file, ""), true));
        window.until("the collection is open", () -> window.front() instanceof LevelDocument);
        FxThread.run(() -> ((LevelDocument) window.front()).select("authorization"));
        window.until("it is marked there", () -> window.shows("#literal-password"));
    }
}
