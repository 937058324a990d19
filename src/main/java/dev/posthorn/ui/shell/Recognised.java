package dev.posthorn.ui.shell;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.imports.Importers;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What pasted text or dropped files turned out to be: the kind in words, and what can be taken over.
///
/// @param kinds    "cURL", "Postman 2.1" …, each once
/// @param troubles a sentence for each part that is nothing that can be opened
record Recognised(List<String> kinds, List<Source> sources, List<String> troubles) {
    private static final int LARGEST = 256 << 20;

    Recognised {
        kinds = List.copyOf(kinds);
        sources = List.copyOf(sources);
        troubles = List.copyOf(troubles);
    }

    static Recognised nothing() {
        return new Recognised(List.of(), List.of(), List.of());
    }

    /// Reads pasted text. Blocks for as long as parsing takes.
    static Recognised text(String text) {
        return of(Document.of(Path.of("Imported"), text));
    }

    /// Reads the content of a file or an answer; `name` only names it.
    static Recognised bytes(Path name, byte[] bytes) {
        return of(Document.of(name, TextFile.of(bytes).text()));
    }

    /// Reads files and folders. Blocks.
    static Recognised files(List<Path> paths) {
        var kinds = new ArrayList<String>();
        var sources = new ArrayList<Source>();
        var troubles = new ArrayList<String>();
        for (var path : paths) {
            var one = file(path);
            one.kinds.stream().filter(k -> !kinds.contains(k)).forEach(kinds::add);
            sources.addAll(one.sources);
            troubles.addAll(one.troubles);
        }
        return new Recognised(kinds, sources, troubles);
    }

    private static Recognised file(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return of(Document.ofFolder(path));
            }
            if (Files.size(path) > LARGEST) {
                return trouble(path.getFileName() + " is too big to be imported: the limit is " + (LARGEST >> 20) + " MB.");
            }
            return bytes(path, Files.readAllBytes(path));
        } catch (IOException e) {
            return trouble(path + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static Recognised of(Document document) {
        for (var importer : Importers.ALL) {
            if (importer.recognises(document)) {
                var sources = importer.sources(document);
                return sources.isEmpty() ? trouble(sentence(importer.read(document))) : new Recognised(List.of(importer.name()), sources, List.of());
            }
        }
        return trouble(document.folder() ? "There is nothing in the folder " + document.file().getFileName() + " that can be imported as one; choose its files."
                : sentence(Importers.read(document.file(), document.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    private static String sentence(ReadResult result) {
        return switch (result) {
            case ReadResult.NotOne(var sentence, var line, var column) -> line > 0 ? sentence + " (line " + line + (column > 0 ? ", column " + column : "") + ")" : sentence;
            case ReadResult.OfCollection _, ReadResult.OfEnvironment _, ReadResult.OfSeveral _ -> "It holds no collection and no environment.";
        };
    }

    private static Recognised trouble(String sentence) {
        return new Recognised(List.of(), List.of(), List.of(sentence));
    }

    long requests() {
        return sources.stream().mapToLong(s -> s instanceof Source.OfCollection c ? c.collection().requests().count() : 0).sum();
    }

    List<Source.OfCollection> collections() {
        return sources.stream().filter(Source.OfCollection.class::isInstance).map(Source.OfCollection.class::cast).toList();
    }

    List<Source.OfEnvironment> environments() {
        return sources.stream().filter(Source.OfEnvironment.class::isInstance).map(Source.OfEnvironment.class::cast).toList();
    }

    Report report() {
        return sources.stream().map(Source::report).reduce(Report.EMPTY, Report::and);
    }

    /// "cURL: 1 request".
    String words() {
        var parts = new ArrayList<String>();
        if (collections().size() > 1) {
            parts.add(collections().size() + " collections");
        }
        if (!collections().isEmpty()) {
            parts.add(requests() == 1 ? "1 request" : requests() + " requests");
        }
        if (!environments().isEmpty()) {
            parts.add(environments().size() == 1 ? "1 environment" : environments().size() + " environments");
        }
        return String.join(", ", kinds) + ": " + String.join(", ", parts);
    }
}
