package dev.posthorn.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The DataService of the played Creatio answers its queries as the vendor's does.
@Timeout(120)
final class DataServiceTest {

    private static Stand stand;

    @BeforeAll
    static void open() throws Exception {
        stand = new Stand();
        stand.bearer();
    }

    @AfterAll
    static void close() {
        stand.close();
    }

    private static JsonNode ask(String query, String body, int status) throws IOException, InterruptedException {
        return stand.post("/creatio/0/DataService/json/SyncReply/" + query, body.replace('\'', '"')).with(status).json();
    }

    private static String column(String path) {
        return "{'expression':{'expressionType':0,'columnPath':'" + path + "'}}";
    }

    private static JsonNode counted(String filter) throws IOException, InterruptedException {
        return ask("SelectQuery", "{'rootSchemaName':'Account','columns':{'items':{'N':{'expression':{'expressionType':1,'functionType':2,'aggregationType':1,'functionArgument':{'expressionType':0,'columnPath':'Id'}}}}},"
                + "'filters':{'filterType':6,'logicalOperation':0,'isEnabled':true,'items':{'f':" + filter + "}}}", 200).get("rows").get(0).get("N");
    }

    @Test
    void theSampleOfTheDocumentIsAnswered() throws Exception {
        var told = ask("SelectQuery", "{'RootSchemaName':'Account','columns':{'items':{'Name':{'expression':{'columnPath':'Name'}},'Nix':{'expression':{'columnPath':'Nix'}}}}}", 200);
        assertTrue(told.get("success").asBoolean());
        assertEquals(2000, told.get("rows").size());
        assertEquals("{\"Name\":\"Posthorn Logistics GmbH\"}", told.get("rows").get(0).toString());
        assertEquals("[\"Nix\"]", told.get("notFoundColumns").toString());
        assertEquals(1, told.get("rowConfig").get("Name").get("dataValueType").asInt());
        assertFalse(told.get("nextPrcElReady").asBoolean());
    }

    @Test
    void partsOfDatesLengthsAndRowsThatReferToARowAreKnown() throws Exception {
        var row = ask("SelectQuery", "{'rootSchemaName':'Account','rowCount':1,'columns':{'items':{'Year':{'expression':{'expressionType':1,'functionType':3,'datePartType':4,'functionArgument':{'columnPath':'CreatedOn'}}},"
                + "'Length':{'expression':{'expressionType':1,'functionType':4,'functionArgument':{'columnPath':'Name'}}}}}}", 200).get("rows").get(0);
        assertEquals(23, row.get("Length").asInt());
        assertTrue(row.get("Year").asInt() > 2000, row.toString());
        var exists = "{'filterType':5,'comparisonType':%d,'leftExpression':{'columnPath':'[Contact:Account].Id'},'subFilters':{'filterType':6,'items':{'a':{'filterType':1,'comparisonType':9,"
                + "'leftExpression':{'columnPath':'Name'},'rightExpression':{'expressionType':2,'parameter':{'dataValueType':1,'value':'A'}}}}}}";
        var there = counted(exists.formatted(15)).asInt();
        assertTrue(there > 0 && there < 2000, there + " accounts");
        assertEquals(2000 - there, counted(exists.formatted(16)).asInt());
    }

    @Test
    void valuesThatTheServerWorksOutAreComparedWith() throws Exception {
        var macro = "{'filterType':1,'comparisonType':%d,'leftExpression':{'columnPath':'%s'},'rightExpression':{'expressionType':1,'functionType':1,'macrosType':%d}}";
        assertEquals(2000, counted(macro.formatted(5, "CreatedOn", 4)).asInt(), "all were made before today");
        assertEquals(0, counted(macro.formatted(7, "CreatedOn", 19)).asInt(), "none after this year");
        assertEquals(92, counted(macro.formatted(3, "Owner", 2)).asInt(), "those of whoever is logged in");
    }

