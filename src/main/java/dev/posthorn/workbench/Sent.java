package dev.posthorn.workbench;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.ScriptReport;

/// One send with its scripts.
///
/// @param outcome of the request; `Skipped` where a script did not want it sent
/// @param request what was to be sent, after the scripts before it, with its variables unresolved
public record Sent(Outcome outcome, ScriptReport report, Request request) {}
