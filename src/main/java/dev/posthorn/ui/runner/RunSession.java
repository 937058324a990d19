package dev.posthorn.ui.runner;

import dev.posthorn.store.RunDetail;
import dev.posthorn.store.RunHead;
import dev.posthorn.store.RunRecording;
import dev.posthorn.store.RunRow;
import dev.posthorn.workbench.Job;
import dev.posthorn.workbench.RunKeeper;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.Step;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A run that goes on: its threads put rows in, the window takes them out in batches as often as it is drawn. Safe from any thread.
final class RunSession implements RunKeeper.Sink {

    /// @param trouble why it was not kept; empty where it was
    record Ended(RunHead head, List<RunRow> rows, String trouble) {}

    private final RunPlan plan;
    private final RunRecording recording;
    private final long start;
    private List<RunRow> waiting = new ArrayList<>();
    private Step current;
    private Ended ended;
    private Job job;
    private boolean paused;
    private boolean stopped;
    private long pausedAt;
    private long pausedFor;

    /// @param recording null where nothing can be kept
    /// @param now       of `System.nanoTime`
    RunSession(RunPlan plan, RunRecording recording, long now) {
        this.plan = plan;
        this.recording = recording;
        this.start = now;
    }

    RunPlan plan() {
        return plan;
    }

    void runs(Job how) {
        boolean late;
        synchronized (this) {
            job = how;
            late = stopped;
        }
        if (late) {
            how.cancel();
        }
    }

    /// Holds the next request back while the user wants a pause.
    @Override
    public synchronized void started(Step step) {
        current = step;
        while (paused && !stopped) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public synchronized void added(RunRow row) {
        waiting.add(row);
    }

    @Override
    public synchronized void ended(RunHead head, List<RunRow> rows, String trouble) {
        ended = new Ended(head, rows, trouble);
    }

    /// What came since the last time.
    synchronized List<RunRow> drain() {
        var rows = waiting;
        waiting = new ArrayList<>();
        return rows;
    }

    /// The request whose turn it is; null before the first.
    synchronized Step current() {
        return current;
    }

    /// Null while it runs.
    synchronized Ended ended() {
        return ended;
    }

    synchronized boolean paused() {
        return paused;
    }

    synchronized void pause(boolean on, long now) {
        if (on != paused) {
            pausedFor += paused ? now - pausedAt : 0;
            pausedAt = now;
            paused = on;
            notifyAll();
        }
    }

    /// Time that it ran, without pauses, in nanoseconds.
    synchronized long elapsed(long now) {
        return now - start - pausedFor - (paused ? now - pausedAt : 0);
    }

    /// The job is cancelled without the lock: a request that is held back by a pause must be let go first.
    void stop() {
        Job running;
        synchronized (this) {
            stopped = true;
            paused = false;
            notifyAll();
            running = job;
        }
        if (running != null) {
            running.cancel();
        }
    }

    RunDetail detail(RunRow row) throws IOException {
        if (recording == null) {
            throw new EOFException("nothing could be written");
        }
        return recording.detail(row);
    }
}
