package dev.posthorn.imports.curl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.exports.CurlScript;
import dev.posthorn.exports.CurlText;
import dev.posthorn.formats.ModelTree;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written as curl and read again is the same request.
final class CurlRoundTripTest {

    private static final Entry JSON = Entry.of("Content-Type", "application/json");

    private static Request request(String method, String url, List<Entry> headers, Body body, Auth auth, Settings settings) {
        return new Request(method, url, RequestUrl.parse(url).entries(), List.of(), headers, body, auth, List.of(), settings, "");
    }

    private static Request plain(String method, String url, List<Entry> headers, Body body) {
        return request(method, url, headers, body, Auth.INHERIT, Settings.NONE);
    }

    static Stream<Request> requests() {
        var nasty = "it's \"q\" $HOME `x` \\ ! %PATH% ^ & | <> (a) ; # ~ ü 日本 \\\" \\\\";
        return Stream.of(
                plain("GET", "https://api.example.com/users?page=2&q=a%20b", List.of(Entry.of("Accept", "application/json"), Entry.of("X-Empty", "")), Body.none()),
                plain("PUT", "https://example.com/put", List.of(JSON), new Body.Raw("[1]", "json")),
                plain("DELETE", "https://example.com/delete/./x/../y", List.of(), Body.none()),
                request("GET", "https://example.com/search", List.of(JSON), new Body.Raw("{}", "json"), Auth.INHERIT, Settings.NONE.with("disableBodyPruning", true)),
                plain("HEAD", "https://example.com/", List.of(), Body.none()),
                plain("POST", "{{base}}/users/{{id}}?x={{x}}", List.of(Entry.of("Authorization", "Bearer {{token}}"), JSON), new Body.Raw("{\"n\": \"" + nasty + "\"}\nline 2\n\n  line 4\n", "json")),
                plain("POST", "https://example.com/text", List.of(Entry.of("Content-Type", "text/plain")), new Body.Raw("tab\t carriage\r\n bell\u0007 @not-a-file", "text")),
                plain("POST", "https://example.com/form", List.of(), new Body.UrlEncoded(List.of(Entry.of("a b", "1&2=3"), Entry.of("ü", nasty), Entry.of("v", "{{v}} x")))),
                plain("POST", "https://example.com/parts", List.of(), new Body.FormData(List.of(Part.text("a", "plain"), Part.text("b", "@home; <x> \"q\""),
                        Part.text("c", "{\"j\": \"1;2\"}").withContentType("application/json"),
                        new Part(Entry.of("f", ""), true, List.of("photo.png"), "image/png", "brass \"horn\".png"), new Part(Entry.of("g", ""), true, List.of("dir/a b;c,\"d\".bin"), "application/x-thing")))),
                request("POST", "https://example.com/up", List.of(Entry.of("Content-Type", "image/png")), new Body.Binary("dir/photo.png"),
                        new Auth("basic", Map.of("username", "me", "password", "p:w 'x'")), Settings.NONE.with("strictSSL", false).with("requestTimeout", 2_500)),
                request("GET", "https://example.com/d", List.of(), Body.none(), new Auth("digest", Map.of("username", "me", "password", "p")),
                        Settings.NONE.with("followRedirects", false).with("protocolVersion", "http2")),
                request("GET", "https://example.com/n", List.of(), Body.none(), new Auth("ntlm", Map.of("username", "D\\me", "password", "p")), Settings.NONE.with("maxRedirects", 3)),
                request("GET", "https://example.com/s3", List.of(), Body.none(),
                        new Auth("awsv4", Map.of("accessKey", "A", "secretKey", "S", "region", "eu", "service", "s3")), Settings.NONE.with("followAuthorizationHeader", true)),
                request("GET", "https://example.com/netrc", List.of(), Body.none(), new Auth("netrc", Map.of("login", "me", "file", "my.netrc")), Settings.NONE),
                request("GET", "https://example.com/kerberos", List.of(), Body.none(), new Auth("negotiate", Map.of()), Settings.NONE),
                request("GET", "https://example.com/off?filter='a'", List.of(), Body.none(), Auth.INHERIT,
                        Settings.NONE.with("disabledSystemHeaders", Map.of("accept", true)).with("disableUrlEncoding", true)));
    }

