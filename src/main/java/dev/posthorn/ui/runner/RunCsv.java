package dev.posthorn.ui.runner;

import dev.posthorn.store.RunRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The requests of a run as CSV (RFC 4180), a line each, times in milliseconds: for a spreadsheet.
final class RunCsv {

    private static final String HEAD = "iteration,position,folder,request,method,url,outcome,status,time_ms,size_bytes,tests_passed,tests_failed,tests_skipped,trouble\r\n";

    private RunCsv() {}

    static String of(List<RunRow> rows) {
        var text = new StringBuilder(HEAD);
        for (var r : rows) {
            text.append(Stream.of(r.round() + 1, r.number() + 1, r.path(), r.name(), r.method(), r.url(), r.end().name().toLowerCase(Locale.ROOT), r.status() == 0 ? "" : r.status(),
                    r.end() == RunRow.End.ANSWERED ? String.format(Locale.ROOT, "%.3f", r.micros() / 1_000.0) : "", r.size(), r.passed(), r.failed(), r.skipped(), r.trouble())
                    .map(RunCsv::cell).collect(Collectors.joining(","))).append("\r\n");
        }
        return text.toString();
    }

    private static String cell(Object value) {
        var text = value.toString();
        // A spreadsheet would take these for a formula.
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !(value instanceof Number) ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
