package dev.posthorn.cli.report;

import dev.posthorn.model.Failure;
import dev.posthorn.store.Redaction;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What a reporter works with.
///
/// @param title    of the run: the collection, and the folder where only one is run
/// @param out      where lines go
/// @param look     how they look
/// @param live     the line at the bottom that changes as the run goes on
/// @param options  of this reporter, by the ends of their names: "no-summary", "export"; a switch has the value "true"
/// @param file     what it writes; null for one that writes none, or that writes to `out`
/// @param words    a failure in words
/// @param hiding   takes the secrets of one step out of what is shown of it
public record Setting(String title, PrintWriter out, Look look, LiveLine live, Map<String, String> options, Path file, String version, Clock clock, Function<Failure, String> words,
        BiFunction<Step, Sent, Redaction> hiding) {

    /// @param colour  escape sequences may be used
    /// @param unicode other characters than ASCII may be used for marks and lines
    /// @param verbose heads, the beginning of bodies and timings are shown
    /// @param width   columns of the terminal
    public record Look(boolean colour, boolean unicode, boolean verbose, int width) {}

    public Setting {
        options = Map.copyOf(options);
    }

    public boolean has(String option) {
        return "true".equals(options.get(option));
    }

    public Setting of(Map<String, String> own, Path target) {
        return new Setting(title, out, look, live, own, target, version, clock, words, hiding);
    }
}
