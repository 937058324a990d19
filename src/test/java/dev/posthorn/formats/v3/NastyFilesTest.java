package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ModelTree;
import dev.posthorn.formats.PostmanTwo;
import dev.posthorn.formats.PostmanVariables;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.model.Environment;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files as only other programs, or nobody, would write them come back as they were.
final class NastyFilesTest {

    @TempDir
    Path folder;

    private void comesBack(Map<String, Object> tree) throws Exception {
        assertEquals(List.of(), RoundTrip.verify(RichSample.source(tree), folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"request\": {\"url\": {\"raw\": \"\"}}}",
        "{\"name\": null, \"request\": null, \"response\": null, \"event\": null}",
        "{\"name\": 7, \"request\": [], \"response\": {}, \"event\": \"x\"}",
        "{\"name\": \"r\", \"request\": {\"method\": null, \"header\": {}, \"url\": [], \"body\": [], \"auth\": [], \"description\": []}}",
        "{\"name\": \"r\", \"request\": {\"method\": \"GET\", \"header\": [null, \"A: b\", 5, {\"value\": \"v\"}, {\"key\": null}, {\"key\": {\"a\": 1}, \"value\": [1]}], \"url\": 5}}",
        "{\"name\": \"r\", \"request\": {\"method\": \"GET\", \"url\": {\"raw\": \"http://x/?a&&=c&{{q}}\", \"query\": [{\"key\": null, \"value\": \"a\"}, {\"key\": \"a\", \"value\": null, \"disabled\": true}, {\"key\": \"\", \"value\": \"c\"}, null]}}}",
        "{\"name\": \"r\", \"request\": {\"url\": {\"raw\": \"http://x/{{a.b/c}}:{{p}}/y\", \"host\": \"x\", \"port\": 80, \"path\": [{\"type\": \"string\", \"value\": \"y\"}], \"query\": \"a=b&c\"}}}",
        "{\"name\": \"r\", \"request\": {\"url\": {\"host\": [\"{{h}}\"], \"path\": \"/a/b\", \"query\": []}, \"body\": {\"mode\": \"none\"}}}",
        "{\"name\": \"r\", \"request\": {\"url\": \"x\", \"body\": {\"mode\": \"raw\"}, \"auth\": {\"type\": \"basic\", \"basic\": {\"username\": \"u\", \"n\": 1.0}, \"digest\": []}}}",
        "{\"name\": \"r\", \"request\": {\"url\": \"x\", \"body\": {\"mode\": \"strange\", \"strange\": 1}, \"auth\": {\"type\": \"own\", \"own\": [{\"key\": 1, \"value\": 1}, 2, {\"key\": \"k\", \"value\": 1e400}]}}}",
        "{\"name\": \"r\", \"request\": {\"url\": \"x\", \"body\": {\"raw\": {\"a\": [1, {}]}, \"mode\": \"raw\"}}}",
        "{\"name\": \"r\", \"request\": {\"url\": \"x\", \"body\": {\"mode\": \"graphql\", \"graphql\": \"{ q }\"}}, \"event\": [{\"listen\": \"test\"}, {\"listen\": \"test\", \"script\": \"a\"}, {\"listen\": \"test\", \"script\": [\"a\", null, \"b\\nc\"]}, {\"listen\": \"other\", \"script\": {}}, {\"listen\": \"test\", \"script\": {\"exec\": []}}]}",
        "{\"name\": \"r\", \"request\": {\"url\": \"x\", \"body\": {\"mode\": \"file\", \"file\": {\"content\": \"inline\"}}}, \"response\": [{\"name\": \"a\", \"originalRequest\": \"http://x\", \"code\": 0, \"body\": {\"x\": 1}}, {\"name\": \"A\", \"code\": \"abc\", \"header\": \"A: b\"}, \"text\", {}]}",
        "{\"name\": \"r\", \"request\": {\"url\": \"x\", \"body\": {\"mode\": \"raw\", \"raw\": \"a\\rb\\r\\nc\\u0085\\u2028\\u0000\\ud800 \\t\\n \\n\"}}, \"protocolProfileBehavior\": {\"maxRedirects\": 1.5, \"strictSSL\": \"no\", \"disabledSystemHeaders\": [\"host\"]}}",
        "{\"name\": \"f\", \"item\": {}, \"request\": {\"url\": \"both\"}, \"response\": []}",
        "{\"name\": \"f\", \"item\": [null, [], \"x\", {\"item\": 5}], \"auth\": {\"type\": null}, \"variable\": [null, {\"key\": \"a\", \"value\": {\"b\": 1}}, {\"id\": \"c\", \"value\": false, \"disabled\": \"true\"}]}",
    })
    void strangeItemsComeBack(String item) throws Exception {
        comesBack(RichSample.small(item));
    }

    @Test
    void namesThatNoFileSystemTakesComeBack() throws Exception {
        var items = new ArrayList<Object>();
        for (var name : new String[] {"", " ", ".", "..", "...", "a/b", "a\\b", "CON", "con", "nul.txt", "COM1", "😀 emoji", "é", "e\u0301", "É", "x".repeat(200), "x".repeat(201), "ü".repeat(60),
                "tab\there", "line\nbreak", "trail. ", ".resources", ".git", "-", "a.request.yaml", "definition.yaml", "Same", "same", "Same", "Same-1", "\u0000", "\ud800", "name: x", "- x", "\u2028", "#1", "a#2"}) {
            items.add(new LinkedHashMap<>(Map.of("name", name, "request", new LinkedHashMap<>(Map.of("method", "GET")))));
            items.add(new LinkedHashMap<>(Map.of("name", name, "item", new ArrayList<>())));
        }
        var tree = RichSample.small("");
        tree.put("item", items);
        comesBack(tree);
    }

    @Test
    void threeHundredFoldersInOneAnotherComeBack() throws Exception {
        Object item = new LinkedHashMap<>(Map.of("name", "the request at the bottom of it all", "request", "https://x.test", "response", new ArrayList<>(List.of(Map.of("name", "y".repeat(80))))));
        for (var depth = 300; depth > 0; depth--) {
            item = new LinkedHashMap<>(Map.of("name", "A folder with a long name, number " + depth, "id", "id-" + depth, "item", new ArrayList<>(List.of(item))));
        }
        var tree = RichSample.small("");
        tree.put("item", new ArrayList<>(List.of(item)));
        comesBack(tree);
    }

    @Test
    void aBodyOfFiveMegabytesComesBack() throws Exception {
        var tree = RichSample.small("{\"name\": \"big\", \"request\": {\"method\": \"POST\", \"body\": {\"mode\": \"raw\", \"raw\": \"" + "0123456789 äöü\\n".repeat(350_000) + "\"}, \"url\": \"x\"}}");
        comesBack(tree);
    }

    @Test
    void valuesNestedHundredsDeepComeBack() throws Exception {
        comesBack(RichSample.small("{\"name\": \"deep\", \"own\": " + "[".repeat(400) + "]".repeat(400) + ", \"request\": {\"url\": \"x\", \"auth\": {\"type\": \"own\", \"own\": [{\"key\": \"a\", \"value\": "
                + "{\"a\":".repeat(300) + "1" + "}".repeat(300) + "}]}, \"header\": " + "[".repeat(300) + "]".repeat(300) + "}}"));
    }

    @Test
    void twoPointZeroComesBackInItsOwnDialect() throws Exception {
        var json = """
                {"info": {"name": "Old", "schema": "https://schema.getpostman.com/json/collection/v2.0.0/"}, "item": [
                  {"name": "a", "request": {"method": "GET", "url": "https://x.test/a?b=c", "header": [], "auth": {"type": "basic", "basic": {"username": "u", "password": "p", "showPassword": false}}}, "response": []},
                  {"name": "b", "request": {"method": "GET", "url": {"raw": "https://x.test/:v", "protocol": "https", "host": ["x", "test"], "path": [":v"], "variable": [{"id": "v", "value": "1"}]},
                    "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "list form"}]}, "body": {}}, "response": []}], "auth": {"type": "noauth", "noauth": {}}}""";
        var tree = RichSample.source(json).tree();
        comesBack(tree);
        try (var sidecar = Files.lines(folder.resolve(".posthorn/Old/.resources/definition.yaml.json"))) {
            assertTrue(sidecar.anyMatch(line -> line.contains("\"dialect\": \"v2.0\"")));
        }
    }

    @Test
    void twoPointZeroBecomesTwoPointOneAndBack() throws Exception {
        var two = Plain.map(JsonReader.read("""
                {"info": {"name": "Old", "schema": "SCHEMA"}, "item": [{"name": "a", "request": {"url": "x", "auth": {"type": "basic", "basic": {"username": "u"}}}}]}"""
                .replace("SCHEMA", Dialect.TWO_ZERO.schema())).plain());
        var one = DialectChange.to(Dialect.TWO_ONE, two);
        assertTrue(JsonWriter.compact(one.tree()).contains("\"basic\":[{\"key\":\"username\",\"value\":\"u\",\"type\":\"string\"}]"), () -> JsonWriter.compact(one.tree()));
        assertTrue(one.rows().stream().anyMatch(r -> r.pointer().equals("/item/0/request/auth/basic") && r.fate() == Report.Fate.TRANSLATED));
        assertEquals(List.of(), RoundTrip.differences(two, DialectChange.to(Dialect.TWO_ZERO, one.tree()).tree()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"id\": \"e-1\", \"name\": \"Dev: é/1\", \"values\": [{\"key\": \"a\", \"value\": \"1\", \"type\": \"default\", \"enabled\": true}, {\"key\": \"s\", \"value\": \"geheim\", \"type\": \"secret\", \"enabled\": false},"
                + "{\"key\": \"n\", \"value\": 5}, {\"key\": \"n\", \"value\": null, \"enabled\": \"yes\"}, null, {\"value\": \"x\"}], \"color\": 120, \"_postman_variable_scope\": \"environment\", \"_postman_exported_at\": \"2026-01-01T00:00:00Z\"}",
        "{\"name\": null, \"values\": null}",
        "{\"id\": \"g\", \"values\": [], \"name\": \"My globals\", \"_postman_variable_scope\": \"globals\", \"color\": null}",
        "{\"values\": {}}",
    })
    void environmentsComeBack(String json) throws Exception {
        var tree = Plain.map(JsonReader.read(json).plain());
        assertEquals(List.of(), RoundTrip.verify(new Source.OfEnvironment("e", tree, new Environment("e", false, List.of()), Report.EMPTY), folder));
    }

    private static String deep(int depth, String item) {
        var own = "[".repeat(depth) + "1" + "]".repeat(depth);
        return "{\"info\": {\"name\": \"Deep\", \"schema\": \"" + ModelTree.SCHEMA + "\"}, \"own\": " + own + ", \"item\": [" + item + "]}";
    }

    @Test
    void threeHundredFoldersWithDeepValuesComeBackOnAnOrdinaryStack() throws Exception {
        var item = "{\"name\": \"r\", \"request\": {\"url\": \"x\", \"own\": " + "{\"a\": ".repeat(200) + "1" + "}".repeat(200) + "}}";
        var json = deep(490, "{\"name\": \"f\", \"item\": [".repeat(300) + item + "]}".repeat(300));
        var failure = new AtomicReference<Throwable>();
        var thread = new Thread(null, () -> {
            try {
                fileComesBack(new PostmanTwo(), json, "v2.1");
                assertFalse(DialectChange.to(Dialect.TWO_ZERO, RichSample.source(json).tree()).tree().isEmpty());
            } catch (Throwable e) {
                failure.set(e);
            }
        }, "deep", 1 << 20);
        thread.start();
        thread.join();
        assertNull(failure.get());
    }

    @Test
    void valuesNestedTwoThousandDeepAreRefusedInWords() {
        var document = Document.of(Path.of("deep.json"), deep(2_000, ""));
        assertEquals(List.of(), new PostmanTwo().sources(document));
        assertTrue(new PostmanTwo().read(document) instanceof ReadResult.NotOne(var sentence, var line, _) && sentence.contains("500 levels") && line == 1);
        var environment = Document.of(Path.of("deep.json"), "{\"name\": \"e\", \"values\": [], \"own\": " + "[".repeat(2_000) + "]".repeat(2_000) + "}");
        assertEquals(List.of(), new PostmanVariables().sources(environment));
        assertTrue(new PostmanVariables().read(environment) instanceof ReadResult.NotOne);
    }

    /// As a file, through the importer that takes it, to v3 and back by the exporter: the whole file must be there again.
    private void fileComesBack(Importer importer, String json, String form) throws Exception {
        var document = Document.of(Path.of("pasted.json"), json);
        assertTrue(importer.recognises(document));
        var source = importer.sources(document).getFirst();
        assertEquals(document.root().plain(), source.file());
        assertEquals(List.of(), RoundTrip.verify(source, folder), form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2.1.0", "v2.0.0"})
    void whatStandsAroundACollectionComesBack(String version) throws Exception {
        fileComesBack(new PostmanTwo(), """
                {"meta": {"model": "collection", "n": [1, null], "name": "My own name"}, "my own name": "My own name",
                 "collection": {"info": {"name": "My own name", "schema": "https://schema.getpostman.com/json/collection/%s/collection.json"},
                  "item": [{"name": "a", "request": {"method": "GET", "url": "https://x.test"}}]}, "info": null, "$copy": "/info/name", "": false}""".formatted(version), version);
    }

    @Test
    void aWrapperWithNothingElseComesBackAndHasARow() throws Exception {
        var json = """
                {"collection": {"info": {"name": "C", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": [
                  {"name": "a", "own": 1, "request": {"method": "GET"}}]}}""";
        fileComesBack(new PostmanTwo(), json, "v2.1");
        var rows = V3Export.write(new PostmanTwo().sources(Document.of(Path.of("c.json"), json))).report().rows();
        assertTrue(rows.stream().anyMatch(r -> r.pointer().isEmpty() && r.from().contains("collection")), rows::toString);
        assertTrue(rows.stream().anyMatch(r -> r.pointer().equals("/collection/item/0/own")), rows::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "globals"})
    void whatStandsAroundAnEnvironmentComesBack(String key) throws Exception {
        fileComesBack(new PostmanVariables(), """
                {"%s": {"id": "e-1", "name": "Dev", "values": [{"key": "a", "value": "long enough"}], "_postman_variable_scope": "%s"}, "uid": "7-e-1", "copy": "long enough"}"""
                .formatted(key, key), key);
    }

    @Test
    void everyFileNameIsShortAndUnlikeItsNeighbours() {
        var stems = new Stems();
        assertEquals("http-localhost-8080-api-x", stems.unique("http://localhost:8080/api/x", "R"));
        assertEquals("-records-uuid", stems.unique("/records/:uuid", "R"));
        assertEquals("Get", stems.unique("Get", "R"));
        assertEquals("GET-1", stems.unique("GET", "R"));
        assertEquals("get-2", stems.unique("get", "R"));
        assertEquals("CON-", stems.unique("CON", "R"));
        assertEquals("R", stems.unique(" . ", "R"));
        assertTrue(stems.unique("ü".repeat(99), "R").getBytes(StandardCharsets.UTF_8).length <= 64);
        assertTrue(stems.unique("ü".repeat(99), "R").endsWith("-1"));
        assertEquals(ModelTree.SCHEMA, Dialect.TWO_ONE.schema());
    }
}
