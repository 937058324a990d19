package dev.posthorn.imports.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files are written as the two tools' own documentation writes them.
final class HttpFileTest {

    private static final String INTELLIJ = """
            ### Get a user by id
            // The id comes from the environment.
            GET https://{{host}}/api/users/{{user-id}}
                ?expand=roles
                &locale=en HTTP/1.1
            Accept: application/json
            Authorization: Basic {{user}} {{password}}

            > {%
                client.test("Request executed successfully", function() {
                    client.assert(response.status === 200, "Response status is not 200");
                });
                client.global.set("token", response.body.token);
            %}

            ### Create
            # @no-redirect
            # @no-cookie-jar
            # @timeout 30
            < {%
                request.variables.set("now", Date.now());
            %}
            POST https://{{host}}/api/users
            Content-Type: application/json

            {
              "id": "{{$uuid}}",
              "at": {{$timestamp}},
              "age": {{$random.integer(1, 90)}}
            }

            >> created.json
            <> 2024-05-01T101010.200.json
            """;

    private static final String MULTIPART = """
            ### Send a form with text and a file
            POST http://localhost:8080/api/upload HTTP/1.1
            Content-Type: multipart/form-data; boundary=WebAppBoundary

            --WebAppBoundary
            Content-Disposition: form-data; name="title"

            A title
            of two lines
            --WebAppBoundary
            Content-Disposition: form-data; name="data"; filename="data.json"
            Content-Type: application/json

            < ./files/data.json
            --WebAppBoundary--

            ### A file alone
            PUT http://localhost:8080/api/blob
            Content-Type: application/octet-stream

            < ./files/blob.bin

            ### A form
            POST http://localhost:8080/login
            Content-Type: application/x-www-form-urlencoded

            name = Ada Lovelace &
            pass=p%26q
            """;

    private static final String VS_CODE = """
            @hostname = api.example.com
            @base = https://{{hostname}}/v1
            @token={{$dotenv API_TOKEN}}

            # @name login
            POST {{base}}/login HTTP/1.1
            Content-Type: application/x-www-form-urlencoded

            user=foo
            &password=bar

            ###

            # @name comments
            # @prompt id The number of the comment
            GET {{base}}/comments
                ?page=2
                &pageSize=10
            Authorization: Bearer {{login.response.body.$.token}}
            X-Request-Id: {{$guid}}
            Date: {{$datetime rfc1123}}

            ###
            https://example.com/topics/1

            ###
            GET {{base}}/x
            Authorization: Digest user passwd

            ### From the command line
            curl -X PUT {{base}}/y -H 'A: 1' -d a=1
            """;

    private static final String GRAPHQL = """
            POST https://api.example.com/graphql
            Content-Type: application/json
            X-REQUEST-TYPE: GraphQL

            query ($name: String!) {
              repository(name: $name) { id }
            }

            {
                "name": "posthorn"
            }

            ### By its own method
            GRAPHQL https://api.example.com/graphql

            query { me { id } }
            """;

    private static final String OTHERS = """
            ### A socket
            WEBSOCKET ws://localhost:8080/chat

            ===
            hello

            ### A call
            GRPC localhost:50051/Greeter/SayHello

            {"name": "x"}

            ### With a script of its own
            GET /relative?x=1
            Host: api.example.com
            Accept: text/html

            > scripts/check.js
            """;

