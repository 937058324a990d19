package dev.posthorn.imports.har;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Part;
import dev.posthorn.model.RequestItem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The recordings are shaped as each tool shapes its own: the same fields, in the same order, with its own extras.
final class HarFileTest {

    private static final String CHROME = """
            {"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},
            "pages":[{"startedDateTime":"2025-03-01T10:00:00.000Z","id":"page_1","title":"https://app.example.com/","pageTimings":{"onContentLoad":210.5,"onLoad":400.1}}],
            "entries":[{"_connectionId":"77","_initiator":{"type":"script","stack":{"callFrames":[{"functionName":"go","lineNumber":3}]}},"_priority":"High","_resourceType":"fetch",
            "cache":{},"connection":"443","pageref":"page_1","request":{"method":"POST","url":"https://app.example.com/api/items?draft=1&q=a%20b","httpVersion":"http/2.0",
            "headers":[{"name":":authority","value":"app.example.com"},{"name":":method","value":"POST"},{"name":":path","value":"/api/items?draft=1"},{"name":":scheme","value":"https"},
            {"name":"accept","value":"application/json"},{"name":"content-length","value":"14"},{"name":"content-type","value":"application/json"},{"name":"cookie","value":"sid=1"}],
            "queryString":[{"name":"draft","value":"1"},{"name":"q","value":"a%20b"}],"cookies":[{"name":"sid","value":"1","path":"/","domain":"app.example.com","expires":"2026-01-01T00:00:00.000Z","httpOnly":true,"secure":true}],
            "headersSize":-1,"bodySize":14,"postData":{"mimeType":"application/json","text":"{\\"name\\":\\"A\\"}"}},
            "response":{"status":201,"statusText":"","httpVersion":"http/2.0","headers":[{"name":":status","value":"201"},{"name":"content-type","value":"application/json; charset=utf-8"}],
            "cookies":[],"content":{"size":10,"mimeType":"application/json","text":"eyJpZCI6NDJ9","encoding":"base64"},"redirectURL":"","headersSize":-1,"bodySize":-1,"_transferSize":120,"_error":null,"_fetchedViaServiceWorker":false},
            "serverIPAddress":"192.0.2.7","startedDateTime":"2025-03-01T10:00:00.100Z","time":33.5,
            "timings":{"blocked":1.1,"dns":-1,"ssl":-1,"connect":-1,"send":0.2,"wait":30,"receive":2.2,"_blocked_queueing":0.9,"_workerStart":-1}},
            {"_webSocketMessages":[{"type":"send","time":1.5,"opcode":1,"data":"hi"}],"_resourceType":"websocket","pageref":"page_1","request":{"method":"GET","url":"wss://app.example.com/live","httpVersion":"http/1.1","headers":[],"queryString":[],"cookies":[],"headersSize":-1,"bodySize":0},
            "response":{"status":101,"statusText":"Switching Protocols","headers":[],"cookies":[],"content":{"size":0,"mimeType":"x-unknown"},"redirectURL":"","headersSize":-1,"bodySize":-1},"startedDateTime":"2025-03-01T10:00:01.000Z","time":1,"timings":{"send":0,"wait":0,"receive":1}}]}}
            """;

    private static final String FIREFOX = """
            {"log":{"version":"1.2","creator":{"name":"Firefox","version":"136.0"},"browser":{"name":"Firefox","version":"136.0"},
            "pages":[{"id":"page_1","pageTimings":{"onContentLoad":-1,"onLoad":-1},"startedDateTime":"2025-03-01T11:00:00.000+02:00","title":"Sign in"},
            {"id":"page_2","pageTimings":{},"startedDateTime":"2025-03-01T11:01:00.000+02:00","title":"Home"}],
            "entries":[{"startedDateTime":"2025-03-01T11:00:01.000+02:00","request":{"bodySize":28,"method":"POST","url":"https://app.example.com/login","httpVersion":"HTTP/1.1",
            "headers":[{"name":"Host","value":"app.example.com"},{"name":"Content-Type","value":"application/x-www-form-urlencoded"},{"name":"Content-Length","value":"28"}],
            "cookies":[],"queryString":[],"headersSize":400,"postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"user","value":"ada"},{"name":"password","value":"p%40ss"}],"text":"user=ada&password=p%40ss"}},
            "response":{"status":302,"statusText":"Found","httpVersion":"HTTP/1.1","headers":[{"name":"Location","value":"/home"},{"name":"Set-Cookie","value":"sid=9; Path=/; HttpOnly"}],
            "cookies":[{"name":"sid","value":"9"}],"content":{"mimeType":"text/plain","size":0,"text":""},"redirectURL":"/home","headersSize":120,"bodySize":120},
            "cache":{},"timings":{"blocked":0,"dns":1,"connect":2,"ssl":3,"send":0,"wait":9,"receive":0},"time":15,"_securityState":"secure","serverIPAddress":"192.0.2.8","connection":"443","pageref":"page_1"},
            {"startedDateTime":"2025-03-01T11:01:01.000+02:00","request":{"bodySize":0,"method":"GET","url":"https://app.example.com/home","httpVersion":"HTTP/2","headers":[{"name":"Accept","value":"text/html"}],"cookies":[{"name":"sid","value":"9"}],"queryString":[],"headersSize":300},
            "response":{"status":200,"statusText":"OK","httpVersion":"HTTP/2","headers":[{"name":"content-type","value":"text/html"}],"cookies":[],"content":{"mimeType":"text/html","size":5,"text":"<p>hi"},"redirectURL":"","headersSize":90,"bodySize":95},
            "cache":{"afterRequest":null},"timings":{"send":0,"wait":5,"receive":1},"time":6,"pageref":"page_2"}]}}
            """;

