package dev.posthorn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LinesTest {

    private static Lines lines(String text) throws IOException {
        return Lines.of(Source.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> all(Lines lines) throws IOException {
        var all = new ArrayList<String>();
        for (var i = 0L; i < lines.extent().paragraphs(); i++) {
            all.add(lines.paragraph(i).text());
        }
        return all;
    }

    @Test
    void everyKindOfLineEndEndsALine() throws IOException {
        assertEquals(List.of("a", "b", "", "c", "d", ""), all(lines("a\nb\n\r\nc\rd\r\n")));
        assertEquals(6, lines("a\nb\n\r\nc\rd\r\n").extent().lines());
    }

    @Test
    void anEmptyTextIsOneEmptyLine() throws IOException {
        assertEquals(List.of(""), all(lines("")));
    }

    @Test
    void aLongLineIsFoldedAndOnlyItsFirstParagraphBearsTheNumber() throws IOException {
        var lines = lines("first\n" + "x".repeat(4_500) + "\nlast");
        assertEquals(List.of(5, 2_000, 2_000, 500, 4), all(lines).stream().map(String::length).toList());
        assertEquals(new Lines.Paragraph("x".repeat(2_000), 2, false), lines.paragraph(1));
        assertEquals(new Lines.Paragraph("x".repeat(500), 2, true), lines.paragraph(3));
        assertEquals(new Lines.Paragraph("last", 3, false), lines.paragraph(4));
    }

    @Test
    void aLineOfExactlyTwoThousandCharsIsNotFolded() throws IOException {
        assertEquals(List.of("y".repeat(2_000), "z"), all(lines("y".repeat(2_000) + "\nz")));
    }

    @Test
    void aFoldNeverSplitsACharacter() throws IOException {
        for (var character : List.of("é", "名", "🚀")) {
            var text = "a" + character.repeat(5_000);
            var all = all(lines(text));
            assertEquals(text, String.join("", all), character);
            assertTrue(all.stream().noneMatch(p -> p.length() > 2_000 || p.contains("\uFFFD")), character);
        }
    }

    @Test
    void brokenBytesBecomeReplacementCharacters() throws IOException {
        var bytes = new byte[] {'a', (byte) 0xFF, (byte) 0xC3, '\n', (byte) 0xE2, (byte) 0x82, 'b'};
        assertEquals(List.of("a\uFFFD\uFFFD", "\uFFFDb"), all(Lines.of(Source.of(bytes))));
    }

    @Test
    void aByteOrderMarkIsNoText() throws IOException {
        assertEquals(List.of("a"), all(lines("\uFEFFa")));
    }

    @Test
    void randomTextsComeBackWhole() throws IOException {
        var random = new Random(7);
        var pieces = List.of("a", "é", "名称", "🚀", "\n", "\r\n", "\r", "x".repeat(700), " ".repeat(1_999));
        for (var round = 0; round < 30; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < 400; i++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            var lines = lines(text.toString());
            var joined = new StringBuilder();
            for (var i = 0L; i < lines.extent().paragraphs(); i++) {
                var paragraph = lines.paragraph(i);
                joined.append(i > 0 && !paragraph.continued() ? "\n" : "").append(paragraph.text());
            }
            assertEquals(text.toString().replace("\r\n", "\n").replace('\r', '\n'), joined.toString());
        }
    }

    @Test
    void anyLineOfALongTextIsFoundByItsNumber() throws IOException {
        var text = new StringBuilder();
        for (var i = 1; i <= 50_000; i++) {
            text.append("line ").append(i).append(i % 5_000 == 0 ? "x".repeat(30_000) : "").append('\n');
        }
        var lines = lines(text.toString());
        assertEquals(50_001, lines.extent().lines());
        for (var line : List.of(1L, 2L, 4_999L, 5_000L, 5_001L, 33_333L, 50_000L)) {
            var paragraph = lines.paragraph(lines.paragraphOfLine(line));
            assertEquals(line, paragraph.line());
            assertFalse(paragraph.continued());
            assertTrue(paragraph.text().startsWith("line " + line), paragraph.text());
        }
        assertEquals(50_001, lines.paragraph(lines.paragraphOfLine(99_999_999)).line());
    }

    @Test
    void whatIsIndexedCanBeReadWhileTheWalkGoesOn() throws IOException {
        var lines = new Lines(Source.of("some line\n".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
        var seen = new ArrayList<Long>();
        lines.index(new Watch() {
            @Override
            public boolean stopped() {
                return false;
            }

            @Override
            public void passed(long bytes) {
                var extent = lines.extent();
                seen.add(extent.paragraphs());
                try {
                    assertEquals(extent.complete() ? "" : "some line", lines.paragraph(extent.paragraphs() - 1).text());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        assertTrue(seen.size() > 3 && seen.getFirst() > 0 && seen.getFirst() < seen.getLast(), seen.toString());
    }

    @Test
    void theWalkCanBeStopped() {
        var lines = new Lines(Source.of(new byte[1_000_000]));
        assertThrows(InterruptedIOException.class, () -> lines.index(new Watch() {
            @Override
            public boolean stopped() {
                return lines.extent().bytes() > 0;
            }

            @Override
            public void passed(long bytes) {}
        }));
        assertFalse(lines.extent().complete());
    }

    @Test
    void aSearchFindsAcrossFoldsWhateverTheCase() throws IOException {
        var lines = lines("Needle\n" + "x".repeat(1_997) + "NEEDLE" + "y".repeat(100) + "needle\nno");
        var found = Search.find(lines, "needle", 100, Watch.none());
        assertEquals(List.of(new Search.Match(0, 0, 6), new Search.Match(1, 1_997, 6), new Search.Match(2, 103, 6)), found.matches());
        assertFalse(found.more());
    }

    @Test
    void aSearchStopsAtItsLimitAndSaysSo() throws IOException {
        var found = Search.find(lines("a".repeat(50)), "a", 10, Watch.none());
        assertEquals(10, found.matches().size());
        assertTrue(found.more());
    }

    @Test
    void aTextOfAnotherCharsetIsReadAsIt() throws IOException {
        var bytes = "Grüße\n名".getBytes(StandardCharsets.UTF_16);
        var decoding = Decoding.of("text/plain; charset=utf-8", bytes);
        assertEquals(StandardCharsets.UTF_16BE, decoding.charset());
        var out = new java.io.ByteArrayOutputStream();
        decoding.toUtf8(new java.io.ByteArrayInputStream(bytes), out, Watch.none());
        assertEquals("Grüße\n名", out.toString(StandardCharsets.UTF_8));
        assertEquals("windows-1252", Decoding.of("text/html; charset=\"Windows-1252\"", new byte[0]).charset().name().toLowerCase(java.util.Locale.ROOT));
        assertEquals("ISO-8859-1", Decoding.of("application/xml", "<?xml version='1.0' encoding='ISO-8859-1'?>".getBytes(StandardCharsets.US_ASCII)).label());
        assertEquals("klingon", Decoding.of("text/plain; charset=klingon", new byte[0]).unknown());
    }
}
