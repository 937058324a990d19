package dev.posthorn.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Script;
import dev.posthorn.tree.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Files whose parts contradict each other, or that hold nothing, are read as Postman runs them.
final class AsNewmanReadsTest {

    private static String url(String json) throws Exception {
        return PostmanUrl.read(JsonReader.read(json), "").text();
    }

    @Test
    void anAddressWhoseTextNamesAnotherHostIsThatOfItsParts() throws Exception {
        assertEquals("http://b.test/x", url("{\"raw\": \"https:\\\\\\\\a.test/x\", \"protocol\": \"http\", \"host\": [\"b\", \"test\"], \"path\": [\"x\"]}"));
        assertEquals("https://b.test/x", url("{\"raw\": \"  \", \"protocol\": \"https\", \"host\": \"b.test\", \"path\": [\"x\"]}"));
        assertEquals("http://u@s:p@ss@b.test/x", url("{\"raw\": \"http://u@s:p@ss@a.test/x\", \"protocol\": \"http\", \"auth\": {\"user\": \"u@s\", \"password\": \"p@ss\"}, \"host\": [\"b\", \"test\"], \"path\": [\"x\"]}"));
        for (var same : List.of("http://B.test/x", "b.test/x")) {
            assertEquals(same, url("{\"raw\": \"" + same + "\", \"protocol\": \"http\", \"host\": [\"b\", \"test\"], \"path\": [\"x\"]}"));
        }
    }

    @Test
    void rowsOfTheQuerySayWhatItsTextCannot() throws Exception {
        var row = "{\"raw\": \"http://a.test/?x=1&y=%s\", \"host\": [\"a\", \"test\"], \"query\": [{\"key\": \"x\", \"value\": \"1\"}, {\"key\": \"y\", \"value\": %s}]}";
        assertEquals("http://a.test/?x=1&y", url(row.formatted("", "null")));
        assertEquals("http://a.test/?x=1&y=", url(row.formatted("", "\"\"")));
        assertEquals("http://a.test/?x=1&y=2%0A", url(row.formatted("2\\n", "\"2\\n\"")));
    }

    @Test
    void scriptsThatHoldNothingAreScriptsAndSwitchedOffOnesAreNone() throws Exception {
        var scripts = PostmanScripts.read(JsonReader.read("""
                [{"listen": "test", "script": {"exec": []}}, {"listen": "prerequest", "script": {"exec": [""]}}, {"listen": "test", "script": {"exec": null}},
                 {"listen": "test"}, {"listen": "test", "disabled": true, "script": {"exec": ["1"]}}, {"listen": "test", "script": {"exec": "2"}}]
                """));
        assertEquals(List.of("TEST ", "PRE_REQUEST ", "TEST ", "TEST 2"), scripts.stream().map(s -> s.phase() + " " + s.code()).toList());
        assertEquals("2", Script.code(scripts, Script.Phase.TEST));
    }
}
