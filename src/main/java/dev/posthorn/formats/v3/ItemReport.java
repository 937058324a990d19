package dev.posthorn.formats.v3;

import dev.posthorn.formats.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The rows of a report about one item on its way to v3: how many values are kept, what is translated, what is kept aside and why.
record ItemReport(String names, String pointer) {

    List<Report.Row> rows(Map<String, Object> original, List<Residue.Edit> edits, List<Report.Row> translated) {
        var rows = new ArrayList<Report.Row>();
        var there = edits.stream().filter(e -> e.kind() != Residue.Edit.Kind.ABSENT).mapToInt(e -> leaves(e.value())).sum();
        var kept = leaves(original) - there - translated.size();
        if (kept > 0) {
            rows.add(Report.Row.kept(names, pointer, kept));
        }
        translated.forEach(row -> rows.add(Report.Row.translated(names, row.pointer(), row.from(), row.to(), row.reason())));
        edits.forEach(edit -> rows.add(new Report.Row(names, Report.Fate.ASIDE, edit.pointer(), what(edit), "", reason(edit), Math.max(1, leaves(edit.value())))));
        return rows;
    }

    private static int leaves(Object value) {
        return switch (value) {
            case Map<?, ?> map -> leaves(map.values());
            case Collection<?> list -> {
                var sum = 0;
                for (var element : list) {
                    sum += leaves(element);
                }
                yield sum;
            }
            case null, default -> 1;
        };
    }

    private static String what(Residue.Edit edit) {
        return switch (edit.value()) {
            case Map<?, ?> map -> map.isEmpty() ? "an empty object" : "an object";
            case List<?> list -> list.isEmpty() ? "an empty list" : "a list";
            case String text -> text.isEmpty() ? "an empty text" : "a text";
            case Boolean flag -> flag.toString();
            case Number _ -> "a number";
            case null, default -> edit.kind() == Residue.Edit.Kind.ABSENT ? "nothing" : "null";
        };
    }

    private static String reason(Residue.Edit edit) {
        return switch (edit.kind()) {
            case ONLY_THERE -> "Postman 3.0 has no place for it";
            case ABSENT -> "the file leaves out what an export from Postman 3.0 says";
            case OTHER_FORM -> "Postman 3.0 holds the value, but writes it in another form";
            case OTHER_VALUE -> "the value does not follow from what Postman 3.0 holds";
        };
    }
}
