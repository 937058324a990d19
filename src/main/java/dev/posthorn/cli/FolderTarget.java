package dev.posthorn.cli;

import dev.posthorn.exports.Exported;
import dev.posthorn.store.AtomicFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Puts an export into a workspace folder beside what is there.
///
/// 1. A collection's folder appears as a whole: it is written under a hidden name and moved to its place.
/// 2. A collection or environment that is there already is not touched, unless it is to be replaced; then nothing of the old one stays.
final class FolderTarget {

    private static final String COLLECTIONS = "postman/collections/";
    private static final int PARALLEL = 32;

    /// Of larger exports not each file is forced to the disk, which takes 10 ms a file: the source is still there, and the folder appears as a whole.
    private static final int FORCED = 300;
    private static final String SIDECARS = ".posthorn/";

    private final Path target;
    private final boolean durable;
    private final Map<String, List<Exported.File>> units = new LinkedHashMap<>();

    /// @param durable whether the files must outlive a power cut
    FolderTarget(Path target, List<Exported.File> files, boolean durable) {
        this.target = target;
        this.durable = durable;
        files.forEach(file -> units.computeIfAbsent(unit(file.path()), _ -> new ArrayList<>()).add(file));
    }

    /// What is replaced as a whole: the folder of a collection, that of its sidecars, or a single file.
    private static String unit(String path) {
        if (path.startsWith(COLLECTIONS)) {
            return first(path, COLLECTIONS.length());
        }
        return path.startsWith(SIDECARS) && !path.startsWith(SIDECARS + ".") ? first(path, SIDECARS.length()) : path;
    }

    private static String first(String path, int from) {
        var end = path.indexOf('/', from);
        return end < 0 ? path : path.substring(0, end);
    }

    /// The collections and environments that are there already, relative to the target.
    List<String> taken() {
        return units.keySet().stream().filter(unit -> !unit.startsWith(SIDECARS) && Files.exists(target.resolve(unit), LinkOption.NOFOLLOW_LINKS)).toList();
    }

    void write() throws IOException {
        Files.createDirectories(target);
        var staging = target.resolve(".posthorn-" + UUID.randomUUID() + ".new");
        try {
            var number = 0;
            for (var unit : units.entrySet()) {
                if (unit.getValue().size() == 1 && unit.getValue().getFirst().path().equals(unit.getKey())) {
                    AtomicFile.write(target.resolve(unit.getKey()), unit.getValue().getFirst().bytes());
                } else {
                    folder(unit.getKey(), unit.getValue(), staging.resolve(Integer.toString(number++)));
                }
            }
            for (var stale : stale()) {
                delete(target.resolve(stale));
            }
        } finally {
            delete(staging);
        }
    }

    private void folder(String unit, List<Exported.File> files, Path fresh) throws IOException {
        for (var file : files) {
            Files.createDirectories(fresh.resolve(file.path().substring(unit.length() + 1)).getParent());
        }
        var forced = durable && files.size() <= FORCED;
        together(files, file -> onDisk(fresh.resolve(file.path().substring(unit.length() + 1)), file.bytes(), forced));
        var place = target.resolve(unit);
        var old = fresh.resolveSibling(fresh.getFileName() + ".old");
        Files.createDirectories(place.getParent());
        try {
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(place, old);
            }
            Files.move(fresh, place);
        } finally {
            if (Files.exists(old) && !Files.exists(place)) {
                Files.move(old, place);
            }
        }
    }

    private interface Write {
        void of(Exported.File file) throws IOException;
    }

    /// Many at a time: each waits for the disk, and a disk takes many in one go.
    private static void together(List<Exported.File> files, Write write) throws IOException {
        var permits = new Semaphore(PARALLEL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = files.stream().map(file -> threads.submit(() -> {
                permits.acquire();
                try {
                    write.of(file);
                    return null;
                } finally {
                    permits.release();
                }
            })).toList();
            for (var one : writing) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
        }
    }

    private static void onDisk(Path path, byte[] bytes, boolean forced) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            if (forced) {
                channel.force(false);
            }
        }
    }

    /// Sidecars of what was replaced, which the new one has no need of.
    private List<String> stale() {
        var wanted = new LinkedHashSet<String>();
        for (var unit : units.keySet()) {
            var sidecar = unit.startsWith(COLLECTIONS) ? SIDECARS + unit.substring(COLLECTIONS.length())
                    : unit.startsWith("postman/") ? SIDECARS + "." + unit.substring("postman/".length()) + ".json" : "";
            if (!sidecar.isEmpty() && !units.containsKey(sidecar) && Files.exists(target.resolve(sidecar), LinkOption.NOFOLLOW_LINKS)) {
                wanted.add(sidecar);
            }
        }
        return List.copyOf(wanted);
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
