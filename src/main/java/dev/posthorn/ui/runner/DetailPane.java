package dev.posthorn.ui.runner;

import dev.posthorn.model.Assertion;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.Traffic;
import dev.posthorn.store.RunDetail;
import dev.posthorn.store.RunRow;
import dev.posthorn.store.Veil;
import dev.posthorn.ui.editor.Transcript;
import dev.posthorn.ui.editor.VeiledExchange;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Icons;
import dev.posthorn.ui.kit.Methods;
import dev.posthorn.ui.kit.TabStrip;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.octicons.Octicons;

/// One request of a run in full: its tests, what went over the wire, what its scripts said. Read from the disk when it is chosen.
final class DetailPane extends BorderPane {

    /// Where the details of the run come from. Blocks.
    @FunctionalInterface
    interface Source {
        RunDetail of(RunRow row) throws IOException;
    }

    private final TabStrip strip = new TabStrip();
    private final TabStrip.Tab tests = strip.add("result-tab-tests", "Tests");
    private final TabStrip.Tab exchange = strip.add("result-tab-exchange", "Exchange");
    private final TabStrip.Tab console = strip.add("result-tab-console", "Console");
    private final Transcript text = new Transcript();
    private final Label method = new Label();
    private final Label url = new Label();
    private final Label nothing = new Label("Choose a request to see its exchange and tests.");
    private final VBox top;
    private final Background.Latest<RunDetail> reading;
    private RunRow row;
    private RunDetail detail;
    private boolean turned;

    /// `open` is given the id of a request.
    DetailPane(Background background, Consumer<String> open) {
        setId("run-detail");
        getStyleClass().add("run-detail");
        setMinWidth(160);
        setMinHeight(80);
        reading = background.latest(this::read, e -> note("The details of this request cannot be read: " + e.getMessage() + "."));
        url.getStyleClass().add("mono");
        url.setMinWidth(0);
        url.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(url, Priority.ALWAYS);
        method.setMinWidth(USE_PREF_SIZE);
        var go = Icons.button(Octicons.LINK_EXTERNAL_16, "Open the request in a tab", () -> {
            if (row != null) {
                open.accept(row.item());
            }
        });
        go.setId("run-open-request");
        var head = new HBox(method, url, go);
        head.getStyleClass().add("run-detail-head");
        top = new VBox(head, strip);
        nothing.getStyleClass().add("muted");
        nothing.setWrapText(true);
        strip.selectedProperty().addListener(_ -> render());
        clear();
    }

    void clear() {
        row = null;
        detail = null;
        reading.forget();
        setTop(null);
        setCenter(nothing);
    }

    void show(RunRow chosen, Source source) {
        row = chosen;
        detail = null;
        Methods.show(method, chosen.method());
        url.setText(chosen.url());
        tests.countText(chosen.tests() == 0 ? "" : chosen.passed() + "/" + chosen.tests());
        console.count(0);
        if (getTop() == null) {
            setTop(top);
        }
        page(chosen);
        if (chosen.length() == 0) {
            reading.forget();
            note(chosen.trouble().isEmpty() ? "Nothing more was kept of this request." : chosen.trouble());
        } else {
            reading.submit(() -> source.of(chosen));
        }
    }

    /// Where there is nothing to say about tests, the exchange is shown until there is.
    private void page(RunRow chosen) {
        var none = chosen.tests() + chosen.skipped() == 0 && !chosen.bad();
        if (none && strip.selected() == tests) {
            turned = true;
            strip.select(exchange);
        } else if (!none && turned) {
            turned = false;
            if (strip.selected() == exchange) {
                strip.select(tests);
            }
        }
    }

    private void note(String sentence) {
        setCenter(text);
        text.show(List.of(new Transcript.Piece(sentence + "\n", "transcript-note", null)), false);
    }

    private void read(RunDetail found) {
        detail = found;
        console.count(found.said().size());
        render();
    }

    private void render() {
        if (detail == null) {
            return;
        }
        setCenter(text);
        var chosen = strip.selected();
        text.show(chosen == tests ? tests() : chosen == exchange ? exchange() : console(), false);
    }

