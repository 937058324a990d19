package dev.posthorn.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;

/// Sends drafts as a user would and compares the bytes that arrive with golden text, which was written by hand from Postman's rules.
///
/// In golden text a line end is CR LF; a bare line feed within a body is `⏎`. `HOST` is address and port of the server, `AUTOMATIC` the
/// lines of `AUTOMATIC` below, `BOUNDARY` the boundary of a form of ours (26 dashes and 24 digits), which is checked for its shape. Several
/// requests follow each other with a line of `====`.
final class WireTable implements AutoCloseable {

    static final String AUTOMATIC = """
            User-Agent: Posthorn/1.2.3
            Accept: */*
            Cache-Control: no-cache
            Posthorn-Token: 5d5a0f4e-2a52-4b5e-9a3f-0c3f1d2e4b6a
            Accept-Encoding: gzip, deflate, br
            Connection: keep-alive""";

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(-{26}[0-9]{24})\\b");

    final Cookies cookies = new Cookies(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    final Path files;
    private final Wiretap server = new Wiretap();
    private final Workbench workbench;
    private Runnable jar = () -> { };

    WireTable(Path folder) throws IOException {
        files = Files.createDirectory(folder.resolve("files"));
        var automatic = new AutomaticHeaders("Posthorn/1.2.3", () -> "5d5a0f4e-2a52-4b5e-9a3f-0c3f1d2e4b6a");
        workbench = new Workbench(new Engine(new BodyStore(folder.resolve("bodies")), automatic), automatic, cookies, new DemoOnDemand(),
                Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(1));
    }

    /// Fills the jar of cookies, which is emptied before each case.
    void jar(Runnable filling) {
        jar = filling;
    }

    static Request get(String url) {
        return Request.get(url);
    }

    static Request request(String method, String url) {
        return Request.get(url).withMethod(method);
    }

    static Request with(Request draft, String switchName, Object value) {
        return draft.withSettings(draft.settings().with(switchName, value));
    }

    static Request without(Request draft, String... automaticHeaders) {
        var off = new java.util.LinkedHashMap<String, Object>();
        Arrays.stream(automaticHeaders).forEach(name -> off.put(name, true));
        return with(draft, "disabledSystemHeaders", off);
    }

    static Request headers(Request draft, String... namesAndValues) {
        var rows = new ArrayList<>(draft.headers());
        for (var i = 0; i < namesAndValues.length; i += 2) {
            rows.add(Entry.of(namesAndValues[i], namesAndValues[i + 1]));
        }
        return draft.withHeaders(rows);
    }

    static Request path(Request draft, String... namesAndValues) {
        var rows = new ArrayList<Entry>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            rows.add(Entry.of(namesAndValues[i], namesAndValues[i + 1]));
        }
        return draft.withAddress(draft.url(), draft.query(), rows);
    }

    static Entry off(String key, String value) {
        return Entry.of(key, value).withEnabled(false);
    }

    /// A GET whose request line is all that matters; the rest must be as always.
    DynamicTest line(String sentence, Request draft, String target) {
        return sends(sentence, draft, draft.method() + " " + target + " HTTP/1.1\nHost: HOST\nAUTOMATIC\n\n");
    }

    DynamicTest sends(String sentence, Request draft, String golden, String... answers) {
        return dynamicTest(sentence, () -> {
            cookies.clear();
            jar.run();
            server.expect(Arrays.stream(answers).map(this::placed).toList());
            var outcome = workbench.sendNow(draft.withAddress(placed(draft.url()), draft.query(), draft.pathVariables()), context(), Progress.silent(), new Cancellation());
            assertInstanceOf(Outcome.Received.class, outcome, () -> outcome.toString());
            assertEquals(golden.replace("AUTOMATIC", AUTOMATIC), recorded());
        });
    }

    private String placed(String text) {
        return text.replace("HOST", "127.0.0.1:" + server.port()).replace("PORT", Integer.toString(server.port()));
    }

    private String recorded() {
        return String.join("====\n", server.requests().stream().map(this::readable).toList());
    }

    private String readable(byte[] request) {
        var text = new String(request, StandardCharsets.UTF_8).replaceAll("(?<!\r)\n", "⏎").replace("\r\n", "\n").replace("127.0.0.1:" + server.port(), "HOST").replace("localhost:" + server.port(), "localhost:PORT");
        var boundary = BOUNDARY.matcher(text);
        return boundary.find() ? text.replace(boundary.group(1), "BOUNDARY") : text;
    }

    private Context context() {
        var variables = List.of(Entry.of("base", placed("http://HOST")), Entry.of("bare", placed("HOST")), Entry.of("word", "v w"), Entry.of("split", "a?b#c"),
                Entry.of("amp", "1&y=2"), Entry.of("p/a/t/h", "get"), Entry.of("#host:name#", placed("HOST")), Entry.of("id", "1"), Entry.of("domain#1", placed("http://HOST")),
                Entry.of("fo/o", "alpha"), Entry.of("b\\ar", "beta"), Entry.of("key", "k e y"), Entry.of("msg", "hello\\kworld"), Entry.of("name", "X-Named"),
                Entry.of("verb", "REPORT"), Entry.of("file", "horn.txt"));
        var settings = new Settings(Map.of("maxRedirects", 20));
        var collection = new Collection("C", "", Auth.NONE, List.of(), List.of(), settings, List.of());
        return new Context(collection, List.of(), new Environment("E", false, variables), null, List.of(), files);
    }

    @Override
    public void close() throws IOException {
        workbench.close();
        server.close();
    }
}
