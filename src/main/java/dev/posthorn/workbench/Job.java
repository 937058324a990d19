package dev.posthorn.workbench;

/// One send that is under way; two tabs never share one.
public interface Job {

    /// Stops it at once; the listener still hears `done`, with what arrived. Cancelling twice does nothing.
    void cancel();
}
