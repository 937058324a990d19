package dev.posthorn.jsonpath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Paths by RFC 9535: most of the examples are like those in its text.
final class JsonPathTest {

    private static final String SHOP = """
            {"store": {"book": [{"title": "A", "price": 8.95, "isbn": null}, {"title": "B", "price": 12.99}, {"title": "C", "price": 8}, {"title": "D"}]},
             "limit": 10, "o": {"j j": {"k.k": 3}, "'": {"@": 2}}, "\\ud83d\\ude00": 1, "n": [0, 1, 2, 3, 4, 5]}""";

    private static final String[][] FOUND = {
        {"$.store.book[*].title", "[\"A\",\"B\",\"C\",\"D\"]"}, {"$..title", "[\"A\",\"B\",\"C\",\"D\"]"}, {"$.store.book[-1].title", "[\"D\"]"}, {"$.n[1:3]", "[1,2]"}, {"$.n[5:]", "[5]"},
        {"$.n[::-2]", "[5,3,1]"}, {"$.n[0,0,-1]", "[0,0,5]"}, {"$.store.book[?@.price < $.limit].title", "[\"A\",\"C\"]"}, {"$.store.book[?@.isbn].title", "[\"A\"]"},
        {"$.store.book[?!@.price].title", "[\"D\"]"}, {"$.store.book[?@.price == 8.0 || @.title == 'D'].title", "[\"C\",\"D\"]"}, {"$.store.book[?match(@.title, '[AB]')].title", "[\"A\",\"B\"]"},
        {"$.store.book[?length(@) == 1].title", "[\"D\"]"}, {"$[?count(@.*) > 5]", "[[0,1,2,3,4,5]]"}, {"$.o['j j']['k.k']", "[3]"}, {"$.o[\"'\"]['@']", "[2]"}, {"$['\\uD83D\\uDE00']", "[1]"},
        {"$.nothing.at.all", "[]"}, {"$.limit.x", "[]"}, {"$.n[?@ >= 4]", "[4,5]"}, {"$.n[9007199254740991]", "[]"}, {"$ .o [ 'j j' ]", "[{\"k.k\":3}]"},
    };

    private static final String[][] WRONG = {
        {"", "1"}, {"o", "1"}, {"$.", "3"}, {"$.a b", "4"}, {"$[", "3"}, {"$['a", "3"}, {"$[01]", "3"}, {"$[?@.a = 1]", "8"}, {"$[?@.*==1]", "4"}, {"$[?len(@)>1]", "4"}, {"$[?1]", "4"},
        {"$[?length(@.a)]", "4"}, {"$[?match(@.a)]", "13"}, {"$[9007199254740992]", "3"}, {"$ ", "2"},
    };

    @TestFactory
    Stream<DynamicTest> aPathFinds() {
        return Stream.of(FOUND).map(row -> DynamicTest.dynamicTest(row[0], () ->
                assertEquals(row[1], JsonWriter.compact(new Json.Arr(0, 0, JsonPath.of(row[0]).find(JsonReader.read(SHOP))).plain()))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoPathSaysAtWhichCharacter() {
        return Stream.of(WRONG).map(row -> DynamicTest.dynamicTest("\"" + row[0] + "\"", () ->
                assertEquals(row[1], String.valueOf(assertThrows(PathProblem.class, () -> JsonPath.of(row[0])).at()))));
    }

    @Test
    void aStepForAnyNameLeadsThere() throws Exception {
        for (var name : new String[] {"plain", "a b", "it's", "back\\slash", "", "\n\u0001", "9", "ä", "\uD83D\uDE00", "a.b", "*"}) {
            var json = JsonReader.read(JsonWriter.compact(java.util.Map.of(name, 7)));
            assertEquals(1, JsonPath.of("$" + JsonPath.step(name)).find(json).size(), JsonPath.step(name));
        }
        assertEquals(".plain", JsonPath.step("plain"));
        assertEquals("['it\\'s']", JsonPath.step("it's"));
    }

    @Test
    void aSearchThatWouldTakeForEverIsGivenUp() throws Exception {
        var json = JsonReader.read("[" + "[1,2,3],".repeat(3_000) + "1]");
        var given = assertThrows(PathProblem.class, () -> JsonPath.of("$..[?$..[?@..*]]").find(json));
        assertTrue(given.getMessage().contains("million steps"), given.getMessage());
    }
}
