package dev.posthorn.cli;

import dev.posthorn.imports.Pasted;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.workbench.DataFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/// Reads what a run is given: paths by way of its reader, URLs by the engine that sends requests.
final class RunSources {

    private final Function<Path, Given> reader;
    private final Pasted.Fetch fetch;
    private final Set<Opened.Good> fetched = new HashSet<>();

    RunSources(Function<Path, Given> reader, Pasted.Fetch fetch) {
        this.reader = reader;
        this.fetch = fetch;
    }

    Pasted.Fetch fetch() {
        return fetch;
    }

    /// Whether a collection came from a URL.
    boolean fetched(Opened.Good file) {
        return fetched.contains(file);
    }

    Given read(String given) throws Misuse {
        if (Pasted.isLink(given)) {
            var pasted = Pasted.read(given, fetch);
            var name = pasted.document() == null ? Path.of("link") : pasted.document().file();
            var found = GivenFiles.of(name, pasted.result());
            fetched.addAll(found.good());
            return found;
        }
        return reader.apply(path(given));
    }

    private static Path path(String given) throws Misuse {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new Misuse("\"" + given + "\" is no path: " + e.getReason() + ".");
        }
    }

    OpenedEnvironment environment(String given, Path collection) throws Misuse {
        return Pasted.isLink(given) ? Environments.of(given, read(given)) : new Environments(reader).named(given, collection);
    }

    OpenedEnvironment globals(String given) throws Misuse {
        return Environments.of(given, read(given));
    }

    DataFile data(String given) throws Misuse {
        try {
            if (Pasted.isLink(given)) {
                return DataFile.read(given, fetch.fetch(URI.create(given.strip())));
            }
            return DataFile.read(path(given));
        } catch (DataFile.Bad bad) {
            throw new Misuse(bad.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw new Misuse("the data file " + given + " cannot be had: " + e.getMessage());
        }
    }

    static Path folder(Path given) throws Misuse {
        if (!Files.isDirectory(given)) {
            throw new Misuse("the working directory " + given + (Files.exists(given) ? " is no folder." : " does not exist."));
        }
        return given.toAbsolutePath().normalize();
    }
}
