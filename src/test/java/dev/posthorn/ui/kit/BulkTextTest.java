package dev.posthorn.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.model.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BulkTextTest {

    private static final List<Entry> ROWS = List.of(Entry.of("a", "1").withDescription("one"), Entry.of("b", "x: y").withEnabled(false).withDescription("two"),
            Entry.of("a", "line\nbreak"));

    @Test
    void rowsThatAreOffHaveSlashes() {
        assertEquals("a: 1\n//b: x: y\na: line⏎break", BulkText.format(ROWS));
    }

    @Test
    void textThatWasNotTouchedGivesTheVeryRowsBack() {
        assertEquals(ROWS, BulkText.parse(BulkText.format(ROWS), ROWS));
    }

    @Test
    void aChangedValueKeepsTheDescriptionOfItsKey() {
        assertEquals(List.of(Entry.of("a", "2").withDescription("one"), ROWS.get(1).withEnabled(true), ROWS.get(2)),
                BulkText.parse("a: 2\nb: x: y\na: line⏎break", ROWS));
    }

    @Test
    void newAndRemovedLinesAreNewAndRemovedRows() {
        assertEquals(List.of(Entry.of("new", "v"), ROWS.getFirst()), BulkText.parse("\nnew:v\n\na: 1\n", ROWS));
    }

    @Test
    void pastedLinesMayUseColonEqualsOrTab() {
        assertEquals(List.of(Entry.of("a", "1"), Entry.of("b", "2=3"), Entry.of("c:d", "4"), Entry.of("e", "").withEnabled(false)),
                BulkText.pasted("a: 1\nb=2=3\r\nc:d\t4\n//e"));
    }
}
