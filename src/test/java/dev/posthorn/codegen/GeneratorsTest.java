package dev.posthorn.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The code of targets that cannot be run everywhere, word for word, and what all targets must keep to. That code sends the right thing is proved by running it: `-Pcodegen`.
final class GeneratorsTest {

    private static Call.Header header(String name, String value) {
        return new Call.Header(name, Text.of(value));
    }

    private static Call json() {
        var body = Text.of("{\n  \"name\": \"O'Neil\",\n  \"pass\": \"").and(Text.slot("PASSWORD")).and("\",\n  \"path\": \"C:\\\\x\\\\\"\n}");
        return new Call("POST", Text.slot("BASE_URL").and("/users/7?a=b%20c"), List.of(header("X-Odd", "\"q\" %PATH% ^&|<>! \\"), new Call.Header("Authorization", Text.of("Bearer ").and(Text.slot("TOKEN"))),
                header("Content-Type", "application/json")), new Content.Written(body), null, new Call.Way(false, -1, false, 0, 1500, ""), List.of("{{nix}} has no value."));
    }

    private static Call multipart() {
        var parts = List.of(new Content.Part(Text.of("a"), Text.of("one;two"), null, null, Text.EMPTY),
                new Content.Part(Text.of("f"), null, Text.of("/tmp/it's 1.txt"), Text.of("it's 1.txt"), Text.of("text/plain")));
        return new Call("PUT", Text.of("https://api.test:443/m"), List.of(header("X-A", "1"), header("X-A", "2")), new Content.Multipart(parts), new Call.Login("basic", Text.of("bob"), Text.slot("PASSWORD")),
                Call.Way.USUAL, List.of());
    }

    private static String code(String target, Call call) {
        return Generators.code(Generators.of(target).orElseThrow(), call, Style.LONG);
    }

    private static Call text(String body) {
        return new Call("POST", Text.of("http://h.test/"), List.of(header("Content-Type", "text/plain")), new Content.Written(Text.of(body)), null, Call.Way.USUAL, List.of());
    }

    @Test
    void cSharpWithHttpClient() {
        assertEquals("""
                // {{nix}} has no value.
                // Set in the environment first: BASE_URL, TOKEN, PASSWORD

                using System.Net.Http.Headers;

                var baseUrl = Environment.GetEnvironmentVariable("BASE_URL")!;
                var token = Environment.GetEnvironmentVariable("TOKEN")!;
                var password = Environment.GetEnvironmentVariable("PASSWORD")!;

                using var handler = new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true },
                };
                using var client = new HttpClient(handler);
                client.Timeout = TimeSpan.FromMilliseconds(1500);
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{baseUrl}/users/7?a=b%20c");
                request.Headers.TryAddWithoutValidation("X-Odd", "\\"q\\" %PATH% ^&|<>! \\\\");
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
                request.Content = new StringContent($$\"""
                    {
                      "name": "O'Neil",
                      "pass": "{{password}}",
                      "path": "C:\\\\x\\\\"
                    }
                    \""");
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");

                using var response = await client.SendAsync(request);
                Console.WriteLine((int) response.StatusCode);
                Console.WriteLine(await response.Content.ReadAsStringAsync());
                """, code("csharp", json()));
    }

    @Test
    void cSharpWithRestSharp() {
        assertEquals("""
                // RestSharp joins headers of one name with a comma.
                // RestSharp sends each text of a form as text/plain; charset=utf-8, and without a file name.
                // Set in the environment first: PASSWORD

                using RestSharp;
                using RestSharp.Authenticators;

                var password = Environment.GetEnvironmentVariable("PASSWORD")!;

                var options = new RestClientOptions
                {
                    Authenticator = new HttpBasicAuthenticator("bob", password),
                };
                using var client = new RestClient(options);
                var request = new RestRequest("https://api.test:443/m", Method.Put);
                request.AddHeader("X-A", "1");
                request.AddHeader("X-A", "2");
                request.AlwaysMultipartFormData = true;
                request.AddParameter("a", "one;two");
                request.AddFile("f", File.ReadAllBytes("/tmp/it's 1.txt"), "it's 1.txt", "text/plain");

                var response = await client.ExecuteAsync(request);
                Console.WriteLine((int) response.StatusCode);
                Console.WriteLine(response.Content);
                """, code("restsharp", multipart()));
    }

    @Test
    void curlForTheCommandPrompt() {
        assertEquals("""
                rem {{nix}} has no value.
                rem Set first, with set NAME=value: BASE_URL, TOKEN, PASSWORD

                curl ^"%BASE_URL%/users/7?a=b^%20c^" ^
                  --insecure ^
                  --max-time 1.5 ^
                  --header ^"X-Odd: \\^"q\\^" ^%PATH^% ^^^&^|^<^>^! \\\\^" ^
                  --header ^"Authorization: Bearer %TOKEN%^" ^
                  --header ^"Content-Type: application/json^" ^
                  --data-raw ^"^{^

                  \\^"name\\^": \\^"O'Neil\\^",^

                  \\^"pass\\^": \\^"%PASSWORD%\\^",^

                  \\^"path\\^": \\^"C:\\\\x\\\\\\\\\\^"^

                ^}^"
                """, code("curl-cmd", json()));
    }