    private static final String SAFARI = """
            {"log":{"version":"1.2","creator":{"name":"WebKit Web Inspector","version":"20620.1"},"pages":[],
            "entries":[{"startedDateTime":"2025-03-01T12:00:00.000Z","time":80.1,"request":{"method":"GET","url":"https://cdn.example.org/logo.png","httpVersion":"HTTP/2",
            "cookies":[],"headers":[{"name":"Accept","value":"image/*"}],"queryString":[],"headersSize":50,"bodySize":0},
            "response":{"status":200,"statusText":"","httpVersion":"HTTP/2","cookies":[],"headers":[{"name":"Content-Type","value":"image/png"}],"content":{"size":4,"compression":0,"mimeType":"image/png","text":"iVBORw==","encoding":"base64"},
            "redirectURL":"","headersSize":40,"bodySize":4,"_transferSize":44},"cache":{},"timings":{"blocked":1,"dns":2,"connect":3,"ssl":4,"send":5,"wait":6,"receive":7},"serverIPAddress":"192.0.2.9","_serverPort":443,"connection":"1","_fetchType":"Network Load"},
            {"startedDateTime":"2025-03-01T12:00:01.000Z","time":0,"request":{"method":"GET","url":"https://api.example.com/down","httpVersion":"","cookies":[],"headers":[],"queryString":[],"headersSize":-1,"bodySize":0},
            "response":{"status":0,"statusText":"","httpVersion":"","cookies":[],"headers":[],"content":{"size":0,"mimeType":"x-unknown"},"redirectURL":"","headersSize":-1,"bodySize":-1,"_error":"net::ERR_FAILED"},"cache":{},"timings":{"send":0,"wait":0,"receive":0}}]}}
            """;

    private static final String CHARLES = """
            {"log":{"version":"1.2","creator":{"name":"Charles Proxy","version":"4.6.7"},"entries":[
            {"startedDateTime":"2025-03-01T13:00:00.000Z","time":20,"request":{"method":"POST","url":"https://up.example.com/files","httpVersion":"HTTP/1.1","cookies":[],
            "headers":[{"name":"Host","value":"up.example.com"},{"name":"Content-Type","value":"multipart/form-data; boundary=XX"},{"name":"Content-Length","value":"300"}],"queryString":[],
            "postData":{"mimeType":"multipart/form-data; boundary=XX","params":[{"name":"note","value":"hello"},{"name":"file","fileName":"a.bin","contentType":"application/octet-stream"}]},"headersSize":200,"bodySize":300},
            "response":{"_charlesStatus":"COMPLETE","status":200,"statusText":"OK","httpVersion":"HTTP/1.1","cookies":[],"headers":[{"name":"Content-Type","value":"text/plain"}],"content":{"size":2,"mimeType":"text/plain","text":"ok"},"redirectURL":null,"headersSize":0,"bodySize":2},
            "serverIPAddress":"192.0.2.10","cache":{},"timings":{"dns":1,"connect":1,"ssl":1,"send":1,"wait":1,"receive":1}}]}}
            """;

    private static final String INSOMNIA = """
            {"log":{"version":"1.2","creator":{"name":"Insomnia REST Client","version":"insomnia.desktop.app:v10.0.0"},"entries":[
            {"startedDateTime":"2025-03-01T14:00:00.000Z","time":5,"comment":"Create a pet","request":{"method":"PUT","url":"http://localhost:8080/pets/1","httpVersion":"HTTP/1.1","cookies":[],
            "headers":[{"name":"X-Key","value":"k"}],"queryString":[{"name":"dry","value":"true"}],"postData":{"mimeType":"application/xml","text":"<pet/>"},"headersSize":-1,"bodySize":-1,"settingEncodeUrl":true},
            "response":{"status":204,"statusText":"No Content","httpVersion":"HTTP/1.1","cookies":[],"headers":[],"content":{"size":0,"mimeType":""},"redirectURL":"","headersSize":-1,"bodySize":-1},
            "cache":{},"timings":{"blocked":-1,"dns":-1,"connect":-1,"send":0,"wait":5,"receive":0,"ssl":-1}}]}}
            """;

