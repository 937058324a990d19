package dev.posthorn.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import dev.posthorn.odata.call.Batch;
import dev.posthorn.odata.call.BatchAnswer;
import dev.posthorn.odata.call.OperationCalls;
import dev.posthorn.odata.call.Writes;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.ServiceDocument;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.Options;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.query.QueryUrl;
import dev.posthorn.odata.result.Around;
import dev.posthorn.odata.result.Page;
import dev.posthorn.odata.result.Results;
import dev.posthorn.odata.result.ServiceError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.core.uri.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What we write is understood by Olingo, and what Olingo writes is understood by us.
final class OlingoTest {

    private static OlingoShop shop;
    private static HttpClient client;
    private static Edm edm;

    @BeforeAll
    static void start() throws Exception {
        shop = new OlingoShop();
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        edm = Samples.read(text(send(Request.get(shop.root() + "/$metadata"))));
    }

    @AfterAll
    static void stop() {
        client.close();
        shop.close();
    }

    private static HttpResponse<byte[]> send(Request request) throws IOException, InterruptedException {
        var body = request.body() instanceof Body.Raw raw ? HttpRequest.BodyPublishers.ofString(raw.text()) : HttpRequest.BodyPublishers.noBody();
        var http = HttpRequest.newBuilder(URI.create(request.url())).method(request.method(), body);
        request.headers().forEach(h -> http.header(h.key(), h.value()));
        return client.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static Around customers() {
        return new Around(edm, Version.V4, new TypeRef("Shop.Model.Customer", true), edm.set("Customers"), shop.root(), shop.root() + "/Customers");
    }

    private static Writes writes() {
        return new Writes(edm, Version.V4, shop.root());
    }

    private static Page page(Request request) throws Exception {
        return assertInstanceOf(Page.class, Results.read(text(send(request)), customers()));
    }

    @Test
    void itsMetadataIsReadWhole() {
        assertEquals(List.of(), edm.notes());
        assertEquals("[Customers, Orders, Me]", edm.sets().stream().map(s -> s.name()).toList().toString());
        assertEquals("Orders", edm.target(edm.set("Customers"), "Orders").name());
        assertEquals("Best(count: Edm.Int32): Collection(Shop.Model.Customer)", edm.operationImport("Best").operation().signature());
        assertEquals(List.of("Red", "Green", "Blue"), edm.choice("Shop.Model.Colour").names());
    }

    @Test
    void itsServiceDocumentNamesTheSets() throws Exception {
        for (var format : List.of("json", "xml")) {
            var found = ServiceDocument.read(text(send(Request.get(shop.root() + "/?$format=" + format))));
            assertEquals("[Customers, Orders, Me]", found.sets().stream().map(s -> s.name()).toList().toString(), format);
            assertTrue(found.set("Me").singleton(), format);
        }
    }

    @Test
    void pagesAreTurnedToTheEnd() throws Exception {
        var page = page(writes().read(Query.of("Customers").withOptions(Options.NONE.withSelect(List.of("Id", "Name")).withCount(true))));
        assertEquals(25, page.count());
        var seen = page.rows().size();
        while (!page.next().isEmpty()) {
            page = page(writes().read(page.next()));
            seen += page.rows().size();
        }
        assertEquals(25, seen);
        assertEquals(shop.root() + "/Customers(00000000-0000-0000-0000-000000000018)", page.rows().getLast().url());
    }

    @Test
    void everyAmountOfMetadataGivesTheSameRows() throws Exception {
        for (var amount : List.of("none", "minimal", "full")) {
            var page = page(writes().read(Query.of("Customers").withOptions(Options.NONE.withTop("1").withSkip("3")).withFormat("application/json;odata.metadata=" + amount)));
            var row = page.rows().getFirst();
            assertEquals("Customer 3", row.cells().get(page.column("Name")).text(), amount);
            assertEquals(shop.root() + "/Customers(00000000-0000-0000-0000-000000000003)", row.url(), amount);
        }
    }

    @Test
    void functionsAndActionsAreCalled() throws Exception {
        var calls = new OperationCalls(edm, Version.V4, shop.root());
        assertEquals(3, page(calls.call(edm.operationImport("Best"), Map.of("count", "3"))).rows().size());
        assertEquals(204, send(calls.call(edm.operationImport("Reset"), Map.of())).statusCode());
    }

    @Test
    void anEntityIsMadeChangedAndDeletedAndABatchDoesAllAtOnce() throws Exception {
        var type = edm.structured("Shop.Model.Customer");
        var values = new LinkedHashMap<String, Object>();
        values.putAll(Map.of("Id", "10000000-0000-0000-0000-000000000001", "Name", "Ünï \"x\"", "Age", "44", "Active", "true", "Credit", "10.25", "Created", "2024-05-01 10:00", "Born", "2000-02-29",
                "Colour", "Red,Blue", "Tags", List.of("a"), "Address", Map.of("City", "Rome")));
        var made = send(writes().create(edm.set("Customers"), type, values));
        assertEquals(201, made.statusCode(), text(made));
        var row = assertInstanceOf(Page.class, Results.read(text(made), customers())).rows().getFirst();
        assertEquals(204, send(writes().update(row.url(), type, Map.of("Age", "45"), row.etag(), Writes.Way.PATCH)).statusCode());
        var again = page(writes().read(row.url()));
        assertEquals("45", again.rows().getFirst().cells().get(again.column("Age")).text());
        assertEquals("2000-02-29", again.rows().getFirst().cells().get(again.column("Born")).text());
        var batch = Batch.multipart(List.of(new Batch.Part.One(writes().read(Query.of("Customers"))), new Batch.Part.ChangeSet(List.of(
                writes().update(row.url(), type, Map.of("Name", "Other"), "", Writes.Way.PATCH), writes().delete(row.url(), ""))),
                new Batch.Part.One(writes().read(row.url()))), shop.root(), Version.V4);
        var response = send(batch);
        var answer = BatchAnswer.read(response.body(), response.headers().firstValue("Content-Type").orElse(""));
        assertEquals("[200, 204, 204, 404]", answer.replies().stream().map(r -> r.status()).toList().toString(), text(response));
        assertEquals("[0, 1, 1, 0]", answer.replies().stream().map(r -> r.changeSet()).toList().toString());
        assertEquals("There is no customer 10000000-0000-0000-0000-000000000001.", answer.replies().getLast().refusal());
        assertEquals(10, assertInstanceOf(Page.class, Results.read(answer.replies().getFirst().body(), customers())).rows().size());
    }

    @Test
    void itsErrorsAreSentences() throws Exception {
        var error = assertInstanceOf(ServiceError.class, Results.read(text(send(writes().read(shop.root() + "/Nothing"))), customers()));
        assertTrue(error.sentence().contains("Nothing"), error.sentence());
    }

    /// Olingo's own parser takes each of our URLs, as we write it.
    @ParameterizedTest
    @ValueSource(strings = {
            "Customers?$select=Name,Address/City&$orderby=Name desc,Age&$top=5&$skip=2&$count=true", "Customers?$expand=Orders($select=Number;$filter=Price gt 5;$orderby=Line desc;$top=3)",
            "Customers?$filter=Name eq 'O''Neil %26 Co' and (Age add 2) mul 3 gt 10", "Customers?$filter=Orders/any(o:o/Price gt 100 and o/Customer/Name eq $it/Name)", "Customers?$filter=Orders/any()",
            "Customers?$filter=Colour has Shop.Model.Colour'Red,Green' or Colour eq Shop.Model.Colour'Blue'", "Customers?$filter=Created ge 2024-01-01T00:00:00Z and Born eq 2024-02-29",
            "Customers?$filter=contains(Name,'a/b') and not endswith(tolower(Name),'100%25 %231?')", "Customers?$filter=Orders/all(o:o/Paid gt duration'PT1H')", "Customers?$filter=Orders/$count gt 3",
            "Customers?$filter=Id eq 01234567-89ab-cdef-0123-456789abcdef", "Customers?$filter=year(Created) eq 2024 and length(concat(Name,'ü+')) gt 5", "Customers?$filter=Shop.Model.Vip/Level gt 1",
            "Customers?$filter=isof(Shop.Model.Vip) and cast(Age,Edm.String) eq '5'", "Customers?$filter=Name in ('a','b')", "Customers?$search=\"a b\" AND NOT c", "Customers?$filter=Credit eq 1.5 and Age eq -5",
            "Customers(01234567-89ab-cdef-0123-456789abcdef)/Orders(Number=5,Line='a''b')/Customer", "Customers(01234567-89ab-cdef-0123-456789abcdef)/Shop.Model.Total(year=2024)",
            "Customers/Shop.Model.Vip", "Customers/$count?$filter=Age gt 5", "Best(count=3)?$top=2", "Me/Name/$value", "Customers?$filter=Tags/any(t:t eq 'x')", "Orders(Number=1,Line='%2F')/Customer/$ref"})
    void itsParserTakesOurUrls(String url) throws Exception {
        var root = "http://example.org/shop";
        var written = QueryUrl.write(QueryUrl.read(root + "/" + url, root, edm), root, Version.V4);
        var odata = OData.newInstance();
        var uri = written.substring(root.length());
        var mark = uri.indexOf('?');
        var metadata = odata.createServiceMetadata(new OlingoModel(), List.of());
        new Parser(metadata.getEdm(), odata).parseUri(mark < 0 ? uri : uri.substring(0, mark), mark < 0 ? null : uri.substring(mark + 1), null, root);
        assertEquals(URI.create(written).toASCIIString(), written);
    }
}