    @Test
    void cSharpPutsOddNamesAndHeadersInItself() {
        var parts = List.of(new Content.Part(Text.of("größe \"x\""), Text.of("1"), null, null, Text.EMPTY), new Content.Part(Text.EMPTY, Text.of("2"), null, null, Text.EMPTY),
                new Content.Part(Text.of("plain"), Text.of("3"), null, null, Text.EMPTY));
        var code = code("csharp", new Call("POST", Text.of("http://h.test/"), List.of(header("X-Wide", "grün")), new Content.Multipart(parts), null, Call.Way.USUAL, List.of()));
        assertTrue(code.contains("using System.Text;\n") && code.contains("RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8,\n") && code.contains("form.HeaderEncodingSelector = (_, _) => Encoding.UTF8;\n"), code);
        assertTrue(code.contains("part1.Headers.TryAddWithoutValidation(\"Content-Disposition\", \"form-data; name=\\\"größe %22x%22\\\"\");\nform.Add(part1);\n"), code);
        assertTrue(code.contains("name=\\\"\\\"\");\nform.Add(part2);\n") && code.contains("form.Add(part3, \"plain\");\n"), code);
        var typed = code("csharp", new Call("POST", Text.of("http://h.test/"), List.of(header("Content-Type", "no type")), new Content.Written(Text.of("x")), null, new Call.Way(true, 0, true, 0, 0, ""), List.of()));
        assertTrue(typed.contains("request.Content.Headers.TryAddWithoutValidation(\"Content-Type\", \"no type\");") && typed.contains("AllowAutoRedirect = false,"), typed);
    }

    @Test
    void rawHttpNamesFilesAndWhatIsToBeFilledIn() {
        assertEquals("""
                # To be filled in: PASSWORD

                PUT /m HTTP/1.1
                Host: api.test
                Authorization: Basic <base64 of bob:PASSWORD>
                X-A: 1
                X-A: 2
                Content-Type: multipart/form-data; boundary=----boundary

                ------boundary
                Content-Disposition: form-data; name="a"

                one;two
                ------boundary
                Content-Disposition: form-data; name="f"; filename="it's 1.txt"
                Content-Type: text/plain

                < /tmp/it's 1.txt
                ------boundary--
                """, code("http", multipart()));
        assertTrue(code("http", text("größe")).contains("Content-Length: 7\n\ngröße\n"));
    }

    @Test
    void bashHasQuotesForEveryCharacterAndAPipeForNul() {
        assertEquals("""
                curl --location http://h.test/ \\
                  --header 'Content-Type: text/plain' \\
                  --data-raw 'it'\\''s $x `y` "z" \\n!
                end'
                """, code("curl", text("it's $x `y` \"z\" \\n!\nend")));
        assertTrue(code("curl", text("a\u0001'\r\n")).endsWith("--data-raw $'a\\001\\'\\r\\n'\n"));
        assertTrue(code("curl", text("a\0%\\é")).startsWith("printf 'a\\000%%\\\\\\303\\251' | curl --location http://h.test/"));
    }

    @Test
    void everyTargetIsShortWhereThatIsWanted() {
        assertEquals("curl -X PUT -k", Generators.code(Generators.of("curl").orElseThrow(), new Call("PUT", Text.of("x"), List.of(), new Content.None(), null, new Call.Way(false, -1, false, 0, 0, ""), List.of()), Style.SHORT)
                .replaceAll("(?s)( x)? \\\\\n ", "").strip());
        for (var generator : Generators.ALL) {
            var brief = Generators.code(generator, json(), Style.SHORT);
            assertTrue(brief.length() <= code(generator.id(), json()).length(), brief);
            assertFalse(brief.contains("import ") || brief.contains("print"), brief);
        }
    }

    @Test
    void aSentenceCannotLeaveItsComment() {
        var call = new Call("GET", Text.of("http://h.test/"), List.of(), new Content.None(), null, Call.Way.USUAL, List.of("one\nSystem.exit(1);\u2028\\u000aSystem.exit(2);"));
        assertTrue(code("java", call).startsWith("// one System.exit(1); \\\\u000aSystem.exit(2);\n\nimport "), code("java", call));
    }

    @Test
    void nothingThatATargetCannotSendIsPassedOverInSilence() {
        var odd = new Call("get", Text.of("http://h.test/a/../b"), List.of(header("X", "1"), header("X", "2")), new Content.Written(Text.of("x")), new Call.Login("ntlm", Text.of("me"), Text.of("pw")),
                new Call.Way(true, 3, false, 5, 5, "2"), List.of());
        for (var generator : Generators.ALL) {
            var said = Generators.limits(generator, odd);
            assertEquals(said, said.stream().distinct().toList());
            assertTrue(said.stream().allMatch(s -> s.endsWith(".") || s.contains(": ")), said::toString);
        }
        assertEquals(9, Generators.limits(Generators.of("fetch").orElseThrow(), odd).size());
        assertEquals(List.of(), Generators.limits(Generators.of("curl").orElseThrow(), odd));
    }

    @Test
    void jsonThatJavaScriptWouldWriteAlikeIsAnObjectInIt() {
        assertTrue(Json.stringified("{\"a\":[1,2.5,\"x\\n\",null,true],\"b\":{}}"));
        for (var other : List.of("{\"a\": 1}", "{\"a\":1.0}", "{\"a\":1e3}", "{\"a\":12345678901234567890}", "{\"a\":-0}", "{\"2\":1,\"1\":2}", "{\"a\":1,\"a\":2}", "{\"__proto__\":1}", "{\"a\":\"\\/\"}",
                "{\"a\":\"\\u00e9\"}", "{\"a\":1", "{\"a\":1}x", "{a:1}", "1", "[1,]", "\"\\x\"")) {
            assertFalse(Json.stringified(other), other);
        }
        assertFalse(Json.is("[".repeat(100_000)));
        assertTrue(Json.is(" {\"a\": [1e3, \"\\u00e9\"]} "));
    }
}
