package dev.posthorn.imports;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.PostmanDump;
import dev.posthorn.formats.PostmanOne;
import dev.posthorn.formats.PostmanTwo;
import dev.posthorn.formats.PostmanVariables;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Stranger;
import dev.posthorn.imports.bruno.Bruno;
import dev.posthorn.imports.bruno.OpenCollection;
import dev.posthorn.imports.curl.CurlCommands;
import dev.posthorn.imports.har.HarFile;
import dev.posthorn.imports.hoppscotch.Hoppscotch;
import dev.posthorn.imports.http.HttpEnvironments;
import dev.posthorn.imports.http.HttpFile;
import dev.posthorn.imports.insomnia.Insomnia;
import dev.posthorn.imports.openapi.OpenApi;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Opens files: finds out what a file is and reads it, or says in a sentence why it cannot.
public final class Importers {

    /// All kinds that can be opened; the first that recognises a file reads it.
    public static final List<Importer> ALL = List.of(new PostmanTwo(), new PostmanThree(), new Hoppscotch(), new Insomnia(), new OpenCollection(), new Bruno(),
            new PostmanOne(), new PostmanVariables(), new PostmanDump(), new HarFile(), new HttpEnvironments(), new CurlCommands(), new HttpFile(), new OpenApi(),
            new DotEnv());

    /// The largest file that is read, in bytes: its text and tree must fit in memory.
    public static final long LIMIT = 256L << 20;

    private Importers() {}

    /// Reads a file, or a folder that is a collection. What cannot be read is `NotOne` as well.
    public static ReadResult read(Path file) {
        try {
            return read(document(file));
        } catch (IOException e) {
            return nowhere(e.getMessage());
        }
    }

    /// Reads the content of a file; `file` only gives names.
    public static ReadResult read(Path file, byte[] bytes) {
        return read(Document.of(file, TextFile.of(bytes).text()));
    }

    public static ReadResult read(Document document) {
        return DeepStack.call(() -> of(document).map(importer -> importer.read(document)).orElseGet(() -> Stranger.describe(document)));
    }

    /// The importer that recognises the document; empty where nobody does.
    public static Optional<Importer> of(Document document) {
        return ALL.stream().filter(importer -> importer.recognises(document)).findFirst();
    }

    /// The file or folder as importers are asked about it; the exception's message is a sentence for the user.
    public static Document document(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                return Document.ofFolder(file);
            }
            var size = Files.size(file);
            if (size > LIMIT) {
                throw new IOException(file.getFileName() + " is too big to be opened as a collection: " + (size >> 20) + " MB, and the limit is " + (LIMIT >> 20) + " MB.");
            }
            return Document.of(file, TextFile.of(Files.readAllBytes(file)).text());
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + file + ".", e);
        } catch (FileSystemException e) {
            throw new IOException(file + " cannot be read: " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    private static ReadResult nowhere(String sentence) {
        return new ReadResult.NotOne(sentence, 0, 0);
    }
}
