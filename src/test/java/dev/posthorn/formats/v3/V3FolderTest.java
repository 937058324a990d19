package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.BadItem;
import dev.posthorn.model.Body;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders as Postman's app, people and other programs write them are opened as what they are.
final class V3FolderTest {

    @TempDir
    Path home;

    private Path shop;

    @BeforeEach
    void folder() throws IOException {
        shop = home.resolve("postman/collections/Shop");
        file(".resources/definition.yaml", "$kind: collection\nvariables:\n  base: https://x.test\nauth:\n  - id: 1\n    type: bearer\n    name: b\n    credentials:\n      token: \"{{t}}\"\n  - id: 2\n    type: noauth\n");
        file("Second.request.yaml", "$kind: http-request\nurl: \"{{base}}/b?x=1\"\nmethod: GET\nqueryParams:\n  - key: x\n    value: \"1\"\n  - key: y\n    value: \"2\"\n    disabled: true\norder: 2000\n");
        file("a-first.request.yml", "$kind: http-request\nname: First / one\nurl: x.test\nmethod: PURGE\nbody:\n  type: json\n  content: |-\n    {}\norder: 1500.5\nfuture: 1\n");
        file("Last.request.yaml", "$kind: graphql-request\nurl: x.test/graphql\nquery: \"{ me }\"\nvariables: \"{}\"\n");
        file("People/deep/Who.request.yaml", "$kind: http-request\nurl: x.test/who\nexamples: ./answers\n");
        file("People/deep/answers/Me.example.yaml", "$kind: http-example\nresponse:\n  statusCode: 200\n  body:\n    type: json\n    content: \"1\"\n");
        file("People/.resources/definition.yaml", "$kind: collection\norder: 1000\n");
        file("Call.request.yaml", "$kind: grpc-request\nurl: grpc.test\norder: 1600\n");
        file("Broken.request.yaml", "$kind: http-request\nurl: \"unfinished\nmethod: [\n");
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(shop.resolve(path).getParent());
        Files.writeString(shop.resolve(path), text);
    }

    @Test
    void itemsStandInTheirOrderWhateverTheyAre() throws Exception {
        var items = V3Folder.read(shop).collection().items();
        assertEquals(List.of("People", "a-first.request.yml", "Call.request.yaml", "Second.request.yaml", "Broken.request.yaml", "Last.request.yaml"), items.stream().map(Item::id).toList());
        assertEquals(List.of("People", "First / one", "Call", "Second", "Broken", "Last"), items.stream().map(Item::name).toList());
        assertTrue(items.get(2) instanceof OtherItem other && other.kind().equals("grpc-request") && other.text().contains("grpc.test"));
        assertTrue(items.get(4) instanceof BadItem bad && bad.line() > 1 && bad.sentence().contains("line"), () -> items.get(4).toString());
        assertTrue(items.get(5) instanceof RequestItem graphql && graphql.request().body() instanceof Body.GraphQl body && body.query().equals("{ me }"));
    }

    @Test
    void anExampleIsFoundWhereTheRequestSays() throws Exception {
        var deep = ((Folder) ((Folder) V3Folder.read(shop).collection().items().getFirst()).items().getFirst());
        assertEquals("People/deep", deep.id());
        var who = (RequestItem) deep.items().getFirst();
        assertEquals("People/deep/Who.request.yaml", who.id());
        assertEquals(List.of("Me"), who.examples().stream().map(e -> e.name()).toList());
    }

    @Test
    void whatTwoPointOneCannotSayIsNamed() throws Exception {
        var reasons = V3Folder.read(shop).report().rows().stream().map(r -> r.item() + " " + r.pointer()).toList();
        assertTrue(reasons.containsAll(List.of(" /auth/1", "First / one /future", "Call Call.request.yaml", "Last /$kind")), reasons::toString);
    }

    @Test
    void aFolderOfRequestsAloneIsACollection() throws Exception {
        assertEquals(List.of(shop), V3Folder.collections(home));
        assertEquals(List.of(shop.resolve("People/deep")), V3Folder.collections(shop.resolve("People/deep")));
        assertEquals("deep", V3Folder.read(shop.resolve("People/deep")).collection().name());
    }
}
