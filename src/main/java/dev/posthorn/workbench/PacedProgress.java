package dev.posthorn.workbench;

import dev.posthorn.http.Progress;
import dev.posthorn.model.Hop;
import dev.posthorn.model.StoredBody;
import java.time.Instant;

/// Passes progress on at most thirty times a second.
final class PacedProgress implements Progress {

    private static final long PAUSE_NANOS = 33_000_000;

    private final Instant since;
    private final SendListener listener;
    private int status;
    private StoredBody live;
    private Hop begun;
    private long last;

    PacedProgress(Instant since, SendListener listener) {
        this.since = since;
        this.listener = listener;
    }

    void pausing(Awaiting.Pause pause) {
        listener.changed(new TabState.Sending(since, pause));
    }

    void started() {
        listener.changed(new TabState.Sending(since, 0, 0, 0));
    }

    @Override
    public void headArrived(int code) {
        status = code;
        live = null;
        begun = null;
        last = System.nanoTime();
        listener.changed(new TabState.Sending(since, status, 0, 0));
    }

    @Override
    public void streaming(StoredBody body, Hop soFar) {
        live = body;
        begun = soFar;
        listener.changed(new TabState.Sending(since, status, 0, 0, live, begun));
    }

    @Override
    public void received(long decoded, long onWire) {
        var now = System.nanoTime();
        if (now - last >= PAUSE_NANOS) {
            last = now;
            listener.changed(new TabState.Sending(since, status, decoded, onWire, live, begun));
        }
    }
}
