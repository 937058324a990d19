package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.cli.report.Paint;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;

/// Tells of the tests and scripts of one request, a line each, beside its answer.
record TestLines(Terminal terminal) {

    /// True where all went well.
    boolean tell(ScriptReport report) {
        var paint = new Paint(terminal.colour());
        report.assertions().forEach(a -> terminal.err().println(switch (a.verdict()) {
            case PASSED -> paint.good("✓ ") + Columns.plain(a.name());
            case SKIPPED -> paint.quiet("- " + Columns.plain(a.name()) + " (skipped)");
            case FAILED -> paint.bad("✗ ") + Columns.plain(a.name()) + ": " + Columns.plain(a.error().message());
        }));
        report.faults().forEach(f -> terminal.complain(sentence(f)));
        terminal.err().flush();
        return report.failed() == 0 && report.faults().findAny().isEmpty();
    }

    private static String sentence(ScriptFault fault) {
        return "the script of " + fault.script() + " failed" + (fault.line() > 0 ? " at line " + fault.line() : "") + ": " + Columns.plain(fault.text());
    }
}
