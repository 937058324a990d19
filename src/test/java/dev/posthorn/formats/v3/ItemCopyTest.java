package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.formats.Edited;
import dev.posthorn.tree.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy in a v3 folder has all of its original but the ids.
final class ItemCopyTest {

    private static final String SHOP = """
            {"info": {"_postman_id": "11112222-aaaa", "name": "Shop", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": [
              {"name": "Carts", "_postman_id": "folder-id", "item": [
                {"name": "Read", "id": "item-id", "_postman_id": "item-id-2", "uid": "1-item-id", "protocolProfileBehavior": {"disableCookies": true}, "request": {"method": "GET",
                  "header": [{"key": "X-A", "value": "1", "warning": "w-1"}], "url": {"raw": "https://shop.test/carts", "protocol": "https", "host": ["shop", "test"], "path": ["carts"]}},
                 "response": [{"id": "answer-id", "uid": "1-answer-id", "name": "Found", "originalRequest": {"method": "GET", "header": [], "url": {"raw": "https://shop.test/carts", "protocol": "https",
                   "host": ["shop", "test"], "path": ["carts"]}}, "status": "OK", "code": 200, "_postman_previewlanguage": "json", "header": [], "cookie": [], "responseTime": 12, "body": "{}"}]}]},
              {"name": "Ping", "id": "ping-id", "request": {"method": "GET", "header": [], "url": {"raw": "https://shop.test/ping", "protocol": "https", "host": ["shop", "test"], "path": ["ping"]}},
               "response": []}]}
            """;

    @TempDir
    Path home;

    private Path shop;

    private List<Object> after(String duplicated) throws Exception {
        RoundTrip.write(RichSample.source(SHOP), home);
        shop = home.resolve("postman/collections/Shop");
        var done = assertInstanceOf(Edited.Changed.class, new FolderEditor(shop).duplicate(duplicated));
        var disk = OnDisk.in(home);
        disk.done(done);
        return Plain.list(Plain.map(RoundTrip.read(home)).get("item"));
    }

    /// The item as a copy of it is.
    private static Map<String, Object> copyOf(Object item) {
        var copy = new LinkedHashMap<>(Plain.map(item));
        copy.keySet().removeAll(List.of("id", "_postman_id", "uid"));
        for (var list : new String[] {"item", "response"}) {
            if (copy.containsKey(list)) {
                copy.put(list, Plain.list(copy.get(list)).stream().map(ItemCopyTest::copyOf).toList());
            }
        }
        return copy;
    }

    private static Object original(int index) throws Exception {
        return Plain.list(Plain.map(JsonReader.read(SHOP).plain()).get("item")).get(index);
    }

    @Test
    void aRequestCopiedHasNoIdOfTheOriginal() throws Exception {
        var items = after("Ping.request.yaml");
        assertEquals(original(1), items.get(1));
        var expected = copyOf(original(1));
        expected.put("name", "Ping copy");
        assertEquals(expected, items.get(2));
    }

    @Test
    void neitherHasAnythingInAFolderThatIsCopied() throws Exception {
        var items = after("Carts");
        assertEquals(original(0), items.get(0));
        var expected = copyOf(original(0));
        expected.put("name", "Carts copy");
        assertEquals(expected, items.get(1));
    }

    @Test
    void aBadFileIsCopiedAsItIs() throws Exception {
        RoundTrip.write(RichSample.source(SHOP), home);
        shop = home.resolve("postman/collections/Shop");
        Files.writeString(shop.resolve("Carts/Read.request.yaml"), "$kind: [broken");
        OnDisk.in(home).done(assertInstanceOf(Edited.Changed.class, new FolderEditor(shop).duplicate("Carts")));
        assertEquals("$kind: [broken", Files.readString(shop.resolve("Carts copy/Read.request.yaml")));
    }
}
