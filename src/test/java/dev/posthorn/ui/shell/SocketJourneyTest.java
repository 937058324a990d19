package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.socket.LoggedMessage;
import dev.posthorn.http.socket.SocketState;
import dev.posthorn.model.SocketMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person does with WebSockets: connect, talk, look, keep messages, save.
final class SocketJourneyTest {

    @TempDir
    Path folder;

    private OpenWindow window;
    private Path chat;

    @BeforeEach
    void open() throws IOException {
        chat = folder.resolve("postman/collections/Chat");
        var messages = chat.resolve(".resources/Echo.resources/messages");
        Files.createDirectories(messages);
        Files.writeString(chat.resolve(".resources/definition.yaml"), "$kind: collection\n");
        Files.writeString(chat.resolve("Echo.request.yaml"), "$kind: websocket-request\nurl: \"{{demo}}/ws\"\nmessages: ./.resources/Echo.resources/messages\norder: 1000\n");
        Files.writeString(messages.resolve("Hello.message.yaml"), "$kind: websocket-message\ncontent: '{\"say\": \"hello\"}'\ncontentType: json\n");
        Files.writeString(chat.resolve("Plain.request.yaml"), "$kind: http-request\nurl: ws://127.0.0.1:1/x\nmethod: GET\norder: 2000\n");
        window = new OpenWindow(folder.resolve("home"), null);
        window.toChoose = List.of(chat);
        window.perform(Action.OPEN_FOLDER);
        window.until("the collection is open", () -> window.shell().desk().collections().size() == 1);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private SocketDocument socket() {
        return (SocketDocument) window.front();
    }

    private ListView<?> list(String selector) {
        return (ListView<?>) window.scene().lookup(selector);
    }

    /// For the FX thread, on which `until` asks.
    private List<String> lines() {
        return IntStream.range(0, list("#messages").getItems().size())
                .mapToObj(i -> (LoggedMessage) list("#messages").getItems().get(i))
                .map(l -> (l.kind() == LoggedMessage.Kind.NOTE ? "-" : l.sent() ? ">" : "<") + " " + l.first().replaceFirst("ws://.*", "ws://…")).toList();
    }

    private void fire(String selector) {
        FxThread.run(() -> ((javafx.scene.control.ButtonBase) window.scene().lookup(selector)).fire());
    }

    private void openEcho() {
        window.openThroughPalette("Echo");
        window.until("the WebSocket is open in a tab", () -> window.front() instanceof SocketDocument && window.shows("#connect"));
    }

    @Test
    void aWebSocketIsConnectedTalkedToSearchedAndClosed() throws IOException {
        openEcho();
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("it is connected", () -> socket().state() instanceof SocketState.Open);
        window.until("it says so", () -> window.says("Connected"));
        FxThread.run(() -> list("#saved-messages").getSelectionModel().select(1));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the message came back", () -> lines().equals(List.of("- Connected to ws://…", "> {\"say\": \"hello\"}", "< {\"say\": \"hello\"}")));

        FxThread.run(() -> ((TextField) window.scene().lookup("#log-search")).setText("HELLO"));
        window.until("only lines with the word are shown", () -> lines().size() == 2);
        FxThread.run(() -> ((ToggleButton) window.scene().lookup("#log-received")).fire());
        window.until("only what came is shown", () -> lines().equals(List.of("< {\"say\": \"hello\"}")));
        FxThread.run(() -> list("#messages").getSelectionModel().select(0));
        window.until("it is laid out beside the list", () -> window.shows("#body-text"));

        fire("#connect");
        window.until("it is closed", () -> socket().state() instanceof SocketState.Closed);
        window.until("the code is told in words", () -> window.says("Closed 1000") && window.says("Normal closure"));
        assertEquals("Connect", FxThread.get(() -> ((Button) window.scene().lookup("#connect")).getText()));
    }

    @Test
    void aMessageIsKeptRenamedAndSavedAsAFile() throws IOException {
        openEcho();
        FxThread.run(() -> window.scene().lookup("#message").requestFocus());
        window.type("a new one");
        fire("#keep-message");
        window.until("it is kept", () -> socket().draft().value().messages().size() == 2);
        assertEquals(new SocketMessage("Message 2", "a new one", "text"), socket().draft().value().messages().get(1));
        window.press(KeyCode.CONTROL, KeyCode.S);
        var file = chat.resolve(".resources/Echo.resources/messages/Message 2.message.yaml");
        window.until("it is a file", () -> Files.exists(file) && !socket().dirty().get());
        assertTrue(Files.readString(file).contains("content: a new one\n"));
        assertEquals(2, socket().draft().value().messages().size());
    }

    @Test
    void aWebSocketUrlInAnOrdinaryRequestOffersTheRightTab() {
        window.openThroughPalette("Plain");
        window.until("it is open", () -> window.front() instanceof RequestDocument && window.shows("#url"));
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.until("the failure is shown", () -> window.shows("#failure-mend"));
        assertEquals("Open as WebSocket request", FxThread.get(() -> ((Labeled) window.scene().lookup("#failure-mend")).getText()));
        fire("#failure-mend");
        window.until("a WebSocket tab is in front", () -> window.front() instanceof SocketDocument);
        assertEquals("ws://127.0.0.1:1/x", socket().draft().value().handshake().url());
        window.until("it can be connected", () -> window.shows("#connect"));
        fire("#connect");
        window.until("the refusal is told", () -> window.says("Nothing is listening at 127.0.0.1:1"));
        assertInstanceOf(SocketState.Closed.class, socket().state());
    }
}
