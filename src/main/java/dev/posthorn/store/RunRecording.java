package dev.posthorn.store;

import dev.posthorn.model.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/// A run while it is written down: details go to the disk one after the other, so that a long run takes no more memory than a short one. Safe from any thread.
///
/// 1. Of each body the first 32 KiB are kept; when 96 MiB are written, of the rest no bodies.
/// 2. A run that was never finished is no run: it is swept away later.
public final class RunRecording implements AutoCloseable {

    static final String EXCHANGES = "exchanges.bin";
    static final String ROWS = "rows.bin";
    static final String HEAD = "head.json";

    private static final int BODY = 32 << 10;
    private static final long HEAVY = 96L << 20;

    private final Path folder;
    private final KeptRuns runs;
    private final FileChannel exchanges;
    private long end;

    RunRecording(Path folder, KeptRuns runs) throws IOException {
        this.folder = folder;
        this.runs = runs;
        PrivateFiles.folder(folder);
        PrivateFiles.only(folder.resolve(EXCHANGES));
        exchanges = FileChannel.open(folder.resolve(EXCHANGES), StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// Where a detail was written.
    public record Written(long at, int length) {}

    /// Reads the outcome's bodies: they must not be released before this returns.
    ///
    /// @param name what the request is called
    public Written add(String name, RunDetail detail, Redaction redaction) throws IOException {
        var bytes = RunDetailText.write(row(name, detail.outcome()), detail, redaction, size() < HEAVY ? BODY : 0);
        synchronized (this) {
            var at = end;
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                end += exchanges.write(rest, end);
            }
            return new Written(at, bytes.length);
        }
    }

    private synchronized long size() {
        return end;
    }

    private static HistoryRow row(String name, Outcome outcome) {
        var sent = outcome == null || outcome.hops().isEmpty() ? null : outcome.hops().getLast().sent();
        return new HistoryRow(0, Instant.EPOCH, "", name, sent == null ? "" : sent.method(), sent == null ? "" : sent.url(), 0, java.time.Duration.ZERO, 0, "");
    }

    /// The detail of a row while the run goes on, and after it.
    public RunDetail detail(RunRow row) throws IOException {
        return exchanges.isOpen() ? read(exchanges, row) : read(folder, row);
    }

    static RunDetail read(Path folder, RunRow row) throws IOException {
        try (var channel = FileChannel.open(folder.resolve(EXCHANGES), StandardOpenOption.READ)) {
            return read(channel, row);
        }
    }

    private static RunDetail read(FileChannel channel, RunRow row) throws IOException {
        if (row.length() <= 0 || row.at() + row.length() > channel.size()) {
            throw new EOFException("it was not written");
        }
        var bytes = ByteBuffer.allocate(row.length());
        while (bytes.hasRemaining() && channel.read(bytes, row.at() + bytes.position()) >= 0) {
            // Until all of it is there.
        }
        return RunDetailText.read(new HistoryRow(0, Instant.EPOCH, "", row.name(), row.method(), row.url(), row.status(), java.time.Duration.ZERO, row.size(), ""), bytes.array());
    }

    /// Makes it one of the kept runs; the oldest of its collection go where there are too many. Returns the head with its id.
    public RunHead finish(RunHead head, List<RunRow> rows) throws IOException {
        close();
        var named = head.withId(folder.getFileName().toString());
        PrivateFiles.write(folder.resolve(ROWS), RunText.rows(rows));
        PrivateFiles.write(folder.resolve(HEAD), RunText.head(named));
        runs.prune(folder.getParent());
        return named;
    }

    /// Nobody wants it: all that was written goes.
    public void discard() throws IOException {
        close();
        Trash.remove(folder);
    }

    /// The folder that holds it.
    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        exchanges.close();
    }

    /// Whether a folder holds a run that was finished.
    static boolean finished(Path folder) {
        return Files.exists(folder.resolve(HEAD));
    }
}
