package dev.posthorn.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class EngineWireTest {

    private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi";

    @TempDir
    private Path folder;
    private Sender sender;
    private RawServer server;
    private volatile String body = "";

    @BeforeEach
    void open() throws IOException {
        sender = new Sender(folder.resolve("bodies"));
        server = new RawServer((number, head, in, out, socket) -> {
            var length = head.lines().filter(l -> l.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")).findFirst()
                    .map(l -> Integer.parseInt(l.substring(15).strip())).orElse(0);
            body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            out.write(OK.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    @AfterEach
    void close() throws IOException {
        sender.close();
        server.close();
    }

    private List<String> lines() {
        return server.heads().getLast().lines().filter(l -> !l.isEmpty()).toList();
    }

    @Test
    void theUrlStandsOnTheRequestLineAsTyped() {
        sender.answer(Sender.get(server.url() + "/a/../{b}|c//d?x=^&y=%zz&q='"));
        assertEquals("GET /a/../{b}|c//d?x=^&y=%zz&q=' HTTP/1.1", lines().getFirst());
    }

    @Test
    void aUrlWithoutAPathAsksForTheRoot() {
        sender.answer(Sender.get(server.url() + "?a=1"));
        assertEquals("GET /?a=1 HTTP/1.1", lines().getFirst());
    }

    @Test
    void headersKeepOrderCaseAndDuplicates() {
        sender.answer(Sender.get(server.url(), new Header("x-Second", "1"), new Header("A-first", "ü"), new Header("x-Second", "2"), new Header("ACCEPT", "a/b")));
        assertEquals(List.of("GET / HTTP/1.1", "Host: 127.0.0.1:" + server.port(), "x-Second: 1", "A-first: ü", "x-Second: 2", "ACCEPT: a/b",
                "User-Agent: Posthorn/test", "Cache-Control: no-cache", "Posthorn-Token: t", "Accept-Encoding: gzip, deflate, br", "Connection: keep-alive"), lines());
    }

    @Test
    void automaticHeadersCanAllBeSwitchedOff() {
        var off = Set.of("host", "user-agent", "accept", "cache-control", "postman-token", "accept-encoding", "connection");
        sender.send(Sender.get(server.url()), Options.defaults().without(off));
        assertEquals(List.of("GET / HTTP/1.1"), lines());
    }

    @Test
    void theHopShowsEveryHeaderThatWentOut() {
        var sent = sender.received(Sender.post(server.url(), "abc")).sent();
        var shown = sent.headers().stream().map(h -> h.name() + ": " + h.value()).toList();
        assertEquals(lines().subList(1, lines().size()), shown);
        assertTrue(shown.contains("Content-Length: 3") && shown.contains("Content-Type: text/plain"), shown.toString());
    }

    @Test
    void anyMethodMayCarryABody() {
        for (var method : List.of("GET", "HEAD", "PROPFIND", "DELETE", "m-search")) {
            body = "";
            sender.send(new Wire(method, server.url(), List.of(), new Payload.Bytes("{}".getBytes(StandardCharsets.UTF_8), "application/json")));
            assertEquals(method + " / HTTP/1.1", lines().getFirst());
            assertEquals("{}", body);
        }
    }

    @Test
    void aPostWithoutABodySaysSo() {
        sender.answer(new Wire("POST", server.url(), List.of(), Payload.empty()));
        assertTrue(lines().contains("Content-Length: 0"), lines().toString());
    }

    @Test
    void aFileIsStreamedWithItsLength() throws IOException {
        var file = Files.writeString(folder.resolve("horn.txt"), "tra-ra".repeat(50_000));
        var sizes = sender.answer(new Wire("PUT", server.url(), List.of(), new Payload.FromFile(file, "text/plain"))).sizes();
        assertEquals("tra-ra".repeat(50_000), body);
        assertEquals(300_000, sizes.requestBody());
    }

    @Test
    void aFormWithFilesIsWrittenAsMultipart() throws IOException {
        var file = Files.writeString(folder.resolve("horn.txt"), "tra");
        sender.answer(new Wire("POST", server.url(), List.of(new Header("Content-Type", "multipart/form-data")), new Payload.Multipart("XX", List.of(
                new Payload.Piece("a\"b", "1", null, null, ""), new Payload.Piece("f", "", file, "hörn.txt", "text/x-horn")))));
        assertEquals("--XX\r\nContent-Disposition: form-data; name=\"a%22b\"\r\n\r\n1\r\n"
                + "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"hörn.txt\"\r\nContent-Type: text/x-horn\r\n\r\ntra\r\n--XX--\r\n", body);
        assertTrue(lines().contains("Content-Type: multipart/form-data; boundary=XX"), lines().toString());
    }

    @Test
    void withoutContentLengthABodyIsChunked() throws IOException {
        try (var chunked = RawServer.saying(OK)) {
            var options = Options.defaults().without(Set.of("Content-Length"));
            sender.send(Sender.post(chunked.url(), "abc"), options);
            var head = chunked.heads().getFirst();
            assertTrue(head.contains("Transfer-Encoding: chunked"), head);
            assertFalse(head.contains("Content-Length"), head);
        }
    }

    @Test
    void userAndPasswordOfTheUrlBecomeBasic() {
        sender.answer(Sender.get(server.url().replace("//", "//ann:se%20cret@") + "/x"));
        assertTrue(lines().contains("Authorization: Basic YW5uOnNlIGNyZXQ="), lines().toString());
    }

    @Test
    void aLineBreakInAHeaderIsRefusedBeforeAnythingIsSent() {
        var bad = sender.failure(Failure.BadHeader.class, Sender.get(server.url(), new Header("X", "a\r\nEvil: 1")), Options.defaults());
        assertEquals("The header \"X\" cannot be sent: its value holds a line break.", bad.sentence());
        sender.failure(Failure.BadHeader.class, Sender.get(server.url(), new Header("X Y", "a")), Options.defaults());
        assertTrue(server.heads().isEmpty());
    }

    @Test
    void urlsThatCannotBeSentToAreNamed() {
        for (var url : List.of("", "http://", "ftp://a/b", "http://a:99999/", "http://a b/", "x")) {
            var bad = sender.failure(Failure.BadUrl.class, Sender.get(url), Options.defaults());
            assertFalse(bad.sentence().isBlank());
        }
    }
}
