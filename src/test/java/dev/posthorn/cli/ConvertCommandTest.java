package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.imports.Importers;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `convert`, `import`, `lint` and `verify-roundtrip`, as they are typed.
final class ConvertCommandTest {

    private static final String INFO = "\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"";
    private static final String SHOP = """
            {"info":{"_postman_id":"p1","name":"Shop",%s},"item":[{"name":"Users","item":[{"name":"Get","protocolProfileBehavior":{"disableCookies":true},"request":{"method":"GET","header":[{"key":"A","value":"b"}],
            "url":{"raw":"{{host}}/users?a=1","host":["{{host}}"],"path":["users"],"query":[{"key":"a","value":"1"}]}},"response":[]}]}],"variable":[{"key":"host","value":"http://h","type":"string"}]}
            """.formatted(INFO);
    private static final String ENVIRONMENT = "{\"id\":\"e1\",\"name\":\"Prod\",\"values\":[{\"key\":\"k\",\"value\":\"v\",\"type\":\"default\",\"enabled\":true}],\"_postman_variable_scope\":\"environment\"}";
    private static final String INSOMNIA = "{\"_type\":\"export\",\"__export_format\":4,\"resources\":[{\"_id\":\"w\",\"_type\":\"workspace\",\"name\":\"Ins\"},{\"_id\":\"r\",\"parentId\":\"w\",\"_type\":\"request\",\"name\":\"R\","
            + "\"url\":\"{{ _.host }}/x\",\"method\":\"GET\",\"modified\":5,\"authentication\":{\"type\":\"iam\",\"accessKeyId\":\"topsecretvalue\"}}]}";

    @TempDir
    Path folder;

    private final Printed printed = new Printed();
    private String piped = "";

    private Path file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private int run(String... words) {
        var terminal = printed.terminal(false);
        var reader = new SourceReader(() -> new ByteArrayInputStream(piped.getBytes(StandardCharsets.UTF_8)), _ -> SHOP.getBytes(StandardCharsets.UTF_8));
        Spawn here = arguments -> {
            var inner = new Printed();
            var code = commands(inner.terminal(false), reader, null).run(arguments.toArray(String[]::new));
            return new Spawn.Ended(code, inner.out());
        };
        return commands(terminal, reader, here).run(words);
    }

    private Commands commands(Terminal terminal, SourceReader reader, Spawn spawn) {
        return new Commands(List.of(new Command("convert", "Converts.", () -> new ConvertCommand(reader, terminal)),
                new Command("import", "Imports.", () -> new ImportCommand(reader, terminal)), new Command("lint", "Lints.", () -> new LintCommand(terminal)),
                new Command("verify-roundtrip", "Verifies.", () -> new VerifyCommand(reader, spawn, () -> folder.resolve("temporary"), terminal))), () -> 0, terminal, "1");
    }

    private static Object json(Path file) throws Exception {
        return JsonReader.read(Files.readString(file)).plain();
    }

