package dev.posthorn.workbench;

import dev.posthorn.model.Outcome;
import java.time.Instant;

/// What the response pane of a tab shows.
public sealed interface TabState {

    record Idle() implements TabState {}

    /// `status` is 0 until the head of the answer came; the byte counts are of its body.
    record Sending(Instant since, int status, long decoded, long onWire) implements TabState {}

    record Done(Outcome outcome) implements TabState {}
}
