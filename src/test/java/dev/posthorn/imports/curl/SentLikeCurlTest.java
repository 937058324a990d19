package dev.posthorn.imports.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Each command of `commands.txt`, imported and sent, against what the real curl sent (recorded by `CurlRecorder`). Method, path with query, headers in order and
/// body must be the same. What is not compared, and why:
///
/// 1. User-Agent where curl named itself; Accept-Encoding where the command did not write it; `Connection: keep-alive`; our own
///    Posthorn-Token and `Cache-Control: no-cache`: each client says its own.
/// 2. The place of Accept, Authorization, Content-Type and Content-Length among the headers; their values are.
/// 3. A missing Content-Length against `Content-Length: 0`; the text of a multipart boundary; `Expect: 100-continue`.
/// 4. Letters beyond ASCII in a URL: curl sends them bare, we percent-encode the same bytes. `%7b` and `%7B` are the same (RFC 3986 §6.2.2.1).
/// 5. Host is compared with that of the imported URL, since the request goes to a local port here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SentLikeCurlTest {

    private static final Set<String> PLACELESS = Set.of("accept", "authorization", "content-type", "content-length");

    private Path home;
    private Workbench workbench;
    private RecordingServer server;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        home = folder;
        CurlCase.files(home);
        server = new RecordingServer(null);
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic), automatic, new Cookies(Clock.systemUTC()),
                new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new Random(1));
    }

    @AfterAll
    void close() throws IOException {
        workbench.close();
        server.close();
    }

    private static List<CurlCase> cases() throws IOException {
        try (var in = SentLikeCurlTest.class.getResourceAsStream("commands.txt")) {
            return CurlCase.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void thereAreAHundredAndTwentyCommandsAndMoreEachWithItsRecording() throws IOException {
        assertTrue(cases().size() >= 120, cases().size() + " commands");
        assertTrue(cases().stream().noneMatch(c -> c.sent().isEmpty()));
        assertEquals(cases().size(), cases().stream().map(CurlCase::name).distinct().count());
    }

    @TestFactory
    Stream<DynamicTest> theImportedRequestIsSentAsCurlSendsIt() throws IOException {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private void check(CurlCase one) {
        var read = Importers.read(Path.of("commands.sh"), one.command().getBytes(StandardCharsets.UTF_8));
        var collection = assertInstanceOf(ReadResult.OfCollection.class, read, () -> read.toString()).collection();
        var context = new Context(collection, List.of(), null, null, List.of(), home);
        var requests = collection.requests().map(RequestItem::request).filter(r -> !r.url().startsWith("data:")).toList();
        assertEquals(one.sent().size(), requests.size(), () -> requests.toString());
        for (var i = 0; i < requests.size(); i++) {
            var url = workbench.scopes(context).resolve(requests.get(i).url()).text();
            var authority = url.replaceFirst("^https?://", "").replaceFirst("(?s)[/?#].*", "");
            var outcome = workbench.sendNow(here(requests.get(i), url), context, Progress.silent(), new Cancellation());
            assertInstanceOf(Outcome.Received.class, outcome, () -> outcome.toString());
            Workbench.release(outcome);
            var expected = one.sent().get(i);
            assertEquals(comparable(expected, expected, null), comparable(server.taken().getFirst(), expected, authority));
        }
    }

    private Request here(Request request, String url) {
        var rest = url.replaceFirst("^(https?://)?[^/?#]*", "");
        return request.withAddress("http://127.0.0.1:" + server.port() + rest, request.query(), request.pathVariables());
    }

    /// The request in a form in which two that are the same have the same text.
    ///
    /// @param authority where the request should have gone; null for the recording itself
    private static String comparable(Recorded request, Recorded recording, String authority) {
        var placeless = new TreeSet<String>();
        var ordered = new ArrayList<String>();
        for (var header : request.headers()) {
            var name = header.substring(0, header.indexOf(':'));
            var value = header.substring(header.indexOf(':') + 1).strip();
            switch (name.toLowerCase(Locale.ROOT)) {
                case "user-agent" -> {
                    if (!own(recording, "user-agent").startsWith("curl/")) {
                        ordered.add(name + ": " + value);
                    }
                }
                case "accept-encoding" -> {
                    if (!Set.of("", "deflate, gzip, br, zstd").contains(own(recording, "accept-encoding"))) {
                        ordered.add(name + ": " + value);
                    }
                }
                case "connection", "posthorn-token" -> { }
                case "cache-control" -> {
                    if (!own(recording, "cache-control").isEmpty()) {
                        ordered.add(name + ": " + value);
                    }
                }
                case "expect" -> { }
                case "host" -> placeless.add("Host: " + (authority != null && value.startsWith("127.0.0.1:") ? authority : value));
                case "content-length" -> {
                    if (!value.equals("0")) {
                        placeless.add("Content-Length: " + (multipart(request) ? "of the parts" : value));
                    }
                }
                default -> {
                    var shown = name + ": " + value.replaceAll("boundary=-{10,}\\w{16,}$", "boundary=B");
                    (PLACELESS.contains(name.toLowerCase(Locale.ROOT)) ? placeless : ordered).add(shown);
                }
            }
        }
        var line = java.util.regex.Pattern.compile("%[0-9a-f]{2}", java.util.regex.Pattern.CASE_INSENSITIVE).matcher(request.line()).replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
        return line.chars().mapToObj(c -> c > '~' ? encoded((char) c) : String.valueOf((char) c)).reduce("", String::concat) + "\n" + String.join("\n", placeless)
                + "\n" + String.join("\n", ordered) + "\n\n" + body(request);
    }

    private static String encoded(char c) {
        var out = new StringBuilder();
        for (var b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
            out.append("%%%02X".formatted(b & 0xff));
        }
        return out.toString();
    }

    private static String own(Recorded request, String name) {
        return request.headers().stream().filter(h -> h.toLowerCase(Locale.ROOT).startsWith(name + ":")).findFirst().map(h -> h.substring(name.length() + 1).strip()).orElse("");
    }

    private static boolean multipart(Recorded request) {
        return own(request, "content-type").matches("multipart/form-data; boundary=-{10,}\\w{16,}");
    }

    private static String body(Recorded request) {
        var text = new String(request.body(), StandardCharsets.ISO_8859_1);
        return multipart(request) ? text.replace(own(request, "content-type").replaceFirst(".*boundary=", ""), "B") : text;
    }
}