    @Test
    void aCollectionGoesToAFolderAndComesBackTheSame() throws Exception {
        var shop = file("shop.json", SHOP);
        assertEquals(0, run("convert", shop.toString(), folder.resolve("v3").toString(), "--to", "v3"), printed.err());
        assertTrue(Files.isRegularFile(folder.resolve("v3/postman/collections/Shop/Users/Get.request.yaml")));
        assertTrue(Files.isDirectory(folder.resolve("v3/.posthorn/Shop")));
        assertEquals(0, run("convert", folder.resolve("v3").toString(), folder.resolve("back.json").toString(), "--to", "v2.1"), printed.err());
        assertEquals(List.of(), Difference.between(json(shop), json(folder.resolve("back.json")), 10));
        try (var left = Files.list(folder.resolve("v3"))) {
            assertEquals(List.of(".posthorn", "postman"), left.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void openApiIsJsonWhereTheFileIsCalledSo() throws Exception {
        var shop = file("shop.json", SHOP).toString();
        assertEquals(0, run("convert", shop, folder.resolve("api.json").toString(), "--to", "openapi"), printed.err());
        assertTrue(json(folder.resolve("api.json")) instanceof java.util.Map<?, ?> map && map.containsKey("paths"));
        assertEquals(0, run("convert", shop, folder.resolve("api.yaml").toString(), "--to", "openapi"), printed.err());
        assertTrue(Files.readString(folder.resolve("api.yaml")).startsWith("openapi:"));
        assertEquals(2, run("convert", shop, folder.resolve("x").toString(), "--to", "soap"));
        assertTrue(printed.err().contains("openapi-json, curl, har, markdown, html"), printed.err());
    }

    @Test
    void aWrappedFileComesBackWithItsWrapper() throws Exception {
        var wrapped = file("wrapped.json", "{\"collection\":" + SHOP + ",\"meta\":{\"uid\":\"7-p1\"}}");
        assertEquals(0, run("verify-roundtrip", wrapped.toString()), printed.out() + printed.err());
        assertEquals(0, run("convert", wrapped.toString(), folder.resolve("v3").toString(), "--to", "v3"));
        assertEquals(0, run("convert", folder.resolve("v3").toString(), folder.resolve("back.json").toString(), "--to", "v2.1"), printed.err());
        assertEquals(List.of(), Difference.between(json(wrapped), json(folder.resolve("back.json")), 10));
    }

    @Test
    void anEnvironmentThatCannotBeReadIsNamed() throws Exception {
        var v3 = folder.resolve("v3").toString();
        assertEquals(0, run("convert", file("shop.json", SHOP).toString(), v3, "--to", "v3"));
        file("v3/postman/environments/Bad.environment.yaml", "name: [\n");
        assertEquals(0, run("convert", v3, folder.resolve("back.json").toString(), "--to", "v2.1"), printed.err());
        assertTrue(printed.err().contains("postman/environments/Bad.environment.yaml") && printed.err().contains("broken at line"), printed.err());
    }

    @Test
    void whatIsThereIsNotWrittenOverWithoutForce() throws Exception {
        var shop = file("shop.json", SHOP).toString();
        var out = file("out.json", "mine").toString();
        assertEquals(2, run("convert", shop, out, "--to", "v2.1"));
        assertEquals("mine", Files.readString(Path.of(out)));
        assertTrue(printed.err().contains("--force"), printed.err());
        assertEquals(0, run("convert", shop, out, "--to", "v2.1", "--force"));
        assertTrue(json(Path.of(out)) instanceof java.util.Map<?, ?>);
    }

    @Test
    void aSecondCollectionJoinsAFolderAndTheSameOneIsRefusedOrReplaced() throws Exception {
        var into = folder.resolve("work").toString();
        assertEquals(0, run("import", file("shop.json", SHOP).toString(), "--into", into));
        assertEquals(0, run("import", file("i.json", INSOMNIA).toString(), file("e.json", ENVIRONMENT).toString(), "--into", into));
        assertTrue(Files.isRegularFile(folder.resolve("work/postman/environments/Prod.environment.yaml")));
        assertTrue(Files.isRegularFile(folder.resolve("work/postman/collections/Ins/R.request.yaml")));
        var renamed = file("shop.json", SHOP.replace("\"name\":\"Get\"", "\"name\":\"Fetch\"")).toString();
        assertEquals(2, run("import", renamed, "--into", into));
        assertTrue(printed.err().contains("postman/collections/Shop"), printed.err());
        assertEquals(0, run("import", renamed, "--into", into, "--force"), printed.err());
        assertTrue(Files.exists(folder.resolve("work/postman/collections/Shop/Users/Fetch.request.yaml")));
        assertFalse(Files.exists(folder.resolve("work/postman/collections/Shop/Users/Get.request.yaml")));
    }

    @Test
    void theReportIsTextOrJsonAndHoldsNoSecret() throws Exception {
        var in = file("i.json", INSOMNIA).toString();
        assertEquals(0, run("convert", in, folder.resolve("a").toString(), "--to", "v3", "--report", "text"));
        assertTrue(printed.out().contains("R\n  kept"), printed.out());
        assertTrue(printed.out().contains("accessKeyId → accessKey") && printed.out().contains("/resources/1/modified"), printed.out());
        assertTrue(printed.out().strip().lines().toList().getLast().matches("\\d+ kept, \\d+ translated, \\d+ kept aside\\."), printed.out());
        assertEquals(0, run("convert", in, folder.resolve("b").toString(), "--to", "v3", "--report", "json", "--report-file", folder.resolve("r.json").toString()));
        var report = (Json.Obj) JsonReader.read(Files.readString(folder.resolve("r.json")));
        assertEquals(List.of("kept", "translated", "aside", "rows"), report.members().stream().map(m -> m.key().value()).toList());
        assertEquals(List.of("item", "fate", "pointer", "from", "to", "reason", "count"), ((Json.Obj) report.list("rows").getFirst()).members().stream().map(m -> m.key().value()).toList());
        assertFalse((printed.out() + Files.readString(folder.resolve("r.json"))).contains("topsecretvalue"));
    }

    @Test
    void ofSeveralOneIsChosenByItsName() throws Exception {
        file("in/a.json", SHOP);
        file("in/b.json", SHOP.replace("\"Shop\"", "\"Other\""));
        file("in/package.json", "{\"dependencies\":{}}");
        assertEquals(2, run("convert", folder.resolve("in").toString(), folder.resolve("o.json").toString(), "--to", "v2.1"));
        assertTrue(printed.err().contains("\"Shop\", \"Other\""), printed.err());
        assertEquals(2, run("convert", folder.resolve("in").toString(), folder.resolve("o.json").toString(), "--to", "v2.1", "--collection", "Nobody"));
        assertFalse(Files.exists(folder.resolve("o.json")));
        assertEquals(0, run("convert", folder.resolve("in").toString(), folder.resolve("o.json").toString(), "--to", "v2.1", "--collection", "Other"));
        assertTrue(Files.readString(folder.resolve("o.json")).contains("Other"));
    }

    @Test
    void pipesAndLinksAreRead() throws Exception {
        piped = SHOP;
        assertEquals(0, run("convert", "-", "-", "--to", "v2.1"), printed.err());
        assertTrue(printed.out().contains("\"Shop\"") && printed.err().contains("kept"), printed.out());
        assertEquals(0, run("convert", "https://x.test/shop.json", folder.resolve("l.json").toString(), "--to", "v2.0"), printed.err());
        assertTrue(Files.readString(folder.resolve("l.json")).contains("v2.0.0"));
    }

    @Test
    void whatCannotBeAskedForIsASentence() throws Exception {
        assertEquals(2, run("convert", file("x.json", "{\"a\":1}").toString(), "o", "--to", "v3"));
        assertEquals(2, run("convert", folder.resolve("none.json").toString(), "o", "--to", "v3"));
        assertEquals(2, run("convert", "a", "b", "--to", "v9"));
        assertTrue(printed.err().contains("no collection and no environment") && printed.err().contains("There is no file") && printed.err().contains("there is no form \"v9\""), printed.err());
    }

    @Test
    void roundTripsAreProvedFileByFile() throws Exception {
        file("all/shop.json", SHOP);
        file("all/deep/env.json", ENVIRONMENT);
        file("all/other.json", "{\"a\":1}");
        assertEquals(0, run("verify-roundtrip", folder.resolve("all").toString()), printed.out() + printed.err());
        assertTrue(printed.out().contains("2 files: 2 equal, 0 different; 1 passed over."), printed.out());
        assertFalse(Files.exists(folder.resolve("temporary")));
    }

    @Test
    void aDifferenceIsNamedByItsPointerAndFails() throws Exception {
        var differences = Difference.between(JsonReader.read("{\"a\":[1,{\"b/c\":1.0}],\"x\":null}").plain(), JsonReader.read("{\"x\":false,\"a\":[1.0,{\"b/c\":2},3]}").plain(), 9);
        assertEquals(List.of("/a/1/b~1c: 1.0 became 2", "/a/2: nothing became 3", "/x: null became false"), differences.stream().map(Difference::toString).toList());
    }

    @Test
    void aProcessOfItsOwnRunsTheSameClasses() throws Exception {
        var ended = new OwnProcess("dev.posthorn.Main").run(List.of("--version"));
        assertEquals(0, ended.code());
        assertTrue(ended.printed().startsWith("Posthorn "), ended.printed());
    }

    private void v3(String name, String text) throws IOException {
        file("ws/postman/collections/C/" + name, text);
    }

    @Test
    void lintFindsWhatIsWrongWithFileAndLine() throws Exception {
        v3(".resources/definition.yaml", "$kind: collection\nname: C\n");
        v3("a.request.yaml", "$kind: http-request\nname: Same\nurl: http://h?a=1\nmethod: GET\nqueryParams:\n  b: \"2\"\nheader: x\norder: 1000\n");
        v3("b.request.yaml", "$kind: http-request\nname: Same\nurl: \"{{nowhere}}/x\"\nheaders:\n  Authorization: Bearer abcdef123456\nmethod: GET\n");
        v3("c.request.yaml", "$kind: http-request\nurl: {{host}}/x\n");
        v3("d.request.yaml", "$kind: soap-request\norder: 1\n");
        v3("e.request.yaml", "$kind: http-request\nurl: \"x\n");
        file("ws/postman/environments/E.environment.yaml", "name: E\nvalues:\n  - key: s\n    value: hidden-value\n    secret: true\n    extra: 1\n");
        file("ws/.posthorn/C/gone.request.yaml.json", "{}");
        assertEquals(1, run("lint", folder.resolve("ws").toString()), printed.err());
        for (var rule : List.of("a.request.yaml:7: error: Postman does not know the key \"header\"", "a.request.yaml:6: error: The query in the url", "[duplicate-name]",
                "b.request.yaml:5: warning: The value of \"Authorization\" looks like a secret", "[unquoted-variable]", "d.request.yaml:1: error: There is no $kind \"soap-request\"",
                "[broken-file]", "[missing-order]", "[undefined-variable]", "E.environment.yaml:3: warning: The value of \"s\" is a secret", "the key \"extra\" of a variable", "[orphaned-sidecar]")) {
            assertTrue(printed.out().contains(rule), rule + " is not in\n" + printed.out());
        }
        assertFalse(printed.out().contains("hidden-value") || printed.out().contains("abcdef123456"), printed.out());
    }

    @Test
    void warningsAloneFailOnlyAStrictLint() throws Exception {
        var shop = file("shop.json", SHOP.replace("{{host}}", "{{hosts}}")).toString();
        assertEquals(0, run("lint", shop));
        assertEquals(1, run("lint", "--strict", shop));
        assertEquals(0, run("lint", "--format", "json", shop));
        assertTrue(printed.out().contains("\"rule\": \"undefined-variable\""), printed.out());
        assertEquals(2, run("lint", folder.resolve("nothing").toString()));
        assertEquals(1, run("lint", file("broken.json", "{\"info\":").toString()));
    }

    @Test
    void everyImporterThatReadsAFolderIsAskedForOne() {
        assertTrue(Importers.ALL.stream().noneMatch(i -> i.recognises(dev.posthorn.formats.Document.ofFolder(folder))));
    }
}
