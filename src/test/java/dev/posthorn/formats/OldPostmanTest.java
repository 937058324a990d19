package dev.posthorn.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.v3.RoundTrip;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.tree.Tracked;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Postman 1.0 files and data dumps are read to the last value: it is in the result, or a row says where it stands.
final class OldPostmanTest {

    private static final String ONE = """
            {"id": "mark-c", "name": "mark-name", "description": "mark-about", "order": ["r-1", "mark-nobody"], "folders_order": ["f-1"], "timestamp": 1700000000001, "owner": "mark-owner",
             "variables": [{"id": "mark-vid", "key": "mark-var", "value": "mark-value", "type": "string"}], "auth": {"type": "bearer", "bearer": {"token": "mark-token"}, "basic": {"username": "mark-stale"}},
             "folders": [{"id": "f-1", "name": "mark-folder", "description": "mark-fabout", "order": ["r-2"], "owner": "mark-fowner", "collectionId": "mark-c", "collection_name": "mark-name"}, "mark-nofolder"],
             "requests": [
              {"id": "r-1", "name": "mark-r1", "collectionId": "mark-c", "method": "POST", "url": "https://mark-host.test/:p?mark-q=mark-qv", "description": "mark-rabout", "descriptionFormat": "mark-format",
               "headers": "mark-H1: mark-hv1\\n//mark-H2: mark-hv2\\n", "dataMode": "params", "data": [{"key": "mark-k", "value": "mark-v", "type": "text", "enabled": true, "mark-own": 5000001}],
               "rawModeData": "mark-unused", "pathVariables": {"p": "mark-pv"}, "queryParams": [{"key": "mark-off", "value": "mark-offv", "enabled": false, "equals": true}],
               "currentHelper": "basicAuth", "helperAttributes": {"id": "basic", "username": "mark-user", "password": "mark-pass"},
               "preRequestScript": "mark-pre\\nmark-pre2", "tests": "mark-test", "time": 1700000000002, "version": 2,
               "responses": [{"id": "mark-e", "name": "mark-example", "responseCode": {"code": 418, "name": "mark-teapot", "detail": "mark-detail"}, "time": 2870001, "headers": [{"key": "mark-RH", "name": "mark-RH", "value": "mark-rhv", "description": "mark-rhd"}],
                  "text": "mark-answer", "cookies": [{"name": "mark-cookie"}], "request": {"url": "https://mark-orig.test", "method": "PUT", "dataMode": "raw", "rawModeData": "mark-oraw"}, "state": {"size": "mark-size"}}]},
              {"id": "r-2", "folder": "f-1", "name": "mark-r2", "method": "GET", "url": "x", "headerData": [{"key": "mark-H3", "value": "mark-hv3"}], "headers": "mark-H3: mark-hv3\\nmark-H4: mark-hv4",
               "events": [{"listen": "test", "script": {"id": "mark-sid", "exec": ["mark-l1", "mark-l2"]}}, {"listen": "mark-listen", "script": {"exec": ["mark-lost"]}}], "tests": "mark-oldtest",
               "dataMode": "mark-mode", "currentHelper": "mark-helper", "helperAttributes": {"x": "mark-hx"}, "protocolProfileBehavior": {"mark-switch": 5000002}},
              {"id": "r-2", "name": "mark-twin", "method": "GET", "url": "mark-twinurl"}]}""";

    private static final Pattern MARK = Pattern.compile("mark-[A-Za-z0-9]+|\\b(?:5|17|28)\\d{5,}\\b");

    @TempDir
    Path folder;

    private static List<Source> sources(String json) {
        var document = Document.of(Path.of("old.json"), json);
        var importer = List.of(new PostmanOne(), new PostmanDump()).stream().filter(i -> i.recognises(document)).findFirst().orElseThrow();
        return importer.sources(document);
    }

    /// Every marked value of the file is in the result or stands where a row points.
    private static void accounted(String json, List<Source> sources) {
        var result = sources.stream().map(s -> JsonWriter.compact(s.tree())).collect(Collectors.joining("\n"));
        var aside = sources.stream().flatMap(s -> s.report().rows().stream()).filter(r -> r.fate() == Report.Fate.ASIDE).map(Report.Row::pointer).toList();
        for (var leaf : Tracked.of(Document.of(Path.of("old.json"), json).tree()).unread()) {
            var marks = MARK.matcher(String.valueOf(leaf.peek())).results().map(r -> r.group()).toList();
            var said = aside.stream().anyMatch(p -> leaf.pointer().equals(p) || leaf.pointer().startsWith(p + "/"));
            assertTrue(said || marks.stream().allMatch(result::contains), () -> leaf.pointer() + " = " + leaf.peek() + " is nowhere");
        }
    }

