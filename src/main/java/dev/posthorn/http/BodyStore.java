package dev.posthorn.http;

import dev.posthorn.model.Network;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps what servers answered: up to 1 MiB of a body in memory, the rest of a bigger one in a temporary file.
///
/// 1. Each run of the program has a folder of its own inside the given one, named by its process.
/// 2. A body's file goes when its owner releases it; the run's folder goes at `close`.
/// 3. Folders of runs that ended without that are swept when the next run starts.
public final class BodyStore implements Closeable {

    private final Path run;
    private final Disk disk;
    private final AtomicLong number = new AtomicLong();

    /// Nothing touches the disk here; call `sweep` once, off the start's path.
    public BodyStore(Path folder) {
        this(folder, Disk.real());
    }

    BodyStore(Path folder, Disk disk) {
        this.disk = disk;
        var me = ProcessHandle.current();
        run = folder.resolve("run-" + me.pid() + "-" + me.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /// Deletes what dead runs left in the folder. What cannot be deleted stays for the next sweep.
    public void sweep() {
        var folder = run.getParent();
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var runs = Files.list(folder)) {
            runs.filter(p -> p.getFileName().toString().startsWith("run-") && !p.equals(run) && dead(p)).forEach(BodyStore::delete);
        } catch (IOException e) {
            // The folder is not readable: nothing of ours can be in it.
        }
    }

    private static boolean dead(Path folder) {
        var parts = folder.getFileName().toString().split("-");
        try {
            var process = ProcessHandle.of(Long.parseLong(parts[1]));
            return process.isEmpty() || process.get().info().startInstant().map(Instant::toEpochMilli).orElse(0L) != Long.parseLong(parts[2]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // Stays for the next sweep.
        }
    }

    @Override
    public void close() {
        delete(run);
    }

    /// A file of this run that is not there yet; its folder is.
    public Path file() throws IOException {
        return Files.createDirectories(run).resolve(number.incrementAndGet() + ".body");
    }

    /// A body that is about to come, within the limits of `network`.
    public Recording record(Network network) {
        return new Recording(run.resolve(number.incrementAndGet() + ".body"), disk, network);
    }
}
