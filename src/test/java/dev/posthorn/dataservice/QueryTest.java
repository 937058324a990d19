package dev.posthorn.dataservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.tree.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Queries of the DataService: read, changed, written.
final class QueryTest {

    private static final String SELECT = """
            {
              "RootSchemaName": "Account",
              "operationType": 0,
              "madeBy": {"somebody": [1, 2.50, null]},
              "columns": {"items": {
                "Name": {"caption": "", "orderDirection": 1, "orderPosition": 0, "expression": {"expressionType": 0, "columnPath": "Name"}},
                "Contacts": {"expression": {"expressionType": 1, "functionType": 2, "aggregationType": 1, "functionArgument": {"expressionType": 0, "columnPath": "Id"}}}
              }},
              "filters": {"filterType": 6, "logicalOperation": 1, "isEnabled": true, "items": {
                "a": {"filterType": 1, "comparisonType": 11, "isEnabled": true, "trimDateTimeParameterToDate": false,
                  "leftExpression": {"expressionType": 0, "columnPath": "Name"}, "rightExpression": {"expressionType": 2, "parameter": {"dataValueType": 1, "value": "GmbH"}}},
                "b": {"filterType": 6, "logicalOperation": 0, "isNot": true, "items": {
                  "c": {"filterType": 3, "comparisonType": 0, "leftExpression": {"expressionType": 0, "columnPath": "CreatedOn"},
                    "rightLessExpression": {"expressionType": 2, "parameter": {"dataValueType": 7, "value": "\\"2026-01-01T00:00:00\\""}},
                    "rightGreaterExpression": {"expressionType": 2, "parameter": {"dataValueType": 7, "value": "\\"2026-02-01T00:00:00\\""}}}}}
              }},
              "rowCount": 10
            }
            """;

    private static Query read(String text) throws Query.Unreadable {
        return Query.read(Kind.SELECT, text);
    }

    @Test
    void aQueryComesBackAsItWasRead() throws Exception {
        assertEquals(JsonReader.read(SELECT).plain(), JsonReader.read(read(SELECT).text()).plain());
    }

    @Test
    void aChangeLeavesUnknownKeysAndTheSpellingAlone() throws Exception {
        var changed = read(SELECT).withSchema("Contact").with("rowCount", 5).text();
        assertTrue(changed.contains("\"RootSchemaName\": \"Contact\""), changed);
        assertTrue(changed.contains("2.50"), changed);
        assertFalse(changed.contains("rootSchemaName"), changed);
    }

    @Test
    void columnsAreRenamedSortedAndMadeIntoFunctionsInTheirPlace() throws Exception {
        var query = read(SELECT);
        var changed = query.replacing("Name", query.columns().getFirst().named("Title").sorted(2, 0));
        assertEquals(List.of("Title", "Contacts"), changed.columns().stream().map(Column::name).toList());
        assertEquals(2, changed.columns().getFirst().direction());
        assertEquals(Expression.Form.COUNT, changed.columns().get(1).expression().form());
        for (var form : List.of(Expression.Form.SUM, Expression.Form.AVERAGE, Expression.Form.LEAST, Expression.Form.GREATEST, Expression.Form.LENGTH, Expression.Form.YEAR, Expression.Form.HOUR)) {
            var made = changed.columns().get(1).expression().as(form);
            assertEquals(form, made.form());
            assertEquals("Id", made.path());
            assertEquals("Other", made.withPath("Other").path());
        }
        assertEquals(List.of("Title", "Title2", "Contacts"), changed.replacing("Contacts", null).adding("Title", Column.of("X")).adding("Contacts", Column.of("Y")).columns().stream().map(Column::name).toList());
    }

    @Test
    void filtersAreFoundInTheirGroupsAndChangedThere() throws Exception {
        var query = read(SELECT);
        var filters = query.filters();
        assertEquals(2, filters.count());
        assertTrue(filters.any());
        var between = filters.parts().get(1).filter().parts().getFirst().filter();
        assertEquals(Comparison.BETWEEN, between.comparison());
        assertEquals(DataValueType.DATE_TIME, between.type());
        var changed = filters.changed(List.of("b", "c"), f -> f.as(Comparison.IN).withValues(DataValueType.INTEGER, List.of("1", "2"))).changed(List.of("a"), f -> f.as(Comparison.NULL)).changed(List.of("b"), g -> g.adding(Filter.group()));
        var text = query.withFilters(changed).text();
        assertTrue(text.contains("rightExpressions"), text);
        assertFalse(text.contains("rightLessExpression"), text);
        assertTrue(text.contains("\"isNull\": true"), text);
        assertTrue(text.contains("trimDateTimeParameterToDate"), text);
        assertEquals(1, changed.without(List.of("a")).count());
    }

