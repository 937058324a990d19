package dev.posthorn.cli;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Source;
import dev.posthorn.imports.Importers;
import dev.posthorn.imports.Pasted;
import dev.posthorn.store.CollectionPath;
import dev.posthorn.store.Opened;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads what is to be converted: a file, a folder, a link, or `-` for what is piped in.
///
/// 1. A folder that is a collection of some kind is read as one; of any other folder the files in it that are collections or environments.
/// 2. What cannot be read is a `Misuse` with its sentence, except among the files of a folder, where what is no collection is passed over.
public final class SourceReader {

    private final Supplier<InputStream> input;
    private final Pasted.Fetch fetch;

    /// @param input what is piped in
    public SourceReader(Supplier<InputStream> input, Pasted.Fetch fetch) {
        this.input = input;
        this.fetch = fetch;
    }

    List<Source> read(String given) throws Misuse {
        if (given.equals("-")) {
            return sources(piped(input));
        }
        if (Pasted.isLink(given)) {
            var pasted = Pasted.read(given, fetch);
            return pasted.document() == null ? refused(pasted.result()) : sources(pasted.document());
        }
        try {
            var path = CollectionPath.resolve(Path.of(given));
            var document = Importers.document(path);
            return document.folder() && Importers.of(document).isEmpty() ? folder(path) : sources(document);
        } catch (IOException e) {
            throw new Misuse(e.getMessage());
        } catch (java.nio.file.InvalidPathException e) {
            throw new Misuse("\"" + given + "\" is no path: " + e.getReason() + ".");
        }
    }

    /// What is piped in, as requests of a collection. Never throws: trouble is an `Opened.Bad` with a sentence.
    static Given given(Supplier<InputStream> input) {
        var name = Path.of("stdin");
        try {
            return GivenFiles.of(name, Importers.read(piped(input)));
        } catch (Misuse misuse) {
            return new Given(List.of(new Opened.Bad(name, misuse.getMessage(), 0)), List.of());
        }
    }

    private static Document piped(Supplier<InputStream> input) throws Misuse {
        try (var in = input.get()) {
            var bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, Importers.LIMIT + 1));
            if (bytes.length > Importers.LIMIT) {
                throw new Misuse("what is piped in is too big: the limit is " + (Importers.LIMIT >> 20) + " MB.");
            }
            return Document.of(Path.of("stdin"), TextFile.of(bytes).text());
        } catch (IOException e) {
            throw new Misuse("what is piped in cannot be read: " + e.getMessage() + ".");
        }
    }

    private static List<Source> sources(Document document) throws Misuse {
        var importer = Importers.of(document);
        var sources = importer.map(i -> i.sources(document)).orElse(List.of());
        if (sources.isEmpty()) {
            return refused(importer.map(i -> i.read(document)).orElseGet(() -> Importers.read(document)));
        }
        return sources;
    }

    private static List<Source> refused(ReadResult result) throws Misuse {
        throw new Misuse(result instanceof ReadResult.NotOne(var sentence, _, _) ? sentence : "there is no collection and no environment in it.");
    }

    private static List<Source> folder(Path folder) throws Misuse {
        var sources = new ArrayList<Source>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var document = Importers.document(file);
                Importers.of(document).ifPresent(importer -> sources.addAll(importer.sources(document)));
            }
        } catch (IOException e) {
            throw new Misuse(folder + " cannot be read: " + e.getMessage());
        }
        if (sources.isEmpty()) {
            throw new Misuse("there is no collection and no environment in " + folder + ".");
        }
        return sources;
    }
}
