package dev.posthorn.odata.result;

import java.util.List;

/// A table that a service answered: a page of a list, or one entity as a single row.
///
/// @param rows  made of the answer's text when they are asked for, so that a page of 100,000 takes no more than its text
/// @param next  the address of the next page, absolute; "" where this is the last
/// @param count how many there are in all; -1 where the service does not say
/// @param delta where changes since now can be asked for, absolute; "" where nowhere
/// @param one   whether it is one entity, and not a list with one
public record Page(List<Column> columns, List<Row> rows, String next, long count, String delta, boolean one) implements Answer {

    /// The place of a column, -1 where there is none of that name.
    public int column(String name) {
        for (var i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
