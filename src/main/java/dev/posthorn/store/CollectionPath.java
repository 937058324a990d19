package dev.posthorn.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds the file that a person means who leaves the endings away: `collections/HTTP basics`.
public final class CollectionPath {

    private static final List<String> ENDINGS = List.of(".postman_collection.json", ".postman_environment.json", ".postman_globals.json", ".json");

    private CollectionPath() {}

    /// The path itself where it exists, else the first that does with an ending of Postman's files; else the path as given.
    public static Path resolve(Path typed) {
        if (Files.exists(typed) || typed.getFileName() == null) {
            return typed;
        }
        return ENDINGS.stream().map(ending -> typed.resolveSibling(typed.getFileName() + ending)).filter(Files::isRegularFile).findFirst().orElse(typed);
    }
}
