package dev.posthorn.formats;

import java.util.ArrayList;
import java.util.List;

/// What became of every part of an import: the proof that nothing was dropped in silence.
public record Report(List<Row> rows) {

    public static final Report EMPTY = new Report(List.of());

    /// What a row says of a file, or a part of one, that could not be read; its reason is a sentence for the user.
    public static final String UNREADABLE = "a file that cannot be read";

    public Report {
        rows = List.copyOf(rows);
    }

    public enum Fate {
        /// In the result as it was.
        KEPT,
        /// In the result in another form.
        TRANSLATED,
        /// The result has no place for it: kept beside it (or, where a row says so, left out).
        ASIDE
    }

    /// @param item    the path of names to the item: "Users / Get a user"; empty for the whole file
    /// @param pointer where the value stands in the source: a JSON pointer (RFC 6901), or "line 12" where the source is no tree
    /// @param from    what it was, in a few words; never the value of a secret
    /// @param to      what it became; empty where it is kept or kept aside
    /// @param reason  why; empty for what is kept
    /// @param count   how many values the row stands for, at least 1
    public record Row(String item, Fate fate, String pointer, String from, String to, String reason, int count) {

        public static Row kept(String item, String pointer, int count) {
            return new Row(item, Fate.KEPT, pointer, "", "", "", count);
        }

        public static Row translated(String item, String pointer, String from, String to, String reason) {
            return new Row(item, Fate.TRANSLATED, pointer, from, to, reason, 1);
        }

        public static Row aside(String item, String pointer, String from, String reason) {
            return new Row(item, Fate.ASIDE, pointer, from, "", reason, 1);
        }
    }

    /// How many values met this fate.
    public int count(Fate fate) {
        return rows.stream().filter(r -> r.fate() == fate).mapToInt(Row::count).sum();
    }

    public Report and(Report other) {
        var all = new ArrayList<>(rows);
        all.addAll(other.rows);
        return new Report(all);
    }
}
