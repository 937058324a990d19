package dev.posthorn.http;

import dev.posthorn.http.live.EventLog;
import dev.posthorn.model.Events;
import dev.posthorn.model.StoredBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// A stream of server-sent events, readable while it comes and afterwards, with the place and time of each event.
final class EventBody implements StoredBody {

    private final Recording recording;
    private final EventLog events;
    private volatile StoredBody finished;

    EventBody(Recording recording) {
        this.recording = recording;
        this.events = new EventLog(this::read, recording.beside(".events"));
    }

    /// These bytes have been recorded.
    void recorded(byte[] bytes, int length) throws IOException {
        events.feed(bytes, 0, length, Instant.now());
    }

    /// Ends the recording; this body stays the one to read.
    StoredBody finish() throws IOException {
        finished = recording.finish();
        return this;
    }

    @Override
    public long size() {
        var whole = finished;
        return whole == null ? recording.size() : whole.size();
    }

    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        var whole = finished;
        return whole == null ? recording.read(position, into, offset, length) : whole.read(position, into, offset, length);
    }

    @Override
    public InputStream open() throws IOException {
        var whole = finished;
        if (whole == null) {
            throw new IOException("This answer still comes; it can be read as a whole when it is over.");
        }
        return whole.open();
    }

    @Override
    public Optional<Path> file() {
        var whole = finished;
        return whole == null ? Optional.empty() : whole.file();
    }

    @Override
    public Optional<Events> events() {
        return Optional.of(events);
    }

    @Override
    public void release() {
        events.close();
        if (finished != null) {
            finished.release();
        }
    }
}
