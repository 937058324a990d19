package dev.posthorn.http.live;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Where each event of a stream stands and when it came: some hundred in memory, the others in a temporary file. Safe from any thread.
public final class EventIndex implements Closeable {

    /// @param at null where nobody was there when it came
    public record Row(EventParser.Found found, Instant at) {}

    private static final int ROW = 48;
    private static final int HELD = 1024;

    private final Path path;
    private final ByteBuffer fresh = ByteBuffer.allocate(HELD * ROW);
    private RandomAccessFile file;
    private long written;
    private volatile long count;
    private boolean closed;

    /// @param path made when it is needed, gone at `close`
    public EventIndex(Path path) {
        this.path = path;
    }

    public long count() {
        return count;
    }

    /// `at` is null where nobody was there.
    public synchronized void add(EventParser.Found found, Instant at) throws IOException {
        if (closed) {
            throw new IOException("the index of events is closed");
        }
        if (!fresh.hasRemaining()) {
            spill();
        }
        fresh.putLong(found.start()).putLong(found.end()).putLong(at == null ? Long.MIN_VALUE : at.toEpochMilli()).putLong(found.idAt()).putInt(found.idLength())
                .putInt(found.typeLength()).putLong(found.typeAt());
        count++;
    }

    private void spill() throws IOException {
        if (file == null) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            file = new RandomAccessFile(path.toFile(), "rw");
        }
        file.seek(written * ROW);
        file.write(fresh.array(), 0, fresh.position());
        written += fresh.position() / ROW;
        fresh.clear();
    }

    public synchronized Row get(long index) throws IOException {
        if (closed) {
            throw new IOException("This answer was let go; send the request again to read it.");
        }
        if (index < 0 || index >= count) {
            throw new IndexOutOfBoundsException("event " + index + " of " + count);
        }
        ByteBuffer row;
        if (index >= written) {
            row = ByteBuffer.wrap(fresh.array(), (int) (index - written) * ROW, ROW);
        } else {
            var bytes = new byte[ROW];
            file.seek(index * ROW);
            file.readFully(bytes);
            row = ByteBuffer.wrap(bytes);
        }
        var start = row.getLong();
        var end = row.getLong();
        var millis = row.getLong();
        var idAt = row.getLong();
        var idLength = row.getInt();
        var typeLength = row.getInt();
        return new Row(new EventParser.Found(start, end, idAt, idLength, row.getLong(), typeLength), millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (file != null) {
                file.close();
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // The file stays until the next start sweeps it.
        }
    }
}
