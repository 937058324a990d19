package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.RequestJson;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.tree.JsonProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {

    @TempDir
    private Path folder;
    private Home home;
    private History history;

    @BeforeEach
    void open() {
        home = new Home(folder.resolve("home"));
        history = new History(home);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private static HistoryRow row(String name, Request request) {
        return new HistoryRow(0, Instant.ofEpochMilli(1_000), "C", name, request.method(), request.url(), 200, Duration.ofNanos(7), 42,
                RequestJson.write(name, request));
    }

    private HistoryRow stored(Request request) {
        history.add(row("n", request)).join();
        return history.recent(1, "").join().getFirst();
    }

    private static Request get(String url) {
        return Request.get(url).withAddress(url, RequestUrl.parse(url).entries(), List.of());
    }

    @Test
    void nothingIsWrittenBeforeTheFirstCall() {
        assertFalse(Files.exists(home.history()));
        history.recent(1, "").join();
        assertTrue(Files.exists(home.history()));
    }

    @Test
    void aRowComesBackAsItWasAndSurvivesARestart() {
        var row = row("name", get("http://x/{{id}}?a=b"));
        var id = history.add(row).join();
        history.close();
        history = new History(home);
        var back = history.recent(10, "").join().getFirst();
        assertEquals(new HistoryRow(id, row.at(), "C", "name", "GET", row.url(), 200, row.took(), 42, row.request()), back);
    }

    @Test
    void theNewestComeFirstAndAreFilteredByEveryWord() {
        history.add(row("list orders", get("http://shop/100%")));
        history.add(row("list users", get("http://shop/b")));
        assertEquals(List.of("list users", "list orders"), history.recent(10, "").join().stream().map(HistoryRow::name).toList());
        assertEquals(List.of("list users"), history.recent(1, "LIST").join().stream().map(HistoryRow::name).toList());
        assertEquals(List.of("list orders"), history.recent(10, "shop order").join().stream().map(HistoryRow::name).toList());
        assertEquals(List.of("list orders"), history.recent(10, "0%").join().stream().map(HistoryRow::name).toList());
    }

    @Test
    void rowsAreDeletedOneByOneOrAll() {
        var first = history.add(row("1", get("http://x"))).join();
        history.add(row("2", get("http://x"))).join();
        history.delete(first).join();
        assertEquals(List.of("2"), history.recent(10, "").join().stream().map(HistoryRow::name).toList());
        history.clear().join();
        assertEquals(List.of(), history.recent(10, "").join());
    }

    @Test
    void noLiteralSecretIsStored() throws IOException {
        var url = "http://me:hidden-1@x/a?access_token=hidden-2&page=1";
        stored(get(url).withAuth(new Auth("oauth2", Map.of("clientSecret", "hidden-3", "accessToken", "hidden-4", "accessTokenUrl", "http://t/token")))
                .withHeaders(List.of(Entry.of("Authorization", "Bearer hidden-5"), Entry.of("Accept", "*/*")))
                .withBody(new Body.UrlEncoded(List.of(Entry.of("password", "hidden-6"), Entry.of("user", "me")))));
        history.close();
        try (var files = Files.list(home.folder())) {
            for (var file : files.toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("hidden"), file.toString());
            }
        }
        history = new History(home);
        var text = history.recent(1, "").join().getFirst().request();
        assertTrue(text.contains("http://t/token") && text.contains("page") && text.contains("*/*"), text);
    }

    @Test
    void variablesAreNoSecretsAndStay() throws JsonProblem {
        var request = get("http://x?token={{t}}").withAuth(new Auth("basic", Map.of("username", "u", "password", "{{p}}")))
                .withHeaders(List.of(Entry.of("Authorization", "Bearer {{t}}")));
        assertEquals(request, RequestJson.read(stored(request).request()).request());
    }

    @Test
    void aHugeBodyIsLeftOut() throws JsonProblem {
        var request = get("http://x").withBody(new Body.Raw("x".repeat(300_000), "text"));
        assertEquals(get("http://x"), RequestJson.read(stored(request).request()).request());
    }

    @Test
    void aBrokenFileIsMovedAsideAndSaid() throws IOException {
        Files.createDirectories(home.folder());
        Files.writeString(home.history(), "this is no database, and it is longer than a header of SQLite. ".repeat(40));
        history.add(row("n", get("http://x"))).join();
        assertEquals(1, history.recent(5, "").join().size());
        assertTrue(history.note().contains("moved"), history.note());
        assertTrue(Files.exists(home.folder().resolve("history.db.broken-1")));
    }

    @Test
    void onlyTheNewestFiveThousandRowsAreKept() {
        var row = row("n", get("http://x"));
        for (var i = 0; i < 5_010; i++) {
            history.add(row);
        }
        assertEquals(5_000, history.recent(10_000, "").join().size());
    }
}
