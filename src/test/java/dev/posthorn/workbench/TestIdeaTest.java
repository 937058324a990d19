package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Header;
import dev.posthorn.text.JsonPlace;
import dev.posthorn.text.Lines;
import dev.posthorn.text.Source;
import dev.posthorn.text.Watch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A test is made of the value under the caret, which is `^` here.
final class TestIdeaTest {

    /// Text with the caret → the row, and the line of the `pm.test`.
    private static final String[][] MADE = {
        {"{\"a\": {\"b\": ^3}}", "$.a.b equals 3", "pm.expect(pm.response.json().a.b).to.eql(3);"}, {"{\"a\"^: {\"b\": 3}}", "$.a is of type object", "pm.expect(pm.response.json().a).to.be.a(\"object\");"},
        {"{\"a\": {\"^b\": 3}}", "$.a.b equals 3", "pm.expect(pm.response.json().a.b).to.eql(3);"}, {"{\"a\": [1, 2^, 30]}", "$.a[1] equals 2", "pm.expect(pm.response.json().a[1]).to.eql(2);"},
        {"{\"a\": [1, 2,^ 30]}", "$.a[1] equals 2", "pm.expect(pm.response.json().a[1]).to.eql(2);"}, {"{\"a\": [^1, [], 30]}", "$.a has length 3", "pm.expect(pm.response.json().a).to.be.an(\"array\").with.lengthOf(3);"},
        {"{\"a\": [1, {}]^}", "$.a has length 2", "pm.expect(pm.response.json().a).to.be.an(\"array\").with.lengthOf(2);"}, {"^[{\"x\": 1}]", "$ has length 1", "pm.expect(pm.response.json()).to.be.an(\"array\").with.lengthOf(1);"},
        {"[{\"it's\": \"say \\\"^hi\\\"\"}]", "$[0]['it\\'s'] equals say \"hi\"", "pm.expect(pm.response.json()[0][\"it's\"]).to.eql(\"say \\\"hi\\\"\");"},
        {"{\"n\": \"^3\"}", "$.n equals \"3\"", "pm.expect(pm.response.json().n).to.eql(\"3\");"}, {"{\"n\": ^\"\"}", "$.n equals \"\"", "pm.expect(pm.response.json().n).to.eql(\"\");"},
        {"{\"é\": nu^ll}", "$.é equals null", "pm.expect(pm.response.json()[\"é\"]).to.eql(null);"}, {"{\"a\": 1,\n^  \"b\": 2}", "$.b equals 2", "pm.expect(pm.response.json().b).to.eql(2);"},
        {"{\"a\": 1,^\n  \"b\": 2}", "$.a equals 1", "pm.expect(pm.response.json().a).to.eql(1);"}, {"{\"a\": {}, \"b\": [[], [7^]]}", "$.b[1][0] equals 7", "pm.expect(pm.response.json().b[1][0]).to.eql(7);"},
    };

    private static JsonPlace place(String marked) throws Exception {
        var caret = marked.substring(0, marked.indexOf('^')).getBytes(StandardCharsets.UTF_8).length;
        return JsonPlace.at(Source.of(marked.replace("^", "").getBytes(StandardCharsets.UTF_8)), caret, Watch.none());
    }

    @TestFactory
    Stream<DynamicTest> theValueUnderTheCaretBecomesATestThatHolds() {
        return Stream.of(MADE).map(row -> DynamicTest.dynamicTest(row[0], () -> {
            var idea = TestIdea.ofJson(place(row[0]));
            assertEquals(row[1], idea.words());
            assertEquals(row[2], idea.script().lines().toList().get(1).strip());
            var judged = Checks.judge(List.of(idea.check()), Answers.json(row[0].replace("^", "")), UnaryOperator.identity()).getFirst();
            assertEquals(Assertion.Verdict.PASSED, judged.verdict(), judged.toString());
        }));
    }

    @Test
    void titlesAndValuesAreQuoted() throws Exception {
        assertEquals("pm.test(\"a\\\"b is \\\"x\\\"\", () => {\n  pm.expect(pm.response.json()[\"a\\\"b\"]).to.eql(\"x\");\n});\n", TestIdea.ofJson(place("{\"a\\\"b\": \"^x\"}")).script());
        assertEquals("pm.test(\"header ETag is \\\"\\\\\\\"7\\\\\\\"\\\"\", () => {\n  pm.expect(pm.response.headers.get(\"ETag\")).to.eql(\"\\\"7\\\"\");\n});\n",
                TestIdea.ofHeader(new Header("ETag", "\"7\"")).script());
        assertEquals("pm.test(\"status is 404\", () => {\n  pm.response.to.have.status(404);\n});\n", TestIdea.ofStatus(404).script());
    }

    @Test
    void whereNoValueIsTheReasonIsSaid() {
        assertEquals("the body holds several JSON values, one after the other", assertThrows(JsonPlace.Nowhere.class, () -> place("{\"a\": 1}\n{\"a\": ^2}")).getMessage());
        assertTrue(assertThrows(JsonPlace.Nowhere.class, () -> place("{\"a\": oops^}")).getMessage().startsWith("the body is no JSON at byte"));
        assertTrue(assertThrows(JsonPlace.Nowhere.class, () -> place("[".repeat(900) + "^1" + "]".repeat(900))).getMessage().contains("levels deep"));
    }

    @Test
    void theByteOfACharIsFoundInAnyLine() throws Exception {
        var text = "{\n \"ä\": 1,\r\n \"\uD83D\uDE00\": \"" + "é".repeat(5_000) + "\",\n \"z\": 2\n}\n".repeat(3);
        var lines = Lines.of(Source.of(text.getBytes(StandardCharsets.UTF_8)));
        for (var paragraph = 0; paragraph < lines.extent().paragraphs(); paragraph++) {
            var words = lines.paragraph(paragraph).text();
            for (var chars : new int[] {0, Math.min(1, words.length()), words.length()}) {
                var at = (int) lines.byteAt(paragraph, chars);
                var rest = new String(text.getBytes(StandardCharsets.UTF_8), at, text.getBytes(StandardCharsets.UTF_8).length - at, StandardCharsets.UTF_8);
                assertTrue(rest.startsWith(words.substring(chars)), paragraph + ":" + chars);
            }
        }
    }
}
