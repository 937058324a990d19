package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.formats.CollectionText;
import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Level;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every switch that is set in the editor is in the file afterwards, whatever form it has, at all levels; also those that Postman 3.0 has no place for.
final class SwitchEditsTest {

    private static final Settings ALL = new Settings(Map.ofEntries(Map.entry("followRedirects", false), Map.entry("maxRedirects", 3), Map.entry("followOriginalHttpMethod", true),
            Map.entry("followAuthorizationHeader", true), Map.entry("removeRefererHeaderOnRedirect", true), Map.entry("strictSSL", false), Map.entry("disableCookies", true),
            Map.entry("disableBodyPruning", false), Map.entry("disableUrlEncoding", true), Map.entry("insecureHTTPParser", true), Map.entry("tlsPreferServerCiphers", true),
            Map.entry("protocolVersion", "http2"), Map.entry("http2PriorKnowledge", true), Map.entry("tlsDisabledProtocols", List.of("TLSv1", "TLSv1_2")),
            Map.entry("tlsCipherSelection", List.of("ECDHE-RSA-AES128-GCM-SHA256", "HIGH")), Map.entry("connectTimeout", 500), Map.entry("requestTimeout", 2000),
            Map.entry("posthornAssertions", List.of(Map.of("subject", "json-path", "of", "$.a['b c']", "operator", "equals", "expected", "{{x}} \"é\""),
                    Map.of("enabled", false, "subject", "status", "operator", "in", "expected", "2xx"))),
            Map.entry("posthornAwait", Map.of("subject", "json-path", "of", "$.status", "operator", "equals", "expected", "done", "interval", 500, "timeout", 9000)),
            Map.entry("disabledSystemHeaders", Map.of("user-agent", true, "cookie", true))));

    private static final String FILE = """
            {"info": {"name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": [
              {"name": "Carts", "item": [{"name": "Read", "request": {"method": "GET", "url": "http://h/"}}]}]}
            """;

    @TempDir
    private Path workspace;

    private static List<Settings> settings(Collection collection) {
        var folder = (Folder) collection.items().getFirst();
        return List.of(collection.settings(), folder.settings(), ((RequestItem) folder.items().getFirst()).request().settings());
    }

    @Test
    void inAFolderOfPostman3() throws Exception {
        var disk = OnDisk.in(workspace).file(".resources/definition.yaml", "$kind: collection\n").file("Carts/.resources/definition.yaml", "$kind: collection\n")
                .file("Carts/Read.request.yaml", "$kind: http-request\nurl: http://h/\nmethod: GET\n");
        for (var wanted : List.of(ALL, Settings.NONE)) {
            disk.done(disk.editor().save("Carts/Read.request.yaml", disk.request("Carts/Read.request.yaml").request().withSettings(wanted)));
            disk.done(disk.editor().saveLevel("Carts", Level.of(disk.folder("Carts")).withSettings(wanted)));
            disk.done(disk.editor().saveLevel("", Level.of(disk.read()).withSettings(wanted)));
            assertEquals(List.of(wanted, wanted, wanted), settings(disk.read()));
            assertFalse(disk.text("Carts/Read.request.yaml").contains("posthorn"), "what is ours alone stays out of Postman's files");
        }
    }

    @Test
    void inAFileOfPostman21() throws Exception {
        var text = FILE;
        for (var wanted : List.of(ALL, Settings.NONE)) {
            for (var id : List.of("", "/item/0", "/item/0/item/0")) {
                var editor = new CollectionText(Path.of("c.json"), text.getBytes(StandardCharsets.UTF_8));
                var now = read(text);
                var folder = (Folder) now.items().getFirst();
                var edited = switch (id) {
                    case "" -> editor.saveLevel(id, Level.of(now).withSettings(wanted));
                    case "/item/0" -> editor.saveLevel(id, Level.of(folder).withSettings(wanted));
                    default -> editor.save(id, ((RequestItem) folder.items().getFirst()).request().withSettings(wanted));
                };
                var change = assertInstanceOf(Edited.Changed.class, edited).changes().getFirst();
                text = new String(assertInstanceOf(FileChange.Write.class, change).bytes(), StandardCharsets.UTF_8);
            }
            assertEquals(List.of(wanted, wanted, wanted), settings(read(text)));
        }
        assertEquals(JsonReader.read(FILE).plain(), JsonReader.read(text).plain());
    }

    private static Collection read(String text) {
        return assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("c.json"), text.getBytes(StandardCharsets.UTF_8))).collection();
    }

    @Test
    void thereAndBackAgain() throws Exception {
        var rich = FILE.replace("\"name\": \"Read\",", "\"name\": \"Read\", \"protocolProfileBehavior\": {\"strictSSL\": \"false\", \"maxRedirects\": \"7\", \"disableCookies\": null, "
                + "\"protocolVersion\": \"http2\", \"http2PriorKnowledge\": true, \"tlsDisabledProtocols\": [\"TLSv1_2\"], \"somethingNew\": {\"a\": [1]}, "
                + "\"posthornAssertions\": [{\"subject\": \"status\", \"operator\": \"equals\", \"expected\": \"200\"}, {\"of\": \"a later version\"}]},");
        assertEquals(List.of(), RoundTrip.verify(RichSample.source(rich), workspace));
    }
}
