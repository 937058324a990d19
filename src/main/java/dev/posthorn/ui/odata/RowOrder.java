package dev.posthorn.ui.odata;

import dev.posthorn.odata.result.Cell;
import dev.posthorn.odata.result.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order of rows by one of their columns: numbers as numbers, all else as text.
final class RowOrder {

    private RowOrder() {}

    /// A row with what it is sorted by.
    private record Sorted(Row row, String text, BigDecimal number) {}

    /// What has no value comes last, whatever the direction.
    static List<Row> sorted(List<Row> all, int place, boolean numeric, boolean down) {
        var keyed = new ArrayList<Sorted>(all.size());
        for (var row : all) {
            var cell = row.cells().get(place);
            var text = cell instanceof Cell.Nothing || cell instanceof Cell.Absent ? null : cell.text();
            keyed.add(new Sorted(row, text, numeric && text != null ? RowText.number(text) : null));
        }
        Comparator<Sorted> order = numeric ? Comparator.comparing(Sorted::number, Comparator.nullsFirst(Comparator.naturalOrder()))
                : Comparator.comparing(Sorted::text, Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER));
        Comparator<Sorted> missing = Comparator.comparing(s -> s.text() == null);
        keyed.sort(missing.thenComparing(down ? order.reversed() : order));
        return keyed.stream().map(Sorted::row).toList();
    }
}
