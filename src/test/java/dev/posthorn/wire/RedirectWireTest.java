package dev.posthorn.wire;

import static dev.posthorn.wire.WireTable.get;
import static dev.posthorn.wire.WireTable.headers;
import static dev.posthorn.wire.WireTable.request;
import static dev.posthorn.wire.WireTable.with;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What goes where an answer points to. Sources: postman-runtime `test/integration/requester-spec/redirect.test.js` (T) and
/// `test/integration/sanity/redirect.test.js` (N); postman-request `lib/redirect.js` (L); postman-url-encoder `test/fixtures/url-resolve-list.js` (V).
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RedirectWireTest {

    private static final String FIRST = "GET /a/b HTTP/1.1\nHost: HOST\nAUTOMATIC\n\n====\n";

    private WireTable table;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        table = new WireTable(folder);
    }

    @AfterAll
    void close() throws IOException {
        table.close();
    }

    private static String to(int status, String location) {
        return "HTTP/1.1 " + status + " Go\nLocation: " + location + "\nContent-Length: 0\n\n";
    }

    private static Request home() {
        return get("http://HOST/a/b");
    }

    private static Request post() {
        return request("POST", "http://HOST/a/b").withBody(new Body.Raw("abc", "text"));
    }

    private static final String POSTED = "POST /a/b HTTP/1.1\nHost: HOST\nContent-Type: text/plain\nAUTOMATIC\nContent-Length: 3\n\nabc====\n";

    private DynamicTest becomesGet(int status, String sentence) {
        return table.sends(sentence, post(), POSTED + "GET /c HTTP/1.1\nHost: HOST\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(status, "/c"));
    }

    private DynamicTest stays(int status, String sentence, Request draft) {
        return table.sends(sentence, draft, POSTED + "POST /c HTTP/1.1\nHost: HOST\nReferer: http://HOST/a/b\nContent-Type: text/plain\nAUTOMATIC\nContent-Length: 3\n\nabc", to(status, "/c"));
    }

    @TestFactory
    Stream<DynamicTest> methodAndBody() {
        return Stream.of(
                becomesGet(301, "301 makes POST a GET without a body (L)"),
                becomesGet(302, "302 too (T: with followOriginalHttpMethod: false)"),
                becomesGet(303, "303 too (L)"),
                becomesGet(300, "300 too (L)"),
                stays(307, "307 repeats the request (L)", post()),
                stays(308, "308 repeats the request (L)", post()),
                stays(302, "302 repeats it where the settings say so (T: with followOriginalHttpMethod: true)", with(post(), "followOriginalHttpMethod", true)),
                table.sends("HEAD stays HEAD (L)", request("HEAD", "http://HOST/a/b"), "HEAD /a/b HTTP/1.1\nHost: HOST\nAUTOMATIC\n\n====\nHEAD /c HTTP/1.1\nHost: HOST\nReferer: http://HOST/a/b\nAUTOMATIC\n\n",
                        "HTTP/1.1 301 Go\nLocation: /c\n\n"),
                table.sends("DELETE becomes GET (L)", request("DELETE", "http://HOST/a/b"), "DELETE /a/b HTTP/1.1\nHost: HOST\nAUTOMATIC\n\n====\nGET /c HTTP/1.1\nHost: HOST\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, "/c")),
                table.sends("headers of the body stay behind (L)", headers(post(), "content-type", "a/b", "Content-Encoding", "x", "X-A", "1"),
                        "POST /a/b HTTP/1.1\nHost: HOST\ncontent-type: a/b\nContent-Encoding: x\nX-A: 1\nAUTOMATIC\nContent-Length: 3\n\nabc====\n"
                        + "GET /c HTTP/1.1\nHost: HOST\nX-A: 1\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, "/c")),
                table.sends("a form is written again (L: Restore form-data stream)", request("POST", "http://HOST/a/b").withBody(new Body.FormData(List.of(Part.text("foo", "bar")))),
                        form("/a/b", "") + "====\n" + form("/c", "Referer: http://HOST/a/b\n"), to(307, "/c")),
                table.sends("304 with a Location is the answer", home(), FIRST.replace("====\n", ""), "HTTP/1.1 304 Not Modified\nLocation: /c\n\n"),
                table.sends("201 with a Location is the answer", home(), FIRST.replace("====\n", ""), to(201, "/c")),
                table.sends("not followed where the settings say so (N)", with(home(), "followRedirects", false), FIRST.replace("====\n", ""), to(302, "/c")));
    }

    private static String form(String path, String referer) {
        return "POST " + path + " HTTP/1.1\nHost: HOST\n" + referer + "Content-Type: multipart/form-data; boundary=BOUNDARY\nAUTOMATIC\nContent-Length: 161\n\n"
                + "--BOUNDARY\nContent-Disposition: form-data; name=\"foo\"\n\nbar\n--BOUNDARY--\n";
    }

    private DynamicTest goes(String sentence, String location, String target) {
        return table.sends(sentence, home(), FIRST + "GET " + target + " HTTP/1.1\nHost: HOST\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, location));
    }

    @TestFactory
    Stream<DynamicTest> whereTo() {
        return Stream.of(
                goes("an absolute URL (V: relative URL with protocol)", "http://HOST/x?y=z#w", "/x?y=z"),
                goes("without its scheme (V: protocol-relative url)", "//HOST/path/bar", "/path/bar"),
                goes("from the root (V: root-relative URL)", "/foo/bar?q2=v2#hash_2", "/foo/bar?q2=v2"),
                goes("from the folder (V: base-relative URL)", "foo/bar/", "/a/foo/bar/"),
                goes("a query alone (V)", "?q2=v2", "/a/b?q2=v2"),
                goes("dots are resolved (RFC 3986 §5.2), which Postman leaves", "../d/./e?x=../y", "/d/e?x=../y"),
                goes("a scheme within the path (V)", "baz/://?x=y", "/a/baz/://?x=y"),
                goes("a URL in the query (V)", "foo?q=://bar", "/a/foo?q=://bar"),
                goes("what cannot stand on the line is encoded", "/ü {x}?q=ü'", "/%C3%BC%20%7Bx%7D?q=%C3%BC%27"),
                goes("what is encoded stays", "/%zz%41?%20", "/%zz%41?%20"));
    }

    @TestFactory
    Stream<DynamicTest> whatGoesAlong() {
        var hop = "GET /c HTTP/1.1\nHost: localhost:PORT\nX-Key: k\nReferer: http://HOST/a/b\nAUTOMATIC\n\n";
        var secret = headers(home(), "Authorization", "Bearer t", "X-Key", "k", "Cookie", "mine=1");
        var sent = "GET /a/b HTTP/1.1\nHost: HOST\nAuthorization: Bearer t\nX-Key: k\nCookie: mine=1\nAUTOMATIC\n\n====\n";
        return Stream.of(
                table.sends("on the same server everything", secret, sent + "GET /c HTTP/1.1\nHost: HOST\nAuthorization: Bearer t\nX-Key: k\nCookie: mine=1\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, "/c")),
                table.sends("to another host neither Authorization (L) nor the user's Cookie", secret, sent + hop, to(302, "http://localhost:PORT/c")),
                table.sends("Authorization where the settings say so (L: followAuthorizationHeader)", with(secret, "followAuthorizationHeader", true),
                        sent + "GET /c HTTP/1.1\nHost: localhost:PORT\nAuthorization: Bearer t\nX-Key: k\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, "http://localhost:PORT/c")),
                table.sends("a Host of the user's own stays on the same host", headers(home(), "Host", "v.test"), "GET /a/b HTTP/1.1\nHost: v.test\nAUTOMATIC\n\n====\nGET /c HTTP/1.1\nHost: v.test\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, "/c")),
                table.sends("and not to another (L: remove host header)", headers(home(), "Host", "v.test"), "GET /a/b HTTP/1.1\nHost: v.test\nAUTOMATIC\n\n====\nGET /c HTTP/1.1\nHost: localhost:PORT\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, "http://localhost:PORT/c")),
                table.sends("a Referer of the user's own gives way (T: should have referer header in subsequent requests on redirects)", headers(home(), "referer", "POSTMAN"),
                        "GET /a/b HTTP/1.1\nHost: HOST\nreferer: POSTMAN\nAUTOMATIC\n\n====\nGET /c HTTP/1.1\nHost: HOST\nreferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, "/c")),
                table.sends("credentials of the URL are not in the Referer, as they are in Postman's", get("http://u:p@HOST/a/b"),
                        "GET /a/b HTTP/1.1\nHost: HOST\nAuthorization: Basic dTpw\nAUTOMATIC\n\n====\nGET /c HTTP/1.1\nHost: HOST\nReferer: http://HOST/a/b\nAUTOMATIC\n\n", to(302, "/c")),
                table.sends("each Referer is the hop before", home(), FIRST + "GET /c HTTP/1.1\nHost: HOST\nReferer: http://HOST/a/b\nAUTOMATIC\n\n====\nGET /d?e HTTP/1.1\nHost: HOST\nReferer: http://HOST/c\nAUTOMATIC\n\n", to(302, "/c"), to(302, "/d?e#f")),
                table.sends("an API key of the query stays behind", get("").withAddress("http://HOST/a/b?k=1", List.of(Entry.of("k", "1")), List.of()),
                        FIRST.replace("/a/b", "/a/b?k=1") + "GET /c HTTP/1.1\nHost: HOST\nReferer: http://HOST/a/b?k=1\nAUTOMATIC\n\n", to(302, "/c")));
    }
}
