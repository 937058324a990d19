package dev.posthorn.wire;

import static dev.posthorn.wire.WireTable.get;
import static dev.posthorn.wire.WireTable.headers;
import static dev.posthorn.wire.WireTable.with;
import static dev.posthorn.wire.WireTable.without;

import dev.posthorn.model.Cookie;
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

/// The Cookie header. Sources in postman-runtime: `test/integration/request-flow/headers.test.js` (H), `test/integration/requester-spec/disableCookies.test.js` (D),
/// `test/integration/sanity/cookie-handling.test.js` (K).
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CookieWireTest {

    private WireTable table;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        table = new WireTable(folder);
        table.jar(() -> {
            table.cookies.add(new Cookie("c3", "v3", "127.0.0.1", true, "/cookies", null, false, false, ""));
            table.cookies.add(new Cookie("c4", "v4=", "127.0.0.1", true, "/", null, false, false, ""));
            table.cookies.add(new Cookie("other", "no", "elsewhere.test", true, "/", null, false, false, ""));
        });
    }

    @AfterAll
    void close() throws IOException {
        table.close();
    }

    private static Request home() {
        return get("http://HOST/cookies");
    }

    private static String sent(String target, String own, String last) {
        return "GET " + target + " HTTP/1.1\nHost: HOST\n" + own + "AUTOMATIC\n" + last + "\n";
    }

    @TestFactory
    Stream<DynamicTest> cookiesOfTheJar() {
        return Stream.of(
                table.sends("they come last, the longer path first (RFC 6265 §5.4)", home(), sent("/cookies", "", "Cookie: c3=v3; c4=v4=\n")),
                table.sends("only those of the path", get("http://HOST/cookiesandmore"), sent("/cookiesandmore", "", "Cookie: c4=v4=\n")),
                table.sends("after the user's own, several in one header (H: should handle multiple cookie headers correctly)", headers(home(), "Cookie", "c1=v1", "X-A", "1", "cookie", "c2=v2"),
                        sent("/cookies", "Cookie: c1=v1; c2=v2; c3=v3; c4=v4=\nX-A: 1\n", "")),
                table.sends("none where the settings say so (D: disableCookies)", with(home(), "disableCookies", true), sent("/cookies", "", "")),
                table.sends("the user's own go out even then", with(headers(home(), "Cookie", "a=b"), "disableCookies", true), sent("/cookies", "Cookie: a=b\n", "")),
                table.sends("none where the header is switched off", without(home(), "cookie"), sent("/cookies", "", "")),
                table.sends("an empty one of the user's own is filled", headers(home(), "Cookie", ""), sent("/cookies", "Cookie: c3=v3; c4=v4=\n", "")),
                table.sends("what a redirect sets goes with the next request (K)", get("http://HOST/set"), sent("/set", "", "Cookie: c4=v4=\n") + "====\n"
                        + sent("/cookies", "Referer: http://HOST/set\n", "Cookie: c3=v3; c4=v4=; new=1\n"), "HTTP/1.1 302 Go\nLocation: /cookies\nSet-Cookie: new=1; Path=/\nContent-Length: 0\n\n"),
                table.sends("what a redirect takes away does not", get("http://HOST/set"), sent("/set", "", "Cookie: c4=v4=\n") + "====\n"
                        + sent("/x", "Referer: http://HOST/set\n", ""), "HTTP/1.1 302 Go\nLocation: /x\nSet-Cookie: c4=; Path=/; Max-Age=0\nContent-Length: 0\n\n"),
                table.sends("on a redirect the user's own come first again", headers(get("http://HOST/set"), "Cookie", "a=b"), sent("/set", "Cookie: a=b; c4=v4=\n", "") + "====\n"
                        + sent("/x", "Cookie: a=b; c4=v4=\nReferer: http://HOST/set\n", ""), "HTTP/1.1 302 Go\nLocation: /x\nContent-Length: 0\n\n"),
                table.sends("with cookies off nothing is kept either", with(get("http://HOST/set"), "disableCookies", true), sent("/set", "", "") + "====\n"
                        + sent("/x", "Referer: http://HOST/set\n", ""), "HTTP/1.1 302 Go\nLocation: /x\nSet-Cookie: new=1; Path=/\nContent-Length: 0\n\n"));
    }
}
