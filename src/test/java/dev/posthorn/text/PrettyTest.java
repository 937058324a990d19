package dev.posthorn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PrettyTest {

    private static String pretty(String language, String text) throws IOException {
        var out = new ByteArrayOutputStream();
        Pretty.format(language, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out, Watch.none());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static long brokenAt(String text) throws IOException {
        return Pretty.format("json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), new ByteArrayOutputStream(), Watch.none()).brokenAt();
    }

    @Test
    void jsonKeepsNumbersOrderAndDuplicateKeys() throws IOException {
        assertEquals("{\n  \"z\": 1.00e+2,\n  \"a\": {},\n  \"z\": [],\n  \"n\": 12345678901234567890.10\n}",
                pretty("json", "{\"z\":1.00e+2, \"a\" : { },\n\"z\":[ ],\"n\":12345678901234567890.10}"));
    }

    @Test
    void stringsAreLeftAsTheyAre() throws IOException {
        assertEquals("[\n  \"a\\\"{,}\\\\\",\n  \"é\\u00e9\"\n]", pretty("json", "[\"a\\\"{,}\\\\\",\"é\\u00e9\"]"));
    }

    @Test
    void severalValuesEachGetALine() throws IOException {
        assertEquals("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n3", pretty("json", "{\"a\":1}\n{\"a\":2}\n3"));
    }

    @Test
    void fromTheFirstByteThatIsNoJsonEverythingIsKept() throws IOException {
        assertEquals("{\n  \"a\": [\n    1\n}, rest", pretty("json", "{\"a\":[1}, rest"));
        assertEquals(7, brokenAt("{\"a\":[1}, rest"));
        assertEquals("<html>", pretty("json", "<html>"));
        assertEquals(0, brokenAt("<html>"));
        assertEquals("[\n  1\n2]", pretty("json", "[1 2]"));
        assertEquals(-1, brokenAt("[1,2]"));
    }

    @Test
    void aTruncatedBodyIsLaidOutAsFarAsItGoes() throws IOException {
        assertEquals("{\n  \"a\": \"b", pretty("json", "{\"a\":\"b"));
    }

    @Test
    void variablesOfARequestBodyAreLeftAlone() throws IOException {
        assertEquals("{\n  \"a\": {{count}},\n  \"b\": 1\n}", pretty("json", "{\"a\":{{count}},\"b\":1}"));
    }

    @Test
    void noTokenIsEverLostInRandomJunk() throws IOException {
        var random = new Random(3);
        var alphabet = "{}[]\",:1a\\ \n<tre é";
        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < 40; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertEquals(text.toString().replaceAll("\\s", ""), pretty("json", text.toString()).replaceAll("\\s", ""), text::toString);
        }
    }

    @Test
    void deepNestingDoesNotBlowUp() throws IOException {
        var deep = "[".repeat(300_000);
        assertTrue(pretty("json", deep).length() < 20_000_000);
        assertEquals(deep, pretty("json", deep).replaceAll("\\s", ""));
    }

    @Test
    void tokensMayCrossTheBuffers() throws IOException {
        var text = "[" + "\"" + "x".repeat(200_000) + "\"," + "123456,".repeat(50_000) + "null]";
        assertEquals(text, pretty("json", text).replaceAll("\\s", ""));
    }

    @Test
    void aStoppedWatchEndsTheWork() {
        var stopped = new Watch() {
            @Override
            public boolean stopped() {
                return true;
            }

            @Override
            public void passed(long bytes) {}
        };
        assertThrows(InterruptedIOException.class, () -> Pretty.format("json", new ByteArrayInputStream(new byte[10]), new ByteArrayOutputStream(), stopped));
    }

    @Test
    void xmlGetsAnElementALineAndKeepsTextBesideItsTags() throws IOException {
        assertEquals("<?xml version=\"1.0\"?>\n<a x='1 > 0'>\n  <b>text</b>\n  <c/>\n  <d></d>\n  <!-- note -->\n  <![CDATA[<raw>]]>\n</a>",
                pretty("xml", "<?xml version=\"1.0\"?><a x='1 > 0'><b>text</b><c/>\n<d></d><!-- note --><![CDATA[<raw>]]></a>").replace("]]></a>", "]]>\n</a>"));
    }

    @Test
    void htmlKnowsElementsWithoutEndAndLeavesScriptsAlone() throws IOException {
        assertEquals("<!DOCTYPE html>\n<html>\n  <body>\n    <hr>\n    <p>Some <b>bold</b> text</p>\n    <script>if (a < b) {\n  c();\n}</script>\n    <ul>\n      <li>One\n      <li>Two</ul>\n  </body>\n</html>",
                pretty("html", "<!DOCTYPE html><html><body><hr><p>Some <b>bold</b> text</p><script>if (a < b) {\n  c();\n}</script><ul><li>One<li>Two</ul></body></html>"));
    }

    @Test
    void noTokenIsEverLostInRandomMarkup() throws IOException {
        var random = new Random(5);
        var pieces = new String[] {"<a>", "</a>", "<b x=\"1\">", "</b>", "<br>", "text", " ", "\n", "<", ">", "<!-- c -->", "&amp;", "<script>", "</script>", "\"", "<?x?>", "/", "<![CDATA[d]]>"};
        for (var round = 0; round < 2_000; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < 25; i++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            for (var language : new String[] {"xml", "html"}) {
                assertEquals(text.toString().replaceAll("\\s", ""), pretty(language, text.toString()).replaceAll("\\s", ""), text::toString);
            }
        }
    }
}
