package dev.posthorn.workbench;

import dev.posthorn.model.Outcome;

/// Hears of one send, on that send's own thread.
public interface SendListener {

    void changed(TabState.Sending state);

    /// Called exactly once, last.
    void done(Outcome outcome);
}
