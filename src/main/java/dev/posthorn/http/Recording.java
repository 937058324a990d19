package dev.posthorn.http;

import dev.posthorn.model.BadAnswer;
import dev.posthorn.model.Network;
import dev.posthorn.model.StoredBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// A body while it arrives: up to 1 MiB in memory, then in a file. Belongs to the thread that receives it; others may read what came so far.
///
/// 1. Never more than the workspace's limit for one answer, and never into the part of the disk that shall stay free: both end it with
///    `BodyWriteFailed`, as does a disk that takes no more.
/// 2. What was written before stays good: `finish` gives it in every case.
public final class Recording extends OutputStream {

    static final int IN_MEMORY = 1 << 20;

    private static final int GATHERED = 1 << 18;

    /// How much is written between two looks at the free space.
    private static final long STRIDE = 64L << 20;

    private final Path path;
    private final Disk disk;
    private final Network network;
    private Readable memory = new Readable();
    private OutputStream file;
    private volatile long size;
    private RandomAccessFile reader;
    /// Up to this size the disk has been asked for room.
    private long granted;
    /// What comes in pieces of 8 KiB goes to the disk in larger ones: fewer calls of the system.
    private byte[] gathered;
    private int waiting;
    private boolean torn;

    /// Bytes in memory that can be read in place.
    private static final class Readable extends ByteArrayOutputStream {
        int read(int position, byte[] into, int offset, int length) {
            var some = Math.min(length, count - position);
            System.arraycopy(buf, position, into, offset, some);
            return some;
        }
    }

    Recording(Path path, Disk disk, Network network) {
        this.path = path;
        this.disk = disk;
        this.network = network;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /// A temporary file for what is known of this body; not made yet.
    Path beside(String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    /// Reads what was written so far, from any thread; -1 at its end.
    synchronized int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position >= size) {
            return -1;
        }
        if (memory != null) {
            return memory.read((int) position, into, offset, length);
        }
        var onDisk = size - waiting;
        if (position >= onDisk) {
            var from = (int) (position - onDisk);
            var some = Math.min(length, waiting - from);
            System.arraycopy(gathered, from, into, offset, some);
            return some;
        }
        if (reader == null) {
            reader = new RandomAccessFile(path.toFile(), "r");
        }
        reader.seek(position);
        return reader.read(into, offset, (int) Math.min(length, onDisk - position));
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        var room = network.mostBody() - size;
        keep(bytes, offset, (int) Math.min(room, length));
        if (length > room) {
            throw new BodyWriteFailed(new BadAnswer.TooLarge(network.mostBody()));
        }
    }

    private void keep(byte[] bytes, int offset, int length) throws IOException {
        if (file == null && size + length <= IN_MEMORY) {
            memory.write(bytes, offset, length);
        } else {
            try {
                toDisk(bytes, offset, length);
            } catch (BodyWriteFailed known) {
                throw known;
            } catch (IOException e) {
                throw torn(e);
            }
        }
        size += length;
    }

    private void toDisk(byte[] bytes, int offset, int length) throws IOException {
        if (file == null) {
            Files.createDirectories(path.getParent());
        }
        if (size + length > granted) {
            grant(length);
        }
        if (file == null) {
            open();
        }
        if (waiting + length > gathered.length) {
            flushed();
        }
        if (length > gathered.length) {
            file.write(bytes, offset, length);
        } else {
            System.arraycopy(bytes, offset, gathered, waiting, length);
            waiting += length;
        }
    }

    private void flushed() throws IOException {
        file.write(gathered, 0, waiting);
        waiting = 0;
    }

    /// What the disk did not take is not part of the body.
    private BodyWriteFailed torn(IOException e) {
        torn = file != null;
        size -= waiting;
        waiting = 0;
        return new BodyWriteFailed(new BadAnswer.NotStored(path.getParent(), size, said(e)));
    }

    /// The memory is only let go when the file has all of it.
    private void open() throws IOException {
        var opened = disk.create(path);
        try {
            memory.writeTo(opened);
        } catch (IOException e) {
            opened.close();
            Files.deleteIfExists(path);
            throw e;
        }
        file = opened;
        memory = null;
        gathered = new byte[GATHERED];
    }

    private void grant(int length) throws IOException {
        var spare = disk.free(path.getParent()) - network.freeDisk();
        var needed = file == null ? size + length : length;
        if (spare < needed) {
            throw new BodyWriteFailed(new BadAnswer.DiskNearlyFull(path.getParent(), size, network.freeDisk()));
        }
        granted = size + length + Math.min(STRIDE, spare - needed);
    }

    public long size() {
        return size;
    }

    /// The body is complete: what waits goes to the disk.
    synchronized void settle() throws BodyWriteFailed {
        if (waiting > 0) {
            try {
                flushed();
            } catch (IOException e) {
                throw torn(e);
            }
        }
    }

    /// What was written so far, as a body of its own right; the recording ends.
    /// What waits goes to the disk; where the disk does not take it, it is left out (`settle` says so).
    public synchronized StoredBody finish() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
        if (file == null) {
            return new BodyInMemory(memory.toByteArray());
        }
        if (waiting > 0) {
            try {
                flushed();
            } catch (IOException e) {
                torn(e);
            }
        }
        file.close();
        if (torn) {
            try (var whole = new RandomAccessFile(path.toFile(), "rw")) {
                whole.setLength(size);
            }
        }
        return new BodyInFile(path, size);
    }

    /// Gives up what was written.
    public void discard() {
        try {
            finish().release();
        } catch (IOException e) {
            // Swept at the next start.
        }
    }

    private static String said(IOException e) {
        var message = e.getMessage() == null || e.getMessage().isBlank() ? e.getClass().getSimpleName() : e.getMessage().strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