    private List<Transcript.Piece> tests() {
        var pieces = new ArrayList<Transcript.Piece>();
        if (detail.outcome() instanceof Outcome.Failed failed) {
            pieces.add(new Transcript.Piece(failed.failure().sentence() + "\n", "run-bad-text", null));
            pieces.add(new Transcript.Piece(failed.failure().advice() + "\n", "transcript-note", null));
        }
        if (detail.outcome() instanceof Outcome.Skipped(var by)) {
            pieces.add(new Transcript.Piece("Not sent: the script of the " + by + " did not want it.\n", "transcript-note", null));
        }
        scripts(detail.report(), pieces);
        if (pieces.isEmpty()) {
            pieces.add(new Transcript.Piece("This request has no tests.\n", "transcript-note", null));
        }
        return pieces;
    }

    private static void scripts(ScriptReport report, List<Transcript.Piece> pieces) {
        for (var run : report.runs()) {
            if (run.fault() != null || !run.assertions().isEmpty()) {
                title(run.level().isEmpty() ? "Script" : "Script of " + run.level(), pieces);
                run.assertions().forEach(a -> assertion(a, pieces));
                if (run.fault() != null) {
                    fault("The script ended early: " + run.fault().text(), run.fault(), pieces);
                }
            }
        }
        if (!report.checks().isEmpty()) {
            title("Assertions", pieces);
            report.checks().forEach(a -> assertion(a, pieces));
        }
        if (report.tries() > 1) {
            pieces.add(new Transcript.Piece("\nSent " + report.tries() + " times until its condition held.\n", "transcript-note", null));
        }
    }

    private static void title(String words, List<Transcript.Piece> pieces) {
        pieces.add(new Transcript.Piece((pieces.isEmpty() ? "" : "\n") + words + "\n", "transcript-title", null));
    }

    private static void assertion(Assertion assertion, List<Transcript.Piece> pieces) {
        var verdict = assertion.verdict();
        pieces.add(new Transcript.Piece(switch (verdict) {
            case PASSED -> "✓ ";
            case FAILED -> "✗ ";
            case SKIPPED -> "– ";
        }, switch (verdict) {
            case PASSED -> "run-good-text";
            case FAILED -> "run-bad-text";
            case SKIPPED -> "transcript-note";
        }, null));
        pieces.add(Transcript.Piece.plain(assertion.name() + (verdict == Assertion.Verdict.SKIPPED ? " (skipped)" : "") + "\n"));
        if (assertion.error() != null) {
            fault("   " + assertion.error().text(), assertion.error(), pieces);
        }
    }

    private static void fault(String words, ScriptFault fault, List<Transcript.Piece> pieces) {
        pieces.add(new Transcript.Piece(words, "run-bad-text", null));
        pieces.add(new Transcript.Piece((fault.line() > 0 ? "  line " + fault.line() + (fault.script().isEmpty() ? "" : " of " + fault.script()) : "") + "\n", "transcript-note", null));
    }

    private List<Transcript.Piece> exchange() {
        var pieces = new ArrayList<Transcript.Piece>();
        var outcome = detail.outcome();
        var hops = outcome == null ? List.<Hop>of() : outcome.exchanges();
        for (var i = 0; i < hops.size(); i++) {
            if (i > 0) {
                pieces.add(new Transcript.Piece("\n", "", null));
            }
            var hop = hops.get(i);
            var failure = outcome instanceof Outcome.Failed failed && i == hops.size() - 1 ? failed.failure() : null;
            var at = hop.received() == null ? Instant.EPOCH : hop.received().timings().started();
            pieces.addAll(VeiledExchange.of(new Traffic(at, hop.sent(), hop.received(), failure, hop.why(), hop.trace()), new Veil(Set.of()), Set.of(), _ -> { }));
        }
        if (hops.isEmpty()) {
            pieces.add(new Transcript.Piece(outcome instanceof Outcome.Failed failed ? "Nothing was sent. " + failed.failure().sentence() + "\n" : "Nothing was sent.\n", "transcript-note", null));
        }
        if (!detail.note().isEmpty()) {
            pieces.add(new Transcript.Piece("\n" + detail.note() + "\n", "transcript-note", null));
        }
        return pieces;
    }

    private List<Transcript.Piece> console() {
        var pieces = new ArrayList<Transcript.Piece>();
        for (var line : detail.said()) {
            pieces.add(new Transcript.Piece(line.level() + "  ", line.level().equals("error") ? "run-bad-text" : line.level().equals("warn") ? "run-warn-text" : "transcript-note", null));
            pieces.add(Transcript.Piece.plain(line.text() + "\n"));
        }
        if (pieces.isEmpty()) {
            pieces.add(new Transcript.Piece("Its scripts said nothing.\n", "transcript-note", null));
        }
        return pieces;
    }
}
