package dev.posthorn.store;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptReport;
import java.util.List;

/// One request of a run in full: its exchanges, its tests, and what its scripts said. Secrets are not in it.
///
/// @param request as it stands in the collection after the scripts before it; null where it was not kept
/// @param outcome of bodies the beginning; null where it cannot be read any more
/// @param report  without variable changes and visualizer
/// @param note    what is missing, in a sentence; empty where nothing is
public record RunDetail(Request request, Outcome outcome, ScriptReport report, List<Line> said, String note) {

    public RunDetail {
        said = List.copyOf(said);
    }

    /// A line of a script's console.
    ///
    /// @param level "log", "info", "warn", "error" or "debug"
    public record Line(String level, String text) {}
}
