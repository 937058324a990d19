package dev.posthorn.cli;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.v3.V3Folder;
import dev.posthorn.imports.Importers;
import dev.posthorn.store.CollectionPath;
import dev.posthorn.store.Opened;
import dev.posthorn.store.OpenedEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads what the command line names.
///
/// 1. A file is read, whatever its ending.
/// 2. Where there is nothing of that name, it is tried with the endings of Postman's files.
/// 3. A folder that is a collection (Postman 3, Bruno), or holds `postman/collections`, is read as such.
/// 4. Besides, in a folder the `.json` files are read, not those of folders in it; what is no collection there is passed over, unless its name says it is one.
public final class GivenFiles {

    private static final String COLLECTION = ".postman_collection.json";

    private final List<Opened> collections = new ArrayList<>();
    private final List<OpenedEnvironment> environments = new ArrayList<>();

    private GivenFiles() {}

    /// Never throws: trouble with a file is an `Opened.Bad` with a sentence.
    public static Given read(Path given) {
        var files = new GivenFiles();
        var there = CollectionPath.resolve(given);
        if (Files.isDirectory(there)) {
            files.folder(there);
        } else {
            files.file(there, true);
        }
        return new Given(files.collections, files.environments);
    }

    /// The same from what was fetched, under the name of a file here.
    static Given of(Path name, ReadResult result) {
        var files = new GivenFiles();
        files.take(name, result, true);
        return new Given(files.collections, files.environments);
    }

    private void folder(Path folder) {
        var native3 = V3Folder.collections(folder);
        var environments3 = V3Folder.environments(folder);
        native3.forEach(collection -> take(collection, Importers.read(collection), true));
        environments3.forEach(file -> file(file, true));
        if (native3.isEmpty() && environments3.isEmpty() && Importers.of(Document.ofFolder(folder)).isPresent()) {
            take(folder, Importers.read(folder), true);
        }
        jsonFiles(folder);
    }

    private void jsonFiles(Path folder) {
        try (var list = Files.list(folder)) {
            list.filter(f -> f.getFileName().toString().endsWith(".json") && Files.isRegularFile(f)).sorted()
                    .forEach(f -> file(f, f.getFileName().toString().endsWith(COLLECTION)));
        } catch (IOException e) {
            collections.add(new Opened.Bad(folder, folder + " cannot be read: " + e.getMessage() + ".", 0));
        }
    }

    private void file(Path file, boolean wanted) {
        take(file, Importers.read(file), wanted);
    }

    /// Among many files the sentence must say which.
    private static String named(Path file, String sentence) {
        return sentence.contains(file.getFileName().toString()) ? sentence : file + ": " + sentence;
    }

    private void take(Path file, ReadResult result, boolean wanted) {
        switch (result) {
            case ReadResult.OfCollection(var format, var collection, _) -> collections.add(new Opened.Good(file, format, collection));
            case ReadResult.OfEnvironment(_, var environment, _) -> environments.add(new OpenedEnvironment(file, environment));
            case ReadResult.OfSeveral(_, var parts) -> parts.forEach(part -> take(file, part, wanted));
            case ReadResult.NotOne(var sentence, var line, _) when wanted -> collections.add(new Opened.Bad(file, named(file, sentence), line));
            case ReadResult.NotOne _ -> { }
        }
    }
}
