package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.posthorn.formats.Edited;
import dev.posthorn.formats.FileChange;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.RequestItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// A workspace folder of a test with one collection in it, and edits done to it as the program does them.
record OnDisk(Path workspace, Path collection) {

    static OnDisk in(Path workspace) throws IOException {
        return new OnDisk(workspace, Files.createDirectories(workspace.resolve("postman/collections/Shop")));
    }

    OnDisk file(String path, String text) throws IOException {
        var file = collection.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    String text(String path) throws IOException {
        return Files.readString(collection.resolve(path));
    }

    FolderEditor editor() {
        return new FolderEditor(collection);
    }

    Edited.Changed done(Edited edited) throws IOException {
        var changed = assertInstanceOf(Edited.Changed.class, edited, () -> edited.toString());
        for (var change : changed.changes()) {
            switch (change) {
                case FileChange.Write(var file, var bytes) -> {
                    Files.createDirectories(file.getParent());
                    Files.write(file, bytes);
                }
                case FileChange.Move(var from, var to) -> {
                    Files.createDirectories(to.getParent());
                    Files.move(from, to);
                }
                case FileChange.Delete(var file) -> delete(file);
            }
        }
        return changed;
    }

    private static void delete(Path path) throws IOException {
        try (var paths = Files.walk(path)) {
            for (var each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    Collection read() throws IOException {
        return V3Folder.read(collection).collection();
    }

    RequestItem request(String id) throws IOException {
        return assertInstanceOf(RequestItem.class, read().path(id).getLast());
    }

    Folder folder(String id) throws IOException {
        return assertInstanceOf(Folder.class, read().path(id).getLast());
    }

    /// Path → text of every file of the workspace.
    Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(workspace)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(workspace.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return files;
    }
}
