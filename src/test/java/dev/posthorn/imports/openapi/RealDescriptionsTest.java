package dev.posthorn.imports.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Body;
import dev.posthorn.model.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Habits of descriptions as they are published, each in a few lines of ours.
final class RealDescriptionsTest {

    private static Request first(String text) {
        return assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("x.yaml"), text.getBytes(StandardCharsets.UTF_8))).collection().requests().findFirst().orElseThrow().request();
    }

    private static Request body(String schema) {
        return first("{\"openapi\":\"3.0.0\",\"info\":{},\"paths\":{\"/p\":{\"post\":{\"requestBody\":{\"content\":{\"application/json\":{\"schema\":" + schema + "}}}}}}}");
    }

    @Test
    void choicesThatOnlySayWhatIsNeededAreNoShapes() {
        var request = body("{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"files\":{\"type\":\"object\"}},\"anyOf\":[{\"required\":[\"name\"]},{\"required\":[\"files\"]}]}");
        assertTrue(((Body.Raw) request.body()).text().contains("\"name\": \"string\""), request.body().toString());
        assertTrue(request.description().contains("- `name`: (string)"), request.description());
    }

    @Test
    void ofABodyWithVeryManyFieldsAllOnTopAreListed() {
        var deep = IntStream.range(0, 200).mapToObj(i -> "\"f" + i + "\":{\"type\":\"string\"}").collect(Collectors.joining(","));
        var request = body("{\"type\":\"object\",\"required\":[\"last\"],\"properties\":{\"first\":{\"type\":\"object\",\"properties\":{" + deep + "}},\"last\":{\"type\":\"integer\"}}}");
        assertTrue(request.description().contains("- `last`: (required, integer)"), request.description());
        assertEquals(2, request.description().lines().filter(line -> line.startsWith("- `")).count());
    }

    @Test
    void aParameterThatThePathNamesAlreadyIsSentOnce() {
        var request = first("{\"swagger\":\"2.0\",\"info\":{},\"paths\":{\"/x?comp=list\":{\"get\":{\"parameters\":[{\"name\":\"comp\",\"in\":\"query\",\"required\":true,\"type\":\"string\",\"enum\":[\"list\"]}]}}}}");
        assertTrue(request.url().endsWith("/x?comp=list"), request.url());
        assertEquals("(required, string, one of: list)", request.query().getFirst().description());
    }

    @Test
    void aChoiceWithACommaInItIsQuotedAndAShapeWithANumberForANameIsCalledByItsType() {
        var request = body("{\"type\":\"object\",\"properties\":{\"town\":{\"type\":\"string\",\"enum\":[\"Paris, Texas\",\"Bonn\"]},\"is\":{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]},"
                + "\"was\":{\"oneOf\":[{\"$ref\":\"#/paths/~1p/post/requestBody/content/application~1json/schema/properties/is/oneOf/0\"},{\"type\":\"boolean\"}]}}}");
        assertTrue(request.description().contains("one of: \"Paris, Texas\", Bonn)"), request.description());
        assertTrue(request.description().contains("`was`: (either: string / boolean)"), request.description());
    }

    @Test
    void blankLinesWithMoreSpacesThanTheTextBelowThemDoNotBreakIt() {
        var text = "openapi: 3.0.3\ninfo:\n  title: T\n  description: |\n        \n    Hello\npaths: {/p: {get: {summary: Ask}}}\n";
        assertTrue(first(text).url().endsWith("/p"));
    }
}
