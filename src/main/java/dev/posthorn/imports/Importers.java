package dev.posthorn.imports;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.PostmanDump;
import dev.posthorn.formats.PostmanOne;
import dev.posthorn.formats.PostmanTwo;
import dev.posthorn.formats.PostmanVariables;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Stranger;
import dev.posthorn.imports.curl.CurlCommands;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// Opens files: finds out what a file is and reads it, or says in a sentence why it cannot.
public final class Importers {

    /// All kinds that can be opened; the first that recognises a file reads it.
    public static final List<Importer> ALL = List.of(new PostmanTwo(), new Hoppscotch(), new PostmanOne(), new PostmanVariables(), new PostmanDump(),
            new CurlCommands());

    /// The largest file that is read, in bytes: its text and tree must fit in memory.
    public static final long LIMIT = 256L << 20;

    private Importers() {}

    /// Reads a file from disk. A file that cannot be read is `NotOne` as well.
    public static ReadResult read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return nowhere(file + " is a folder; open one of its files.");
            }
            var size = Files.size(file);
            if (size > LIMIT) {
                return nowhere(file.getFileName() + " is too big to be opened as a collection: " + (size >> 20) + " MB, and the limit is "
                        + (LIMIT >> 20) + " MB.");
            }
            return read(file, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return nowhere("There is no file " + file + ".");
        } catch (IOException e) {
            return nowhere(file + " cannot be read: " + reason(e) + ".");
        }
    }

    /// Reads the content of a file; `file` only gives names.
    public static ReadResult read(Path file, byte[] bytes) {
        var document = Document.of(file, TextFile.of(bytes).text());
        for (var importer : ALL) {
            if (importer.recognises(document)) {
                return importer.read(document);
            }
        }
        return Stranger.describe(document);
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    private static ReadResult nowhere(String sentence) {
        return new ReadResult.NotOne(sentence, 0, 0);
    }
}
