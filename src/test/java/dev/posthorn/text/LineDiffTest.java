package dev.posthorn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.text.LineDiff.Kind;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LineDiffTest {
    private static String signs(String left, String right) {
        return LineDiff.of(left, right).rows().stream().map(r -> switch (r.kind()) {
            case SAME -> "=";
            case LEFT -> "-";
            case RIGHT -> "+";
            case CHANGED -> "~";
        }).collect(Collectors.joining());
    }

    @Test
    void anInsertedLineStandsAlone() {
        assertEquals("=+=", signs("a\nb", "a\nx\nb"));
    }

    @Test
    void aDeletedLineStandsAlone() {
        assertEquals("=-=", signs("a\nx\nb", "a\nb"));
    }

    @Test
    void aChangedLineStandsBesideWhatItBecame() {
        assertEquals("=~=", signs("a\nx\nb", "a\ny\nb"));
        var row = LineDiff.of("a\nx\nb", "a\ny\nb").rows().get(1);
        assertEquals("x", row.left());
        assertEquals("y", row.right());
    }

    @Test
    void equalTextsHaveNoChanges() {
        assertEquals(0, LineDiff.of("a\nb", "a\nb").changes());
    }

    @Test
    void bothSidesOfARandomEditReadAsTheTextsThemselves() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var left = text(random);
            var right = text(random);
            var diff = LineDiff.of(left, right);
            assertEquals(left, diff.rows().stream().filter(r -> r.left() != null).map(LineDiff.Row::left).collect(Collectors.joining("\n")));
            assertEquals(right, diff.rows().stream().filter(r -> r.right() != null).map(LineDiff.Row::right).collect(Collectors.joining("\n")));
            assertTrue(diff.rows().stream().filter(r -> r.kind() == Kind.SAME).allMatch(r -> r.left().equals(r.right())));
        }
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(1, 30)).mapToObj(_ -> String.valueOf((char) ('a' + random.nextInt(6)))).collect(Collectors.joining("\n"));
    }

    @Test
    void twoLongTextsWithNothingInCommonAreShownAllTheSame() {
        var left = IntStream.range(0, 6_000).mapToObj(i -> "l" + i).collect(Collectors.joining("\n"));
        var right = IntStream.range(0, 6_000).mapToObj(i -> "r" + i).collect(Collectors.joining("\n"));
        assertEquals(6_000, LineDiff.of(left, right).changes());
    }
}
