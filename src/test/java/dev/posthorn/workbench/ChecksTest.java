package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Check;
import dev.posthorn.model.Check.Operator;
import dev.posthorn.model.Check.Subject;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Header;
import dev.posthorn.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the rows of the Assertions table say about an answer.
final class ChecksTest {

    private static final Outcome ANSWER = Answers.of(201, List.of(new Header("Content-Type", "application/json; charset=utf-8"), new Header("X-Count", "7"),
            new Header("Vary", "Accept"), new Header("vary", "Origin")), """
            {"id": 42, "price": 10.50, "zip": "01234", "name": "Ada", "tags": ["a", "b"], "none": null, "on": true, "half": 0.5,
             "items": [{"n": 1}, {"n": 2}, {"n": 3}], "big": 9007199254740993, "odd key": {"x": "say \\"hi\\""}}""");

    /// Subject, of, operator, expected → "ok", or what is said.
    private static final String[][] ROWS = {
        {"STATUS", "", "EQUALS", "201", "ok"}, {"STATUS", "", "EQUALS", "200", "Status: expected 200, found 201"}, {"STATUS", "", "EQUALS", "2xx", "ok"},
        {"STATUS", "", "DIFFERS", "4xx", "ok"}, {"STATUS", "", "IN", "200, 201", "ok"}, {"STATUS", "", "IN", "[400, 404]", "Status: expected one of [400, 404], found 201"},
        {"STATUS", "", "BELOW", "300", "ok"}, {"STATUS", "", "ABOVE", "300", "Status: expected more than 300, found 201"},
        {"STATUS", "", "EQUALS", "fine", "The row expects a number, and \"fine\" is none."}, {"STATUS", "", "EQUALS", "", "The row does not say which number is expected."},
        {"STATUS", "", "TYPE", "number", "\"is of type\" says nothing about Status."},
        {"HEADER", "content-type", "CONTAINS", "json", "ok"}, {"HEADER", "X-Count", "EQUALS", "7.0", "ok"}, {"HEADER", "X-Count", "ABOVE", "10", "Header X-Count: expected more than 10, found 7"},
        {"HEADER", "Vary", "EQUALS", "Origin", "ok"}, {"HEADER", "Vary", "LACKS", "Orig", "Header Vary: expected it not to contain \"Orig\", found \"Accept, Origin\""},
        {"HEADER", "Vary", "LACKS", "Cookie", "ok"}, {"HEADER", "ETag", "EXISTS", "", "Header ETag: expected the header, found no such header"}, {"HEADER", "ETag", "ABSENT", "", "ok"},
        {"HEADER", "ETag", "DIFFERS", "x", "Header ETag: expected another than \"x\", found no such header"}, {"HEADER", "X-Count", "MATCHES", "^\\d+$", "ok"},
        {"HEADER", "", "EXISTS", "", "The row does not say which header: a name such as Content-Type is missing."},
        {"HEADER", "Content-Type", "BELOW", "3", "Header Content-Type: expected less than 3, found \"application/json; charset=utf-8\", which is no number"},
        {"JSON_PATH", "$.id", "EQUALS", "42", "ok"}, {"JSON_PATH", "$.id", "EQUALS", "42.0", "ok"}, {"JSON_PATH", "$.price", "EQUALS", "10.5", "ok"},
        {"JSON_PATH", "$.id", "EQUALS", "3", "JSONPath $.id: expected 3, found 42"}, {"JSON_PATH", "$.id", "EQUALS", "\"42\"", "JSONPath $.id: expected \"42\", found 42"},
        {"JSON_PATH", "$.zip", "EQUALS", "01234", "ok"}, {"JSON_PATH", "$.zip", "EQUALS", "\"01234\"", "ok"}, {"JSON_PATH", "$.zip", "EQUALS", "1234", "JSONPath $.zip: expected 1234, found \"01234\""},
        {"JSON_PATH", "$.big", "EQUALS", "9007199254740992", "JSONPath $.big: expected 9007199254740992, found 9007199254740993"},
        {"JSON_PATH", "$.name", "EQUALS", "Ada", "ok"}, {"JSON_PATH", "$.name", "EQUALS", "", "JSONPath $.name: expected \"\", found \"Ada\""}, {"JSON_PATH", "$.name", "DIFFERS", "Bob", "ok"},
        {"JSON_PATH", "$.gone", "DIFFERS", "Bob", "JSONPath $.gone: expected another than \"Bob\", found nothing at that path"}, {"JSON_PATH", "$.none", "EQUALS", "null", "ok"},
        {"JSON_PATH", "$.none", "EXISTS", "", "ok"}, {"JSON_PATH", "$.none", "ABSENT", "", "JSONPath $.none: expected nothing there, found null"}, {"JSON_PATH", "$.gone", "ABSENT", "", "ok"},
        {"JSON_PATH", "$.on", "EQUALS", "true", "ok"}, {"JSON_PATH", "$.tags", "EQUALS", "[\"a\",\"b\"]", "ok"}, {"JSON_PATH", "$.tags", "CONTAINS", "b", "ok"},
        {"JSON_PATH", "$.tags", "LACKS", "b", "JSONPath $.tags: expected it not to contain \"b\", found [\"a\",\"b\"]"}, {"JSON_PATH", "$.name", "CONTAINS", "d", "ok"},
        {"JSON_PATH", "$['odd key']", "CONTAINS", "x", "ok"}, {"JSON_PATH", "$['odd key'].x", "EQUALS", "say \"hi\"", "ok"}, {"JSON_PATH", "$.tags", "LENGTH", "2", "ok"},
        {"JSON_PATH", "$.items", "LENGTH", "> 3", "JSONPath $.items: expected length > 3, found 3 elements"}, {"JSON_PATH", "$.id", "LENGTH", "2", "JSONPath $.id: expected length 2, found 42, which has no length"},
        {"JSON_PATH", "$.items[*].n", "EQUALS", "[1,2,3]", "ok"}, {"JSON_PATH", "$.items[*].n", "CONTAINS", "3", "ok"}, {"JSON_PATH", "$.items[*].n", "LENGTH", "3", "ok"},
        {"JSON_PATH", "$.items[*].n", "BELOW", "3", "JSONPath $.items[*].n: expected less than 3 of all, found 3 among 3"}, {"JSON_PATH", "$.items[?@.n == 2].n", "EQUALS", "2", "ok"},
        {"JSON_PATH", "$.items[*].n", "EQUALS", "1", "JSONPath $.items[*].n: expected 1, found 3 values: 1, 2, 3"}, {"JSON_PATH", "$..nothing", "ABSENT", "", "ok"},
        {"JSON_PATH", "$..nothing", "EQUALS", "1", "JSONPath $..nothing: expected 1, found nothing"}, {"JSON_PATH", "$.id", "TYPE", "integer", "ok"}, {"JSON_PATH", "$.half", "TYPE", "integer", "JSONPath $.half: expected type integer, found number 0.5"},
        {"JSON_PATH", "$.id", "TYPE", "date", "There is no type \"date\"; there are string, number, integer, boolean, array, object, null."},
        {"JSON_PATH", "$.name", "IN", "Bob, Ada", "ok"}, {"JSON_PATH", "$.id", "IN", "1, 2", "JSONPath $.id: expected one of 1, 2, found 42"}, {"JSON_PATH", "$.name", "BELOW", "3", "JSONPath $.name: expected less than 3, found \"Ada\", which is no number"},
        {"JSON_PATH", "$.id", "BELOW", "much", "The row expects a number, and \"much\" is none."}, {"JSON_PATH", "$.name", "MATCHES", "^[A-Z]", "ok"},
        {"JSON_PATH", "$.name", "MATCHES", "(", "The expression \"(\" cannot be used: Unclosed group at character 1."},
        {"JSON_PATH", "", "EXISTS", "", "The row does not say where in the JSON: a path such as $.data.id is missing."},
        {"JSON_PATH", "$.items[", "EXISTS", "", "The JSONPath $.items[ cannot be read: a name in quotes, an index, a slice, * or ?filter was expected, not the end, at character 9."},
        {"JSON_PATH", "$.items[0]", "CONFORMS", "{\"required\": [\"m\"]}", "JSONPath $.items[0]: expected what the schema allows, found object does not have some of the required properties [[m]]"},
        {"BODY", "", "CONTAINS", "\"id\"", "ok"}, {"BODY", "", "LACKS", "error", "ok"}, {"BODY", "", "EXISTS", "", "ok"}, {"BODY", "", "CONTAINS", "", "The row does not say what is looked for."},
        {"TIME", "", "BELOW", "500", "ok"}, {"TIME", "", "BELOW", "100", "Response time: expected less than 100 ms, found 123 ms"}, {"SIZE", "", "BELOW", "10", "Body size: expected less than 10 bytes, found 215 bytes"},
        {"SCHEMA", "", "CONFORMS", "{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"integer\"}}}", "ok"},
        {"SCHEMA", "", "CONFORMS", "{\"$schema\": \"http://json-schema.org/draft-07/schema#\", \"properties\": {\"id\": {\"type\": \"string\"}}}", "JSON Schema: expected what the schema allows, found at /id: value is [integer] but should be [string]"},
        {"SCHEMA", "", "CONFORMS", "{\"properties\": {\"name\": {\"pattern\": \"^B\"}}}", "JSON Schema: expected what the schema allows, found at /name: \"Ada\" does not match ^B"},
        {"SCHEMA", "", "CONFORMS", "{\"type\": 3}", "The JSON Schema of the row is none: at /type: expected any of"},
        {"SCHEMA", "", "CONFORMS", "{", "The JSON Schema of the row is no JSON: line 1, column 2: a key in double quotes was expected, not the end of the file."},
        {"SCHEMA", "", "CONFORMS", "", "The row has no JSON Schema."},
        {"SCHEMA", "", "CONFORMS", "{\"$ref\": \"https://nowhere.example/s.json\"}", "JSON Schema: expected what the schema allows, found resolution of $ref"},
    };

