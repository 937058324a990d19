package dev.posthorn.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.model.Entry;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DotEnvTest {

    private static ReadResult.OfEnvironment read(String name, String text) {
        return assertInstanceOf(ReadResult.OfEnvironment.class, Importers.read(Path.of("app", name), text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private static Map<String, String> values(String text) {
        var values = new LinkedHashMap<String, String>();
        read(".env", text).environment().variables().forEach(e -> values.put(e.key(), e.value()));
        return values;
    }

    @Test
    void everyFormOfAValueIsRead() {
        var expected = new LinkedHashMap<String, String>();
        expected.put("PLAIN", "a b");
        expected.put("HASH", "a#b");
        expected.put("EMPTY", "");
        expected.put("ONLY_COMMENT", "");
        expected.put("SINGLE", "raw $PLAIN \\n # no comment");
        expected.put("DOUBLE", "line\nnext\t\"q\" \\ # no comment");
        expected.put("TICK", "it's \"both\"");
        expected.put("LINES", "first\nsecond\n");
        expected.put("exported.name", "yes");
        expected.put("YAML", "value");
        expected.put("EQUALS", "a=b==");
        assertEquals(expected, values("""
                # a comment
                PLAIN = a b   # comment

                HASH=a#b
                EMPTY=
                ONLY_COMMENT= # nothing
                SINGLE='raw $PLAIN \\n # no comment' # comment
                DOUBLE="line\\nnext\\t\\"q\\" \\\\ # no comment"
                TICK=`it's "both"`
                LINES="first
                second
                "
                export exported.name=yes
                export SOMETHING
                YAML: value
                EQUALS=a=b==
                """));
    }

    @Test
    void referencesMeanTheSameFileAlone() {
        assertEquals(Map.of("A", "1", "B", "1-1", "C", "$A", "D", "$A", "E", "$HOME/x", "F", "other", "G", "1"),
                values("A=1\r\nB=\"$A-${A}\"\r\nC='$A'\r\nD=\\$A\r\nE=$HOME/x\r\nF=${NONE:-other}\r\nG=${A:-other}\r\n"));
    }

    @Test
    void theLastOfTwoWithOneNameCounts() {
        assertEquals(Map.of("A", "2"), values("A=1\nA=2"));
    }

    @Test
    void namesThatSayItMakeSecrets() {
        var secret = read(".env", "DB_PASSWORD=a\nAPI_KEY=b\nGITHUB_TOKEN_V2=c\nCLIENT_SECRET=d\nKEYBOARD=e\nHOST=f").environment().variables().stream()
                .filter(Entry::secret).map(Entry::key).toList();
        assertEquals(java.util.List.of("DB_PASSWORD", "API_KEY", "GITHUB_TOKEN_V2", "CLIENT_SECRET"), secret);
    }

    @Test
    void itsNameComesFromTheFileOrItsFolder() {
        assertEquals("staging", read(".env.staging", "A=1").environment().name());
        assertEquals("prod", read("prod.env", "A=1").environment().name());
        assertEquals("app .env", read(".env", "A=1").environment().name());
    }

    @Test
    void aLineThatSaysNothingIsInTheReport() {
        var rows = read(".env", "A=1\nthis is nothing\nB=2").report().rows();
        assertTrue(rows.stream().anyMatch(r -> r.fate() == Report.Fate.ASIDE && r.pointer().equals("line 2")), rows.toString());
    }

    @Test
    void otherTextsAreNoEnvironments() {
        var importer = new DotEnv();
        for (var text : new String[] {"", "hello world", "https://example.com/?a=b", "curl http://x", "name: value\nother: thing", "{\"a\":1}", "GET http://x\nA=1", "a: b=c"}) {
            assertFalse(importer.recognises(Document.of(Path.of("pasted"), text)), text);
        }
        assertTrue(importer.recognises(Document.of(Path.of("pasted"), "A=1\nB=2")));
    }
}
