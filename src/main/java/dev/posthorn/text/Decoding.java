package dev.posthorn.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;

/// In which character set a text was sent, and its way into UTF-8, the only one that the rest of `text` reads.
///
/// The order of belief: a byte order mark, the `charset` of Content-Type (RFC 9110 §8.3.2), what the text's own head declares
/// (XML 1.0 §4.3.3, HTML `meta`), UTF-8.
///
/// @param unknown the name that was declared but that Java does not know; empty mostly
public record Decoding(Charset charset, String unknown) {

    private static final Pattern PARAMETER = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)");
    private static final Pattern XML = Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([^\"'\\s/>]{1,40})");

    /// @param contentType the whole header value, empty where there is none
    /// @param head        the first bytes of the body, about a kilobyte
    public static Decoding of(String contentType, byte[] head) {
        var mark = mark(head);
        if (mark.isPresent()) {
            return new Decoding(mark.get(), "");
        }
        return declared(contentType, head).map(Decoding::named).orElse(new Decoding(StandardCharsets.UTF_8, ""));
    }

    private static Optional<Charset> mark(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return starts(head, 0xFF, 0xFE) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean starts(byte[] head, int... wanted) {
        for (var i = 0; i < wanted.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> declared(String contentType, byte[] head) {
        var parameter = PARAMETER.matcher(contentType);
        if (parameter.find()) {
            return Optional.of(parameter.group(1));
        }
        var text = new String(head, StandardCharsets.ISO_8859_1);
        var xml = XML.matcher(text);
        if (xml.find()) {
            return Optional.of(xml.group(1));
        }
        var meta = META.matcher(text);
        return contentType.contains("html") && meta.find() ? Optional.of(meta.group(1)) : Optional.empty();
    }

    private static Decoding named(String name) {
        try {
            return new Decoding(Charset.forName(name), "");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return new Decoding(StandardCharsets.UTF_8, name);
        }
    }

    /// True where the bytes can be read as they are. US-ASCII is UTF-8 too.
    public boolean utf8() {
        return charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII);
    }

    /// As shown to the user: "UTF-8", "ISO-8859-1".
    public String label() {
        return charset.name();
    }

    /// Copies `in` to `out` as UTF-8; bytes that are no text of the charset become U+FFFD. A byte order mark is dropped.
    public void toUtf8(InputStream in, OutputStream out, Watch watch) throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        var reader = new InputStreamReader(in, decoder);
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var chars = new char[32 * 1024];
        var passed = 0L;
        for (var count = reader.read(chars); count >= 0; count = reader.read(chars)) {
            var from = passed == 0 && count > 0 && chars[0] == '\uFEFF' ? 1 : 0;
            writer.write(chars, from, count - from);
            passed += count;
            watch.check(passed);
        }
        writer.flush();
    }
}
