package dev.posthorn.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Request;
import dev.posthorn.odata.call.Batch;
import dev.posthorn.odata.call.BatchAnswer;
import dev.posthorn.odata.call.OperationCalls;
import dev.posthorn.odata.call.Writes;
import dev.posthorn.odata.edm.Edm;
import dev.posthorn.odata.edm.ServiceDocument;
import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.odata.query.FilterCheck;
import dev.posthorn.odata.query.Options;
import dev.posthorn.odata.query.Query;
import dev.posthorn.odata.result.Around;
import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Page;
import dev.posthorn.odata.result.PlainValue;
import dev.posthorn.odata.result.Results;
import dev.posthorn.odata.result.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same as `OlingoTest`, in OData 2: against Apache's reference service of employees, teams and rooms.
final class OlingoTwoTest {

    private static OlingoTwo service;
    private static Edm edm;
    private static Writes writes;

    @BeforeAll
    static void start() throws Exception {
        service = new OlingoTwo();
        edm = Samples.read(service.send(Request.get(OlingoTwo.ROOT + "$metadata")).body());
        writes = new Writes(edm, Version.V2, OlingoTwo.ROOT);
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    private static Around around(String set) {
        return new Around(edm, Version.V2, new TypeRef(edm.set(set).type(), true), edm.set(set), OlingoTwo.ROOT, OlingoTwo.ROOT + set);
    }

    private static Page page(Request request, String set) throws Exception {
        return assertInstanceOf(Page.class, Results.read(service.send(request).body(), around(set)));
    }

    @Test
    void itsMetadataIsReadWhole() {
        assertEquals(Version.V2, edm.version());
        assertEquals(List.of(), edm.notes());
        var employee = edm.structured("RefScenario.Employee");
        assertTrue(employee.hasStream());
        assertEquals("Teams", edm.target(edm.set("Employees"), "ne_Team").name());
        assertEquals("RefScenario.Employee", edm.navigation(edm.structured("RefScenario.Team"), "nt_Employees").target());
        assertTrue(edm.navigation(edm.structured("RefScenario.Team"), "nt_Employees").many());
        assertTrue(edm.operationImport("EmployeeSearch") != null && edm.extend("RefScenario.Manager", "RefScenario.Employee"));
    }

    @Test
    void itsServiceDocumentNamesTheSets() throws Exception {
        for (var format : List.of("application/json", "application/xml")) {
            var found = ServiceDocument.read(service.send(Request.get(OlingoTwo.ROOT).withHeaders(List.of(dev.posthorn.model.Entry.of("Accept", format)))).body());
            assertTrue(found.set("Employees") != null && found.set("Container2.Photos") != null, format + found.sets());
        }
    }

    @Test
    void jsonAndAtomAreTheSameTable() throws Exception {
        var query = Query.of("Employees").withOptions(Options.NONE.withTop("3").withCount(true).withExpand(List.of(new dev.posthorn.odata.query.Expand("ne_Team"))));
        var json = page(writes.read(query), "Employees");
        var atom = page(writes.read(query.withFormat("atom")), "Employees");
        assertEquals(6, json.count());
        assertEquals(6, atom.count());
        assertEquals(3, json.rows().size());
        assertEquals(json.columns(), atom.columns());
        for (var i = 0; i < 3; i++) {
            assertEquals(json.rows().get(i).key(), atom.rows().get(i).key());
            assertEquals(json.rows().get(i).url(), atom.rows().get(i).url());
            assertEquals(json.rows().get(i).media().contentType(), atom.rows().get(i).media().contentType());
            for (var c = 0; c < json.columns().size(); c++) {
                if (json.rows().get(i).cells().get(c) instanceof Cell.Value value) {
                    assertEquals(value, atom.rows().get(i).cells().get(c), json.columns().get(c).name());
                }
            }
        }
        var team = assertInstanceOf(Cell.Related.class, json.rows().getFirst().cells().get(json.column("ne_Team")));
        assertEquals("Team 1", Results.related(team, "ne_Team", around("Employees")).rows().getFirst().cells().get(1).text());
        assertEquals("1999-01-01T00:00:00", json.rows().getFirst().cells().get(json.column("EntryDate")).text());
    }

    @Test
    void pagesAreTurnedToTheEnd() throws Exception {
        var page = page(writes.read(Query.of("Rooms")), "Rooms");
        var seen = page.rows().size();
        while (!page.next().isEmpty()) {
            page = page(writes.read(page.next()), "Rooms");
            seen += page.rows().size();
        }
        assertTrue(seen >= 103, seen + " rooms");
    }

    /// The service evaluates them; and our own check finds nothing wrong.
    @ParameterizedTest
    @ValueSource(strings = {"EmployeeId eq '1'", "Age gt 40 and not (EmployeeName eq 'O''Neil')", "substringof('Winter',EmployeeName)", "startswith(EmployeeName,'W') or endswith(EmployeeName,'s')",
            "EntryDate ge datetime'1999-01-01T00:00:00'", "year(EntryDate) eq 1999", "Location/Country eq 'Germany'", "(Age add 2) mul 3 gt 10", "length(EmployeeName) gt 5",
            "toupper(EmployeeName) eq 'WALTER WINTER'", "EmployeeName eq null", "Age mod 2 eq 0", "indexof(EmployeeName,'a') ge 1"})
    void itTakesOurFilters(String filter) throws Exception {
        assertEquals(List.of(), FilterCheck.ofText(filter, edm, Version.V2, edm.structured("RefScenario.Employee")));
        var reply = service.send(writes.read(Query.of("Employees").withOptions(Options.NONE.withFilter(filter))));
        assertEquals(200, reply.status(), reply.body());
    }

    @Test
    void anEntityIsMadeChangedAndDeleted() throws Exception {
        var type = edm.structured("RefScenario.Team");
        var made = service.send(writes.create(edm.set("Teams"), type, Map.of("Name", "Ünï \"x\"", "isScrumTeam", "true")));
        assertEquals(201, made.status(), made.body());
        var row = assertInstanceOf(Page.class, Results.read(made.body(), around("Teams"))).rows().getFirst();
        assertEquals(204, service.send(writes.update(row.url(), type, Map.of("isScrumTeam", "false"), row.etag(), writes.usual())).status());
        var again = page(writes.read(row.url()), "Teams");
        assertEquals("false", again.rows().getFirst().cells().get(again.column("isScrumTeam")).text());
        assertEquals("Ünï \"x\"", again.rows().getFirst().cells().get(again.column("Name")).text());
        assertEquals(204, service.send(writes.delete(row.url(), row.etag())).status());
        var gone = assertInstanceOf(ServiceError.class, Results.read(service.send(writes.read(row.url())).body(), around("Teams")));
        assertFalse(gone.message().isEmpty());
    }

    @Test
    void datesAreWrittenAsItReadsThem() throws Exception {
        var row = page(writes.read(Query.of("Employees").withOptions(Options.NONE.withTop("1"))), "Employees").rows().getFirst();
        var changed = service.send(writes.update(row.url(), edm.structured("RefScenario.Employee"), Map.of("EntryDate", "2024-02-29T10:00:00"), row.etag(), writes.usual()));
        assertEquals(204, changed.status(), changed.body());
        var again = page(writes.read(row.url()), "Employees");
        assertEquals("2024-02-29T10:00:00", again.rows().getFirst().cells().get(again.column("EntryDate")).text());
        service.send(writes.update(row.url(), edm.structured("RefScenario.Employee"), Map.of("EntryDate", "1999-01-01"), row.etag(), writes.usual()));
    }

    @Test
    void functionsAreCalled() throws Exception {
        var calls = new OperationCalls(edm, Version.V2, OlingoTwo.ROOT);
        var found = assertInstanceOf(Page.class, Results.read(service.send(calls.call(edm.operationImport("EmployeeSearch"), Map.of("q", "Walter"))).body(), around("Employees")));
        assertEquals(1, found.rows().size());
        var age = service.send(calls.call(edm.operationImport("MaximalAge"), Map.of())).body();
        assertEquals("56", assertInstanceOf(PlainValue.class, Results.read(age, new Around(edm, Version.V2, edm.operationImport("MaximalAge").operation().returns(), null, OlingoTwo.ROOT, ""))).text());
    }

    @Test
    void aBatchIsUnderstoodBothWays() throws Exception {
        var type = edm.structured("RefScenario.Team");
        var batch = Batch.multipart(List.of(new Batch.Part.One(writes.read(Query.of("Teams"))), new Batch.Part.ChangeSet(List.of(writes.create(edm.set("Teams"), type, Map.of("Name", "B")),
                writes.update(OlingoTwo.ROOT + "Teams('2')", type, Map.of("isScrumTeam", "true"), "", Writes.Way.PUT))), new Batch.Part.One(writes.read(OlingoTwo.ROOT + "Teams('none')"))), OlingoTwo.ROOT, Version.V2);
        var reply = service.send(batch);
        var answer = BatchAnswer.read(reply.body().getBytes(StandardCharsets.UTF_8), reply.type());
        assertEquals("[200, 201, 204, 404]", answer.replies().stream().map(r -> r.status()).toList().toString(), reply.body());
        assertEquals("[0, 1, 1, 0]", answer.replies().stream().map(r -> r.changeSet()).toList().toString());
        assertFalse(answer.replies().getLast().refusal().isEmpty());
    }
}
