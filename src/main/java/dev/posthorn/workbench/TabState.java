package dev.posthorn.workbench;

import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.StoredBody;
import java.time.Instant;

/// What the response pane of a tab shows.
public sealed interface TabState {

    record Idle() implements TabState {}

    /// `status` is 0 until the head of the answer came; the byte counts are of its body. `live` is the body where it can be watched while it comes, else null;
    /// `begun` is then the exchange with the head of its answer. `pause` is there while an awaited request waits for its next try, else null.
    record Sending(Instant since, int status, long decoded, long onWire, StoredBody live, Hop begun, Awaiting.Pause pause) implements TabState {
        public Sending(Instant since, int status, long decoded, long onWire, StoredBody live, Hop begun) {
            this(since, status, decoded, onWire, live, begun, null);
        }

        /// Between two tries of an awaited request.
        public Sending(Instant since, Awaiting.Pause pause) {
            this(since, 0, 0, 0, null, null, pause);
        }

        public Sending(Instant since, int status, long decoded, long onWire) {
            this(since, status, decoded, onWire, null, null);
        }
    }

    /// @param report what scripts and the Assertions table came to
    record Done(Outcome outcome, ScriptReport report) implements TabState {
        public Done(Outcome outcome) {
            this(outcome, ScriptReport.NONE);
        }
    }
}