    private static int values(String json) {
        return Tracked.of(Document.of(Path.of("old.json"), json).tree()).leaves();
    }

    private static int counted(List<Source> sources) {
        return sources.stream().flatMap(s -> s.report().rows().stream()).mapToInt(Report.Row::count).sum();
    }

    @Test
    void everyValueOfAVersionOneFileIsInTheResultOrHasARow() {
        var sources = sources(ONE);
        accounted(ONE, sources);
        assertEquals(values(ONE), counted(sources));
        var report = sources.getFirst().report();
        assertTrue(report.rows().stream().anyMatch(r -> r.fate() == Report.Fate.TRANSLATED && r.pointer().equals("/requests/0/currentHelper") && r.to().equals("basic")));
        assertTrue(report.rows().stream().anyMatch(r -> r.item().equals("mark-folder / mark-r2") && r.pointer().equals("/requests/1/events/1/script/exec/0")), report::toString);
    }

    @Test
    void asideIsOnlyWhatIsNotInTheResult() {
        var aside = sources(ONE).getFirst().report().rows().stream().filter(r -> r.fate() == Report.Fate.ASIDE).map(Report.Row::pointer).collect(Collectors.toSet());
        for (var kept : new String[] {"/id", "/order/0", "/folders/0/collection_name", "/requests/0/headers", "/requests/0/pathVariables/p", "/requests/0/preRequestScript", "/requests/0/responses/0/request/rawModeData", "/requests/1/headerData/0/key", "/requests/2/url"}) {
            assertTrue(!aside.contains(kept), kept);
        }
        for (var left : new String[] {"/order/1", "/owner", "/auth/basic/username", "/folders/1", "/requests/0/rawModeData", "/requests/1/headers", "/requests/1/tests"}) {
            assertTrue(aside.contains(left), left);
        }
    }

    @Test
    void aWrappedVersionOneFileSaysWhatStandsAroundIt() {
        var json = "{\"collection\": " + ONE + ", \"meta\": {\"model\": \"mark-model\"}}";
        var sources = sources(json);
        assertEquals(values(json), counted(sources));
        assertTrue(sources.getFirst().report().rows().stream().anyMatch(r -> r.pointer().equals("/meta/model")));
    }

    @Test
    void aDumpComesWholeAndWhatHasNoPlaceHasARow() throws Exception {
        var json = "{\"version\": 1, \"collections\": [" + ONE + """
                , {"info": {"name": "mark-two", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json", "own": "mark-own2"}, "item": []}, {"name": "mark-bad", "requests": [], "item": 5, "info": {"x": "mark-in"}},
                 {"info": {"name": "mark-broken"}, "item": "mark-string"}, "mark-text"],
                "environments": [{"id": "mark-env", "name": "Dev", "values": [{"key": "mark-ek", "value": "mark-ev", "type": "text", "enabled": true, "hovered": false}], "synced": "mark-synced"}],
                "globals": [{"key": "mark-g", "value": "mark-gv", "enabled": true, "own": "mark-gown"}],
                "headerPresets": [{"id": "mark-p", "name": "mark-preset", "headers": [{"key": "mark-ph", "value": "mark-pv"}]}], "mark-other": ["mark-more"]}""";
        var sources = sources(json);
        assertEquals(List.of("mark-name", "mark-two", "mark-bad", "Dev", "Globals"), sources.stream().map(Source::name).toList());
        accounted(json, sources);
        assertEquals(values(json), counted(sources));
        var rows = sources.getFirst().report().rows();
        assertTrue(rows.stream().anyMatch(r -> r.pointer().equals("/headerPresets/0") && r.count() == 4), rows::toString);
        assertTrue(rows.stream().anyMatch(r -> r.from().equals(Report.UNREADABLE) && r.pointer().equals("/collections/3") && r.reason().contains("\"item\"")), rows::toString);
        for (var source : sources) {
            assertEquals(List.of(), RoundTrip.verify(source, folder.resolve(source.name())), source.name());
        }
    }
}
