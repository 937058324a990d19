package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Finds out what changed in folders that the system cannot watch, by looking at the times and sizes of their files.
final class FolderPoll {

    /// Drives of other machines, by the names that Linux, macOS and Windows give their file systems: changes made over there are not told here.
    private static final List<String> REMOTE = List.of("nfs", "cifs", "smb", "sshfs", "9p", "afs", "webdav", "davfs", "vboxsf", "drvfs", "ceph", "gluster", "lustre");

    /// @param deep with all folders in it
    private record Polled(boolean deep, Map<Path, Stamp> files) {}

    private record Stamp(long time, long size, Object key) {}

    private final Map<Path, Polled> polled = new HashMap<>();
    private final Set<Path> missing = new HashSet<>();

    static boolean remote(Path folder) {
        try {
            var type = Files.getFileStore(folder).type().toLowerCase(Locale.ROOT);
            return REMOTE.stream().anyMatch(type::contains);
        } catch (IOException e) {
            return false;
        }
    }

    void add(Path folder, boolean deep) {
        if (!Files.isDirectory(folder)) {
            missing.add(folder);
        }
        polled.putIfAbsent(folder, new Polled(deep, snapshot(folder, deep)));
    }

    void keep(FolderWatch.Places places) {
        polled.keySet().removeIf(folder -> !places.flat().contains(folder) && places.deep().stream().noneMatch(folder::startsWith));
        missing.retainAll(polled.keySet());
    }

    /// What changed since the last look.
    Set<Path> changed() {
        var changed = new HashSet<Path>();
        for (var entry : polled.entrySet()) {
            var before = entry.getValue().files();
            var now = snapshot(entry.getKey(), entry.getValue().deep());
            now.forEach((file, stamp) -> {
                if (!stamp.equals(before.get(file))) {
                    changed.add(file);
                }
            });
            before.keySet().stream().filter(file -> !now.containsKey(file)).forEach(changed::add);
            entry.setValue(new Polled(entry.getValue().deep(), now));
        }
        return changed;
    }

    /// Folders that were not there and are now: they need polling no longer, if the system can watch them.
    Set<Path> back() {
        var back = new HashSet<Path>();
        missing.removeIf(folder -> Files.isDirectory(folder) && back.add(folder));
        polled.keySet().removeAll(back);
        return back;
    }

    private static Map<Path, Stamp> snapshot(Path folder, boolean deep) {
        var stamps = new HashMap<Path, Stamp>();
        try {
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), deep ? Integer.MAX_VALUE : 1, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    return !inner.equals(folder) && FileSearch.passedOver(inner) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!AtomicFile.isTemporary(file)) {
                        stamps.put(file, new Stamp(attributes.lastModifiedTime().toMillis(), attributes.isDirectory() ? 0 : attributes.size(),
                                attributes.fileKey()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // The folder went while it was looked through; the next look finds out.
        }
        return stamps;
    }
}