    @TestFactory
    Stream<DynamicTest> aRowSaysWhatItFound() {
        return Stream.of(ROWS).map(row -> {
            var check = new Check(true, Subject.valueOf(row[0]), row[1], Operator.valueOf(row[2]), row[3]);
            return DynamicTest.dynamicTest(check.sentence(), () -> {
                var judged = Checks.judge(List.of(check), ANSWER, UnaryOperator.identity()).getFirst();
                var said = judged.error() == null ? "ok" : judged.error().message();
                assertEquals(row[4], check.subject() == Subject.SCHEMA && said.startsWith(row[4]) ? row[4] : said);
                assertEquals(check.sentence(), judged.name());
            });
        });
    }

    @Test
    void variablesAreResolvedInPathAndValueButNotInTheName() {
        var check = new Check(true, Subject.JSON_PATH, "$.{{field}}", Operator.EQUALS, "{{wanted}}");
        var judged = Checks.judge(List.of(check), ANSWER, text -> text.replace("{{field}}", "id").replace("{{wanted}}", "43")).getFirst();
        assertEquals("$.{{field}} equals {{wanted}}", judged.name());
        assertEquals("JSONPath $.{{field}}: expected 43, found 42", judged.error().message());
    }

    @Test
    void rowsThatAreOffAreNotJudgedAndWithoutAnAnswerTheOthersFail() {
        var checks = List.of(new Check(false, Subject.STATUS, "", Operator.EQUALS, "1"), new Check(true, Subject.STATUS, "", Operator.EQUALS, "200"));
        var failed = Checks.judge(checks, Outcome.Failed.before(new Failure.UnknownHost("nowhere.example")), UnaryOperator.identity());
        assertEquals(1, failed.size());
        assertTrue(failed.getFirst().error().message().startsWith("no answer came. "), failed.toString());
        assertEquals(Assertion.Verdict.SKIPPED, Checks.judge(checks, new Outcome.Skipped("folder A"), UnaryOperator.identity()).getFirst().verdict());
    }

