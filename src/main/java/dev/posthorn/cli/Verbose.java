package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.cli.report.Paint;
import dev.posthorn.store.Veil;
import dev.posthorn.workbench.Console;
import dev.posthorn.workbench.ConsoleEntry;
import dev.posthorn.workbench.ExchangeText;
import java.util.stream.Collectors;

/// Prints every exchange as `curl -v` does: `*` for the connection, `>` for what is sent, `<` for what comes back. To the error stream, so that
/// the body alone is the output. Secrets are covered unless they are asked for.
final class Verbose {

    private final Console console;
    private final Terminal terminal;
    private final Paint paint;
    private final boolean secrets;
    private long printed;

    Verbose(Console console, Terminal terminal, boolean secrets) {
        this.console = console;
        this.terminal = terminal;
        this.paint = new Paint(terminal.colour());
        this.secrets = secrets;
    }

    /// Prints what has come since the last time.
    synchronized void print() {
        for (var entry : console.entries()) {
            if (entry.id() > printed) {
                printed = entry.id();
                if (entry instanceof ConsoleEntry.Exchanged exchanged) {
                    print(exchanged);
                }
            }
        }
        terminal.err().flush();
    }

    private void print(ConsoleEntry.Exchanged entry) {
        var traffic = entry.traffic();
        ExchangeText.connection(traffic).forEach(this::note);
        if (!traffic.trace().heads().raw() && traffic.trace().connection().remote().isEmpty() && traffic.received() == null) {
            note("Not connected: " + traffic.sent().method() + " " + shown(entry.veil().url(traffic.sent().url())));
        } else {
            lines("> ", shown(entry.veil().head(ExchangeText.requestHead(traffic))));
            var body = ExchangeText.sentBody(traffic);
            if (!body.isEmpty()) {
                note("Sent " + body);
            }
        }
        lines("< ", shown(entry.veil().head(ExchangeText.responseHead(traffic))));
        if (traffic.received() != null) {
            traffic.received().trace().trailers().forEach(t -> terminal.err().println("< " + Columns.plain(t.name() + ": " + shown(entry.veil().field(t))) + paint.quiet(" (trailer)")));
        }
        note(ExchangeText.outcome(traffic));
    }

    private String shown(java.util.List<Veil.Piece> pieces) {
        return secrets ? pieces.stream().map(Veil.Piece::text).collect(Collectors.joining()) : Veil.covered(pieces);
    }

    private void note(String sentence) {
        terminal.err().println(paint.quiet("* " + Columns.plain(sentence)));
    }

    private void lines(String mark, String head) {
        head.lines().forEach(line -> terminal.err().println(mark + Columns.plain(line)));
    }
}
