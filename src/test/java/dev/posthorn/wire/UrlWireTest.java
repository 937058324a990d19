package dev.posthorn.wire;

import static dev.posthorn.wire.WireTable.get;
import static dev.posthorn.wire.WireTable.headers;
import static dev.posthorn.wire.WireTable.with;

import dev.posthorn.model.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What stands on the request line for what was typed. Sources: postman-url-encoder `test/unit/toNodeUrl.test.js` (E), postman-collection
/// `test/unit/url.test.js` (C), postman-runtime `test/integration/request-flow/url-encoding.test.js` (R) and others by their names.
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UrlWireTest {

    private WireTable table;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        table = new WireTable(folder);
    }

    @AfterAll
    void close() throws IOException {
        table.close();
    }

    private DynamicTest url(String sentence, String typed, String target) {
        return table.line(sentence, get(typed), target);
    }

    private DynamicTest raw(String sentence, String typed, String target) {
        return table.line(sentence, with(get(typed), "disableUrlEncoding", true), target);
    }

    @TestFactory
    Stream<DynamicTest> partsOfTheUrl() {
        return Stream.of(
                url("no path asks for the root (E: should be `/` if path is absent)", "http://HOST", "/"),
                url("a slash is the root", "http://HOST/", "/"),
                url("no scheme is http (E: should defaults to http:)", "HOST/get", "/get"),
                url("a scheme in capitals (E: should convert to lower case)", "HTTP://HOST/get", "/get"),
                url("the case of the path stays (E: should preserve characters case)", "http://HOST/UPPER_CASE/lower_case", "/UPPER_CASE/lower_case"),
                url("white space before it is dropped (C: should trim whitespace on the left)", " \t\nhttp://HOST/a", "/a"),
                url("a space after it is sent (E: should not trim trailing whitespace characters)", "http://HOST/path ", "/path%20"),
                url("a space after the query is sent (E: should not trim trailing whitespace characters)", "http://HOST/?q1=v1 ", "/?q1=v1%20"),
                url("a line end after it is dropped, where Postman sends %0A", "http://HOST/path\r\n", "/path"),
                url("a space after a bare host is dropped", "http://HOST ", "/"),
                url("the fragment stays at home (E: should accept url string)", "http://HOST/foo&bar/{baz}?q=(\"f=o&o\")#`hash`", "/foo&bar/%7Bbaz%7D?q=(%22f=o&o%22)"),
                url("an empty fragment too (E: should retain # in empty hash)", "http://HOST/#", "/"),
                url("a question mark in the fragment begins no query (C: must parse url query-param even if `?` is present in the URL hash)", "http://HOST/a#b?c", "/a"),
                url("backslashes of the path are slashes (C: should replace \\ in pathname with /)", "http://HOST\\a\\b?x=\\y", "/a/b?x=\\y"),
                url("backslashes of the scheme are slashes (C: should replace \\ in protocol with /)", "http:\\\\HOST\\a", "/a"),
                url("too many slashes after the scheme", "http:////HOST/a", "/a"),
                url("dots and empty segments stay as typed", "http://HOST/a/../b/./c//d/", "/a/../b/./c//d/"),
                url("a short IPv4 address is spelled out (E: should handle the IP address shorthands)", "http://127.1:PORT/a", "/a"),
                url("an IPv4 address in hexadecimal", "http://0x7f.0.0x1:PORT/a", "/a"),
                url("an IPv4 address as one number (E: should handle the IP address shorthands)", "http://2130706433:PORT/a", "/a"));
    }

    @TestFactory
    Stream<DynamicTest> theQuery() {
        return Stream.of(
                url("a bare question mark stays (E: should retain ? in empty query param)", "http://HOST?", "/?"),
                url("a bare ampersand stays (E: should retain ? in empty query param)", "http://HOST/?&", "/?&"),
                url("several ampersands stay (C: should handle multiple &&&)", "http://HOST/?a=b&&&c=d", "/?a=b&&&c=d"),
                url("several question marks stay (E: should return same result as Node.js url.parse)", "http://HOST/p/a/t/h?q=a&&b??c#123#321", "/p/a/t/h?q=a&&b??c"),
                url("a parameter without = (E: should handle empty key or empty value)", "http://HOST/p?foo", "/p?foo"),
                url("an empty value (E: should handle empty key or empty value)", "http://HOST/p?BAZ=", "/p?BAZ="),
                url("an empty key (E: should handle empty key or empty value)", "http://HOST/p?=Bar&=&=QuX", "/p?=Bar&=&=QuX"),
                url("equals signs in a value (C: should unparse urls containing parameters with equals sign properly)", "http://HOST/p?a=b=c==", "/p?a=b=c=="),
                url("a URL as a value (C: should accept hosts as query param values in URL strings with a protocol)", "http://HOST/p?url=https://a.b/c?d", "/p?url=https://a.b/c?d"),
                url("an address as a value (C: should accept email addresses as query param values in URL strings)", "http://HOST/p?mail=a@b.c", "/p?mail=a@b.c"),
                url("a plus stays a plus", "http://HOST/p?q=a+b", "/p?q=a+b"),
                url("the same key twice keeps both in order", "http://HOST/p?b=1&a=2&b=3", "/p?b=1&a=2&b=3"),
                url("letters of the world (runtime sanity/query-parameters.test.js)", "http://HOST/get?a=обязательный&c=d", "/get?a=%D0%BE%D0%B1%D1%8F%D0%B7%D0%B0%D1%82%D0%B5%D0%BB%D1%8C%D0%BD%D1%8B%D0%B9&c=d"));
    }

    @TestFactory
    Stream<DynamicTest> whatIsEncoded() {
        return Stream.of(
                url("punctuation in the path (R: should percent-encode SPACE, (\"), (<), (>), (`), (#), (?), ({), and (}))", "http://HOST/start/ /!/\"/$/%/&/'/(/)/*/+/,/end", "/start/%20/!/%22/$/%/&/'/(/)/*/+/,/end"),
                url("more punctuation in the path (R: the same)", "http://HOST/start/-/./:/;/</=/>/@/[/]/^/_/`/{/|/}/~/end", "/start/-/./:/;/%3C/=/%3E/@/[/]/^/_/%60/%7B/|/%7D/~/end"),
                url("controls in the path (R: should percent-encode C0 control codes)", "http://HOST/start/\u0000/\u0001/\t/\n/\r/\u001b/\u001f/\u007f/end", "/start/%00/%01/%09/%0A/%0D/%1B/%1F/%7F/end"),
                url("punctuation in the query (R: should percent-encode SPACE, (\"), (#), ('), (<), and (>))", "http://HOST/start?q1= !\"$%&'()*+,-./:;<=>?@", "/start?q1=%20!%22$%&%27()*+,-./:;%3C=%3E?@"),
                url("more punctuation in the query (R: the same)", "http://HOST/start?q1=[\\]^_`{|}~", "/start?q1=[\\]^_`{|}~"),
                url("controls in the query (R: should percent-encode C0 control codes)", "http://HOST/start?q1=\u0000/\u0001/\t/\n/\r/\u001f/\u007f/end", "/start?q1=%00/%01/%09/%0A/%0D/%1F/%7F/end"),
                url("letters of the world in the path (E: should percent-encode the reserved and unicode characters)", "http://HOST/foo/你ス/(⚡️)", "/foo/%E4%BD%A0%E3%82%B9/(%E2%9A%A1%EF%B8%8F)"),
                url("letters of the world in the query (E: should percent-encode the reserved and unicode characters)", "http://HOST/?q1=(1 2)&q2=𝌆й你ス", "/?q1=(1%202)&q2=%F0%9D%8C%86%D0%B9%E4%BD%A0%E3%82%B9"),
                url("what is encoded in the path stays (E: should not double encode the characters)", "http://HOST/foo/%E4%BD%A0%E3%82%B9/(bar)/", "/foo/%E4%BD%A0%E3%82%B9/(bar)/"),
                url("what is encoded in the query stays (E: should not double encode the characters)", "http://HOST/?q1=(1%202)&q2=f%C3%B2%C3%B3", "/?q1=(1%202)&q2=f%C3%B2%C3%B3"),
                url("half a character encoded stays (E: SECURITY)", "http://HOST/%E4%BD?q1=(1%202)#(%F0%9F)", "/%E4%BD?q1=(1%202)"),
                url("escapes in small letters stay", "http://HOST/%e4%bd", "/%e4%bd"),
                url("escapes that are none stay", "http://HOST/%zz/%/%4?%=%g", "/%zz/%/%4?%=%g"),
                url("WHATWG rules and not Node's old ones (runtime requester-spec/useWhatWGUrlParser.test.js)", "http://HOST/get?q=(%{^*^}%)", "/get?q=(%{^*^}%)"),
                url("brackets in the path (E: .href)", "http://HOST/[⚡️]?q1=(1 2)#%foo%", "/[%E2%9A%A1%EF%B8%8F]?q1=(1%202)"));
    }

    @TestFactory
    Stream<DynamicTest> encodingSwitchedOff() {
        return Stream.of(
                raw("everything as typed", "http://HOST/a/../{b}|c?x=^&y=%zz", "/a/../{b}|c?x=^&y=%zz"),
                raw("all segments (E: should not encode URL segments)", "http://HOST/foo&bar/{baz}?q=(\"foo\")#`hash`", "/foo&bar/{baz}?q=(\"foo\")"),
                raw("empty keys and values (E: should handle empty key or empty value)", "http://HOST?(\"foo\")&=\"bar\"&=&BAZ=&={qux}", "/?(\"foo\")&=\"bar\"&=&BAZ=&={qux}"),
                raw("quotes, angles and backticks", "http://HOST/`<'\">`?q=`<'\">`", "/`<'\">`?q=`<'\">`"),
                raw("a space would end the line: it is encoded, where Postman gives up", "http://HOST/a b?c=d e", "/a%20b?c=d%20e"),
                raw("so are letters that no request line has", "http://HOST/ü?ü=日", "/%C3%BC?%C3%BC=%E6%97%A5"),
                raw("backslashes of the path are slashes here too", "http://HOST/a\\b", "/a/b"));
    }

    private DynamicTest signed(String sentence, Request draft, String credentials) {
        return table.sends(sentence, draft, "GET / HTTP/1.1\nHost: HOST\n" + (credentials.isEmpty() ? "" : "Authorization: Basic " + credentials + "\n") + "AUTOMATIC\n\n");
    }

    @TestFactory
    Stream<DynamicTest> credentialsOfTheUrl() {
        return Stream.of(
                signed("name and password become Basic", get("http://user:pass@HOST"), "dXNlcjpwYXNz"),
                signed("a name alone (E: should ignore the empty and non-string password)", get("http://root@HOST"), "cm9vdDo="),
                signed("a password alone (E: should ignore the empty and non-string username)", get("http://:secret@HOST"), "OnNlY3JldA=="),
                signed("several @ (E: should handle multiple : and @ in auth)", get("http://us@r:p@ssword@HOST"), "dXNAcjpwQHNzd29yZA=="),
                signed("several : (E: should handle multiple : and @ in auth)", get("http://user:p:a:s:s@HOST"), "dXNlcjpwOmE6czpz"),
                signed("nothing before the @ (E: should retain @ in auth without user and password)", get("http://@HOST"), ""),
                signed("only a colon (E: should retain : in auth with empty user and password)", get("http://:@HOST"), "Og=="),
                signed("escapes are decoded (E: should not double encode the characters)", get("http://%22user%22:p%C3%A2$$@HOST"), "InVzZXIiOnDDoiQk"),
                table.sends("a header of the user's own wins", headers(get("http://user:pass@HOST"), "authorization", "mine"),
                        "GET / HTTP/1.1\nHost: HOST\nauthorization: mine\nAUTOMATIC\n\n"));
    }
}
