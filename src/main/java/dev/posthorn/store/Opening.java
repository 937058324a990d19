package dev.posthorn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Opens files and folders into the workspace.
final class Opening {

    /// How many files are read at the same time: each needs memory for its text and tree.
    private static final int PARALLEL = 4;

    private final Shelf shelf;

    Opening(Shelf shelf) {
        this.shelf = shelf;
    }

    List<LoadedFile> readAll(List<Path> paths) {
        var permits = new Semaphore(PARALLEL);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = paths.stream().distinct().map(path -> threads.submit(() -> {
                permits.acquire();
                try {
                    return LoadedFile.read(path);
                } finally {
                    permits.release();
                }
            })).toList();
            return reading.stream().map(f -> {
                try {
                    return f.get();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while reading files", e);
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }).toList();
        }
    }

    Workspace.Added add(Path path) {
        var target = CollectionPath.resolve(path.toAbsolutePath().normalize());
        var loaded = new ArrayList<LoadedFile>();
        var whole = Files.isDirectory(target) && !FileSearch.collection(target);
        if (whole) {
            try {
                readAll(FileSearch.find(target)).stream().filter(f -> !f.stranger() || f.file().toString().endsWith(".postman_collection.json"))
                        .forEach(loaded::add);
            } catch (IOException e) {
                return nothing(target, "The folder cannot be read: " + e.getMessage() + ".");
            }
            if (loaded.isEmpty()) {
                return nothing(target, "There is no collection and no environment in this folder.");
            }
        } else {
            loaded.add(LoadedFile.read(target));
        }
        return put(target, whole, loaded);
    }

    /// Opens one file, or one collection folder.
    Workspace.Added one(Path file) {
        return put(file, false, List.of(LoadedFile.read(file)));
    }

    private Workspace.Added put(Path target, boolean whole, List<LoadedFile> loaded) {
        shelf.locked(() -> {
            if (whole) {
                shelf.folder(target);
            }
            loaded.stream().filter(f -> !f.stranger() || shelf.get(f.file()) != null).forEach(this::put);
            shelf.publish();
            shelf.remember();
            return null;
        });
        return new Workspace.Added(loaded.stream().flatMap(f -> f.collections().stream()).toList(),
                loaded.stream().flatMap(f -> f.environments().stream()).toList());
    }

    private void put(LoadedFile loaded) {
        var before = shelf.get(loaded.file());
        shelf.put(loaded, false, before == null ? Map.of() : before.followedTo(loaded));
    }

    private static Workspace.Added nothing(Path folder, String sentence) {
        return new Workspace.Added(List.of(new Opened.Bad(folder, sentence, 0)), List.of());
    }
}
