package dev.posthorn.wire;

import static dev.posthorn.wire.WireTable.get;
import static dev.posthorn.wire.WireTable.headers;
import static dev.posthorn.wire.WireTable.off;
import static dev.posthorn.wire.WireTable.request;
import static dev.posthorn.wire.WireTable.without;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
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

/// Methods and headers. Sources: postman-runtime `test/integration/protocol-profile-behavior/disabledSystemHeaders.test.js` (D),
/// `test/integration/requester-spec/headers.test.js` (I, implicitCacheControl and implicitTraceHeader), `test/integration/request-flow/headers.test.js`
/// (H), postman-request `request.js` (Q).
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HeaderWireTest {

    private WireTable table;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        table = new WireTable(folder);
    }

    @AfterAll
    void close() throws IOException {
        table.close();
    }

    private static Request home() {
        return get("http://HOST/");
    }

    @TestFactory
    Stream<DynamicTest> automaticHeaders() {
        return Stream.of(
                table.sends("all of them, in this order (D: should send all the system headers by default)", home(), """
                        GET / HTTP/1.1
                        Host: HOST
                        User-Agent: Posthorn/1.2.3
                        Accept: */*
                        Cache-Control: no-cache
                        Posthorn-Token: 5d5a0f4e-2a52-4b5e-9a3f-0c3f1d2e4b6a
                        Accept-Encoding: gzip, deflate, br
                        Connection: keep-alive

                        """),
                table.sends("without Host", without(home(), "host"), "GET / HTTP/1.1\nAUTOMATIC\n\n"),
                table.sends("without User-Agent", without(home(), "user-agent"), "GET / HTTP/1.1\nHost: HOST\n" + left("User-Agent") + "\n\n"),
                table.sends("without Accept", without(home(), "accept"), "GET / HTTP/1.1\nHost: HOST\n" + left("Accept") + "\n\n"),
                table.sends("without Cache-Control (I: should send request without `Cache-Control: no-cache` header)", without(home(), "cache-control"), "GET / HTTP/1.1\nHost: HOST\n" + left("Cache-Control") + "\n\n"),
                table.sends("without the token, by Postman's name (I: should send request without `Postman-Token` header)", without(home(), "postman-token"), "GET / HTTP/1.1\nHost: HOST\n" + left("Posthorn-Token") + "\n\n"),
                table.sends("without the token, by its own name", without(home(), "posthorn-token"), "GET / HTTP/1.1\nHost: HOST\n" + left("Posthorn-Token") + "\n\n"),
                table.sends("without Accept-Encoding", without(home(), "accept-encoding"), "GET / HTTP/1.1\nHost: HOST\n" + left("Accept-Encoding") + "\n\n"),
                table.sends("without Connection", without(home(), "connection"), "GET / HTTP/1.1\nHost: HOST\n" + left("Connection") + "\n\n"),
                table.sends("names in any case", without(home(), "USER-Agent"), "GET / HTTP/1.1\nHost: HOST\n" + left("User-Agent") + "\n\n"),
                table.sends("none of them; a body then goes out in chunks, where Postman sends it bare (D: with disabledSystemHeaders)", bare(post("foo=bar")), """
                        POST / HTTP/1.1
                        Transfer-Encoding: chunked

                        7
                        foo=bar
                        0

                        """),
                table.sends("none of them but the user's own (D: with user override)", bare(post("foo=bar")).withHeaders(List.of(
                        Entry.of("content-type", "something/else"), off("content-type", "text/plain"), off("content-length", "1"))), """
                        POST / HTTP/1.1
                        content-type: something/else
                        Transfer-Encoding: chunked

                        7
                        foo=bar
                        0

                        """),
                table.sends("a name that is not switched off stays", home().withSettings(home().settings().with("disabledSystemHeaders", java.util.Map.of("accept", false))), "GET / HTTP/1.1\nHost: HOST\nAUTOMATIC\n\n"));
    }

    private static String left(String without) {
        return String.join("\n", WireTable.AUTOMATIC.lines().filter(l -> !l.startsWith(without + ":")).toList());
    }

    private static Request post(String text) {
        return request("POST", "http://HOST/").withBody(new Body.Raw(text, "text"));
    }

    private static Request bare(Request draft) {
        return without(draft, "content-type", "content-length", "user-agent", "accept", "cache-control", "postman-token", "host", "accept-encoding", "connection");
    }

    @TestFactory
    Stream<DynamicTest> theUsersOwn() {
        return Stream.of(
                table.sends("order, case and duplicates stay (H: should handle duplicate headers correctly)", headers(home(), "x-Second", "1", "A-first", "2", "x-Second", "3", "X-SECOND", "4"),
                        "GET / HTTP/1.1\nHost: HOST\nx-Second: 1\nA-first: 2\nx-Second: 3\nX-SECOND: 4\nAUTOMATIC\n\n"),
                table.sends("rows that are off or have no name stay at home (H: should handle disabled and falsy header keys correctly)", home().withHeaders(List.of(
                        Entry.of("Header-Name-1", "value1"), off("Header-Name-2", "value2"), Entry.of("", "value3"))), "GET / HTTP/1.1\nHost: HOST\nHeader-Name-1: value1\nAUTOMATIC\n\n"),
                table.sends("a row that is off does not stand for an automatic header (H: System headers)", home().withHeaders(List.of(off("accept-encoding", "none"))), "GET / HTTP/1.1\nHost: HOST\nAUTOMATIC\n\n"),
                table.sends("a Host of the user's own stands where he put it", headers(home(), "X-A", "1", "host", "virtual.test"), "GET / HTTP/1.1\nX-A: 1\nhost: virtual.test\nAUTOMATIC\n\n"),
                table.sends("a User-Agent of his own", headers(home(), "user-agent", "mine"), "GET / HTTP/1.1\nHost: HOST\nuser-agent: mine\n" + left("User-Agent") + "\n\n"),
                table.sends("an Accept of his own, twice", headers(home(), "Accept", "a/b", "ACCEPT", "c/d"), "GET / HTTP/1.1\nHost: HOST\nAccept: a/b\nACCEPT: c/d\n" + left("Accept") + "\n\n"),
                table.sends("a Cache-Control of his own (I: should override `Cache-Control` header)", headers(home(), "Cache-Control", "max-age=1200"), "GET / HTTP/1.1\nHost: HOST\nCache-Control: max-age=1200\n" + left("Cache-Control") + "\n\n"),
                table.sends("a Postman-Token of his own stands for ours (I: should override `Postman-Token` header)", headers(home(), "Postman-Token", "CustomToken"), "GET / HTTP/1.1\nHost: HOST\nPostman-Token: CustomToken\n" + left("Posthorn-Token") + "\n\n"),
                table.sends("a Posthorn-Token of his own", headers(home(), "Posthorn-Token", "x"), "GET / HTTP/1.1\nHost: HOST\nPosthorn-Token: x\n" + left("Posthorn-Token") + "\n\n"),
                table.sends("an Accept-Encoding of his own", headers(home(), "Accept-Encoding", "zstd"), "GET / HTTP/1.1\nHost: HOST\nAccept-Encoding: zstd\n" + left("Accept-Encoding") + "\n\n"),
                table.sends("a Connection of his own", headers(home(), "connection", "close"), "GET / HTTP/1.1\nHost: HOST\nconnection: close\n" + left("Connection") + "\n\n"),
                table.sends("his own header goes out although the automatic one is off", without(headers(home(), "Accept", "a/b"), "accept"), "GET / HTTP/1.1\nHost: HOST\nAccept: a/b\n" + left("Accept") + "\n\n"),
                table.sends("an empty value", headers(home(), "X-Empty", ""), "GET / HTTP/1.1\nHost: HOST\nX-Empty: \nAUTOMATIC\n\n"),
                table.sends("white space around a value is dropped, within it stays", headers(home(), "X-A", "  a \t b  "), "GET / HTTP/1.1\nHost: HOST\nX-A: a \t b\nAUTOMATIC\n\n"),
                table.sends("letters of the world go out as UTF-8, where Postman refuses them", headers(home(), "X-A", "ü日"), "GET / HTTP/1.1\nHost: HOST\nX-A: ü日\nAUTOMATIC\n\n"),
                table.sends("every character of a name (RFC 9110 §5.6.2)", headers(home(), "!#$%&'*+-.^_`|~09Az", "1"), "GET / HTTP/1.1\nHost: HOST\n!#$%&'*+-.^_`|~09Az: 1\nAUTOMATIC\n\n"),
                table.sends("quotes, commas and semicolons stay", headers(home(), "X-A", "\"a, b\"; c=d,,e"), "GET / HTTP/1.1\nHost: HOST\nX-A: \"a, b\"; c=d,,e\nAUTOMATIC\n\n"),
                table.sends("variables in name and value", headers(home(), "{{name}}", "{{word}}!"), "GET / HTTP/1.1\nHost: HOST\nX-Named: v w!\nAUTOMATIC\n\n"),
                table.sends("a Referer of his own", headers(home(), "referer", "http://x/"), "GET / HTTP/1.1\nHost: HOST\nreferer: http://x/\nAUTOMATIC\n\n"),
                table.sends("a Content-Type without a body", headers(home(), "Content-Type", "a/b"), "GET / HTTP/1.1\nHost: HOST\nContent-Type: a/b\nAUTOMATIC\n\n"));
    }

    private DynamicTest method(String sentence, String typed, String sent, boolean announces) {
        return table.sends(sentence, request(typed, "http://HOST/x"), sent + " /x HTTP/1.1\nHost: HOST\nAUTOMATIC\n" + (announces ? "Content-Length: 0\n\n" : "\n"));
    }

    @TestFactory
    Stream<DynamicTest> methods() {
        return Stream.of(
                method("POST without a body says so (Q: Content-Length 0 for what is not GET, HEAD, TRACE, DELETE, CONNECT, OPTIONS)", "POST", "POST", true),
                method("PUT too", "PUT", "PUT", true),
                method("PATCH too", "PATCH", "PATCH", true),
                method("DELETE does not (Q)", "DELETE", "DELETE", false),
                method("OPTIONS does not (Q)", "OPTIONS", "OPTIONS", false),
                method("HEAD does not (Q)", "HEAD", "HEAD", false),
                method("TRACE does not (Q)", "TRACE", "TRACE", false),
                method("other methods do: PROPFIND (Q)", "PROPFIND", "PROPFIND", true),
                method("COPY (Q)", "COPY", "COPY", true),
                method("PURGE (Q)", "PURGE", "PURGE", true),
                method("LINK (Q)", "LINK", "LINK", true),
                method("a method of one's own (runtime sanity/http-methods.test.js)", "POSTMAN", "POSTMAN", true),
                method("a hyphen in the method", "M-SEARCH", "M-SEARCH", true),
                method("small letters stay, where Postman makes them capital", "get", "get", false),
                method("small letters of another", "post", "post", true),
                method("every character of a method (RFC 9110 §5.6.2)", "!#$%&'*+-.^_`|~09Az", "!#$%&'*+-.^_`|~09Az", true),
                method("white space around it is dropped", " GET ", "GET", false),
                method("a variable as the method", "{{verb}}", "REPORT", true),
                method("no method is GET", "", "GET", false));
    }
}
