package dev.posthorn.http.live;

import dev.posthorn.model.Events;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/// The events of one stream: fed with its bytes as they are stored, read from where they are stored. Memory does not grow with them.
public final class EventLog implements Events, Closeable {

    /// The stored bytes of the stream, readable as far as they have been fed.
    public interface Bytes {
        int read(long position, byte[] into, int offset, int length) throws IOException;
    }

    private static final int LONGEST_FIELD = 1 << 16;

    private final Bytes bytes;
    private final EventIndex index;
    private final EventParser parser;
    private Instant now;

    /// @param path of a temporary file, made when it is needed
    public EventLog(Bytes bytes, Path path) {
        this.bytes = bytes;
        this.index = new EventIndex(path);
        this.parser = new EventParser(found -> index.add(found, now));
    }

    /// Bytes that are stored now. `at` is null where it is not known when they came.
    public void feed(byte[] buffer, int offset, int length, Instant at) throws IOException {
        now = at;
        parser.feed(buffer, offset, length);
    }

    @Override
    public long count() {
        return index.count();
    }

    @Override
    public long retry() {
        return parser.retry();
    }

    @Override
    public Event get(long number, int most) throws IOException {
        var row = index.get(number);
        var found = row.found();
        var size = (int) Math.min(Math.max(0, most), found.end() - found.start());
        var data = data(read(found.start(), size), size == found.end() - found.start());
        var type = found.typeLength() <= 0 ? "message" : text(found.typeAt(), found.typeLength());
        return new Event(number + 1, row.at(), found.idLength() < 0 ? "" : text(found.idAt(), found.idLength()), type, data, size == found.end() - found.start());
    }

    private String text(long at, int length) throws IOException {
        return new String(read(at, Math.min(length, LONGEST_FIELD)), StandardCharsets.UTF_8);
    }

    private byte[] read(long position, int length) throws IOException {
        var into = new byte[length];
        var got = 0;
        while (got < length) {
            var n = bytes.read(position + got, into, got, length - got);
            if (n < 0) {
                throw new IOException("the stored events end at " + (position + got) + " bytes");
            }
            got += n;
        }
        return into;
    }

    /// The values of the data lines of one event, with a line feed between them.
    private static String data(byte[] block, boolean whole) {
        var data = new StringBuilder();
        var some = false;
        var text = new String(block, StandardCharsets.UTF_8);
        for (var line : text.split("\r\n|\r|\n", -1)) {
            if (line.equals("data") && whole || line.startsWith("data:")) {
                var value = line.length() < 5 ? "" : line.substring(line.startsWith("data: ") ? 6 : 5);
                data.append(some ? "\n" : "").append(value);
                some = true;
            }
        }
        return data.toString();
    }

    @Override
    public void close() {
        index.close();
    }
}
