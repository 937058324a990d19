package dev.posthorn.workbench;

import dev.posthorn.model.Outcome;
import dev.posthorn.model.RequestItem;

/// Hears of a run, on the run's own thread, in the order of the collection.
public interface RunListener {

    /// `index` counts from 0.
    void started(RequestItem item, int index, int of);

    /// The outcome's bodies can be read until this returns.
    void finished(RequestItem item, Outcome outcome);

    /// Called once, last, also after a cancel.
    default void ended(RunResult result) {}
}