    private static ReadResult.OfCollection read(String text) {
        return assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("recording.har"), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static RequestItem item(String text, int number) {
        return read(text).collection().requests().toList().get(number);
    }

    private static boolean row(String text, Report.Fate fate, String from, String reason) {
        return read(text).report().rows().stream().anyMatch(r -> r.fate() == fate && r.from().contains(from) && r.reason().contains(reason));
    }

    @Test
    void chromesRecordingGivesTheRequestAndItsDecodedAnswer() {
        var item = item(CHROME, 0);
        assertEquals("POST /api/items", item.name());
        assertEquals("https://app.example.com/api/items?draft=1&q=a%20b", item.request().url());
        assertEquals(List.of(Entry.of("accept", "application/json"), Entry.of("content-type", "application/json"), Entry.of("cookie", "sid=1")), item.request().headers());
        assertEquals(new Body.Raw("{\"name\":\"A\"}", "json"), item.request().body());
        var example = item.examples().getFirst();
        assertEquals(201, example.status());
        assertEquals("{\"id\":42}", example.body());
        assertEquals(List.of(new Header("content-type", "application/json; charset=utf-8")), example.headers());
        assertEquals(item.request(), example.request());
    }

    @Test
    void whatIsLeftOutHasRows() {
        assertTrue(row(CHROME, Report.Fate.ASIDE, ":authority, :method, :path, :scheme", "HTTP/2"));
        assertTrue(row(CHROME, Report.Fate.ASIDE, "content-length", "calculated"));
        assertTrue(row(CHROME, Report.Fate.ASIDE, "timings", "measurements"));
        assertTrue(row(CHROME, Report.Fate.ASIDE, "a request to wss:", "only http"));
        assertTrue(row(CHROME, Report.Fate.ASIDE, "creator, browser, pages", "about the recording"));
        assertTrue(row(SAFARI, Report.Fate.ASIDE, "a body of bytes in base64", "no text"));
        assertTrue(row(SAFARI, Report.Fate.ASIDE, "no answer: net::ERR_FAILED", "nothing to keep"));
        assertTrue(row(SAFARI, Report.Fate.ASIDE, "_fetchType", "no place"));
        assertTrue(row(INSOMNIA, Report.Fate.ASIDE, "the list of query parameters", "differs from the URL"));
        assertTrue(row(INSOMNIA, Report.Fate.ASIDE, "settingEncodeUrl", "no place"));
    }

    @Test
    void eachPageIsAFolderAndWithoutPagesEachHost() {
        assertEquals(List.of("Sign in", "Home"), read(FIREFOX).collection().items().stream().map(i -> i.name()).toList());
        assertInstanceOf(Folder.class, read(FIREFOX).collection().items().getFirst());
        assertEquals(List.of("cdn.example.org", "api.example.com"), read(SAFARI).collection().items().stream().map(i -> i.name()).toList());
        assertInstanceOf(RequestItem.class, read(CHARLES).collection().items().getFirst());
    }

    @Test
    void aFormIsATableAndCookiesOfTheListAreAHeader() {
        assertEquals(new Body.UrlEncoded(List.of(Entry.of("user", "ada"), Entry.of("password", "p@ss"))), item(FIREFOX, 0).request().body());
        assertEquals(List.of(Entry.of("Accept", "text/html"), Entry.of("Cookie", "sid=9")), item(FIREFOX, 1).request().headers());
        assertTrue(row(FIREFOX, Report.Fate.TRANSLATED, "cookies", "only as a list"));
    }

    @Test
    void partsOfAFormKeepFilesAndTypes() {
        assertEquals(new Body.FormData(List.of(Part.text("note", "hello"), new Part(Entry.of("file", ""), true, List.of("a.bin"), "application/octet-stream"))),
                item(CHARLES, 0).request().body());
        assertEquals(List.of(), item(CHARLES, 0).request().headers());
        assertEquals(List.of(Entry.of("X-Key", "k"), Entry.of("Content-Type", "application/xml")), item(INSOMNIA, 0).request().headers());
        assertEquals("Create a pet", item(INSOMNIA, 0).request().description());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"log\":{\"entries\":[]}}", "{\"log\":{\"entries\":[{}]}}", "{\"log\":{\"entries\":[null,1,\"x\",[]],\"pages\":3}}",
            "{\"log\":{\"entries\":[{\"request\":{\"url\":\"https://x\",\"headers\":{\"a\":1},\"postData\":\"x\"},\"response\":{\"status\":\"x\",\"content\":[]}}]}}"})
    void aPoorRecordingIsReadAsFarAsItGoes(String text) {
        assertTrue(read(text).collection().requests().count() <= 1);
    }
}
