package dev.posthorn.imports;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.tree.TextFile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// What somebody pasted or dropped: a link, the path of a file or folder, or the text of something that can be opened.
///
/// @param words    what it is, to be shown: "a link to openapi.json (OpenAPI)", "the text of a curl command"
/// @param document what was recognised or not; null where a link or path could not be read
/// @param result   what is in it, or the sentence that says why nothing is
public record Pasted(String words, Document document, ReadResult result) {

    private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");

    /// Gets what a link points to. The implementation follows redirects, and refuses what is larger than `Importers.LIMIT`.
    @FunctionalInterface
    public interface Fetch {

        /// The bytes of the answer; the exception's message is a sentence for the user.
        byte[] fetch(URI link) throws IOException;
    }

    /// @param text  as pasted
    /// @param fetch asked only where the text is a link; it may block
    public static Pasted read(String text, Fetch fetch) {
        var plain = text.strip();
        if (plain.isEmpty()) {
            return new Pasted("nothing", null, new ReadResult.NotOne("There is nothing in it.", 0, 0));
        }
        if (LINK.matcher(plain).matches()) {
            return link(plain, fetch);
        }
        var path = path(plain);
        if (path != null) {
            return path(path);
        }
        var document = Document.of(Path.of("pasted"), text);
        return new Pasted(recognised("the text of ", document), document, Importers.read(document));
    }

    /// Whether the text is one link and nothing else.
    public static boolean isLink(String text) {
        return LINK.matcher(text.strip()).matches();
    }

    private static Pasted link(String text, Fetch fetch) {
        try {
            var link = new URI(text);
            var document = Document.of(Path.of(name(link)), TextFile.of(fetch.fetch(link)).text());
            var words = "a link to " + name(link) + Importers.of(document).map(i -> " (" + i.name() + ")").orElse("");
            return new Pasted(words, document, Importers.read(document));
        } catch (URISyntaxException e) {
            return new Pasted("a link", null, new ReadResult.NotOne("This is no link that can be followed: " + e.getReason() + ".", 0, 0));
        } catch (IOException e) {
            return new Pasted("a link", null, new ReadResult.NotOne(e.getMessage(), 0, 0));
        }
    }

    /// The last part of the link's path, the host where there is none, without what no file name may hold.
    private static String name(URI link) {
        var path = link.getPath() == null ? "" : link.getPath().replaceFirst("/+$", "");
        var last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[\\\\:*?\"<>|\\p{Cntrl}]", "-");
        return !last.isEmpty() ? last : link.getHost() == null ? "link" : link.getHost();
    }

    private static Pasted path(Path path) {
        var kind = Files.isDirectory(path) ? "the folder " : "the file ";
        try {
            var document = Importers.document(path);
            return new Pasted(kind + path.getFileName() + Importers.of(document).map(i -> " (" + i.name() + ")").orElse(""), document, Importers.read(document));
        } catch (IOException e) {
            return new Pasted(kind + path.getFileName(), null, new ReadResult.NotOne(e.getMessage(), 0, 0));
        }
    }

    /// The path of something that exists, also as `file:` link, in quotes, or with `~` for the home folder; else null.
    private static Path path(String text) {
        if (text.length() > 4_096 || text.contains("\n")) {
            return null;
        }
        var plain = text.length() > 1 && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'")) ? text.substring(1, text.length() - 1) : text;
        try {
            var path = plain.toLowerCase(Locale.ROOT).startsWith("file:/") ? Path.of(new URI(plain.replace(" ", "%20")))
                    : Path.of(plain.startsWith("~/") ? System.getProperty("user.home") + plain.substring(1) : plain);
            return path.getFileName() != null && Files.exists(path) ? path : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String recognised(String before, Document document) {
        return Importers.of(document).map(Importer::name).map(name -> before + name).orElse("a text that nobody here knows");
    }
}
