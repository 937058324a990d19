package dev.posthorn.store;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;

/// One send of the past in full: what was typed, what went out, what came back.
///
/// @param request with its `{{variables}}`; null where it could not be kept
/// @param outcome as the response pane shows it; its bodies are in memory. Null for a row of an older version, which kept no answers
/// @param note    what is not there any more, in a sentence ("Of the body the first 1.0 MiB of 12.4 MiB were kept."); empty where all is
public record Exchange(HistoryRow row, Request request, Outcome outcome, String note) {}
