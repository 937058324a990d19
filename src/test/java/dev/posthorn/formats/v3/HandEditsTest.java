package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ModelTree;
import dev.posthorn.formats.Report;
import dev.posthorn.tree.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// v3 files edited by hand, outside of the program: an export differs from the import by those edits alone.
final class HandEditsTest {

    private static final String SHOP = """
            {"info": {"_postman_id": "11112222-aaaa", "name": "Shop", "schema": "SCHEMA"}, "item": [
              {"name": "Carts", "_postman_id": "folder-id-1", "item": [
                {"name": "Read cart", "id": "item-id-1", "request": {"method": "GET", "header": [{"key": "Accept", "value": "text/csv", "type": "text"}, {"key": "X-A", "value": "1", "warning": "w-1"}],
                  "url": {"raw": "{{base}}/carts/1?full=yes", "host": ["{{base}}"], "path": ["carts", "1"], "query": [{"key": "full", "value": "yes", "equals": true}]}},
                 "response": [{"id": "answer-1", "name": "Found", "originalRequest": {"method": "GET", "header": [], "url": {"raw": "{{base}}/carts/1", "host": ["{{base}}"], "path": ["carts", "1"]}},
                   "status": "OK", "code": 200, "_postman_previewlanguage": "json", "header": [], "cookie": [], "responseTime": 12, "body": "{}"}]},
                {"name": "Write cart", "id": "item-id-2", "event": [{"listen": "test", "script": {"id": "script-2", "exec": ["check();"], "type": "text/javascript"}}],
                 "request": {"method": "PUT", "header": [], "body": {"mode": "raw", "raw": "<a/>", "options": {"raw": {"language": "xml"}}, "formdata": []},
                  "url": {"raw": "https://shop.test/carts/1", "protocol": "https", "host": ["shop", "test"], "path": ["carts", "1"]}}, "response": []}]},
              {"name": "Ping", "id": "item-id-3", "request": "https://shop.test/ping", "response": []}]}
            """.replace("SCHEMA", ModelTree.SCHEMA);

    @TempDir
    Path home;

    private Path shop;
    private Map<String, Object> expected;

    @BeforeEach
    void imported() throws Exception {
        RoundTrip.write(RichSample.source(SHOP), home);
        shop = home.resolve("postman/collections/Shop");
        expected = Plain.map(JsonReader.read(SHOP).plain());
    }

    private void edit(String file, String from, String to) throws IOException {
        var text = Files.readString(shop.resolve(file));
        assertTrue(text.contains(from), () -> from + " is not in " + text);
        Files.writeString(shop.resolve(file), text.replace(from, to));
    }

