package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.CollectionText;
import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Entry;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketMessage;
import dev.posthorn.model.SocketRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class V3SocketTest {

    private static final String FILE = """
            # The chat of the shop.
            $kind: websocket-request
            x-ours: kept
            url: "wss://{{host}}/chat?room=1"
            headers: {Origin: "https://shop.test"}   # asked for by the gateway
            queryParams:
              - key: room
                value: "1"
                description: which room
            settings:
              handshakeTimeout: 2500
              retryCount: 3
              strictSSL: false
            messages: ./.resources/Chat.resources/messages
            order: 1000
            """;

    @TempDir
    Path folder;

    private Path messages;

    @BeforeEach
    void write() throws IOException {
        messages = folder.resolve(".resources/Chat.resources/messages");
        Files.createDirectories(messages);
        Files.writeString(folder.resolve("Chat.request.yaml"), FILE);
        Files.writeString(messages.resolve("Hello.message.yaml"), "$kind: websocket-message\ncontent: |-\n  {\"say\": \"{{word}}\"}\ncontentType: json\norder: 2000\n");
        Files.writeString(messages.resolve("Bytes.message.yaml"), "$kind: websocket-message\nname: Some bytes\ncontent: \"00ff\" # two\ncontentType: hex\norder: 1000\n");
    }

    private SocketRequest read() throws IOException {
        var item = V3Folder.read(folder).collection().items().getFirst();
        return assertInstanceOf(OtherItem.class, item).socket().orElseThrow();
    }

    private void apply(Edited edited) throws IOException {
        for (var change : assertInstanceOf(Edited.Changed.class, edited).changes()) {
            switch (change) {
                case FileChange.Write(var path, var bytes) -> {
                    Files.createDirectories(path.getParent());
                    Files.write(path, bytes);
                }
                case FileChange.Delete(var path) -> Files.delete(path);
                case FileChange.Move(var from, var to) -> Files.move(from, to);
            }
        }
    }

    @Test
    void aRequestIsReadWithItsMessagesInOrder() throws IOException {
        var socket = read();
        assertEquals("wss://{{host}}/chat?room=1", socket.handshake().url());
        assertEquals(List.of(new Entry("room", "1", "which room", true, false)), socket.handshake().query());
        assertEquals(List.of(Entry.of("Origin", "https://shop.test")), socket.handshake().headers());
        assertEquals(Map.of("handshakeTimeout", 2500, "retryCount", 3, "strictSSL", false), socket.handshake().settings().values());
        assertEquals(List.of(new SocketMessage("Some bytes", "00ff", "hex"), new SocketMessage("Hello", "{\"say\": \"{{word}}\"}", "json")), socket.messages());
    }

    @Test
    void anEditChangesItsOwnLinesAlone() throws IOException {
        var socket = read();
        var edited = socket.withHandshake(socket.handshake().withSettings(socket.handshake().settings().with("retryCount", 5).with("maxPayload", 1024)));
        apply(new FolderEditor(folder).saveSocket("Chat.request.yaml", edited));
        assertEquals(edited, read());
        assertEquals(FILE.replace("retryCount: 3", "retryCount: 5").replace("strictSSL: false\n", "strictSSL: false\n  maxPayload: 1024\n"),
                Files.readString(folder.resolve("Chat.request.yaml")));
        assertInstanceOf(Edited.Unchanged.class, new FolderEditor(folder).saveSocket("Chat.request.yaml", read()));
    }

    @Test
    void messagesAreWrittenRenamedAddedAndDeletedAsFiles() throws IOException {
        var socket = read();
        var bytes = socket.messages().getFirst();
        var renamed = socket.withMessages(List.of(bytes.named("Two bytes"), socket.messages().get(1)));
        apply(new FolderEditor(folder).saveSocket("Chat.request.yaml", renamed));
        assertEquals("$kind: websocket-message\nname: Two bytes\ncontent: \"00ff\" # two\ncontentType: hex\norder: 1000\n", Files.readString(messages.resolve("Bytes.message.yaml")));
        assertEquals(renamed, read());

        var more = renamed.withMessages(List.of(renamed.messages().get(1), new SocketMessage("a/b", "line 1\nline 2", "text")));
        apply(new FolderEditor(folder).saveSocket("Chat.request.yaml", more));
        assertEquals(more, read());
        assertFalse(Files.exists(messages.resolve("Bytes.message.yaml")));
        assertTrue(Files.readString(messages.resolve("a-b.message.yaml")).contains("name: a/b"));

        apply(new FolderEditor(folder).saveSocket("Chat.request.yaml", more.withMessages(List.of())));
        assertFalse(Files.readString(folder.resolve("Chat.request.yaml")).contains("messages:"));
    }

    @Test
    void aNewRequestIsAFileOfPostmansForm() throws IOException {
        var request = new SocketRequest(Request.get("ws://localhost:8080/ws").withHeaders(List.of(Entry.of("X-A", "1"))), List.of(new SocketMessage("Hi", "hi", "text")));
        apply(new FolderEditor(folder).appendSocket("", "Echo: 1", request));
        assertEquals("""
                $kind: websocket-request
                name: "Echo: 1"
                url: ws://localhost:8080/ws
                headers:
                  X-A: "1"
                messages: ./.resources/Echo- 1.resources/messages
                order: 2000
                """, Files.readString(folder.resolve("Echo- 1.request.yaml")));
        assertTrue(Files.exists(folder.resolve(".resources/Echo- 1.resources/messages/Hi.message.yaml")));
    }

    @Test
    void aPostman21FileSaysThatItHasNoPlaceForIt() {
        var file = new CollectionText(folder.resolve("c.json"), RequestJson.collection("c", "1").getBytes(StandardCharsets.UTF_8));
        var refused = assertInstanceOf(Edited.Refused.class, file.appendSocket("", "x", SocketRequest.blank()));
        assertTrue(refused.sentence().contains("3.0"), refused.sentence());
    }
}