    @Test
    void whatIsReckonedOverRelatedRowsIsComparedWith() throws Exception {
        var related = "{'filterType':1,'comparisonType':%d,'isAggregative':true,'leftExpression':{'expressionType':3,'columnPath':'[%s:Account].%s','aggregationType':%d},"
                + "'rightExpression':{'expressionType':2,'parameter':{'dataValueType':4,'value':%d}}%s}";
        assertEquals(1999, counted(related.formatted(3, "Contact", "Id", 1, 2, "")).asInt(), "two contacts");
        assertEquals(1000, counted(related.formatted(7, "Activity", "Id", 1, 2, "")).asInt(), "more than two activities");
        assertEquals(2000, counted(related.formatted(3, "Contact", "Id", 1, 0, ",'subFilters':{'filterType':6,'items':{'a':{'filterType':1,'comparisonType':3,'leftExpression':{'columnPath':'Name'},"
                + "'rightExpression':{'expressionType':2,'parameter':{'value':'Nobody'}}}}}")).asInt(), "no contact of that name");
        assertEquals(2000, counted(related.formatted(8, "Activity", "DurationInMinutes", 2, 15, "")).asInt(), "minutes added up");
    }

    @Test
    void lookupsSortingAndPagesCome() throws Exception {
        var body = "{'rootSchemaName':'Contact','rowCount':2,'rowsOffset':%d,'columns':{'items':{'Name':{'orderDirection':2,'orderPosition':0,'expression':{'columnPath':'Name'}},'Account':" + column("Account") + ",'City':"
                + column("Account.City.Name") + "}}}";
        var first = ask("SelectQuery", body.formatted(0), 200).get("rows");
        var second = ask("SelectQuery", body.formatted(1), 200).get("rows");
        assertEquals(2, first.size());
        assertEquals(first.get(1), second.get(0));
        assertEquals(36, first.get(0).get("Account").get("value").asText().length());
        assertFalse(first.get(0).get("Account").get("displayValue").asText().isEmpty());
        assertTrue(first.get(0).get("City").isTextual());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 | 3  | Code            | 'A-00007'    | 1
            1 | 4  | Code            | 'A-00007'    | 1999
            1 | 5  | EmployeesNumber | 32           | 13
            1 | 8  | Revenue         | 0            | 2000
            1 | 9  | Name            | 'posthorn'   | 65
            1 | 10 | Name            | 'POSTHORN'   | 1935
            1 | 13 | Code            | '0'          | 200
            1 | 3  | IsActive        | false        | 182
            1 | 3  | Type.Name       | 'Partner'    | 400
            """)
    void filtersCompare(int type, int comparison, String path, String value, int count) throws Exception {
        assertEquals(count, counted("{'filterType':" + type + ",'comparisonType':" + comparison + ",'leftExpression':{'expressionType':0,'columnPath':'" + path
                + "'},'rightExpression':{'expressionType':2,'parameter':{'value':" + value + "}}}").asInt());
    }

    @Test
    void filtersAreGroupedNegatedAndSwitchedOff() throws Exception {
        var one = "{'filterType':1,'comparisonType':3,'leftExpression':{'columnPath':'Code'},'rightExpression':{'expressionType':2,'parameter':{'value':'A-0000%d'}}}";
        var either = "{'filterType':6,'logicalOperation':1,'items':{'a':" + one.formatted(1) + ",'b':" + one.formatted(2) + "}}";
        assertEquals(2, counted(either).asInt());
        assertEquals(1998, counted(either.replaceFirst("\\{", "{'isNot':true,")).asInt());
        assertEquals(2000, counted(either.replaceFirst("\\{", "{'isEnabled':false,")).asInt());
        assertEquals(154, counted("{'filterType':2,'comparisonType':1,'leftExpression':{'columnPath':'Owner'}}").asInt());
        assertEquals(3, counted("{'filterType':4,'comparisonType':3,'leftExpression':{'columnPath':'Code'},'rightExpressions':[{'parameter':{'value':'A-00001'}},{'parameter':{'value':'A-00002'}},{'parameter':{'value':'A-00003'}}]}").asInt());
    }

    @Test
    void rowsAreMadeChangedAndDeleted() throws Exception {
        var made = ask("InsertQuery", "{'rootSchemaName':'Contact','columnValues':{'items':{'Name':{'expressionType':2,'parameter':{'dataValueType':1,'value':'Łucja Ó'}}}}}", 200);
        var filter = "'filters':{'filterType':6,'items':{'f':{'filterType':1,'comparisonType':3,'leftExpression':{'columnPath':'Id'},'rightExpression':{'parameter':{'value':'" + made.get("id").asText() + "'}}}}}";
        assertEquals(1, ask("UpdateQuery", "{'rootSchemaName':'Contact','columnValues':{'items':{'JobTitle':{'parameter':{'value':'Queen'}}}}," + filter + "}", 200).get("rowsAffected").asInt());
        var read = ask("SelectQuery", "{'rootSchemaName':'Contact','columns':{'items':{'Name':" + column("Name") + ",'JobTitle':" + column("JobTitle") + "}}," + filter + "}", 200);
        assertEquals("[{\"Name\":\"Łucja Ó\",\"JobTitle\":\"Queen\"}]", read.get("rows").toString());
        assertEquals(1, ask("DeleteQuery", "{'rootSchemaName':'Contact'," + filter + "}", 200).get("rowsAffected").asInt());
        assertEquals(0, ask("DeleteQuery", "{'rootSchemaName':'Contact'," + filter + "}", 200).get("rowsAffected").asInt());
    }

    @Test
    void aBatchIsDoneWhollyOrNotAtAll() throws Exception {
        var insert = "{'__type':'Terrasoft.Nui.ServiceModel.DataContract.InsertQuery','rootSchemaName':'Country','columnValues':{'items':{'Name':{'parameter':{'value':'Nowhere'}}}}}";
        var wrong = insert.replace("'Country'", "'Nix'");
        var failed = ask("BatchQuery", "{'items':[" + insert + "," + wrong + "]}", 500);
        assertEquals("Entity schema \"Nix\" not found.", failed.get("queryResults").get(1).get("responseStatus").get("Message").asText());
        var select = "{'rootSchemaName':'Country','columns':{'items':{'Name':" + column("Name") + "}}}";
        assertEquals(14, ask("SelectQuery", select, 200).get("rows").size());
        assertTrue(ask("BatchQuery", "{'items':[" + insert + "," + insert + "]}", 200).get("success").asBoolean());
        assertEquals(16, ask("SelectQuery", select, 200).get("rows").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SelectQuery | {'rootSchemaName':'Nix'} | Entity schema "Nix" not found.
            InsertQuery | {'rootSchemaName':'Contact','columnValues':{'items':{'Nix':{'parameter':{'value':1}}}}} | Column by path Nix not found in schema Contact.
            InsertQuery | {'rootSchemaName':'Contact','columnValues':{'items':{'JobTitle':{'parameter':{'value':'x'}}}}} | The property 'Name' is needed.
            DeleteQuery | {'rootSchemaName':'Contact'} | Without filters every row would be deleted: the demo server does not.
            SelectQuery | {'rootSchemaName':'Contact','filters':{'filterType':6,'items':{'f':{'filterType':1,'leftExpression':{'columnPath':'Nix'}}}}} | Column by path Nix not found in schema Contact.
            SelectQuery | {'rootSchemaName':'Account','filters':{'filterType':1,'leftExpression':{'columnPath':'Name'},'rightExpression':{'expressionType':1,'functionType':1,'macrosType':4}}} | Only dates are compared with a span of time.
            SelectQuery | {'rootSchemaName':'Account','filters':{'filterType':1,'leftExpression':{'expressionType':3,'columnPath':'[Contact:Account].Name','aggregationType':2},'rightExpression':{'parameter':{'value':1}}}} | Only numbers can be added up.
            """)
    void mistakesAreToldInItsOwnForm(String query, String body, String message) throws Exception {
        var told = ask(query, body, 500);
        assertEquals(message, told.get("responseStatus").get("Message").asText());
        assertFalse(told.get("success").asBoolean());
    }
}
