package dev.posthorn.imports.curl;

import dev.posthorn.formats.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// What became of the options of one command, while its request is made.
final class Ledger {

    private final IntFunction<String> place;
    private final List<Report.Row> rows = new ArrayList<>();
    private int kept;

    /// @param place says where an offset is: "line 3"
    Ledger(IntFunction<String> place) {
        this.place = place;
    }

    void kept() {
        kept++;
    }

    /// @param from never the value of a secret
    void translated(int offset, String from, String to, String reason) {
        rows.add(Report.Row.translated("", place.apply(offset), from, to, reason));
    }

    void aside(int offset, String from, String reason) {
        rows.add(Report.Row.aside("", place.apply(offset), from, reason));
    }

    /// All rows under the name of the request.
    List<Report.Row> rows(String item, int offset) {
        var all = new ArrayList<Report.Row>();
        if (kept > 0) {
            all.add(Report.Row.kept(item, place.apply(offset), kept));
        }
        rows.stream().distinct().forEach(r -> all.add(new Report.Row(item, r.fate(), r.pointer(), r.from(), r.to(), r.reason(), r.count())));
        return all;
    }
}
