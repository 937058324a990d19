package dev.posthorn.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ModelTree;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyInMemory;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.http.Progress;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Certificate;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Connection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Flow;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Frame;
import dev.posthorn.model.Header;
import dev.posthorn.model.Heads;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Interim;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Part;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Response;
import dev.posthorn.model.Security;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Sizes;
import dev.posthorn.model.Timings;
import dev.posthorn.model.Trace;
import dev.posthorn.model.Wire;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.DemoOnDemand;
import dev.posthorn.workbench.Workbench;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HarOfAnswerTest {

    @TempDir
    private Path home;
    private Workbench workbench;

    @BeforeEach
    void open() {
        var automatic = new AutomaticHeaders("Posthorn/test");
        workbench = new Workbench(new Engine(new BodyStore(home.resolve("bodies")), automatic), automatic, new Cookies(Clock.systemUTC()),
                new DemoOnDemand(), Runnable::run, Clock.systemUTC(), new Random(1));
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    private Outcome send(Request request) {
        return workbench.sendNow(request, Context.none(home), Progress.silent(), new Cancellation());
    }

    private static Map<?, ?> map(Object value) {
        return assertInstanceOf(Map.class, value);
    }

    private static List<?> entries(String har) throws Exception {
        return assertInstanceOf(List.class, map(map(JsonReader.read(har).plain()).get("log")).get("entries"));
    }

    /// The members that HAR 1.2 requires, object by object.
    private static void complete(Map<?, ?> entry) {
        assertTrue(entry.keySet().containsAll(List.of("startedDateTime", "time", "request", "response", "cache", "timings")), entry::toString);
        assertTrue(map(entry.get("request")).keySet().containsAll(List.of("method", "url", "httpVersion", "cookies", "headers", "queryString", "headersSize", "bodySize")));
        assertTrue(map(entry.get("response")).keySet().containsAll(List.of("status", "statusText", "httpVersion", "cookies", "headers", "content", "redirectURL", "headersSize", "bodySize")));
        assertTrue(map(map(entry.get("response")).get("content")).keySet().containsAll(List.of("size", "mimeType")));
        assertTrue(map(entry.get("timings")).keySet().containsAll(List.of("send", "wait", "receive")));
    }

    @Test
    void eachHopOfASendIsAnEntryWithAllThatHarRequires() throws Exception {
        var har = new HarOfAnswer("1", false, UnaryOperator.identity()).of(send(Request.get("{{demo}}/redirect/2")));
        var entries = entries(har);
        assertEquals(3, entries.size(), har);
        entries.forEach(e -> complete(map(e)));
        assertEquals(302, map(map(entries.getFirst()).get("response")).get("status"));
        assertFalse(map(map(entries.getFirst()).get("response")).get("redirectURL").toString().isEmpty());
        assertEquals(200, map(map(entries.getLast()).get("response")).get("status"));
        assertTrue(map(map(map(entries.getLast()).get("response")).get("content")).get("text").toString().contains("/get"), har);
        assertEquals("127.0.0.1", map(entries.getLast()).get("serverIPAddress"));
    }

    @Test
    void whatHarHasNoFieldForStandsUnderAnUnderscore() throws Exception {
        var leaf = new Certificate("CN=x", "CN=root", "0a", Instant.EPOCH, Instant.EPOCH.plusSeconds(60), List.of("x"), "EC P-256", "SHA256withECDSA", "AA:BB");
        var trace = new Trace(new Connection("127.0.0.1:5555", "[::1]:443", "http://proxy:3128", true, new Security("TLSv1.3", "TLS_AES_128_GCM_SHA256", List.of(leaf), true, "")),
                List.of(new Interim(103, "Early Hints", List.of(new Header("Link", "</a.css>"), new Header("Set-Cookie", "a=secret")), Duration.ofMillis(4))),
                List.of(new Header("X-Sum", "1")), Heads.NONE, new Flow(70, 170, 0, List.of(new Frame(false, Duration.ofMillis(5), "DATA", "END_STREAM", 1, 3, 99, ""))));
        var ms = Duration.ofMillis(1);
        var answer = new Response(200, "OK", "HTTP/2", List.of(), new BodyInMemory(new byte[0]), new Sizes(10, 0, 20, 0, 0), new Timings(Instant.EPOCH, ms, ms, ms, ms, ms, ms, ms),
                "[::1]:443", true, trace);
        var har = new HarOfAnswer("1", true, UnaryOperator.identity()).of(new Outcome.Received(List.of(
                new Hop(new Wire("GET", "https://x/", List.of(), Payload.empty()), answer, Hop.Why.FIRST))));
        var entry = map(entries(har).getFirst());
        complete(entry);
        assertEquals("::1 5555 443 http://proxy:3128 true", entry.get("serverIPAddress") + " " + entry.get("connection") + " " + entry.get("_serverPort") + " " + entry.get("_proxy")
                + " " + entry.get("_connectionReused"));
        assertTrue(map(entry.get("_securityDetails")).get("certificates").toString().contains("validTo=1970-01-01T00:01:00Z"), har);
        var response = map(entry.get("response"));
        assertEquals("170 true", response.get("_transferSize") + " " + response.get("_truncated"));
        assertTrue(response.get("_interimResponses").toString().contains("</a.css>") && !har.contains("secret"), har);
        assertTrue(response.get("_trailers").toString().contains("X-Sum") && response.get("_http2Frames").toString().contains("END_STREAM"), har);
    }

    @Test
    void secretsAreNotInASanitizedFile() throws Exception {
        var request = Request.get("{{demo}}/post?key=hunter2").withMethod("POST").withBody(new Body.Raw("{\"password\":\"hunter2\"}", "json"))
                .withAuth(new Auth("bearer", Map.of("token", "tok-1"))).withHeaders(List.of(Entry.of("Cookie", "sid=tok-2"), Entry.of("X-Plain", "shown")));
        var outcome = send(request);
        var open = new HarOfAnswer("1", false, UnaryOperator.identity()).of(outcome);
        assertTrue(open.contains("Bearer tok-1") && open.contains("hunter2") && open.contains("tok-2"));
        var har = new HarOfAnswer("1", true, text -> text.replace("hunter2", "***").replace("tok-1", "***").replace("tok-2", "***")).of(outcome);
        assertFalse(har.contains("tok-1") || har.contains("tok-2") || har.contains("hunter2"), har);
        assertTrue(har.contains("shown") && har.contains("(removed)"));
    }

    @Test
    void bytesThatAreNoTextAreInBase64AndAFailureHasItsSentence() throws Exception {
        var content = map(map(map(entries(new HarOfAnswer("1", false, UnaryOperator.identity()).of(send(Request.get("{{demo}}/image/png")))).getFirst()).get("response")).get("content"));
        assertEquals("base64", content.get("encoding"));
        assertTrue(content.get("text").toString().startsWith("iVBORw0KGgo"));
        var failed = entries(new HarOfAnswer("1", false, UnaryOperator.identity()).of(send(Request.get("http://127.0.0.1:1/"))));
        complete(map(failed.getFirst()));
        assertTrue(map(map(failed.getFirst()).get("response")).get("_error").toString().contains("refused"), failed::toString);
    }

    @Test
    void aCollectionBecomesHarAndComesBack() {
        var form = new Request("POST", "https://a.example/form?x=1", RequestUrl.parse("?x=1").entries(), List.of(), List.of(Entry.of("X-A", "1")),
                new Body.UrlEncoded(List.of(Entry.of("k v", "ü&"))), Auth.INHERIT, List.of(), Settings.NONE.with("protocolVersion", "http1"), "Says what it does");
        var parts = form.withBody(new Body.FormData(List.of(Part.text("a", "b"), new Part(Entry.of("f", ""), true, List.of("x.bin"), "image/png"))));
        var example = new Example("200 OK", form, 200, "OK", List.of(new Header("Content-Type", "text/plain")), "hello");
        var collection = new Collection("C", "About", Auth.NONE, List.of(Entry.of("v", "1")), List.of(), Settings.NONE, List.of(
                new Folder("/0", "First", "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(new RequestItem("/0/0", "POST /form", form, List.of(example)))),
                new Folder("/1", "Second", "", Auth.INHERIT, List.of(), List.of(), Settings.NONE, List.of(new RequestItem("/1/0", "POST /form", parts, List.of())))));
        var exported = new HarExport().export(new Source.OfCollection("C", ModelTree.of(collection), collection, Report.EMPTY));
        var back = assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("C.har"), exported.files().getFirst().bytes()),
                () -> new String(exported.files().getFirst().bytes(), StandardCharsets.UTF_8)).collection();
        assertEquals(collection.items(), back.items());
        assertEquals(List.of("POST /form", "POST /form", ""), exported.report().rows().stream().map(Report.Row::item).toList());
    }

    @Test
    void anExchangeWithoutAnAnswerTellsItsConnection() throws Exception {
        var trace = new Trace(new Connection("127.0.0.1:5555", "127.0.0.1:80", "", true, null), List.of(new Interim(103, "Early Hints", List.of(), Duration.ofMillis(4))), List.of(),
                Heads.NONE, new Flow(70, 20, 0, List.of()));
        var har = new HarOfAnswer("1", true, UnaryOperator.identity()).of(new Outcome.Failed(new dev.posthorn.model.Failure.ConnectionLost("x", "gone"),
                new Wire("GET", "http://x/", List.of(), Payload.empty()), null, List.of(), trace));
        var entry = map(entries(har).getFirst());
        complete(entry);
        assertEquals("127.0.0.1 5555", entry.get("serverIPAddress") + " " + entry.get("connection"));
        assertTrue(map(entry.get("response")).get("_interimResponses").toString().contains("103") && har.contains("gone"), har);
    }
}