    private static Request read(String curl) {
        var result = Importers.read(Path.of("curl"), curl.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(ReadResult.OfCollection.class, result, () -> result + "\n" + curl).collection().requests().findFirst().orElseThrow().request();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theRequestComesBackFromBash(Request request) {
        assertEquals(request, read(CurlText.of(request)), () -> CurlText.of(request));
        assertEquals(List.of(), CurlText.leftOut("x", request).rows());
    }

    @Test
    void whatCurlDoesByItselfIsNotWritten() {
        assertEquals("curl --location https://example.com/a", CurlText.of(Request.get("https://example.com/a")));
        assertEquals("curl --location 'https://example.com/a?b=1' \\\n  --header 'Content-Type: application/json' \\\n  --data-raw '{\"a\":1}'",
                CurlText.of(plain("POST", "https://example.com/a?b=1", List.of(), new Body.Raw("{\"a\":1}", "json"))));
    }

    @Test
    void pathVariablesAndTheKeyOfTheQueryAreInTheUrl() {
        var request = new Request("GET", "https://example.com/:id/x", List.of(), List.of(Entry.of("id", "a b?{{c}}")), List.of(), Body.none(),
                new Auth("apikey", Map.of("key", "k", "value", "v w", "in", "query")), List.of(), Settings.NONE, "");
        assertEquals("curl --location --globoff 'https://example.com/a%20b%3F{{c}}/x?k=v%20w'", CurlText.of(request));
    }

    @Test
    void anAuthorizationThatCurlDoesNotHaveIsTold() {
        var request = Request.get("https://x").withAuth(new Auth("hawk", Map.of("authId", "i", "authKey", "secret")));
        assertFalse(CurlText.of(request).contains("secret"));
        assertEquals(List.of("authorization hawk"), CurlText.leftOut("x", request).rows().stream().map(Report.Row::from).toList());
    }

    @Test
    void aCollectionBecomesAScriptAndComesBack() {
        var inner = new RequestItem("/0/0", "Get it", plain("GET", "{{base}}/it/{{missing}}", List.of(), Body.none()), List.of(new Example("E", null, 200, "OK", List.of(), "")));
        var folder = new Folder("/0", "Folder", "", new Auth("basic", Map.of("username", "me", "password", "{{pw}}")), List.of(), List.of(new Script(Script.Phase.TEST, "x")),
                Settings.NONE.with("strictSSL", false), List.of(inner));
        var collection = new Collection("My\nAPI", "", Auth.NONE, List.of(Entry.of("base", "https://x.example/it's")), List.of(), Settings.NONE,
                List.of(folder, new RequestItem("/1", "Plain", plain("POST", "https://y/{{$guid}}", List.of(), new Body.Raw("a={{base}}", "text")), List.of())));
        var exported = new CurlScript().export(new Source.OfCollection("My API", ModelTree.of(collection), collection, Report.EMPTY));
        var script = new String(exported.files().getFirst().bytes(), StandardCharsets.UTF_8);
        assertTrue(script.startsWith("#!/usr/bin/env bash\n# My API\n\nbase='https://x.example/it'\\''s'\n: \"${missing:?set it before: missing=value}\"\n"), script);
        assertEquals(List.of("examples", "scripts", "{{$guid}}"), exported.report().rows().stream().map(Report.Row::from).sorted().toList());
        var back = assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("x.sh"), script.getBytes(StandardCharsets.UTF_8)), script).collection();
        assertEquals(List.of("Folder / Get it", "Plain"), back.requests().map(RequestItem::name).toList());
        var first = back.requests().findFirst().orElseThrow().request();
        assertEquals("{{base}}/it/{{missing}}", first.url());
        assertEquals("{{pw}}", first.auth().text("password"));
        assertEquals(Map.of("strictSSL", false), first.settings().values());
        assertEquals(List.of(Entry.of("base", "https://x.example/it's")), back.variables());
    }
}
