package dev.posthorn.formats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.tree.JsonProblem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a save in place changes, and above all what it leaves.
final class CollectionTextTest {

    private static final String FILE = """
            {
              "unknown": { "x": 1.50, "y" : [ 1,2 ] },
              "info": { "name": "C", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
              "item": [
                {
                  "name": "one",
                  "id": "keep-me",
                  "request": {
                    "method": "GET",
                    "header": [
                      { "key": "A", "value": "1", "type": "text", "uuid": 7 },
                      { "key": "B", "value": "\\u00fc", "disabled": true }
                    ],
                    "url": "http://x.org/a"
                  },
                  "response": []
                },
                { "name": "two", "request": "http://x.org/two" }
              ]
            }
            """;

    private static Edited save(String file, String id, UnaryOperator<Request> edit) {
        return save(file, StandardCharsets.UTF_8, id, edit);
    }

    private static Edited save(String file, Charset charset, String id, UnaryOperator<Request> edit) {
        var bytes = file.getBytes(charset);
        return new CollectionText(Path.of("c.json"), bytes).save(id, edit.apply(request(bytes, id)));
    }

    private static Collection read(byte[] bytes) {
        return assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("c.json"), bytes)).collection();
    }

    private static Request request(byte[] bytes, String id) {
        return assertInstanceOf(RequestItem.class, read(bytes).path(id).getLast()).request();
    }

    private static String changed(Edited edited) {
        return new String(bytes(edited), StandardCharsets.UTF_8);
    }

    @Test
    void savingAnUneditedRequestWritesNothing() {
        assertInstanceOf(Edited.Unchanged.class, save(FILE, "/item/0", r -> r));
        assertInstanceOf(Edited.Unchanged.class, save(FILE, "/item/1", r -> r));
    }

    @Test
    void onlyTheEditedValueChanges() {
        assertEquals(FILE.replace("\"GET\"", "\"PUT\""), changed(save(FILE, "/item/0", r -> r.withMethod("PUT"))));
        assertEquals(FILE.replace("\"value\": \"1\"", "\"value\": \"2\""),
                changed(save(FILE, "/item/0", r -> r.withHeaders(List.of(r.headers().get(0).withValue("2"), r.headers().get(1))))));
    }

    @Test
    void aRowIsAddedInTheStyleOfItsTable() {
        assertEquals(FILE.replace("\"disabled\": true }", "\"disabled\": true },\n          {\n            \"key\": \"N\",\n            \"value\": \"v\"\n          }"),
                changed(save(FILE, "/item/0", r -> r.withHeaders(List.of(r.headers().get(0), r.headers().get(1), Entry.of("N", "v"))))));
    }

    @Test
    void aRowThatIsTakenAwayLeavesTheOthersAsWritten() {
        assertEquals(FILE.replace("          { \"key\": \"A\", \"value\": \"1\", \"type\": \"text\", \"uuid\": 7 },\n", ""),
                changed(save(FILE, "/item/0", r -> r.withHeaders(r.headers().subList(1, 2)))));
    }

    @Test
    void aMovedRowTakesItsUnknownFieldsAlong() {
        var text = changed(save(FILE, "/item/0", r -> r.withHeaders(r.headers().reversed())));
        assertTrue(text.contains("{ \"key\": \"A\", \"value\": \"1\", \"type\": \"text\", \"uuid\": 7 }\n        ]"), text);
    }

    @Test
    void switchingARowOnAndOffTouchesOneField() {
        assertEquals(FILE.replace("\"\\u00fc\", \"disabled\": true", "\"\\u00fc\""),
                changed(save(FILE, "/item/0", r -> r.withHeaders(List.of(r.headers().get(0), r.headers().get(1).withEnabled(true))))));
    }

    @Test
    void aTextUrlStaysATextAsLongAsItCan() {
        assertEquals(FILE.replace("http://x.org/a", "http://x.org/b?c=d"),
                changed(save(FILE, "/item/0", r -> r.withAddress("http://x.org/b?c=d", List.of(Entry.of("c", "d")), List.of()))));
        assertEquals(FILE.replace("http://x.org/two", "http://x.org/2"), changed(save(FILE, "/item/1", r -> r.withAddress("http://x.org/2", List.of(), List.of()))));
        var withOffRow = changed(save(FILE, "/item/0", r -> r.withAddress(r.url(), List.of(new Entry("o", "1", "", false, false)), List.of())));
        assertTrue(withOffRow.contains("\"raw\": \"http://x.org/a\""), withOffRow);
    }

    @Test
    void aRequestThatWasOnlyAUrlBecomesWhole() {
        var now = request(changed(save(FILE, "/item/1", r -> r.withMethod("POST").withBody(new Body.Raw("{}", "json")))).getBytes(StandardCharsets.UTF_8), "/item/1");
        assertEquals("POST", now.method());
        assertEquals("http://x.org/two", now.url());
        assertEquals(new Body.Raw("{}", "json"), now.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void byteOrderMarkEncodingAndLineEndsStay(String encoding) {
        var file = "\uFEFF" + FILE.replace("\n", "\r\n");
        var charset = Charset.forName(encoding);
        var edited = assertInstanceOf(Edited.Changed.class, save(file, charset, "/item/0", r -> r.withHeaders(List.of())));
        var text = new String(bytes(edited), charset);
        assertEquals(file.replaceFirst("(?s)\\[\\s+\\{ \"key\": \"A\".*?\\n {8}\\]", "[]"), text);
    }

    @Test
    void anAddedBodyIsIndentedLikeTheFile() {
        var tabs = FILE.replace("  ", "\t").replace("\n", "\r\n");
        var text = changed(save(tabs, "/item/0", r -> r.withBody(new Body.UrlEncoded(List.of(Entry.of("a", "b"))))));
        assertTrue(text.contains("\r\n\t\t\t\t\"body\": {\r\n\t\t\t\t\t\"mode\": \"urlencoded\",\r\n\t\t\t\t\t\"urlencoded\": [\r\n\t\t\t\t\t\t{\r\n\t\t\t\t\t\t\t\"key\": \"a\","), text);
    }

    @Test
    void authorizationKeepsTheFormOfItsVersion() {
        var auth = new Auth("bearer", Map.of("token", "t"));
        assertTrue(changed(save(FILE, "/item/0", r -> r.withAuth(auth))).contains("\"bearer\": ["));
        var two = FILE.replace("v2.1.0", "v2.0.0");
        assertTrue(changed(save(two, "/item/0", r -> r.withAuth(auth))).contains("\"bearer\": {"));
    }

    @Test
    void whatCannotBeWrittenIsRefusedInWords() {
        var old = "{\"name\":\"o\",\"order\":[\"1\"],\"requests\":[{\"id\":\"1\",\"url\":\"u\"}]}";
        assertTrue(assertInstanceOf(Edited.Refused.class, save(old, "/requests/0", r -> r.withMethod("PUT"))).sentence().contains("1.0"));
        assertInstanceOf(Edited.Refused.class, new CollectionText(Path.of("c.json"), FILE.getBytes(StandardCharsets.UTF_8)).save("/item/9", Request.blank()));
        var damaged = FILE.getBytes(StandardCharsets.ISO_8859_1);
        damaged[FILE.indexOf("keep")] = (byte) 0xFC;
        assertTrue(assertInstanceOf(Edited.Refused.class, new CollectionText(Path.of("c.json"), damaged).save("/item/0", Request.get("http://n"))).sentence().contains("UTF-8"));
    }

    @Test
    void itemsAreAddedRenamedCopiedAndTakenAway() {
        var text = new CollectionText(Path.of("c.json"), FILE.getBytes(StandardCharsets.UTF_8));
        var added = assertInstanceOf(Edited.Changed.class, text.append("", "three", Request.get("http://x/3")));
        assertEquals("/item/2", added.id());
        assertEquals(Request.get("http://x/3"), request(bytes(added), "/item/2"));
        assertTrue(changed(added).startsWith(FILE.substring(0, FILE.indexOf("two\" }"))));
        assertEquals(FILE.replace("\"one\"", "\"1 \\\"a\\\"\""), changed(text.rename("/item/0", "1 \"a\"")));
        var copied = assertInstanceOf(Edited.Changed.class, text.duplicate("/item/0"));
        assertEquals(List.of("one", "one copy", "two"), read(bytes(copied)).items().stream().map(i -> i.name()).toList());
        assertEquals(request(bytes(copied), "/item/0"), request(bytes(copied), "/item/1"));
        var deleted = assertInstanceOf(Edited.Changed.class, new CollectionText(Path.of("c.json"), bytes(copied)).delete("/item/1"));
        assertArrayEquals(FILE.getBytes(StandardCharsets.UTF_8), bytes(deleted));
    }

    @Test
    void anEnvironmentKeepsWhatIsNotEdited() {
        var file = "{\n\t\"id\": \"1\",\n\t\"name\": \"E\",\n\t\"values\": [\n\t\t{\"key\": \"a\", \"value\": \"1\", \"enabled\": true, \"x\": 0}\n\t]\n}";
        var edited = new CollectionText(Path.of("e.json"), file.getBytes(StandardCharsets.UTF_8)).saveVariables(List.of(Entry.of("a", "2").withEnabled(false)));
        assertEquals(file.replace("\"1\", \"enabled\": true", "\"2\", \"enabled\": false"), changed(edited));
    }

    @Test
    void aRequestIsTheSameAfterItsJourneyThroughJson() throws JsonProblem {
        var request = request(FILE.getBytes(StandardCharsets.UTF_8), "/item/0").withMethod("patch")
                .withBody(new Body.GraphQl("{a}", "{\"b\":\n1}", "Op")).withAuth(new Auth("jwt", Map.of("payload", "{}", "isSecretBase64Encoded", true)))
                .withDescription("lone \ud83d half").withSettings(Request.blank().settings().with("maxRedirects", 3));
        var back = RequestJson.read(RequestJson.write("name", request));
        assertEquals(request, back.request());
        assertEquals("name", back.name());
    }

    private static byte[] bytes(Edited edited) {
        return assertInstanceOf(FileChange.Write.class, assertInstanceOf(Edited.Changed.class, edited).changes().getFirst()).bytes();
    }
}
