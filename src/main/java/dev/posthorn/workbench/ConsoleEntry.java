package dev.posthorn.workbench;

import dev.posthorn.model.Failure;
import dev.posthorn.model.Traffic;
import dev.posthorn.store.Veil;
import java.time.Instant;

/// One line of the console.
public sealed interface ConsoleEntry {

    /// Rises with each entry.
    long id();

    Instant at();

    /// It went wrong: no answer, an answer of 400 or more, or an error of a script.
    boolean failed();

    /// The name of the request that it belongs to; empty where it has none.
    String sender();

    /// What went over the wire, and what came back.
    ///
    /// @param traffic its bodies are the previews that the console keeps
    /// @param veil    finds the secrets in its texts
    record Exchanged(long id, String sender, Traffic traffic, Veil veil) implements ConsoleEntry {
        @Override
        public Instant at() {
            return traffic.at();
        }

        @Override
        public boolean failed() {
            return traffic.failure() != null || traffic.received() == null || traffic.received().status() >= 400;
        }
    }

    /// A request that never went out.
    record Unsent(long id, Instant at, String sender, String method, String url, Failure failure) implements ConsoleEntry {
        @Override
        public boolean failed() {
            return true;
        }
    }

    /// Words of a script's `console`, or of the program itself.
    record Said(long id, Instant at, String sender, Severity severity, String text) implements ConsoleEntry {
        @Override
        public boolean failed() {
            return severity == Severity.ERROR;
        }
    }

    /// The methods of `console` in a script.
    enum Severity { LOG, INFO, WARN, ERROR }
}
