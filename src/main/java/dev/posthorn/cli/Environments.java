package dev.posthorn.cli;

import dev.posthorn.store.OpenedEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the environment that a run was told to use.
final class Environments {

    private static final Pattern FILE = Pattern.compile(".*environment\\.json|.*\\.environment\\.ya?ml|\\.env(\\..+)?|.+\\.env");

    private final Function<Path, Given> reader;

    Environments(Function<Path, Given> reader) {
        this.reader = reader;
    }

    /// A file's, or the one of that name among the environment files beside the collection.
    OpenedEnvironment named(String text, Path collection) throws Misuse {
        var file = path(text);
        if (file != null && Files.isRegularFile(file)) {
            return at(file);
        }
        var beside = beside(collection);
        return beside.stream().filter(e -> e.environment().name().equals(text)).findFirst().orElseThrow(() -> new Misuse(
                "there is no environment \"" + text + "\": it is no file, and beside the collection there " + (beside.isEmpty() ? "are none."
                        : "are only " + beside.stream().map(e -> "\"" + e.environment().name() + "\"").collect(Collectors.joining(", ")) + ".")));
    }

    OpenedEnvironment at(Path file) throws Misuse {
        return of(file.toString(), reader.apply(file));
    }

    /// The first one of what was read.
    static OpenedEnvironment of(String file, Given given) throws Misuse {
        if (given.environments().isEmpty()) {
            throw new Misuse(given.bad().isEmpty() ? file + " is a collection, not an environment." : given.bad().getFirst().reason());
        }
        return given.environments().getFirst();
    }

    /// In the collection's folder, in `environments` there, and for a collection of Postman 3 in `postman/environments`.
    private List<OpenedEnvironment> beside(Path collection) {
        var folder = Files.isDirectory(collection) ? collection.toAbsolutePath().normalize() : collection.toAbsolutePath().normalize().getParent();
        var places = new LinkedHashSet<>(List.of(folder, folder.resolve("environments"), folder.resolve("postman").resolve("environments")));
        for (var above = folder; above != null; above = above.getParent()) {
            if (above.endsWith(Path.of("postman", "collections"))) {
                places.add(above.resolveSibling("environments"));
            }
        }
        return places.stream().filter(Files::isDirectory).flatMap(place -> in(place).stream()).toList();
    }

    private List<OpenedEnvironment> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(f -> FILE.matcher(f.getFileName().toString()).matches()).sorted().flatMap(f -> reader.apply(f).environments().stream()).toList();
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