    @Test
    void anAggregationHasConditionsOnItsOwnRows() {
        var filter = Filter.comparing("[Contact:Account].Id", Comparison.GREATER, DataValueType.INTEGER, "3");
        var counted = filter.withLeft(filter.left().as(Expression.Form.COUNT));
        assertTrue(counted.subFiltered());
        assertTrue(counted.json().flag("isAggregative"));
        var root = Filter.group().adding(counted).changed(List.of("filter", ""), g -> g.adding(Filter.comparing("Name", Comparison.STARTS, DataValueType.TEXT, "A")));
        assertEquals("A", root.parts().getFirst().filter().subFilters().parts().getFirst().filter().values().getFirst());
        assertTrue(Filter.comparing("[Contact:Account].Id", Comparison.EXISTS, DataValueType.TEXT, "").json().has("subFilters"));
    }

    @Test
    void anotherKindOfQueryKeepsSchemaAndFilters() throws Exception {
        var deletes = read(SELECT).as(Kind.DELETE);
        assertEquals("Account", deletes.schema());
        assertEquals(2, deletes.filters().count());
        var batch = deletes.as(Kind.BATCH);
        assertEquals(Kind.DELETE, batch.items().getFirst().kind());
        assertTrue(batch.text().contains("Terrasoft.Nui.ServiceModel.DataContract.DeleteQuery"));
        assertEquals("__type", batch.items().getFirst().json().map().keySet().iterator().next());
        assertEquals("Account", batch.as(Kind.SELECT).schema());
    }

    @Test
    void valuesAreWrittenByTheirTypeAndFaultsSaid() {
        var query = Query.blank(Kind.INSERT).withSchema("Contact").adding("Age", Column.value("Age", Expression.value(DataValueType.INTEGER, "41")))
                .adding("Born", Column.value("Born", Expression.value(DataValueType.DATE, "2026-13"))).adding("Name", Column.value("Name", Expression.value(DataValueType.TEXT, "{{name}}")));
        assertTrue(query.text().contains("\"value\": 41"), query.text());
        assertTrue(query.text().contains("\"value\": \"{{name}}\""), query.text());
        assertEquals(List.of("Born: “2026-13” is no date such as 2026-01-31 or 2026-01-31T09:30:00."), QueryCheck.of(query));
    }

    @Test
    void whatTouchesEveryRowIsSaidAlsoInABatchAndWhereTheFiltersAreSwitchedOff() {
        var deletes = Query.blank(Kind.DELETE).withSchema("Contact");
        assertEquals("Without a filter this deletes every row of Contact.", QueryCheck.of(deletes).getFirst());
        var off = deletes.withFilters(Filter.group().adding(Filter.comparing("Name", Comparison.EQUAL, DataValueType.TEXT, "x").enabled(false)).adding(Filter.group()));
        assertEquals("It has no filter in use: it deletes every row of Contact.", QueryCheck.danger(off));
        assertEquals("It has no filter in use: it deletes every row of Contact.", QueryCheck.danger(Query.blank(Kind.BATCH).withItems(List.of(Query.blank(Kind.INSERT), off))));
        assertEquals("", QueryCheck.danger(off.withFilters(off.filters().changed(List.of("filter"), f -> f.enabled(true)))));
        assertEquals("", QueryCheck.danger(Query.blank(Kind.SELECT)));
    }

    @Test
    void anAggregateOfRelatedRowsThatSomebodyElseWroteIsReadAndKept() throws Exception {
        var query = read("{\"rootSchemaName\": \"Account\", \"columns\": {\"items\": {\"N\": {\"expression\": {\"expressionType\": 3, \"functionType\": 2, \"aggregationType\": 1, \"columnPath\": \"[Contact:Account].Id\", \"subFilters\": {\"filterType\": 6}}}}}}");
        var count = query.columns().getFirst().expression();
        assertEquals(Expression.Form.COUNT, count.form());
        assertEquals("[Contact:Account].Id", count.path());
        var greatest = count.as(Expression.Form.GREATEST).withPath("[Contact:Account].Age");
        assertEquals(Expression.Form.GREATEST, greatest.form());
        assertTrue(greatest.json().has("subFilters"));
    }

