package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Hears which files of some folders are changed, by whomever.
///
/// 1. What changes in quick succession is told together, once it has been quiet for `QUIET`, at the latest after `LATEST`: a branch switch is one change.
/// 2. Where the system loses count (an overflow), everything is told to have changed.
/// 3. Folders that the system cannot watch (network drives, too many folders) are looked through every so often.
/// 4. All is told on one thread of its own.
final class FolderWatch implements AutoCloseable {

    private static final long QUIET = 100;
    private static final long LATEST = 1_500;

    /// What is watched.
    ///
    /// @param deep with all folders in them
    /// @param flat themselves alone
    record Places(Set<Path> deep, Set<Path> flat) {}

    private final Consumer<Set<Path>> changed;
    private final long every;
    private final WatchService service;
    private final FolderPoll poll = new FolderPoll();
    private final Map<WatchKey, Path> keys = new HashMap<>();
    private final Map<Path, WatchKey> folders = new HashMap<>();
    private final Set<Path> news = new HashSet<>();
    private Places places = new Places(Set.of(), Set.of());
    private boolean all;
    private volatile boolean closed;
    private Thread thread;

    /// @param changed hears the paths that changed; an empty set says that anything may have
    /// @param polling whether the system's own watching is not to be used
    /// @param every   how often the folders are looked through that the system cannot watch
    FolderWatch(Consumer<Set<Path>> changed, boolean polling, Duration every) {
        this.changed = changed;
        this.every = every.toMillis();
        this.service = polling ? null : service();
    }

    private static WatchService service() {
        try {
            return java.nio.file.FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            return null;
        }
    }

    /// Watches these places from now on, and no others. Blocks while they are looked through: what changes after the return is told.
    synchronized void watch(Places wanted) {
        if (closed || wanted.equals(places)) {
            return;
        }
        places = wanted;
        poll.keep(wanted);
        var keep = new HashSet<>(wanted.flat());
        folders.keySet().removeIf(folder -> {
            var stays = keep.contains(folder) || wanted.deep().stream().anyMatch(folder::startsWith);
            if (!stays) {
                var key = folders.get(folder);
                keys.remove(key);
                key.cancel();
            }
            return !stays;
        });
        wanted.flat().forEach(this::flat);
        wanted.deep().forEach(this::deep);
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("watch").start(this::run);
        }
    }

    private void flat(Path folder) {
        if (!register(folder)) {
            poll.add(folder, false);
        }
    }

    /// Registers a folder and those in it, as far as collections are looked for in there; where one cannot be, all of it is polled.
    private void deep(Path root) {
        if (!Files.isDirectory(root)) {
            poll.add(root, true);
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                    if (!inner.equals(root) && FileSearch.passedOver(inner)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (!register(inner)) {
                        throw new IOException("not to be watched");
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            poll.add(root, true);
        }
    }

    /// Whether the system watches the folder.
    private boolean register(Path folder) {
        if (folders.containsKey(folder)) {
            return true;
        }
        if (service == null || FolderPoll.remote(folder)) {
            return false;
        }
        try {
            var key = folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            folders.put(folder, key);
            keys.put(key, folder);
            return true;
        } catch (IOException | ClosedWatchServiceException e) {
            return false;
        }
    }

    private void run() {
        while (!closed) {
            try {
                var key = next();
                if (key != null) {
                    gather(key);
                }
                look();
                tell();
            } catch (InterruptedException | ClosedWatchServiceException e) {
                return;
            }
        }
    }

    private WatchKey next() throws InterruptedException {
        if (service == null) {
            Thread.sleep(every);
            return null;
        }
        return service.poll(every, TimeUnit.MILLISECONDS);
    }

    private void gather(WatchKey first) throws InterruptedException {
        var latest = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LATEST);
        for (var key = first; key != null; key = System.nanoTime() > latest ? null : service.poll(QUIET, TimeUnit.MILLISECONDS)) {
            take(key);
        }
    }

    private synchronized void take(WatchKey key) {
        var folder = keys.get(key);
        for (var event : key.pollEvents()) {
            if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
                all = true;
            } else if (folder != null && event.context() instanceof Path name) {
                noted(folder.resolve(name), event.kind());
            }
        }
        if (!key.reset() && folder != null) {
            keys.remove(key);
            folders.remove(folder);
            news.add(folder);
            if (places.flat().contains(folder) || places.deep().contains(folder)) {
                // It may come back, for instance when another branch is checked out.
                poll.add(folder, places.deep().contains(folder));
            }
        }
    }

    private void noted(Path path, WatchEvent.Kind<?> kind) {
        if (AtomicFile.isTemporary(path)) {
            return;
        }
        news.add(path);
        if (kind == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && places.deep().stream().anyMatch(path::startsWith) && !FileSearch.passedOver(path)) {
            deep(path);
        }
    }

    private synchronized void look() {
        news.addAll(poll.changed());
        for (var root : poll.back()) {
            if (places.deep().contains(root)) {
                deep(root);
            } else {
                flat(root);
            }
        }
        if (all) {
            places.deep().forEach(this::deep);
        }
    }

    private void tell() {
        Set<Path> told;
        synchronized (this) {
            if (!all && news.isEmpty()) {
                return;
            }
            told = all ? Set.of() : Set.copyOf(news);
            all = false;
            news.clear();
        }
        changed.accept(told);
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            // Nothing is told any more either way.
        }
        if (thread != null) {
            thread.interrupt();
        }
    }
}
