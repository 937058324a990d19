package dev.posthorn.fuzz;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.v3.EnvironmentFile;
import dev.posthorn.formats.v3.FolderEditor;
import dev.posthorn.formats.v3.V3Folder;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.store.Home;
import dev.posthorn.store.PreferencesFile;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.tree.TextFile;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlPatch;
import dev.posthorn.tree.YamlProblem;
import dev.posthorn.tree.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every reader of the program that meets bytes from outside. A new one is one line in `ALL`.
final class FuzzTargets {

    private static final String REQUEST = "$kind: http-request\nurl: \"{{u}}/:id?a=1\"\nmethod: POST\nheaders:\n  A: b\nqueryParams:\n  - {key: b, disabled: true}\n"
            + "body: {type: json, content: '{}'}\nauth:\n  - {id: x, type: bearer, credentials: {token: t}}\nscripts:\n  - type: afterResponse\n    code: |-\n      a();\n"
            + "settings: {disabledSystemHeaders: [host], maxRedirects: 3}\nexamples: ./.resources/R.resources/examples\norder: 1.5\n";

    private static final String SIDECAR = "{\"posthorn\": 1, \"is\": {\"all\": \"x\", \"url\": \"y\"}, \"forms\": {\"description\": \"item\"},"
            + " \"edits\": {\"add\": {\"id\": 1}}, \"extra\": [{\"after\": null, \"value\": 3}], \"examples\": {\"Ok\": {\"is\": {}}}}";

