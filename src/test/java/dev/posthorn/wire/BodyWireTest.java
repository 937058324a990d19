package dev.posthorn.wire;

import static dev.posthorn.wire.WireTable.headers;
import static dev.posthorn.wire.WireTable.off;
import static dev.posthorn.wire.WireTable.request;
import static dev.posthorn.wire.WireTable.with;
import static dev.posthorn.wire.WireTable.without;

import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Files;
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

/// Bodies of one piece. Sources in postman-runtime: `test/unit/requester-core.test.js` (U), `test/integration/request-body/body-options.test.js` (O),
/// `…/json-with-comment.test.js` (J), `…/graphql.test.js` (G), `test/integration/protocol-profile-behavior/disableBodyPruning.test.js` (P).
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BodyWireTest {

    private WireTable table;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        table = new WireTable(folder);
        Files.writeString(table.files.resolve("horn.txt"), "tra-ra");
        Files.writeString(table.files.resolve("horn"), "tra");
        Files.writeString(table.files.resolve("empty.json"), "");
        Files.write(table.files.resolve("bytes.bin"), new byte[] {1, 2, 3});
    }

    @AfterAll
    void close() throws IOException {
        table.close();
    }

    private static Request post(Body body) {
        return request("POST", "http://HOST/").withBody(body);
    }

    private static Request raw(String text, String language) {
        return post(new Body.Raw(text, language));
    }

    private DynamicTest body(String sentence, Request draft, String contentType, int length, String sent) {
        return table.sends(sentence, draft, draft.method() + " / HTTP/1.1\nHost: HOST\nContent-Type: " + contentType + "\nAUTOMATIC\nContent-Length: " + length + "\n\n" + sent);
    }

    private DynamicTest nothing(String sentence, Request draft) {
        return table.sends(sentence, draft, draft.method() + " / HTTP/1.1\nHost: HOST\nAUTOMATIC\n" + (draft.method().equals("POST") ? "Content-Length: 0\n\n" : "\n"));
    }

    @TestFactory
    Stream<DynamicTest> rawText() {
        return Stream.of(
                body("text is the default (O: should set text/plain content-type by default)", raw("POSTMAN", ""), "text/plain", 7, "POSTMAN"),
                body("JSON (O: should set content-type according to specified language)", raw("{ \"foo\": \"bar\" }", "json"), "application/json", 16, "{ \"foo\": \"bar\" }"),
                body("XML", raw("<a/>", "xml"), "application/xml", 4, "<a/>"),
                body("HTML", raw("<p>", "html"), "text/html", 3, "<p>"),
                body("JavaScript", raw("a()", "javascript"), "application/javascript", 3, "a()"),
                body("an unknown language (O: should set text/plain content-type as a fallback)", raw("x", "graphql"), "text/plain", 1, "x"),
                nothing("no text brings no Content-Type (U: should not set Content-Type if data is not present)", raw("", "json")),
                table.sends("a Content-Type of the user's own (O: should not override existing content-type)", headers(raw("{}", "json"), "content-type", "text/something"),
                        "POST / HTTP/1.1\nHost: HOST\ncontent-type: text/something\nAUTOMATIC\nContent-Length: 2\n\n{}"),
                body("one that is off does not count (G: should handle disabled content-type header)", raw("{}", "json").withHeaders(List.of(off("Content-Type", "a/b"))), "application/json", 2, "{}"),
                table.sends("no Content-Type where it is switched off", without(raw("{}", "json"), "content-type"), "POST / HTTP/1.1\nHost: HOST\nAUTOMATIC\nContent-Length: 2\n\n{}"),
                table.sends("a Content-Length of the user's own", headers(raw("abc", "text"), "content-length", "3"),
                        "POST / HTTP/1.1\nHost: HOST\ncontent-length: 3\nContent-Type: text/plain\nAUTOMATIC\n\nabc"),
                table.sends("a Transfer-Encoding of the user's own", headers(raw("abc", "text"), "Transfer-Encoding", "chunked"),
                        "POST / HTTP/1.1\nHost: HOST\nTransfer-Encoding: chunked\nContent-Type: text/plain\nAUTOMATIC\n\n3\nabc\n0\n\n"),
                body("the length counts bytes", raw("ü日", "text"), "text/plain", 5, "ü日"),
                body("line ends stay", raw("a\nb\r\nc\n", "text"), "text/plain", 7, "a⏎b\nc⏎"),
                body("variables", raw("{\"a\": \"{{word}}\", \"b\": {{id}}}", "json"), "application/json", 20, "{\"a\": \"v w\", \"b\": 1}"));
    }

    @TestFactory
    Stream<DynamicTest> commentsInJson() {
        return Stream.of(
                body("a line (J: with single line comment, on previous line)", raw("{// some comment\n\"a\": \"value\"\n}", "json"), "application/json", 16, "{⏎\"a\": \"value\"⏎}"),
                body("a line that ends with CR LF (J: and new line separation using \\r\\n)", raw("{// some comment\r\n\"a\": \"value\"\n}", "json"), "application/json", 16, "{⏎\"a\": \"value\"⏎}"),
                body("a line after a value (J: and comment on next line)", raw("{\"a\": \"value\",\n\"b\": \"value\" // some comment\n}", "json"), "application/json", 30, "{\"a\": \"value\",⏎\"b\": \"value\" ⏎}"),
                body("several lines (J: with multi line comments, and previous line)", raw("{/* \nsome comment\n*/\n\"a\": \"value\"\n}", "json"), "application/json", 16, "{⏎\"a\": \"value\"⏎}"),
                body("before a value (J: and comment before attribute value)", raw("{\"a\":/* some */ \"value\"}", "json"), "application/json", 14, "{\"a\": \"value\"}"),
                body("after escaped quotes (J: with quotes with escape character, on key)", raw("{//test\n\"a\\\"a\": \"val\\\"ue\"}", "json"), "application/json", 20, "{⏎\"a\\\"a\": \"val\\\"ue\"}"),
                body("in what is no JSON (J: with invalid json)", raw("{//test\n\"a\": \"value\",}", "json"), "application/json", 16, "{⏎\"a\": \"value\",}"),
                body("not in a string", raw("{\"a\": \"http://b/*c*/\"}", "json"), "application/json", 22, "{\"a\": \"http://b/*c*/\"}"),
                body("not in text (J: with raw language is not json)", raw("{//test\n\"a\": \"value\"}", "text"), "text/plain", 21, "{//test⏎\"a\": \"value\"}"));
    }

    @TestFactory
    Stream<DynamicTest> bodiesWhereFewExpectThem() {
        var json = new Body.Raw("{}", "json");
        return Stream.of(
                body("GET with a body (P: should send body with GET method)", request("GET", "http://HOST/").withBody(json), "application/json", 2, "{}"),
                body("GET, as Postman notes it (P: with disableBodyPruning: true)", with(request("GET", "http://HOST/").withBody(json), "disableBodyPruning", true), "application/json", 2, "{}"),
                nothing("GET where the body is to be left away (U: should bail out on GET requests with disableBodyPruning: false)", with(request("GET", "http://HOST/").withBody(json), "disableBodyPruning", false)),
                nothing("HEAD likewise", with(request("HEAD", "http://HOST/").withBody(json), "disableBodyPruning", false)),
                body("POST keeps it (U: should not bail out on POST requests with disableBodyPruning: false)", with(post(json), "disableBodyPruning", false), "application/json", 2, "{}"),
                body("HEAD with a body", request("HEAD", "http://HOST/").withBody(json), "application/json", 2, "{}"),
                body("DELETE with a body", request("DELETE", "http://HOST/").withBody(json), "application/json", 2, "{}"),
                body("OPTIONS with a body", request("OPTIONS", "http://HOST/").withBody(json), "application/json", 2, "{}"),
                body("COPY with a body", request("COPY", "http://HOST/").withBody(json), "application/json", 2, "{}"),
                body("a method in small letters with a body", request("report", "http://HOST/").withBody(json), "application/json", 2, "{}"));
    }

    @TestFactory
    Stream<DynamicTest> files() {
        return Stream.of(
                body("a file with the type of its name", post(new Body.Binary("horn.txt")), "text/plain", 6, "tra-ra"),
                body("a file whose name says nothing", post(new Body.Binary("horn")), "application/octet-stream", 3, "tra"),
                body("an empty file", post(new Body.Binary("empty.json")), "application/json", 0, ""),
                body("bytes", post(new Body.Binary("bytes.bin")), "application/octet-stream", 3, "\u0001\u0002\u0003"),
                body("a variable in the path", post(new Body.Binary("./{{file}}")), "text/plain", 6, "tra-ra"),
                table.sends("a Content-Type of the user's own", headers(post(new Body.Binary("horn.txt")), "Content-Type", "a/b"),
                        "POST / HTTP/1.1\nHost: HOST\nContent-Type: a/b\nAUTOMATIC\nContent-Length: 6\n\ntra-ra"),
                nothing("no file chosen is no body", post(new Body.Binary(""))));
    }

    private static Body graphQl(String query, String variables, String operation) {
        return new Body.GraphQl(query, variables, operation);
    }

    @TestFactory
    Stream<DynamicTest> queriesOfGraphQl() {
        return Stream.of(
                body("a query alone (G: custom content-type)", post(graphQl("{ hello }", "", "")), "application/json", 21, "{\"query\":\"{ hello }\"}"),
                body("with an operation, no variables (G: should allow a valid JSON to go through by omiting variables)", post(graphQl("query Test { hello }", "", "Test")),
                        "application/json", 55, "{\"query\":\"query Test { hello }\",\"operationName\":\"Test\"}"),
                body("with all three, the variables as typed", post(graphQl("query A($n: Int) { a(n: $n) }", "{\"n\": 10}", "A")),
                        "application/json", 83, "{\"query\":\"query A($n: Int) { a(n: $n) }\",\"operationName\":\"A\",\"variables\":{\"n\": 10}}"),
                body("variables that are no JSON go out as typed", post(graphQl("{a}", "{oops", "")), "application/json", 33, "{\"query\":\"{a}\",\"variables\":{oops}"),
                body("a text is written as JSON.stringify does", post(graphQl("a\"\\\n\t\b\f\u0001/é", "", "")), "application/json", 34, "{\"query\":\"a\\\"\\\\\\n\\t\\b\\f\\u0001/é\"}"),
                body("variables of the environment", post(graphQl("{{{word}}}", "{\"a\": \"{{id}}\"}", "")), "application/json", 40, "{\"query\":\"{v w}\",\"variables\":{\"a\": \"1\"}}"),
                table.sends("a Content-Type of the user's own (G: should honor custom content-type header)", headers(post(graphQl("{ hello }", "", "")), "content-type", "something/else"),
                        "POST / HTTP/1.1\nHost: HOST\ncontent-type: something/else\nAUTOMATIC\nContent-Length: 21\n\n{\"query\":\"{ hello }\"}"),
                nothing("nothing typed is no body", post(graphQl("", "", ""))));
    }
}
