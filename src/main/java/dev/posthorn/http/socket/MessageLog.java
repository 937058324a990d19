package dev.posthorn.http.socket;

import dev.posthorn.http.BodyInMemory;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Recording;
import dev.posthorn.model.Network;
import dev.posthorn.model.StoredBody;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// All messages of one WebSocket, sent and received, in order. Memory does not grow with them: contents and index go to temporary files from
/// 1 MiB on, and a big message has a file of its own. Safe from any thread.
public final class MessageLog implements Closeable {

    /// Of the index: place, size, time, kind.
    private static final int RECORD = 32;
    private static final int FIRST = 240;
    private static final int OWN_FILE = 256 << 10;
    private static final long LOOK_AT_DISK = 16L << 20;

    private final BodyStore store;
    private final Clock clock;
    private final long freeDisk;
    private final Spool contents;
    private final Spool index;
    private final Map<Long, StoredBody> big = new HashMap<>();
    private long written;
    private long looked;
    private long bytes;

    /// @param freeDisk bytes of the disk that stay free: what would go into them is refused
    public MessageLog(BodyStore store, Clock clock, long freeDisk) {
        this.store = store;
        this.clock = clock;
        this.freeDisk = freeDisk;
        contents = new Spool(store);
        index = new Spool(store);
    }

    /// How many lines there are.
    public long size() {
        return index.size() / RECORD;
    }

    /// Of all contents together.
    public synchronized long bytes() {
        return bytes;
    }

    /// Where an incoming message is put while it comes.
    Recording recording() {
        return store.record(Network.DEFAULT.withLimits(Long.MAX_VALUE, freeDisk));
    }

    /// Keeps a small thing.
    synchronized void add(boolean sent, LoggedMessage.Kind kind, byte[] content) throws IOException {
        add(sent, kind, new BodyInMemory(content));
    }

    synchronized void add(boolean sent, LoggedMessage.Kind kind, StoredBody content) throws IOException {
        room(content.size());
        var size = content.size();
        bytes += size;
        if (size > OWN_FILE) {
            var number = size();
            big.put(number, content);
            record(-1, size, sent, kind);
            return;
        }
        var all = bytes(content);
        record(contents.add(all, all.length), size, sent, kind);
        content.release();
    }

    /// Not into the disk's last room; asked each 16 MiB.
    private void room(long more) throws IOException {
        written += more;
        if (written - looked > LOOK_AT_DISK) {
            looked = written;
            var folder = Files.createDirectories(store.file().getParent());
            if (Files.getFileStore(folder).getUsableSpace() - more < freeDisk) {
                throw new IOException("the disk of " + folder + " has less than " + (freeDisk >> 20) + " MB left");
            }
        }
    }

    private static byte[] bytes(StoredBody body) throws IOException {
        try (var in = body.open()) {
            return in.readAllBytes();
        }
    }

    private void record(long at, long size, boolean sent, LoggedMessage.Kind kind) throws IOException {
        var record = ByteBuffer.allocate(RECORD).putLong(at).putLong(size).putLong(clock.millis()).putInt(kind.ordinal()).putInt(sent ? 1 : 0);
        index.add(record.array(), RECORD);
    }

    /// The line with that number, from 0; fails where the log was cleared meanwhile.
    public synchronized LoggedMessage line(long number) throws IOException {
        var record = ByteBuffer.wrap(index.read(number * RECORD, RECORD));
        var at = record.getLong();
        var size = record.getLong();
        var time = Instant.ofEpochMilli(record.getLong());
        var kind = LoggedMessage.Kind.values()[record.getInt()];
        return new LoggedMessage(number, time, record.getInt() == 1, kind, size, first(kind, head(number, at, size)));
    }

    private byte[] head(long number, long at, long size) throws IOException {
        var length = (int) Math.min(size, FIRST);
        if (at >= 0) {
            return contents.read(at, length);
        }
        var head = new byte[length];
        var n = big.get(number).read(0, head, 0, length);
        return n == length ? head : java.util.Arrays.copyOf(head, Math.max(0, n));
    }

    private static String first(LoggedMessage.Kind kind, byte[] head) {
        if (kind == LoggedMessage.Kind.BINARY) {
            return HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(32, head.length));
        }
        // A character that was cut in two is left away.
        var text = new String(head, StandardCharsets.UTF_8).strip();
        var end = text.indexOf('\n');
        var line = end < 0 ? text : text.substring(0, end);
        return head.length == FIRST && end < 0 && line.endsWith("\ufffd") ? line.substring(0, line.length() - 1) : line.stripTrailing();
    }

    /// The content of a line, for reading; it stays the log's own.
    public synchronized StoredBody content(long number) throws IOException {
        var record = ByteBuffer.wrap(index.read(number * RECORD, RECORD));
        var at = record.getLong();
        var size = record.getLong();
        return at < 0 ? big.get(number) : new BodyInMemory(contents.read(at, (int) size));
    }

    /// Forgets all lines; those that come later begin at 0.
    public synchronized void clear() {
        contents.clear();
        index.clear();
        big.values().forEach(StoredBody::release);
        big.clear();
        bytes = 0;
    }

    /// Writes all messages to a file, one JSON object a line.
    public void save(Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            LogText.write(this, out);
        }
    }

    @Override
    public synchronized void close() {
        contents.close();
        index.close();
        big.values().forEach(StoredBody::release);
        big.clear();
    }
}
