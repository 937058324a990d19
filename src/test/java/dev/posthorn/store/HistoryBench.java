package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Response;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a history of 100,000 sends takes to fill, to search as somebody types, and to open an answer of.
@Tag("bench")
final class HistoryBench {

    private static final int ROWS = 100_000;
    private static final String[] NOUNS = {"order", "user", "invoice", "session", "account", "payment", "product", "customer", "shipment", "ticket"};

    private final Random random = new Random(1);

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandSends() throws Exception {
        var home = new Home(folder);
        try (var history = new History(home)) {
            var began = System.nanoTime();
            var redaction = new Redaction(Set.of("a-secret-value-1", "a-secret-value-2"));
            for (var i = 0; i < ROWS; i++) {
                var adding = history.add(exchange(i), redaction);
                if (i % 1000 == 0) {
                    adding.join();
                }
            }
            history.search("", 1, Long.MAX_VALUE).join();
            var took = (System.nanoTime() - began) / 1e9;
            System.out.printf("filled: %.1f s, %.0f rows/s, %d MB%n", took, ROWS / took, Files.size(home.history()) >> 20);
            assertEquals(ROWS, history.count("").join());
            for (var words : List.of("invoice refund", "customer 99999", "user created", "o", "application json", "quasar", "getUserById", "post 404 ship")) {
                type(history, words);
            }
            var times = new ArrayList<Double>();
            for (var i = 0; i < 200; i++) {
                var id = 1 + random.nextInt(ROWS);
                times.add(millis(() -> history.open(id).join()));
            }
            print("open one", times);
            times.clear();
            for (long before = Long.MAX_VALUE, i = 0; i < 100; i++) {
                var start = System.nanoTime();
                var page = history.search("", 100, before).join();
                times.add((System.nanoTime() - start) / 1e6);
                before = page.getLast().id();
            }
            print("page of 100", times);
            System.out.printf("clear: %.0f ms%n", millis(() -> history.clear().join()));
        }
    }

    /// Every begin of the words, as it would be searched for while they are typed.
    private static void type(History history, String words) {
        var times = new ArrayList<Double>();
        for (var round = 0; round < 5; round++) {
            for (var length = 1; length <= words.length(); length++) {
                var typed = words.substring(0, length);
                times.add(millis(() -> history.search(typed, 100, Long.MAX_VALUE).join()));
            }
        }
        print("\"" + words + "\" (" + history.count(words).join() + " rows)", times);
    }

    private static double millis(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(String what, List<Double> times) {
        var sorted = times.stream().sorted().toList();
        System.out.printf("%-40s p50 %.1f ms, p95 %.1f ms, max %.1f ms%n", what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100), sorted.getLast());
    }

    private Exchange exchange(int number) {
        var noun = NOUNS[number % NOUNS.length];
        var url = "https://api.example.com/v1/" + noun + "s/" + number + "?expand=items";
        var body = """
                {"id": %d, "kind": "%s", "state": "%s", "created": "2026-01-01T00:00:00Z", "owner": {"name": "Person %d", "mail": "p%d@example.com"}, "note": "%s"}"""
                .formatted(number, noun, number % 7 == 0 ? "refunded" : "created", number, number, words(20));
        var headers = List.of(new Header("Content-Type", "application/json"), new Header("X-Request-Id", Long.toHexString(random.nextLong())), new Header("Server", "nginx"));
        var wire = new Wire(number % 3 == 0 ? "POST" : "GET", url, List.of(new Header("Accept", "*/*"), new Header("Authorization", "Bearer a-secret-value-1")),
                number % 3 == 0 ? new Payload.Bytes(body.getBytes(StandardCharsets.UTF_8), "application/json") : Payload.empty());
        var timings = new Timings(Instant.ofEpochSecond(1_700_000_000L + number), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(1),
                Duration.ofMillis(20), Duration.ofMillis(2));
        var response = new Response(number % 11 == 0 ? 404 : 200, "OK", "HTTP/1.1", headers, new KeptBody(body.getBytes(StandardCharsets.UTF_8)),
                new Sizes(100, 0, 100, body.length(), body.length()), timings, "127.0.0.1:80", false);
        var row = new HistoryRow(0, timings.started(), "Shop", "Get " + noun, wire.method(), url, response.status(), Duration.ofMillis(23), body.length(), "");
        return new Exchange(row, Request.get(url), new Outcome.Received(List.of(new Hop(wire, response, Hop.Why.FIRST))), "");
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(Integer.toString(random.nextInt(36 * 36 * 36 * 36), 36)).append(' ');
        }
        return text.toString();
    }
}