    /// Follows a JSON pointer through the expected tree and edits the object or list there.
    private void expect(String pointer, Consumer<Object> edit) {
        Object at = expected;
        for (var step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            at = at instanceof List<?> list ? list.get(Integer.parseInt(step)) : ((Map<?, ?>) at).get(step);
        }
        edit.accept(at);
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Object> put(String key, Object value) {
        return holder -> ((Map<String, Object>) holder).put(key, value);
    }

    @SuppressWarnings("unchecked")
    private static Consumer<Object> list(Consumer<List<Object>> edit) {
        return holder -> edit.accept((List<Object>) holder);
    }

    private void exportsAsExpected() throws IOException {
        assertEquals(List.of(), RoundTrip.differences(expected, RoundTrip.read(home)));
    }

    @Test
    void anotherUrlIsTheOnlyDifference() throws Exception {
        edit("Carts/Write cart.request.yaml", "https://shop.test/carts/1", "http://api.test:81/baskets");
        expect("/item/0/item/1/request", put("url", JsonReader.read("""
                {"raw": "http://api.test:81/baskets", "protocol": "http", "host": ["api", "test"], "port": "81", "path": ["baskets"]}""").plain()));
        exportsAsExpected();
    }

    @Test
    void aQueryEditedByHandKeepsWhatWasKeptOfItsRows() throws Exception {
        edit("Carts/Read cart.request.yaml", "full=yes", "full=yes&page=2");
        expect("/item/0/item/0/request/url", put("raw", "{{base}}/carts/1?full=yes&page=2"));
        expect("/item/0/item/0/request/url/query", list(rows -> rows.add(Map.of("key", "page", "value", "2"))));
        exportsAsExpected();
    }

    @Test
    void aHeaderAddedBeforeTheOthersDoesNotShiftWhatIsKeptOfThem() throws Exception {
        edit("Carts/Read cart.request.yaml", "  Accept: text/csv\n", "  X-New: \"7\"\n  Accept: text/html\n");
        expect("/item/0/item/0/request/header/0", put("value", "text/html"));
        expect("/item/0/item/0/request/header", list(rows -> rows.addFirst(Map.of("key", "X-New", "value", "7"))));
        exportsAsExpected();
    }

    @Test
    void aStringRequestEditedByHandStaysAString() throws Exception {
        edit("Ping.request.yaml", "https://shop.test/ping", "https://shop.test/pong");
        expect("/item/1", put("request", "https://shop.test/pong"));
        exportsAsExpected();
    }

    @Test
    void aStringRequestThatGotAMethodBecomesAnObject() throws Exception {
        edit("Ping.request.yaml", "GET", "HEAD");
        expect("/item/1", put("request", JsonReader.read("""
                {"method": "HEAD", "header": [], "url": {"raw": "https://shop.test/ping", "protocol": "https", "host": ["shop", "test"], "path": ["ping"]}}""").plain()));
        exportsAsExpected();
    }

    @Test
    void aRenamedRequestKeepsWhatIsBesideIt() throws Exception {
        Files.move(shop.resolve("Carts/Read cart.request.yaml"), shop.resolve("Carts/Fetch.request.yaml"));
        expect("/item/0/item/0", put("name", "Fetch"));
        exportsAsExpected();
    }

    @Test
    void aRequestRenamedAndEditedKeepsWhatIsBesideIt() throws Exception {
        edit("Carts/Write cart.request.yaml", "PUT", "PATCH");
        Files.move(shop.resolve("Carts/Write cart.request.yaml"), shop.resolve("Carts/Change.request.yaml"));
        expect("/item/0/item/1", put("name", "Change"));
        expect("/item/0/item/1/request", put("method", "PATCH"));
        exportsAsExpected();
    }

    @Test
    void aMovedFolderKeepsWhatIsBesideIt() throws Exception {
        Files.createDirectories(shop.resolve("Old/.resources"));
        Files.writeString(shop.resolve("Old/.resources/definition.yaml"), "$kind: collection\norder: 3000\n");
        Files.move(shop.resolve("Carts"), shop.resolve("Old/Baskets"));
        expect("", root -> {
            var items = (List<?>) ((Map<?, ?>) root).get("item");
            var carts = items.getFirst();
            put("name", "Baskets").accept(carts);
            put("item", new ArrayList<>(List.of(items.get(1), Map.of("name", "Old", "item", List.of(carts))))).accept(root);
        });
        exportsAsExpected();
    }

    @Test
    void aRenamedCollectionKeepsWhatIsBesideIt() throws Exception {
        Files.move(shop, shop.resolveSibling("Store"));
        expect("/info", put("name", "Store"));
        exportsAsExpected();
    }

    @Test
    void aDeletedRequestIsTheOnlyDifference() throws Exception {
        Files.delete(shop.resolve("Carts/Read cart.request.yaml"));
        expect("/item/0/item", list(List::removeFirst));
        exportsAsExpected();
    }

    @Test
    void anExampleRenamedByHandKeepsWhatIsBesideIt() throws Exception {
        var examples = shop.resolve("Carts/.resources/Read cart.resources/examples");
        Files.move(examples.resolve("Found.example.yaml"), examples.resolve("Here it is.example.yaml"));
        expect("/item/0/item/0/response/0", put("name", "Here it is"));
        exportsAsExpected();
    }

    @Test
    void aDamagedSidecarCostsItsOwnItemAlone() throws Exception {
        Files.writeString(home.resolve(".posthorn/Shop/Ping.request.yaml.json"), "{ broken");
        var read = V3Folder.read(shop);
        assertTrue(read.report().rows().stream().anyMatch(r -> r.reason().contains("no sound JSON")), () -> read.report().toString());
        expect("/item/1", put("request", JsonReader.read("""
                {"method": "GET", "header": [], "url": {"raw": "https://shop.test/ping", "protocol": "https", "host": ["shop", "test"], "path": ["ping"]}}""").plain()));
        expect("/item/1", item -> ((Map<?, ?>) item).remove("id"));
        exportsAsExpected();
    }

    @Test
    void withoutSidecarsExactlyTheRowsKeptAsideAreMissing() throws Exception {
        for (var source : List.of(RichSample.source(SHOP), RichSample.rich())) {
            var folder = Files.createTempDirectory(home, "bare");
            var aside = new TreeSet<String>();
            V3Export.write(List.of(source)).report().rows().stream().filter(r -> r.fate() == Report.Fate.ASIDE).forEach(r -> aside.add(r.pointer()));
            RoundTrip.write(source, folder);
            try (var files = Files.walk(folder.resolve(".posthorn"))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
            var missing = new TreeSet<String>();
            RoundTrip.differences(source.tree(), RoundTrip.read(folder)).forEach(d -> missing.add(d.pointer()));
            if (source.name().equals("Shop")) {
                assertEquals(aside, missing);
            }
            assertEquals(List.of(), missing.stream().filter(m -> aside.stream().noneMatch(a -> m.equals(a) || m.startsWith(a + "/") || a.startsWith(m + "/"))
                    && aside.stream().noneMatch(a -> shifted(a, m))).toList());
        }
    }

    /// Rows behind one that is missing stand one place earlier.
    private static boolean shifted(String aside, String missing) {
        var table = aside.replaceFirst("/\\d+$", "");
        return !table.equals(aside) && missing.startsWith(table + "/");
    }
}
