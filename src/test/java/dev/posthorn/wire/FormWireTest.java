package dev.posthorn.wire;

import static dev.posthorn.wire.WireTable.headers;
import static dev.posthorn.wire.WireTable.off;
import static dev.posthorn.wire.WireTable.request;
import static dev.posthorn.wire.WireTable.without;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Forms, encoded and of several parts. Sources in postman-runtime: `test/unit/requester-core.test.js` (U), `test/integration/request-body/form-data.test.js`
/// (F), `test/integration/sanity/…` by their names; @postman/form-data `lib/form_data.js` (L); postman-request `request.js` (Q).
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormWireTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private WireTable table;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        table = new WireTable(folder);
        Files.writeString(table.files.resolve("horn.csv"), "a,b");
        Files.writeString(table.files.resolve("upload-csv"), "c,d");
    }

    @AfterAll
    void close() throws IOException {
        table.close();
    }

    private static Request encoded(String... namesAndValues) {
        var rows = new ArrayList<Entry>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            rows.add(Entry.of(namesAndValues[i], namesAndValues[i + 1]));
        }
        return request("POST", "http://HOST/").withBody(new Body.UrlEncoded(rows));
    }

    private DynamicTest form(String sentence, Request draft, int length, String sent) {
        return table.sends(sentence, draft, "POST / HTTP/1.1\nHost: HOST\nContent-Type: " + FORM + "\nAUTOMATIC\nContent-Length: " + length + "\n\n" + sent);
    }

    @TestFactory
    Stream<DynamicTest> encodedForms() {
        return Stream.of(
                form("fields in order (U: should handle urlencoded request bodies correctly)", encoded("alpha", "foo", "beta", "bar"), 18, "alpha=foo&beta=bar"),
                form("one name twice stays where it stands, where Postman moves them together", encoded("b", "1", "a", "2", "b", "3"), 11, "b=1&a=2&b=3"),
                form("a name of JavaScript's (U: url encoded, special keywords)", encoded("constructor", "builds away!", "foo", "bar"), 36, "constructor=builds%20away%21&foo=bar"),
                form("names that are numbers keep their places", encoded("b", "1", "2", "x", "1", "y"), 11, "b=1&2=x&1=y"),
                form("what is not encoded (Q: querystring and RFC 3986)", encoded("q", "AZaz09-_.~"), 12, "q=AZaz09-_.~"),
                form("what is (Q: the same)", encoded("!'()*", " +/?&=#%"), 40, "%21%27%28%29%2A=%20%2B%2F%3F%26%3D%23%25"),
                form("letters of the world", encoded("ü", "日"), 16, "%C3%BC=%E6%97%A5"),
                form("escapes are escaped once more", encoded("a", "%20"), 7, "a=%2520"),
                form("line ends", encoded("a", "1\r\n2\n"), 13, "a=1%0D%0A2%0A"),
                form("a backslash of a variable (sanity/esc-formdata.test.js)", encoded("{{key}}", "{{msg}}"), 24, "k%20e%20y=hello%5Ckworld"),
                form("empty values", encoded("a", "", "b", ""), 5, "a=&b="),
                form("rows that are off or have no name", request("POST", "http://HOST/").withBody(new Body.UrlEncoded(List.of(off("a", "1"), Entry.of("b", "2"), Entry.of("", "3")))), 3, "b=2"),
                table.sends("all rows off is no body", request("POST", "http://HOST/").withBody(new Body.UrlEncoded(List.of(off("a", "1")))), "POST / HTTP/1.1\nHost: HOST\nAUTOMATIC\nContent-Length: 0\n\n"),
                table.sends("a Content-Type that does not fit gives way (Q: form)", headers(encoded("a", "1"), "content-type", "application/json"),
                        "POST / HTTP/1.1\nHost: HOST\ncontent-type: " + FORM + "\nAUTOMATIC\nContent-Length: 3\n\na=1"),
                table.sends("one that fits stays (Q: form)", headers(encoded("a", "1"), "Content-Type", FORM + "; charset=utf-8"),
                        "POST / HTTP/1.1\nHost: HOST\nContent-Type: " + FORM + "; charset=utf-8\nAUTOMATIC\nContent-Length: 3\n\na=1"),
                table.sends("with the automatic one off the user's own stays (Q: allowContentTypeOverride)", without(headers(encoded("a", "1"), "Content-Type", "text/plain"), "content-type"),
                        "POST / HTTP/1.1\nHost: HOST\nContent-Type: text/plain\nAUTOMATIC\nContent-Length: 3\n\na=1"));
    }

    private static Request parts(Part... parts) {
        return request("POST", "http://HOST/").withBody(new Body.FormData(List.of(parts)));
    }

    private static Part file(String key, String contentType, String fileName, String... files) {
        return new Part(Entry.of(key, ""), true, List.of(files), contentType, fileName);
    }

    private static Part text(String key, String value, String contentType, String fileName) {
        return new Part(Entry.of(key, value), false, List.of(), contentType, fileName);
    }

    private DynamicTest multipart(String sentence, Request draft, int length, String sent) {
        return table.sends(sentence, draft, "POST / HTTP/1.1\nHost: HOST\nContent-Type: multipart/form-data; boundary=BOUNDARY\nAUTOMATIC\nContent-Length: " + length + "\n\n" + sent);
    }

    @TestFactory
    Stream<DynamicTest> formsOfSeveralParts() {
        return Stream.of(
                multipart("a text; the length is Postman's (F: should override with a valid content-type)", parts(Part.text("foo", "bar")), 161, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="foo"

                        bar
                        --BOUNDARY--
                        """),
                multipart("one key twice, rows that are off (U: should handle form data request bodies correctly)", parts(Part.text("a", "1"), new Part(off("b", "2"), false, List.of(), ""), Part.text("a", "3")), 258, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="a"

                        1
                        --BOUNDARY
                        Content-Disposition: form-data; name="a"

                        3
                        --BOUNDARY--
                        """),
                multipart("an empty text (F: with null value)", parts(Part.text("foo", "")), 158, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="foo"


                        --BOUNDARY--
                        """),
                multipart("a text with a type of its own (U: should accept contentType)", parts(text("userData", "{\"name\": \"userName\"}", "application/json", "")), 215, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="userData"
                        Content-Type: application/json

                        {"name": "userName"}
                        --BOUNDARY--
                        """),
                multipart("a text with a file name has the type of that name (U: should support custom fileName; L: _getContentType)", parts(text("foo", "bar", "", "file.json")), 215, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="foo"; filename="file.json"
                        Content-Type: application/json

                        bar
                        --BOUNDARY--
                        """),
                multipart("a file, its name and the type of its name", parts(file("f", "", "", "horn.csv")), 204, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="f"; filename="horn.csv"
                        Content-Type: text/csv

                        a,b
                        --BOUNDARY--
                        """),
                multipart("files and texts in their order (sanity/form-data-order.test.js)", parts(file("a", "", "", "upload-csv"), Part.text("1", "second"), file("0", "text/csv", "", "upload-csv")), 478, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="a"; filename="upload-csv"
                        Content-Type: application/octet-stream

                        c,d
                        --BOUNDARY
                        Content-Disposition: form-data; name="1"

                        second
                        --BOUNDARY
                        Content-Disposition: form-data; name="0"; filename="upload-csv"
                        Content-Type: text/csv

                        c,d
                        --BOUNDARY--
                        """),
                multipart("several files under one key (file-uploads/request-body.test.js)", parts(file("f", "", "", "horn.csv", "upload-csv")), 370, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="f"; filename="horn.csv"
                        Content-Type: text/csv

                        a,b
                        --BOUNDARY
                        Content-Disposition: form-data; name="f"; filename="upload-csv"
                        Content-Type: application/octet-stream

                        c,d
                        --BOUNDARY--
                        """),
                multipart("a file under another name, without its folders (L: _getContentDisposition)", parts(file("f", "", "x/brass.csv", "horn.csv")), 205, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="f"; filename="brass.csv"
                        Content-Type: text/csv

                        a,b
                        --BOUNDARY--
                        """),
                multipart("a file row without a file (F: with undefined value of type file)", parts(file("foo", "", "")), 211, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="foo"; filename=""
                        Content-Type: application/octet-stream


                        --BOUNDARY--
                        """),
                multipart("a file name beyond Latin-1 is given twice (L: _getContentDisposition)", parts(file("f", "", "日.csv", "horn.csv")), 235, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="f"; filename="日.csv"; filename*=UTF-8''%E6%97%A5.csv
                        Content-Type: text/csv

                        a,b
                        --BOUNDARY--
                        """),
                multipart("quotes and line ends in names cannot break the form, as they do in Postman's", parts(Part.text("a\"b\r\nc", "1")), 168, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="a%22b%0D%0Ac"

                        1
                        --BOUNDARY--
                        """),
                multipart("variables in names, values and files", parts(Part.text("{{id}}", "{{word}}"), file("f", "", "", "{{bare}}/../horn.csv")), 307, """
                        --BOUNDARY
                        Content-Disposition: form-data; name="1"

                        v w
                        --BOUNDARY
                        Content-Disposition: form-data; name="f"; filename="horn.csv"
                        Content-Type: text/csv

                        a,b
                        --BOUNDARY--
                        """),
                table.sends("all rows off is no body (F: with disabled params)", parts(new Part(off("foo", "bar"), false, List.of(), "")), "POST / HTTP/1.1\nHost: HOST\nAUTOMATIC\nContent-Length: 0\n\n"),
                table.sends("a boundary of the user's own is used (Q: form)", headers(parts(Part.text("foo", "bar")), "Content-Type", "multipart/form-data; charset=utf-8; boundary=\"X Y\""), """
                        POST / HTTP/1.1
                        Host: HOST
                        Content-Type: multipart/form-data; charset=utf-8; boundary="X Y"
                        AUTOMATIC
                        Content-Length: 67

                        --X Y
                        Content-Disposition: form-data; name="foo"

                        bar
                        --X Y--
                        """),
                table.sends("a Content-Type that does not fit gives way (F: with invalid content-type)", headers(parts(Part.text("foo", "bar")), "content-type", "application/json"), """
                        POST / HTTP/1.1
                        Host: HOST
                        content-type: multipart/form-data; boundary=BOUNDARY
                        AUTOMATIC
                        Content-Length: 161

                        --BOUNDARY
                        Content-Disposition: form-data; name="foo"

                        bar
                        --BOUNDARY--
                        """),
                table.sends("multipart/form-data without a boundary gets ours (Q: form)", headers(parts(Part.text("foo", "bar")), "Content-Type", "multipart/form-data"), """
                        POST / HTTP/1.1
                        Host: HOST
                        Content-Type: multipart/form-data; boundary=BOUNDARY
                        AUTOMATIC
                        Content-Length: 161

                        --BOUNDARY
                        Content-Disposition: form-data; name="foo"

                        bar
                        --BOUNDARY--
                        """));
    }
}