    @Test
    void whatIsNoQueryIsSaidWithItsPlace() {
        assertTrue(assertThrows(Query.Unreadable.class, () -> read("{\n  \"rowCount\": {{n}}\n}")).getMessage().contains("line 2"));
        assertTrue(assertThrows(Query.Unreadable.class, () -> read("[1]")).getMessage().contains("no JSON object"));
        assertThrows(Query.Unreadable.class, () -> read("[".repeat(100_000)));
        var deep = "{\"filters\":" + "{\"filterType\":6,\"items\":{\"a\":".repeat(600) + "{}" + "}}".repeat(600) + "}";
        assertEquals(0, assertDoesNotOverflow(deep).filters().count());
    }

    private static Query assertDoesNotOverflow(String text) {
        try {
            var query = read(text);
            assertTrue(query.text().length() > 1000);
            assertTrue(QueryCheck.of(query).size() < 50);
            return query;
        } catch (Query.Unreadable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void answersAreTablesOrTheServicesOwnWords() {
        var rows = DataAnswer.read(Kind.SELECT, 200, "application/json", """
                {"rowConfig": {"Name": {"dataValueType": 1}, "Owner": {"dataValueType": 10, "isLookup": true, "referenceSchemaName": "Contact"}},
                 "rows": [{"Name": "Accom", "Owner": {"value": "x", "displayValue": "Ann"}}], "notFoundColumns": ["Nmae"], "success": true}""");
        assertEquals(List.of(List.of("Accom", "Ann")), rows.rows());
        assertEquals("1 row. The schema has no column Nmae.", rows.sentence());
        assertEquals("Contact", rows.heads().get(1).reference());
        assertEquals("Entity schema \"X\" not found. (ItemNotFoundException)", DataAnswer.read(Kind.SELECT, 500, "application/json",
                "{\"responseStatus\":{\"ErrorCode\":\"ItemNotFoundException\",\"Message\":\"Entity schema \\\"X\\\" not found.\"},\"success\":false}").sentence());
        assertTrue(DataAnswer.read(Kind.SELECT, 200, "text/html", "<html>").sentence().contains("nobody is logged in"));
        assertTrue(DataAnswer.read(Kind.SELECT, 403, "text/plain", "no").sentence().contains("BPMCSRF"));
        assertEquals("1 row added with the id 7.", DataAnswer.read(Kind.INSERT, 200, "application/json", "{\"id\":\"7\",\"rowsAffected\":1,\"success\":true}").sentence());
        assertEquals("1 of 2 queries failed.", DataAnswer.read(Kind.BATCH, 500, "application/json",
                "{\"queryResults\":[{\"rowsAffected\":1,\"success\":true},{\"success\":false,\"responseStatus\":{\"Message\":\"no\"}}],\"hasErrors\":true,\"success\":false}").sentence());
    }

    @Test
    void pathsAreCompletedThroughLookups() {
        var schemas = Schemas.NONE.with("Contact", List.of(new Schemas.Item("Name", DataValueType.TEXT, ""), new Schemas.Item("Account", DataValueType.LOOKUP, "Account")))
                .with("Account", List.of(new Schemas.Item("Code", DataValueType.INTEGER, "")));
        assertEquals(List.of("Account.Code"), schemas.paths("Contact", "Account.Co"));
        assertEquals(DataValueType.INTEGER, schemas.item("Contact", "Account.Code").orElseThrow().type());
        assertEquals(List.of(), schemas.paths("Contact", "Name.x"));
    }

    @Test
    void theAddressTellsTheSiteAndTheQuery() {
        var url = DataServiceUrl.of("{{base}}{{workspace}}/DataService/json/SyncReply/UpdateQuery").orElseThrow();
        assertEquals("{{base}}{{workspace}}/odata/$metadata", url.metadata());
        assertEquals("{{base}}{{workspace}}/DataService/json/SyncReply/BatchQuery", url.as(Kind.BATCH).toString());
        assertTrue(DataServiceUrl.of("https://x/0/DataService/json/SyncReply/QueryOfNone").isEmpty());
    }
}