    @Test
    void whatIsNoJsonSaysWhereAndHowItBegins() {
        var judged = Checks.judge(List.of(new Check(true, Subject.JSON_PATH, "$.a", Operator.EXISTS, "")), Answers.json("<html>\n</html>"), UnaryOperator.identity()).getFirst();
        assertEquals("The body is no JSON: line 1, column 1: a value was expected, not \"<\". It begins with \"<html>\".", judged.error().message());
    }

    @Test
    void nastyRowsAndBodiesComeToAnEndWithASentence() {
        var body = "{\"a\": \"" + "a".repeat(40) + "!\", \"deep\": " + "[".repeat(1_500) + "]".repeat(1_500) + ", \"n\": 1e999999999}";
        var rows = new ArrayList<Check>();
        rows.add(new Check(true, Subject.JSON_PATH, "$.a", Operator.MATCHES, "(a+)+$"));
        rows.add(new Check(true, Subject.BODY, "", Operator.MATCHES, "(x|[^y])*z"));
        rows.add(new Check(true, Subject.SCHEMA, "", Operator.CONFORMS, "{\"$ref\": \"#\"}"));
        rows.add(new Check(true, Subject.JSON_PATH, "$.n", Operator.CONFORMS, "{\"multipleOf\": 7}"));
        rows.add(new Check(true, Subject.JSON_PATH, "$.n", Operator.ABOVE, "7"));
        rows.add(new Check(true, Subject.JSON_PATH, "$" + "[?@".repeat(100), Operator.EXISTS, ""));
        rows.add(new Check(true, Subject.JSON_PATH, "$.deep", Operator.EQUALS, "[]"));
        rows.add(new Check(true, Subject.JSON_PATH, "$..[?@..[?@..*]]", Operator.LENGTH, "3"));
        for (var judged : Checks.judge(rows, Answers.json(body), UnaryOperator.identity())) {
            assertEquals(Assertion.Verdict.FAILED, judged.verdict(), judged.name());
            assertTrue(judged.error().message().length() < 400 && judged.error().message().strip().length() > 20, judged.error().message());
        }
    }

    @Test
    void aRowIsASentence() {
        assertEquals("response time is below 500 ms", new Check(true, Subject.TIME, "", Operator.BELOW, "500").sentence());
        assertEquals("header ETag exists", new Check(true, Subject.HEADER, "ETag", Operator.EXISTS, "left over").sentence());
        assertEquals("body conforms to the JSON Schema", new Check(true, Subject.SCHEMA, "", Operator.CONFORMS, "{}").sentence());
    }

    @Test
    void everyOperatorIsForSomething() {
        for (var operator : Operator.values()) {
            assertTrue(Stream.of(Subject.values()).anyMatch(s -> s.operators().contains(operator)), operator.name().toLowerCase(Locale.ROOT));
        }
    }
}
