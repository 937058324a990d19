package dev.posthorn.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.TreeMap;

/// Tells whether any file of a collection folder is another than before, by names, times and sizes.
final class FolderStamp {

    private FolderStamp() {}

    /// @param folders those that are not there count too
    static byte[] of(Path... folders) {
        var files = new TreeMap<String, String>();
        for (var folder : folders) {
            try {
                Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                        files.put(inner.toString(), "folder");
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (!AtomicFile.isTemporary(file)) {
                            files.put(file.toString(), attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey());
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException problem) {
                        return FileVisitResult.CONTINUE;
                    }
                });
            } catch (IOException e) {
                files.put(folder.toString(), "gone");
            }
        }
        var digest = LoadedFile.sha256();
        files.forEach((name, stamp) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(stamp.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
        return digest.digest();
    }
}
