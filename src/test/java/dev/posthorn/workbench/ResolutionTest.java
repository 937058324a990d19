package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.posthorn.http.Options;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Part;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResolutionTest {

    @TempDir
    private Path files;

    private Context context() {
        var folder = new Folder("f", "Inner", "", new Auth("bearer", Map.of("token", "{{token}}")), List.of(), List.of(), Settings.NONE, List.of());
        var collection = new Collection("C", "", Auth.NONE, List.of(Entry.of("host", "h.test"), Entry.of("token", "t"), Entry.of("nothing", "")), List.of(), Settings.NONE, List.of(folder));
        return new Context(collection, List.of(folder), new Environment("E", false, List.of(Entry.of("id", "a b/c?d"))), null, List.of(), files);
    }

    private Resolution.Result resolve(Request draft) {
        return new Resolution(context(), context().scopes(List.of())).of(draft, false);
    }

    private Wire wire(Request draft) {
        return assertInstanceOf(Resolution.Result.Ready.class, resolve(draft)).wire();
    }

    private String body(Body body) {
        return new String(assertInstanceOf(Payload.Bytes.class, wire(Request.get("h").withMethod("POST").withBody(body)).payload()).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void everyUnresolvedVariableIsNamedWithItsPlace() {
        var draft = Request.get("http://{{nohost}}/:id").withAddress("http://{{nohost}}/:id", List.of(), List.of(Entry.of("id", "{{noid}}")))
                .withHeaders(List.of(Entry.of("X", "{{nox}}"), Entry.of("Off", "{{off}}").withEnabled(false)))
                .withBody(new Body.Raw("{{nobody}}", "json")).withAuth(new Auth("basic", Map.of("username", "{{nouser}}")));
        var failure = assertInstanceOf(Resolution.Result.Refused.class, resolve(draft)).failure();
        assertEquals("Nothing was sent: no value for {{nohost}} (URL), {{noid}} (path variable id), {{nox}} (header X), {{nobody}} (body), "
                + "{{nouser}} (authorization, Username).", failure.sentence());
    }

    private String refused(String url) {
        var bad = assertInstanceOf(Failure.BadUrl.class, assertInstanceOf(Resolution.Result.Refused.class, resolve(Request.get(url))).failure());
        return bad.at() + ": " + bad.sentence();
    }

    @Test
    void aBadUrlSaysWhereItIsWrong() {
        assertEquals("8: \"http://a b/x\" is not a URL that can be sent to: \"a b\" cannot be the name of a host (at character 9).", refused("http://a b/x"));
        assertEquals("11: \"  http://h:99999/x\" is not a URL that can be sent to: \"99999\" is not a port (1 to 65535) (at character 12).", refused("  http://h:99999/x"));
        assertEquals("0: \"ftp://h\" is not a URL that can be sent to: ftp:// is not a protocol that can be sent here (at character 1).", refused("ftp://h"));
        assertEquals("16: \"http://h.test:x/{b}\" is not a URL that can be sent to: \"x\" is not a port (1 to 65535) (at character 17).", refused("http://{{host}}:x/{b}"));
        assertEquals("7: \"http://a b/c?d/x\" is not a URL that can be sent to: \"a b\" cannot be the name of a host (in the value of {{id}}).", refused("http://{{id}}/x"));
        assertEquals("7: \"http://\" is not a URL that can be sent to: it names no host.", refused("http://"));
        assertEquals("0: There is no URL to send to.", refused(" "));
    }

    @Test
    void everyPlaceOfAVariableWithoutAValueIsNamed() {
        var draft = Request.get("http://h").withMethod("{{m}}").withHeaders(List.of(Entry.of("{{hn}}", "")))
                .withBody(new Body.FormData(List.of(Part.text("{{pn}}", "{{pv}}"), new Part(Entry.of("f", ""), true, List.of("{{pf}}"), "{{pt}}", "{{pa}}"))));
        var failure = assertInstanceOf(Resolution.Result.Refused.class, resolve(draft)).failure();
        assertEquals("Nothing was sent: no value for {{m}} (method), {{hn}} (header name), {{pn}} (form field name), {{pv}} (form field {{pn}}), {{pt}} (form field f), "
                + "{{pa}} (form field f), {{pf}} (form field f).", failure.sentence());
        var form = Request.get("http://h").withBody(new Body.UrlEncoded(List.of(Entry.of("{{fn}}", "{{fv}}"))));
        assertEquals("Nothing was sent: no value for {{fn}} (form field name), {{fv}} (form field {{fn}}).", assertInstanceOf(Resolution.Result.Refused.class, resolve(form)).failure().sentence());
        var binary = Request.get("http://h").withBody(new Body.Binary("{{bf}}"));
        assertEquals("Nothing was sent: no value for {{bf}} (body).", assertInstanceOf(Resolution.Result.Refused.class, resolve(binary)).failure().sentence());
        var graph = Request.get("http://h").withBody(new Body.GraphQl("{{q}}", "{{v}}", "{{o}}"));
        assertEquals("Nothing was sent: no value for {{v}} (GraphQL variables), {{o}} (GraphQL operation), {{q}} (GraphQL query).",
                assertInstanceOf(Resolution.Result.Refused.class, resolve(graph)).failure().sentence());
    }

    @Test
    void pathVariablesAreFilledInAndAPortIsNone() {
        var draft = Request.get("").withAddress("http://{{host}}:8080/x/:id/:none?q=:id", List.of(), List.of(Entry.of("id", "{{id}}")));
        assertEquals("http://h.test:8080/x/a%20b/c%3Fd/:none?q=:id", wire(draft).url());
        assertEquals("http://localhost:1/:id", wire(Request.get("localhost:1/:id")).url());
    }

    @Test
    void aPathVariableThatIsAVariableWithoutTextLeavesNothingInThePath() {
        var draft = Request.get("").withAddress("http://h/orders/:id/refund", List.of(), List.of(Entry.of("id", "{{nothing}}")));
        assertEquals("http://h/orders//refund", wire(draft).url());
    }

    @Test
    void rowsThatAreOffOrHaveNoNameStayAtHome() {
        var sent = wire(Request.get("h").withHeaders(List.of(Entry.of("A", " 1 "), Entry.of("B", "2").withEnabled(false), Entry.of(" ", "3")))).headers();
        assertEquals("[Header[name=A, value=1]]", sent.toString());
    }

    @Test
    void aFormIsEncodedAsPostmanDoes() {
        assertEquals("a%20b=c%26d%2B%2A~%28%29&e=", body(new Body.UrlEncoded(List.of(Entry.of("a b", "c&d+*~()"), Entry.of("off", "").withEnabled(false), Entry.of("e", ""), Entry.of("", "x")))));
    }

    @Test
    void graphQlIsAJsonObject() {
        assertEquals("{\"query\":\"{ horn(tone: \\\"c\\\")\\n}\",\"operationName\":\"Op\",\"variables\":{\"a\": \"h.test\"}}",
                body(new Body.GraphQl("{ horn(tone: \"c\")\n}", "{\"a\": \"{{host}}\"}", "Op")));
        assertEquals("{\"query\":\"{a}\"}", body(new Body.GraphQl("{a}", "", "")));
    }

    @Test
    void theLanguageOfARawBodyDecidesItsType() {
        var types = List.of("json", "xml", "html", "javascript", "text").stream()
                .map(l -> ((Payload.Bytes) wire(Request.get("h").withBody(new Body.Raw("x", l))).payload()).contentType()).toList();
        assertEquals(List.of("application/json", "application/xml", "text/html", "application/javascript", "text/plain"), types);
    }

    @Test
    void filesAreFoundBesideTheCollectionAndMissingOnesAreNamed() throws IOException {
        Files.writeString(Files.createDirectory(files.resolve("sub")).resolve("horn.txt"), "tra");
        var form = new Body.FormData(List.of(Part.text("a", "{{host}}"), new Part(Entry.of("f", ""), true, List.of("sub/horn.txt"), ""), Part.text("", "no name")));
        var pieces = assertInstanceOf(Payload.Multipart.class, wire(Request.get("h").withBody(form)).payload()).pieces();
        assertEquals(List.of("h.test", ""), pieces.stream().map(Payload.Piece::text).toList());
        assertEquals("horn.txt", pieces.getLast().fileName());
        assertEquals("text/plain", pieces.getLast().contentType());
        var missing = assertInstanceOf(Resolution.Result.Refused.class, resolve(Request.get("h").withBody(new Body.Binary("gone.bin")))).failure();
        assertEquals(new Failure.FileMissing(files.resolve("gone.bin"), "body"), missing);
    }

    @Test
    void authorizationComesFromTheNearestFolderWithItsVariables() {
        var ready = assertInstanceOf(Resolution.Result.Ready.class, resolve(Request.get("h")));
        assertEquals(new Auth("bearer", Map.of("token", "t")), ready.auth());
    }

    @Test
    void settingsOfPostmanBecomeOptions() {
        var options = Switches.of(new Settings(Map.of("strictSSL", false, "followRedirects", false, "maxRedirects", 3, "disableCookies", true,
                "followOriginalHttpMethod", true, "followAuthorizationHeader", true, "requestTimeout", 1500,
                "disabledSystemHeaders", Map.of("User-Agent", true, "accept", false))));
        assertEquals(Options.defaults().redirects(false, 3).redirected(true, true, true).verifying(false).withCookies(false)
                .timeouts(Options.defaults().connectTimeout(), Duration.ofMillis(1500)).without(Set.of("User-Agent")), options);
    }

    @Test
    void aBodyOnGetGoesOutUnlessItIsPruned() {
        var draft = Request.get("h").withBody(new Body.Raw("x", "text"));
        assertTrue(wire(draft).payload() instanceof Payload.Bytes);
        assertTrue(wire(draft.withSettings(Settings.NONE.with("disableBodyPruning", false))).payload() instanceof Payload.Empty);
    }

    @Test
    void aBodyThatIsNoFileOrMustNotBeReadIsSaidToBe() throws IOException {
        Files.createDirectory(files.resolve("folder"));
        assertEquals("it is a folder", reason("folder"));
        assertEquals("h.test", body(new Body.Binary("", "{{host}}")));
        var closed = Files.writeString(files.resolve("closed.bin"), "x");
        assumeTrue(Files.getFileStore(closed).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(closed, Set.of());
        assumeFalse(Files.isReadable(closed), "who may do everything reads this too");
        assertEquals("you have no permission to read it", reason("closed.bin"));
    }

    private String reason(String file) {
        var refused = assertInstanceOf(Resolution.Result.Refused.class, resolve(Request.get("h").withBody(new Body.Binary(file))));
        return assertInstanceOf(Failure.FileUnreadable.class, refused.failure()).reason();
    }
}
