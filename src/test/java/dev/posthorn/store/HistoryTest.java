package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
    void theNewestComeFirstAndAreFilteredByTheBeginOfEveryWord() {
        history.add(row("list orders", get("http://shop/100%"))).join();
        history.add(row("list users", get("http://shop/getUserById"))).join();
        assertEquals(List.of("list users", "list orders"), names(""));
        assertEquals(List.of("list users", "list orders"), names("LIST"));
        assertEquals(List.of("list orders"), names("shop order"));
        assertEquals(List.of("list orders"), names("100%"));
        assertEquals(List.of("list users"), names("byid"));
        assertEquals(List.of("list users"), names("getuserb"));
        assertEquals(List.of(), names("rders"));
        assertEquals(List.of("list orders"), names("\"ord -(*"));
        assertEquals(2, history.count("list").join());
    }

    private List<String> names(String words) {
        return history.search(words, 10, Long.MAX_VALUE).join().stream().map(HistoryRow::name).toList();
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        for (var i = 1; i <= 7; i++) {
            history.add(row("n" + i, get("http://x"))).join();
        }
        var first = history.search("http", 3, Long.MAX_VALUE).join();
        var second = history.search("http", 3, first.getLast().id()).join();
        var third = history.search("http", 3, second.getLast().id()).join();
        assertEquals(List.of("n7", "n6", "n5", "n4", "n3", "n2", "n1"),
                Stream.of(first, second, third).flatMap(List::stream).map(HistoryRow::name).toList());
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
    void aBrokenFileIsMovedAsideAndSaid() throws IOException {
        Files.createDirectories(home.folder());
        Files.writeString(home.history(), "this is no database, and it is longer than a header of SQLite. ".repeat(40));
        history.add(row("n", get("http://x"))).join();
        assertEquals(1, history.recent(5, "").join().size());
        assertTrue(history.note().contains("moved"), history.note());
        assertTrue(Files.exists(home.folder().resolve("history.db.broken-1")));
    }

    @Test
    void onlyAsManyRowsAreKeptAsWereAskedFor() {
        history.limit(new HistoryLimits(1000, 3, 0, 1 << 20)).join();
        for (var i = 1; i <= 5; i++) {
            history.add(row("n" + i, get("http://x")));
        }
        history.add(row("n6", get("http://x"))).join();
        assertEquals(List.of("n6", "n5", "n4"), names(""));
        assertEquals(3, history.count("http").join());
        history.limit(new HistoryLimits(1000, 1, 0, 1 << 20)).join();
        assertEquals(List.of("n6"), names("http"));
    }

    @Test
    void whatIsOlderThanTheDaysAskedForGoes() {
        history.close();
        history = new History(home, Clock.fixed(Instant.ofEpochMilli(1_000).plus(Duration.ofDays(8)), ZoneOffset.UTC));
        history.add(row("old", get("http://x"))).join();
        assertEquals(List.of("old"), names(""));
        history.limit(new HistoryLimits(1000, 10, 7, 1 << 20)).join();
        assertEquals(List.of(), names(""));
    }

    @Test
    void aHistoryOfTheVersionBeforeIsTakenOverWithEveryRow() throws Exception {
        Files.createDirectories(home.folder());
        var request = get("http://old.example/a").withHeaders(List.of(Entry.of("X-Marker", "zebra")));
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + home.history()); var statement = database.createStatement()) {
            statement.execute("create table sent (id integer primary key autoincrement, at integer not null, collection text not null, "
                    + "name text not null, method text not null, url text not null, status integer not null, took integer not null, "
                    + "size integer not null, request text not null)");
            try (var insert = database.prepareStatement("insert into sent values (?, 5000, 'C', ?, 'GET', 'http://old.example/a', 201, 9, 42, ?)")) {
                for (var i = 1; i <= 3; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, "old " + i);
                    insert.setString(3, RequestJson.write("old " + i, request));
                    insert.executeUpdate();
                }
            }
        }
        assertEquals(List.of("old 3", "old 2", "old 1"), names("zebra"));
        var opened = history.open(2).join().orElseThrow();
        assertEquals(request, opened.request());
        assertNull(opened.outcome());
        assertEquals(201, opened.row().status());
        history.add(row("new", get("http://x"))).join();
        assertEquals(List.of("new", "old 3", "old 2", "old 1"), names("http"));
        assertEquals("", history.note());
    }
}