    private static ReadResult.OfCollection read(String text) {
        return assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("api.http"), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<RequestItem> items(String text) {
        return read(text).collection().requests().toList();
    }

    private static Request request(String text, int number) {
        return items(text).get(number).request();
    }

    private static boolean row(String text, Report.Fate fate, String from, String rest) {
        return read(text).report().rows().stream().anyMatch(r -> r.fate() == fate && r.from().contains(from) && (r.to() + r.reason()).contains(rest));
    }

    @Test
    void aRequestOverSeveralLinesIsReadWhole() {
        assertEquals(List.of("Get a user by id", "Create"), items(INTELLIJ).stream().map(RequestItem::name).toList());
        var request = request(INTELLIJ, 0);
        assertEquals("https://{{host}}/api/users/{{user-id}}?expand=roles&locale=en", request.url());
        assertEquals(List.of(Entry.of("expand", "roles"), Entry.of("locale", "en")), request.query());
        assertEquals(List.of(Entry.of("Accept", "application/json")), request.headers());
        assertEquals(new Auth("basic", Map.of("username", "{{user}}", "password", "{{password}}")), request.auth());
        assertEquals("The id comes from the environment.", request.description());
    }

    @Test
    void handlersBecomeScriptsWithTheObjectsTheyUse() {
        var test = request(INTELLIJ, 0).script(Script.Phase.TEST);
        assertTrue(test.contains("pm.test(name, run)") && test.contains("status: pm.response.code") && test.endsWith("client.global.set(\"token\", response.body.token);"), test);
        var before = request(INTELLIJ, 1).script(Script.Phase.PRE_REQUEST);
        assertTrue(before.contains("pm.variables.set(name, value)") && !before.contains("pm.response"), before);
        assertTrue(row(OTHERS, Report.Fate.ASIDE, "response handler scripts/check.js", "not read at import"));
    }

    @Test
    void directivesBecomeSettingsAndTheRestGetsRows() {
        assertEquals(Map.of("followRedirects", false, "disableCookies", true, "requestTimeout", 30_000), request(INTELLIJ, 1).settings().values());
        assertTrue(row(INTELLIJ, Report.Fate.ASIDE, ">> created.json", "Save response"));
        assertTrue(row(INTELLIJ, Report.Fate.ASIDE, "<> 2024-05-01", "earlier answer"));
        assertTrue(row(VS_CODE, Report.Fate.ASIDE, "@prompt id", "environment"));
    }

    @Test
    void dynamicVariablesGetOurNamesWithARow() {
        assertEquals(new Body.Raw("{\n  \"id\": \"{{$guid}}\",\n  \"at\": {{$timestamp}},\n  \"age\": {{$randomInt}}\n}", "json"), request(INTELLIJ, 1).body());
        assertTrue(row(INTELLIJ, Report.Fate.TRANSLATED, "{{$uuid}}", "{{$guid}}"));
        assertTrue(row(INTELLIJ, Report.Fate.TRANSLATED, "{{$random.integer(1, 90)}}", "whatever limits"));
        assertTrue(row(VS_CODE, Report.Fate.ASIDE, "{{$datetime rfc1123}}", "no such dynamic variable"));
        assertTrue(row(VS_CODE, Report.Fate.ASIDE, "{{login.response.body.$.token}}", "another request's answer"));
    }

    @Test
    void partsAreAFormWithFiles() {
        assertEquals(new Body.FormData(List.of(Part.text("title", "A title\nof two lines"),
                new Part(Entry.of("data", ""), true, List.of("./files/data.json"), "application/json"))), request(MULTIPART, 0).body());
        assertEquals(List.of(), request(MULTIPART, 0).headers());
        assertEquals(new Body.Binary("./files/blob.bin"), request(MULTIPART, 1).body());
        assertEquals(new Body.UrlEncoded(List.of(Entry.of("name", "Ada Lovelace"), Entry.of("pass", "p&q"))), request(MULTIPART, 2).body());
    }

    @Test
    void variablesOfTheFileAreThoseOfTheCollection() {
        assertEquals(List.of(Entry.of("hostname", "api.example.com"), Entry.of("base", "https://{{hostname}}/v1"), Entry.of("token", "{{API_TOKEN}}")),
                read(VS_CODE).collection().variables());
        assertEquals(List.of("login", "comments", "GET /topics/1", "GET /x", "From the command line"), items(VS_CODE).stream().map(RequestItem::name).toList());
        assertEquals(new Body.UrlEncoded(List.of(Entry.of("user", "foo"), Entry.of("password", "bar"))), request(VS_CODE, 0).body());
        assertEquals("{{base}}/comments?page=2&pageSize=10", request(VS_CODE, 1).url());
        assertEquals("digest", request(VS_CODE, 3).auth().type());
        assertEquals("PUT", request(VS_CODE, 4).method());
        assertEquals("{{base}}/y", request(VS_CODE, 4).url());
    }

    @Test
    void graphQlHasItsVariablesApart() {
        assertEquals(new Body.GraphQl("query ($name: String!) {\n  repository(name: $name) { id }\n}", "{\n    \"name\": \"posthorn\"\n}", ""), request(GRAPHQL, 0).body());
        assertEquals(List.of(Entry.of("Content-Type", "application/json")), request(GRAPHQL, 0).headers());
        assertEquals("POST", request(GRAPHQL, 1).method());
        assertEquals(new Body.GraphQl("query { me { id } }", "", ""), request(GRAPHQL, 1).body());
    }

    @Test
    void otherProtocolsAreToldAndAPathFindsItsHost() {
        assertEquals(1, items(OTHERS).size());
        assertTrue(row(OTHERS, Report.Fate.ASIDE, "WEBSOCKET ws://localhost:8080/chat", "cannot be sent here yet"));
        assertTrue(row(OTHERS, Report.Fate.ASIDE, "GRPC localhost:50051", "cannot be sent here yet"));
        assertEquals("http://api.example.com/relative?x=1", request(OTHERS, 0).url());
        assertEquals(List.of(Entry.of("Accept", "text/html")), request(OTHERS, 0).headers());
    }

    @Test
    void environmentFilesAreEnvironments() {
        var shared = "{\"dev\": {\"host\": \"localhost\", \"port\": 8080, \"SSLConfiguration\": {\"verifyHostCertificate\": false}}, \"prod\": {\"host\": \"example.com\"}}";
        var read = assertInstanceOf(ReadResult.OfSeveral.class, Importers.read(Path.of("http-client.env.json"), shared.getBytes(StandardCharsets.UTF_8)));
        var dev = assertInstanceOf(ReadResult.OfEnvironment.class, read.parts().getFirst());
        assertEquals("dev", dev.environment().name());
        assertEquals(List.of(Entry.of("host", "localhost"), Entry.of("port", "8080")), dev.environment().variables());
        assertTrue(dev.report().rows().stream().anyMatch(r -> r.pointer().equals("/dev/SSLConfiguration") && r.fate() == Report.Fate.ASIDE));
        var secret = assertInstanceOf(ReadResult.OfEnvironment.class,
                Importers.read(Path.of("http-client.private.env.json"), "{\"dev\": {\"password\": \"p\"}}".getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(Entry.of("password", "p").withSecret(true)), secret.environment().variables());
        assertInstanceOf(ReadResult.OfSeveral.class, Importers.read(Path.of("settings.json"),
                "{\"editor.x\": 1, \"rest-client.environmentVariables\": {\"$shared\": {\"a\": \"1\"}, \"local\": {\"b\": \"2\"}}}".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://example.com", "GET away from here", "name: x\nGET https://x", "# A title\n\nSome words about GET /x", "curl https://x"})
    void otherTextsAreNotTakenForRequests(String text) {
        assertFalse(new HttpFile().recognises(Document.of(Path.of("x"), text)));
    }

    @Test
    void aFileWithoutEndsStillGivesAnAnswer() {
        for (var text : List.of("GET https://x\n\n> {% never closed", "###\n###\n###\nGET https://x\n{", "GET https://x\nnot a header", "POST https://x\nContent-Type: multipart/form-data; boundary=b\n\n--b",
                "GET https://x\n" + "a: {{".repeat(10_000), "@a=\nGET {{a}}\n\n" + "< \n".repeat(5_000))) {
            assertTrue(read(text).collection().requests().count() == 1, text.substring(0, 20));
        }
        assertTrue(row("GET https://x\nnot a header", Report.Fate.ASIDE, "not a header", "no header"));
    }
}
