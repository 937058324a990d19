package dev.posthorn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImportersTest {

    private static final String INFO = "\"info\":{\"name\":\"C\",\"schema\":\"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}";

    private static ReadResult read(String text) {
        return Importers.read(Path.of("some.json"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Collection collection(String text) {
        return assertInstanceOf(ReadResult.OfCollection.class, read(text)).collection();
    }

    private static Request request(String item) {
        return collection("{" + INFO + ",\"item\":[" + item + "]}").requests().findFirst().orElseThrow().request();
    }

    private static ReadResult.NotOne refused(String text) {
        return assertInstanceOf(ReadResult.NotOne.class, read(text));
    }

    @Test
    void aRequestOfEveryPartIsReadWhole() {
        var request = request("""
                {"name":"R","event":[{"listen":"test","script":{"exec":["a();","b();"]}},{"listen":"prerequest","script":{"exec":"one"}},
                {"listen":"test","script":{"exec":[]}}],"protocolProfileBehavior":{"followRedirects":false},
                "request":{"method":"pUt","header":[{"key":"A","value":1},{"key":"B","value":null,"disabled":true,"description":{"content":"d"}},null],
                "auth":{"type":"basic","basic":[{"key":"username","value":"u"},{"key":"n","value":3},{"key":"x","value":[1]}],"bearer":[{"key":"token","value":"t"}]},
                "body":{"mode":"raw","raw":"{}","options":{"raw":{"language":"json"}}},
                "url":{"raw":"{{h}}/a/:id?x=1","query":[{"key":"off","value":"0","disabled":true},{"key":"x","value":"1","description":"why"}],
                "variable":[{"key":"id","value":"7"}]},"description":{"content":"text","type":"text/markdown"}}}""");
        assertEquals("pUt", request.method());
        assertEquals("{{h}}/a/:id?x=1", request.url());
        assertEquals(List.of(new Entry("off", "0", "", false, false), new Entry("x", "1", "why", true, false)), request.query());
        assertEquals(List.of(Entry.of("id", "7")), request.pathVariables());
        assertEquals(List.of(Entry.of("A", "1"), new Entry("B", "", "d", false, false)), request.headers());
        assertEquals("basic", request.auth().type());
        assertEquals(List.of("username", "n", "x"), List.copyOf(request.auth().values().keySet()));
        assertEquals(3, request.auth().values().get("n"));
        assertEquals(new Body.Raw("{}", "json"), request.body());
        assertEquals(List.of(new Script(Script.Phase.TEST, "a();\nb();"), new Script(Script.Phase.PRE_REQUEST, "one"), new Script(Script.Phase.TEST, "")), request.scripts());
        assertEquals(false, request.settings().values().get("followRedirects"));
        assertEquals("text", request.description());
    }

    @Test
    void everyBodyModeIsRead() {
        assertEquals(new Body.UrlEncoded(List.of(Entry.of("a", "b"))),
                request("{\"request\":{\"body\":{\"mode\":\"urlencoded\",\"urlencoded\":[{\"key\":\"a\",\"value\":\"b\"}]}}}").body());
        var form = assertInstanceOf(Body.FormData.class, request("{\"request\":{\"body\":{\"mode\":\"formdata\",\"formdata\":["
                + "{\"key\":\"f\",\"type\":\"file\",\"src\":[\"a\",\"b\"]},{\"key\":\"g\",\"type\":\"file\",\"src\":null},{\"key\":\"t\",\"value\":\"v\",\"contentType\":\"x/y\"}]}}}").body());
        assertEquals(List.of("a", "b"), form.parts().get(0).files());
        assertTrue(form.parts().get(1).file());
        assertEquals("x/y", form.parts().get(2).contentType());
        assertEquals(new Body.Binary("p.bin"), request("{\"request\":{\"body\":{\"mode\":\"file\",\"file\":{\"src\":\"p.bin\"}}}}").body());
        assertEquals(new Body.Binary("", "tra"), request("{\"request\":{\"body\":{\"mode\":\"file\",\"file\":{\"content\":\"tra\"}}}}").body());
        assertEquals("http://h/a%3Fb/c%23d?q=1", request("{\"request\":{\"url\":{\"protocol\":\"http\",\"host\":[\"h\"],\"path\":[\"a?b\",\"c#d\"],\"query\":[{\"key\":\"q\",\"value\":\"1\"}]}}}").url());
        assertEquals(new Body.GraphQl("{a}", "{ \"x\": 1.0 }", ""),
                request("{\"request\":{\"body\":{\"mode\":\"graphql\",\"graphql\":{\"query\":\"{a}\",\"variables\":{ \"x\": 1.0 }}}}}").body());
        assertEquals(Body.none(), request("{\"request\":{\"body\":null}}").body());
        assertEquals(Body.none(), request("{\"request\":{\"body\":{\"mode\":\"raw\",\"raw\":\"x\",\"disabled\":true}}}").body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"http://x.org/a?b=c\" | http://x.org/a?b=c",
        "{\"raw\":\"http://x.org\"} | http://x.org",
        "{\"protocol\":\"https\",\"host\":[\"x\",\"org\"],\"port\":\"81\",\"path\":[\"a\",\":b\"],\"query\":[{\"key\":\"q\",\"value\":\"1\"},{\"key\":\"o\",\"disabled\":true}],\"hash\":\"f\"} | https://x.org:81/a/:b?q=1#f",
        "{\"host\":\"{{base}}\",\"path\":\"/a/b\"} | {{base}}/a/b",
        "{\"host\":[\"x\"],\"path\":[\"a\",\"\"],\"port\":80} | x:80/a/",
        "{\"raw\":\"http://x/\",\"query\":[{\"key\":\"a\",\"value\":\"1\"}]} | http://x/?a=1",
        "{\"raw\":\"http://x/?b=2\",\"query\":[{\"key\":\"a\",\"value\":\"1\"}]} | http://x/?b=2",
        "null | ``",
    })
    void aUrlIsReadFromItsTextOrItsParts(String url, String text) {
        assertEquals(text, request("{\"request\":{\"url\":" + url + "}}").url());
    }

    @Test
    void aRequestMayBeJustItsUrl() {
        var request = request("{\"name\":\"x\",\"request\":\"http://h/?a=b\"}");
        assertEquals("GET", request.method());
        assertEquals(List.of(Entry.of("a", "b")), request.query());
    }

    @Test
    void authorizationIsInheritedUnlessTheFileSaysOtherwise() {
        assertEquals(Auth.INHERIT, request("{\"request\":{\"auth\":null}}").auth());
        assertEquals(Auth.NONE, request("{\"request\":{\"auth\":{\"type\":\"noauth\"}}}").auth());
        assertEquals(Auth.NONE, collection("{" + INFO + ",\"item\":[]}").auth());
        assertEquals("t", request("{\"request\":{\"auth\":{\"type\":\"bearer\",\"bearer\":{\"token\":\"t\"}}}}").auth().text("token"));
    }

    @Test
    void foldersNestAndIdsAreTheirPlaces() {
        var collection = collection("{" + INFO + ",\"item\":[null,{\"name\":\"F\",\"item\":[{\"name\":\"R\",\"request\":{}}]},{\"name\":\"E\",\"item\":null}]}");
        assertEquals(List.of("/item/1", "/item/1/item/0"), collection.path("/item/1/item/0").stream().map(i -> i.id()).toList());
        assertEquals(List.of(), assertInstanceOf(Folder.class, collection.items().get(1)).items());
    }

    @Test
    void aCollectionInsideAWrapperKeepsItsPlace() {
        var collection = collection("{\"collection\":{" + INFO + ",\"item\":[{\"name\":\"R\",\"request\":{}}]}}");
        assertEquals("/collection/item/0", collection.items().getFirst().id());
    }

    @Test
    void anOldCollectionIsPutTogetherFromItsLists() {
        var collection = collection("""
                {"id":"c","name":"Old","order":["r2"],"folders":[{"id":"f","name":"F","order":["r1"]},{"id":"g","name":"G","folder":"f","order":[]}],
                "requests":[{"id":"r1","name":"one","url":"http://x?a=b","method":"POST","headers":"A: 1\\n//B: 2\\n","dataMode":"params",
                "data":[{"key":"k","value":"v","type":"text","enabled":false}],"currentHelper":"basicAuth","helperAttributes":{"id":"basic","username":"u"},"tests":"t"},
                {"id":"r2","name":"two","url":"http://y","dataMode":"raw","rawModeData":"body"},{"id":"r3","name":"lost","url":"http://z"}]}""");
        assertEquals(List.of("F", "two", "lost"), collection.items().stream().map(i -> i.name()).toList());
        assertEquals(List.of("G", "one"), assertInstanceOf(Folder.class, collection.items().getFirst()).items().stream().map(i -> i.name()).toList());
        var one = collection.requests().filter(r -> r.name().equals("one")).findFirst().map(RequestItem::request).orElseThrow();
        assertEquals(List.of(Entry.of("A", "1"), Entry.of("B", "2").withEnabled(false)), one.headers());
        assertEquals("u", one.auth().text("username"));
        assertEquals("t", one.script(Script.Phase.TEST));
        assertEquals(List.of(Entry.of("k", "v").withEnabled(false)),
                assertInstanceOf(Body.FormData.class, one.body()).parts().stream().map(p -> p.entry()).toList());
    }

    @Test
    void environmentsAndGlobalsAreRead() {
        var environment = assertInstanceOf(ReadResult.OfEnvironment.class,
                read("{\"name\":\"E\",\"values\":[{\"key\":\"a\",\"value\":1,\"enabled\":false},{\"key\":\"s\",\"value\":\"x\",\"type\":\"secret\"}]}")).environment();
        assertEquals(new Environment("E", false, List.of(new Entry("a", "1", "", false, false), new Entry("s", "x", "", true, true))), environment);
        assertTrue(assertInstanceOf(ReadResult.OfEnvironment.class, read("{\"values\":[],\"_postman_variable_scope\":\"globals\"}")).environment().globals());
    }

    @Test
    void aDataDumpGivesAllItHolds() {
        var dump = assertInstanceOf(ReadResult.OfSeveral.class, read("{\"version\":1,\"collections\":[{\"name\":\"A\",\"requests\":[{\"id\":\"1\",\"url\":\"u\"}]}],"
                + "\"environments\":[{\"name\":\"E\",\"values\":[]}],\"globals\":[{\"key\":\"g\",\"value\":\"1\"}]}"));
        assertEquals(3, dump.parts().size());
    }

    @Test
    void byteOrderMarksAndWideEncodingsDoNotMatter() {
        var text = "{" + INFO + ",\"item\":[{\"name\":\"Grüße 😀\",\"request\":\"http://x\"}]}";
        for (var bytes : List.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE), text.getBytes(StandardCharsets.UTF_16LE))) {
            var read = assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("x.json"), bytes));
            assertEquals("Grüße 😀", read.collection().items().getFirst().name());
        }
    }

    @Test
    void brokenJsonIsSaidWithItsPlace() {
        var refused = refused("{\n  \"info\": {},\n  \"item\": [1,, 2]\n}");
        assertEquals(3, refused.line());
        assertEquals(14, refused.column());
        assertTrue(refused.sentence().contains("line 3, column 14"), refused.sentence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "<!DOCTYPE html><html></html> | web page",
        "{\"log\":{\"entries\":{}}} | HAR",
        "[1, 2] | list",
        "{\"a\":1,\"b\":2} | \"a\", \"b\"",
        "{\"info\":{\"name\":\"x\",\"schema\":\"https://schema.getpostman.com/v2.1.0\"},\"item\":{}} | \"item\" must be a list",
        "hello | no JSON",
    })
    void whatIsNoCollectionGetsASentence(String text, String part) {
        assertTrue(refused(text).sentence().contains(part), refused(text).sentence());
    }

    @Test
    void anEmptyFileIsSaidToBeEmpty() {
        assertTrue(refused(" \n").sentence().contains("empty"));
    }

    @Test
    void foldersManyLevelsDeepOpen() {
        var depth = 900;
        var text = "{" + INFO + ",\"item\":[" + "{\"name\":\"f\",\"item\":[".repeat(depth) + "{\"name\":\"R\",\"request\":\"http://x\"}" + "]}".repeat(depth) + "]}";
        assertEquals(1, collection(text).requests().count());
    }

    @Test
    void absurdNestingIsASentenceAndNoCrash() {
        var deep = 100_000;
        assertTrue(refused("{" + INFO + ",\"item\":" + "[".repeat(deep) + "]".repeat(deep) + "}").sentence().contains("nested"));
        assertTrue(refused("{" + INFO + ",\"item\":[" + "{\"item\":[".repeat(1_020) + "]}".repeat(1_020) + "]}").sentence().contains("nested"));
    }
}