    static final List<FuzzTarget> ALL = List.of(
            FuzzTarget.ofText("json", FuzzTargets::json, "{\"a\": [1, -2.5e3, \"\\u00e9\\n\", true, null, {}]}", "[[[[[[", "{\"a\":1e999999999}", "1e-2147483649"),
            FuzzTarget.ofText("yaml", FuzzTargets::yaml, "a: &x [1, \"b\\n\", 'c', {d: 0x1F}]\nb: *x\nc: |-\n  l\n  m\n? k\n: !!str 1\n", "- - - a\n-\n",
                    "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", "&a [*a]", "a: {{b}}/x", "%YAML 1.2\n---\na\n...\n", "a: >+2\n   x\n\n  y\n\n"),
            FuzzTarget.ofText("yaml patch", FuzzTargets::patch, "a: [x, {b: c}, ] # n\nd:\n- e: 'f'\n  g: |\n    h\n\n# i\n", "? a\n: b\nc: &d {e: f,\n # g\n h: i}\nj: *d\n",
                    "a:\r\n  - >-\r\n    b\r\n    c\r\n  -\r\n"),
            FuzzTarget.of("importers", FuzzTargets::imported, "{\"info\":{\"name\":\"a\",\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"},"
                    + "\"item\":[{\"name\":\"b\",\"item\":[{\"request\":\"http://x\"}]},{\"request\":{\"url\":{\"raw\":\"x\",\"query\":[{\"key\":null}]},\"header\":\"A: b\","
                    + "\"auth\":{\"type\":\"basic\",\"basic\":[]},\"body\":{\"mode\":\"raw\"}},\"event\":[{\"script\":{\"exec\":[\"a\"]}}],\"response\":[{\"code\":200}]}]}",
                    "{\"requests\":[{\"id\":\"a\",\"headers\":\"A: b\"}],\"order\":[\"a\"],\"folders\":[],\"name\":\"x\",\"id\":\"1\"}",
                    "{\"values\":[{\"key\":\"a\",\"value\":1}],\"name\":\"e\"}", "{\"version\":1,\"collections\":[],\"environments\":[]}",
                    "{\"_type\":\"export\",\"__export_format\":4,\"resources\":[{\"_id\":\"req_1\",\"_type\":\"request\",\"parentId\":\"w\",\"url\":\"x\"}]}",
                    "type: collection.insomnia.rest/5.0\nname: a\ncollection:\n  - url: x\n", "meta {\n  name: a\n  type: http\n}\nget {\n  url: x\n}\n",
                    "{\"v\":2,\"name\":\"a\",\"folders\":[],\"requests\":[{\"endpoint\":\"x\",\"method\":\"GET\"}]}", "opencollection: 1.0.0\ninfo:\n  name: a\nitems: []\n",
                    "curl 'http://x' -H 'A: b' --data-raw '{}'"),
            FuzzTarget.of("v3 request", bytes -> folder("R.request.yaml", bytes), REQUEST, "$kind: graphql-request\nquery: q\n", "$kind: grpc-request\n"),
            FuzzTarget.of("v3 definition", bytes -> folder(".resources/definition.yaml", bytes), "$kind: collection\nname: a\nvariables: {a: b}\nauth: []\nscripts: []\norder: 1\n"),
            FuzzTarget.of("v3 example", bytes -> folder(".resources/R.resources/examples/Ok.example.yaml", bytes),
                    "$kind: http-example\nrequest: {url: x}\nresponse:\n  statusCode: 200\n  headers: {A: b}\n  body: {type: json, content: '[]'}\norder: 1\n"),
            FuzzTarget.of("sidecar", bytes -> folder("../../../.posthorn/C/R.request.yaml.json", bytes), SIDECAR),
            FuzzTarget.of("v3 environment", FuzzTargets::environment, "name: a\nvalues:\n  - {key: b, value: c, enabled: true, type: secret}\n  - key: d\n    secret: true\ncolor: 1\n"),
            FuzzTarget.of("preferences", FuzzTargets::preferences, "{\"theme\":\"dark\",\"tabs\":[{}],\"width\":1e9}", "{}", "[]"));

    private FuzzTargets() {}

    private static void json(String text) throws Exception {
        try {
            var plain = JsonReader.read(text).plain();
            same(plain, JsonReader.read(JsonWriter.compact(plain)).plain());
        } catch (JsonProblem e) {
            said(e.getMessage());
        }
    }

    private static void yaml(String text) throws Exception {
        try {
            var plain = Yaml.read(text);
            var written = YamlWriter.write(plain);
            same(plain, Yaml.read(written));
        } catch (YamlProblem e) {
            said(e.getMessage());
        }
    }

    /// An edit of whatever was read: the first map loses a key and gets another, the first text changes.
    private static void patch(String text) throws Exception {
        Object plain;
        try {
            plain = Yaml.read(text);
        } catch (YamlProblem e) {
            return;
        }
        var edited = edited(plain, text.length());
        same(edited, Yaml.read(YamlPatch.apply(text, edited)));
    }

    private static Object edited(Object value, int turn) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((key, inner) -> copy.put(String.valueOf(key), copy.size() == turn % 3 ? edited(inner, turn / 3) : inner));
                if (turn % 5 == 0 && !copy.isEmpty()) {
                    copy.remove(copy.keySet().iterator().next());
                }
                if (turn % 5 < 2) {
                    copy.put("new key", "1");
                }
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                list.forEach(inner -> copy.add(copy.size() == turn % 3 ? edited(inner, turn / 3) : inner));
                if (turn % 5 == 0 && !copy.isEmpty()) {
                    copy.removeFirst();
                }
                if (turn % 5 < 2) {
                    copy.add("new\nrow");
                }
                yield copy;
            }
            case String old -> turn % 2 == 0 ? old + "\nmore: {{x}}" : old + " more";
            case null, default -> "a text";
        };
    }

    private static void imported(byte[] bytes) {
        var name = bytes.length % 2 == 0 ? "x.json" : "x.yaml";
        if (Importers.read(Path.of(name), bytes) instanceof ReadResult.NotOne(var sentence, _, _)) {
            said(sentence);
        }
        var document = Document.of(Path.of(name), TextFile.of(bytes).text());
        Importers.ALL.stream().filter(importer -> importer.recognises(document)).findFirst().ifPresent(importer -> importer.sources(document));
    }

    /// A collection with one file of these bytes is opened; its request is edited, which may be refused in words.
    private static void folder(String name, byte[] bytes) throws IOException {
        var workspace = Files.createTempDirectory("fuzz");
        try {
            var collection = Files.createDirectories(workspace.resolve("postman/collections/C"));
            put(collection.resolve("R.request.yaml"), REQUEST.getBytes());
            put(collection.resolve(name).normalize(), bytes);
            var read = V3Folder.read(collection);
            var editor = new FolderEditor(collection);
            read.collection().requests().forEach(item -> editor.save(item.id(), item.request().withMethod("PUT").withHeaders(List.of(Entry.of("x", "y")))));
            editor.save("R.request.yaml", Request.blank());
            editor.duplicate("R.request.yaml");
            editor.saveLevel("", Level.of(read.collection()).withDescription("d"));
        } finally {
            delete(workspace);
        }
    }

    private static void environment(byte[] bytes) throws IOException {
        var workspace = Files.createTempDirectory("fuzz");
        try {
            var file = put(workspace.resolve("postman/environments/E.environment.yaml"), bytes);
            EnvironmentFile.saveVariables(file, List.of(Entry.of("b", "changed")));
            V3Folder.readEnvironment(file);
        } catch (IOException e) {
            said(e.getMessage());
        } finally {
            delete(workspace);
        }
    }

    private static void preferences(byte[] bytes) throws IOException {
        var folder = Files.createTempDirectory("fuzz");
        try {
            put(folder.resolve("preferences.json"), bytes);
            new PreferencesFile(new Home(folder)).load();
        } finally {
            delete(folder);
        }
    }

    private static Path put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void same(Object before, Object after) {
        if (!YamlPatch.same(before, after)) {
            throw new AssertionError("read back as something else: " + after);
        }
    }

    private static void said(String sentence) {
        if (sentence == null || sentence.isBlank()) {
            throw new AssertionError("refused without a word");
        }
    }
}
