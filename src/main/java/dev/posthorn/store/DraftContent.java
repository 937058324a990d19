package dev.posthorn.store;

import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.SocketRequest;
import java.util.List;

/// What an unsaved edit is of.
public sealed interface DraftContent {

    record OfRequest(Request request) implements DraftContent {}

    record OfSocket(SocketRequest request) implements DraftContent {}

    /// What a folder or a collection sets.
    record OfLevel(Level level) implements DraftContent {}

    /// The table of an environment or of the globals.
    record OfEnvironment(List<LocalVariable> rows) implements DraftContent {
        public OfEnvironment {
            rows = List.copyOf(rows);
        }
    }
}
