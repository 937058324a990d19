package dev.posthorn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TokenizersTest {

    /// "KEY:"a" STRING:…" of the spans that carry a colour, without punctuation.
    private static String seen(String language, String text) {
        return Tokenizers.of(language).tokens(text).stream().filter(s -> s.kind() != Span.Kind.PUNCTUATION)
                .map(s -> s.kind() + ":" + text.substring(s.start(), s.end())).collect(Collectors.joining(" "));
    }

    @Test
    void jsonKeysStringsNumbersAndWords() {
        assertEquals("KEY:\"a\" STRING:\"x\\\"y\" KEY:\"n\" NUMBER:-1.5e3 KEYWORD:true KEYWORD:null ERROR:oops", seen("json", "{\"a\": \"x\\\"y\",\n \"n\" : -1.5e3, true null oops}"));
        assertEquals("COMMENT:// note COMMENT:/* a COMMENT:b */ NUMBER:1", seen("json", "// note\n/* a\nb */ 1"));
    }

    @Test
    void variablesAreCutOutOfWhateverSurroundsThem() {
        assertEquals("STRING:\"a VARIABLE:{{b}} STRING:c\"", seen("json", "\"a {{b}}c\"").replace("a  ", "a "));
        assertEquals("VARIABLE:{{host}}", seen("text", "see {{host}}/x"));
        assertEquals("KEY:\"a\" VARIABLE:{{n}}", seen("json", "{\"a\":{{n}}}"));
    }

    @Test
    void markupTagsAttributesAndComments() {
        assertEquals("TAG:<a ATTRIBUTE:href STRING:\" STRING:x\" TAG:> TAG:</a TAG:> COMMENT:<!-- one COMMENT:two -->", seen("xml", "<a href=\"x\">t</a><!-- one\ntwo -->"));
        assertEquals("TAG:<script TAG:> KEYWORD:var NUMBER:1 TAG:</script TAG:>", seen("html", "<script>var a = 1</script>"));
    }

    @Test
    void javascriptAndGraphQl() {
        assertEquals("KEYWORD:const STRING:/a\\/b/g NUMBER:2 COMMENT:// c", seen("javascript", "const a = /a\\/b/g; b / 2 // c"));
        assertEquals("STRING:`one STRING:two` KEYWORD:return", seen("javascript", "`one\ntwo` return"));
        assertEquals("KEYWORD:query ATTRIBUTE:$id KEY:id ATTRIBUTE:$id TAG:@skip COMMENT:# no", seen("graphql", "query Q($id: ID) { a(id: $id) @skip # no"));
    }

    @Test
    void aParagraphAmidAStringIsSeenAsOne() {
        var json = Tokenizers.lexer("json");
        assertEquals(1, json.guess("rest of a text\", \"next\": 1", true));
        assertEquals(LineLexer.START, json.guess(":12,\"name\":\"abc\",", true));
        assertEquals(LineLexer.START, json.guess("\"name\":\"abc\",", false));
        assertEquals(1, json.guess("no quote at all in here, only words", true));
        var spans = new ArrayList<Span>();
        json.lex("rest\", 1", 1, spans);
        assertEquals(List.of(new Span(0, 5, Span.Kind.STRING), new Span(5, 6, Span.Kind.PUNCTUATION), new Span(7, 8, Span.Kind.NUMBER)), spans);
    }

    @Test
    void spansAreInOrderWithinTheTextAndNeverOverlapWhateverTheInput() {
        var random = new Random(11);
        var alphabet = "<>/\"'`{}[]:,.\\ab1 \n-!=$#*@é{{}}";
        for (var language : List.of("json", "xml", "html", "javascript", "graphql", "text")) {
            for (var round = 0; round < 2_000; round++) {
                var text = new StringBuilder();
                for (var i = 0; i < 60; i++) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                var last = 0;
                for (var span : Tokenizers.of(language).tokens(text.toString())) {
                    assertTrue(span.start() >= last && span.end() > span.start() && span.end() <= text.length(), () -> language + ": " + text + " " + span);
                    last = span.end();
                }
            }
        }
    }

    @Test
    void noParagraphIsSlow() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (var language : List.of("json", "xml", "html", "javascript", "graphql")) {
                for (var piece : List.of("\"", "<", "/", "{{", "a:", "`", "\\", "<script", "[")) {
                    var text = piece.repeat(2_000 / piece.length());
                    for (var round = 0; round < 20; round++) {
                        Tokenizers.of(language).tokens(text);
                    }
                }
            }
        });
    }
}
