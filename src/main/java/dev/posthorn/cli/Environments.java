package dev.posthorn.cli;

import dev.posthorn.model.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the environment that a run was told to use.
final class Environments {

    private final Function<Path, Given> reader;

    Environments(Function<Path, Given> reader) {
        this.reader = reader;
    }

    /// A file's, or the one of that name among the environment files beside the collection.
    Environment named(String text, Path collection) throws Misuse {
        var file = path(text);
        if (file != null && Files.isRegularFile(file)) {
            return at(file);
        }
        var beside = beside(collection);
        return beside.stream().filter(e -> e.name().equals(text)).findFirst().orElseThrow(() -> new Misuse(
                "there is no environment \"" + text + "\": it is no file, and beside the collection there " + (beside.isEmpty() ? "are none."
                        : "are only " + beside.stream().map(e -> "\"" + e.name() + "\"").collect(Collectors.joining(", ")) + ".")));
    }

    Environment at(Path file) throws Misuse {
        var given = reader.apply(file);
        if (given.environments().isEmpty()) {
            throw new Misuse(given.bad().isEmpty() ? file + " is a collection, not an environment." : given.bad().getFirst().reason());
        }
        return given.environments().getFirst().environment();
    }

    private List<Environment> beside(Path collection) {
        var folder = Files.isDirectory(collection) ? collection : collection.toAbsolutePath().getParent();
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().endsWith("environment.json")).sorted()
                    .flatMap(f -> reader.apply(f).environments().stream()).map(e -> e.environment()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
