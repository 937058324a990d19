package dev.posthorn.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.odata.call.Batch;
import dev.posthorn.odata.call.BatchAnswer;
import dev.posthorn.odata.call.OperationCalls;
import dev.posthorn.odata.call.Writes;
import dev.posthorn.odata.edm.Edm;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WritesTest {

    private static final String ROOT = "https://example.org/odata";
    private static final Edm SHOP = Samples.read(Samples.V4);
    private static final Edm STOCK = Samples.read(Samples.V2);
    private static final Edm CRM = Samples.read(Samples.V3);

    private static String body(Request request) {
        return request.body() instanceof Body.Raw raw ? raw.text().replaceAll("\\n\\t*", "") : "";
    }

    private static String headers(Request request) {
        return String.join(", ", request.headers().stream().map(h -> h.key() + ": " + h.value()).toList());
    }

    private static Map<String, Object> values(Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            values.put((String) pairs[i], pairs[i + 1]);
        }
        return values;
    }

    @Test
    void bodiesAreTypedAsVersion4HasThem() throws ODataProblem {
        var request = new Writes(SHOP, Version.V4, ROOT + "/").create(SHOP.set("Customers"), SHOP.structured("Shop.Model.Vip"), values("Name", "Ann \"x\"", "Age", "5", "Active", "true", "Credit", "1.50",
                "Created", "2024-05-01", "Born", "2024-05-01", "Colour", "Red,Blue", "Tags", List.of("a", "b"), "Address", Map.of("City", "Rome"), "Level", "{{level}}"));
        assertEquals("POST https://example.org/odata/Customers", request.method() + " " + request.url());
        assertEquals("{\"@odata.type\": \"#Shop.Model.Vip\",\"Name\": \"Ann \\\"x\\\"\",\"Age\": 5,\"Active\": true,\"Credit\": 1.50,\"Created\": \"2024-05-01T00:00:00Z\",\"Born\": \"2024-05-01\","
                + "\"Colour\": \"Red,Blue\",\"Tags\": [\"a\",\"b\"],\"Address\": {\"City\": \"Rome\"},\"Level\": {{level}}}", body(request));
        assertEquals("Accept: application/json, OData-MaxVersion: 4.0, Content-Type: application/json, OData-Version: 4.0", headers(request));
    }

    @Test
    void bodiesAreTypedAsVersion2HasThem() throws ODataProblem {
        var request = new Writes(STOCK, Version.V2, ROOT).update(ROOT + "/Products(1)", STOCK.structured("Stock.Product"),
                values("Price", "1.50", "Since", "2024-02-01T00:00:00", "Seen", "2024-02-01T02:00:00+02:00", "Opens", "13:20", "Big", "12345678901234", "Picture", null), "W/\"1\"", Writes.Way.MERGE);
        assertEquals("MERGE https://example.org/odata/Products(1)", request.method() + " " + request.url());
        assertEquals("{\"Price\": \"1.50\",\"Since\": \"/Date(1706745600000)/\",\"Seen\": \"/Date(1706745600000+0120)/\",\"Opens\": \"PT13H20M\",\"Big\": \"12345678901234\",\"Picture\": null}", body(request));
        assertEquals("Accept: application/json, MaxDataServiceVersion: 2.0, If-Match: W/\"1\", Content-Type: application/json, DataServiceVersion: 2.0", headers(request));
    }

    @Test
    void version3SpeaksVerboseJson() throws ODataProblem {
        var request = new Writes(CRM, Version.V3, ROOT).create(CRM.set("AccountCollection"), CRM.structured("Crm.Account"), values("Name", "A", "CreatedOn", "2024-02-01"));
        assertEquals("{\"Name\": \"A\",\"CreatedOn\": \"2024-02-01T00:00:00\"}", body(request));
        assertTrue(headers(request).startsWith("Accept: application/json;odata=verbose"), headers(request));
    }

    @Test
    void aWrongValueNamesItsProperty() {
        var writes = new Writes(SHOP, Version.V4, ROOT);
        var type = SHOP.structured("Shop.Model.Customer");
        assertEquals("`Age`: `x` is no whole number; write one like 42", assertThrows(ODataProblem.class, () -> writes.create(SHOP.set("Customers"), type, values("Age", "x"))).getMessage());
        assertEquals("`Name` must have a value", assertThrows(ODataProblem.class, () -> writes.create(SHOP.set("Customers"), type, values("Name", null))).getMessage());
    }

    @Test
    void onlyWhatIsDifferentIsSent() {
        assertEquals(values("Age", "6", "New", "x", "Gone", null), Writes.changed(values("Name", "A", "Age", "5", "Gone", "y"), values("Name", "A", "Age", "6", "New", "x", "Gone", null)));
    }

    @Test
    void linksAreMadeAndTaken() {
        var now = new Writes(SHOP, Version.V4, ROOT);
        var old = new Writes(STOCK, Version.V2, ROOT);
        var request = now.link(ROOT + "/Customers(5)", "Orders", true, ROOT + "/Orders(1)");
        assertEquals("POST https://example.org/odata/Customers(5)/Orders/$ref {\"@odata.id\": \"https://example.org/odata/Orders(1)\"}", request.method() + " " + request.url() + " " + body(request));
        assertEquals("PUT https://example.org/odata/P(5)/$links/Maker", old.link(ROOT + "/P(5)", "Maker", false, "x").method() + " " + old.link(ROOT + "/P(5)", "Maker", false, "x").url());
        assertEquals(ROOT + "/P(5)/$links/Parts('a')", old.unlink(ROOT + "/P(5)", "Parts", true, ROOT + "/Parts('a')").url());
        assertEquals(ROOT + "/P(5)/$links/Parts('a/(b)')", old.unlink(ROOT + "/P(5)", "Parts", true, ROOT + "/Parts('a/(b)')").url(), "brackets within a key are none of its own");
        assertEquals(ROOT + "/C(5)/Orders/$ref?$id=https://example.org/odata/Orders(1)", now.unlink(ROOT + "/C(5)", "Orders", true, ROOT + "/Orders(1)").url());
    }

    @Test
    void functionsAndActionsAreCalledAsTheVersionWants() throws ODataProblem {
        var calls = new OperationCalls(SHOP, Version.V4, ROOT);
        assertEquals(ROOT + "/Best(count=3)", calls.call(SHOP.operationImport("Best"), Map.of("count", "3")).url());
        var total = SHOP.operations("Shop.Model.Total").getFirst();
        assertEquals(ROOT + "/Customers(5)/Shop.Model.Total(year=2024)", calls.call(ROOT + "/Customers(5)", total, Map.of("year", "2024")).url());
        var block = calls.call(ROOT + "/Customers(5)", SHOP.operations("Shop.Model.Block").getFirst(), Map.of("reason", "late"));
        assertEquals("POST https://example.org/odata/Customers(5)/Shop.Model.Block {\"reason\": \"late\"}", block.method() + " " + block.url() + " " + body(block));
        assertEquals("POST https://example.org/odata/Reset ", calls.call(SHOP.operationImport("Reset"), Map.of()).method() + " " + calls.call(SHOP.operationImport("Reset"), Map.of()).url() + " ");
        var byName = new OperationCalls(CRM, Version.V3, ROOT).call(CRM.operationImport("ByName"), Map.of("name", "O'Neil & Co"));
        assertEquals("GET https://example.org/odata/ByName?name='O''Neil%20%26%20Co'", byName.method() + " " + byName.url());
        assertEquals("`count`: `x` is no whole number; write one like 42", assertThrows(ODataProblem.class, () -> calls.call(SHOP.operationImport("Best"), Map.of("count", "x"))).getMessage());
    }

    @Test
    void aBatchIsMadeOfRequests() throws ODataProblem {
        var writes = new Writes(SHOP, Version.V4, ROOT);
        var batch = Batch.multipart(List.of(new Batch.Part.One(Request.get(ROOT + "/Customers?$top=1")), new Batch.Part.ChangeSet(List.of(
                writes.create(SHOP.set("Customers"), SHOP.structured("Shop.Model.Customer"), values("Name", "batch_1 é")), writes.delete(ROOT + "/Customers(6)", "*")))), ROOT, Version.V4);
        var text = ((Body.Raw) batch.body()).text();
        assertEquals("multipart/mixed;boundary=batch_2", batch.headers().stream().filter(h -> h.key().equals("Content-Type")).findFirst().orElseThrow().value());
        assertTrue(text.startsWith("--batch_2\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nGET Customers?$top=1 HTTP/1.1\r\n\r\n\r\n--batch_2\r\n"
                + "Content-Type: multipart/mixed;boundary=changeset_1_1\r\n\r\n--changeset_1_1\r\n"), text);
        assertTrue(text.contains("Content-ID: 2\r\n\r\nDELETE Customers(6) HTTP/1.1\r\n") && text.contains("If-Match: *\r\n"), text);
        assertTrue(text.contains("Content-Length: 25\r\n\r\n{\n\t\"Name\": \"batch_1 é\"\n}\r\n--changeset_1_1\r\n"), text);
        assertTrue(text.endsWith("--changeset_1_1--\r\n--batch_2--\r\n"), text);
        var json = Batch.json(List.of(new Batch.Part.ChangeSet(List.of(writes.delete(ROOT + "/Customers(6)", "*")))), ROOT);
        assertTrue(body(json).startsWith("{\"requests\": [{\"id\": \"1\",\"atomicityGroup\": \"g1\",\"method\": \"delete\",\"url\": \"Customers(6)\""), body(json));
        var refused = assertThrows(ODataProblem.class, () -> Batch.multipart(List.of(new Batch.Part.ChangeSet(List.of(Request.get(ROOT + "/Customers")))), ROOT, Version.V4));
        assertTrue(refused.getMessage().startsWith("A change set changes things; GET"), refused.getMessage());
    }

    private static final String ANSWER = """
            some words before
            --b
            Content-Type: application/http

            HTTP/1.1 200 OK
            Content-Type: application/json

            {"value": "é --b in the middle"}
            --b
            Content-Type: multipart/mixed; boundary="c d"
            Content-Length: 5

            --c d
            Content-Type: application/http
            Content-ID: 1

            HTTP/1.1 201 Created
            Location: https://example.org/1
            Content-Length: 2

            {}
            --c d
            content-type: application/http
            Content-ID: 2

            HTTP/1.1 204 No Content


            --c d--
            --b
            Content-Type: application/http

            HTTP/1.1 404 Not Found

            {"error": {"code": "", "message": {"lang": "en", "value": "No such account"}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void theAnswerOfABatchIsTakenApart(String lineEnd) throws ODataProblem {
        for (var end : List.of("--b--", "--b--\n", "")) {
            for (var type : List.of("multipart/mixed; boundary=b", "multipart/mixed;charset=utf-8; boundary=\"b\"", "application/octet-stream")) {
                var text = type.startsWith("application") ? ANSWER.substring(ANSWER.indexOf("--b")) : ANSWER;
                var answer = BatchAnswer.read((text + end).replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8), type);
                assertEquals("0 200, 1 201, 1 204, 0 404", String.join(", ", answer.replies().stream().map(r -> r.changeSet() + " " + r.status()).toList()));
                assertEquals("{\"value\": \"é --b in the middle\"}", answer.replies().getFirst().body().strip());
                assertEquals("{}", answer.replies().get(1).body());
                assertEquals("2", answer.replies().get(2).id());
                assertEquals("No such account.", answer.replies().get(3).refusal());
            }
        }
    }

    @Test
    void theAnswerOfABatchInJsonIsTakenApart() throws ODataProblem {
        var answer = BatchAnswer.read("{\"responses\": [{\"id\": \"1\", \"atomicityGroup\": \"g1\", \"status\": 201, \"headers\": {\"location\": \"x\"}, \"body\": {\"a\": 1}}, {\"id\": \"2\", \"status\": 400}]}"
                .getBytes(StandardCharsets.UTF_8), "application/json");
        assertEquals("[Reply[id=1, changeSet=1, status=201, reason=, headers=[Header[name=location, value=x]], body={\"a\":1}], Reply[id=2, changeSet=0, status=400, reason=, headers=[], body=]]",
                answer.replies().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{\"error\": {\"message\": \"No batches here\"}}|The service refused the batch: No batches here.", "hello|The answer of the batch is neither multipart nor JSON",
            "{\"a\": 1}|The answer of the batch has no `responses`"})
    void whatIsNoAnswerOfABatchIsSaid(String body, String sentence) {
        var problem = assertThrows(ODataProblem.class, () -> BatchAnswer.read(body.getBytes(StandardCharsets.UTF_8), "application/json"));
        assertTrue(problem.getMessage().startsWith(sentence), problem.getMessage());
    }
}
