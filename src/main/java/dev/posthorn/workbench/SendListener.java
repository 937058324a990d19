package dev.posthorn.workbench;

/// Hears of one send, on that send's own thread.
public interface SendListener {

    void changed(TabState.Sending state);

    /// Called exactly once, last.
    void done(Sent sent);
}
