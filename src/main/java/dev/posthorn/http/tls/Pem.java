package dev.posthorn.http.tls;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The blocks of a PEM file (RFC 7468), with the headers that OpenSSL once wrote into them (RFC 1421).
final class Pem {

    /// The largest file that is read: more than any list of authorities needs.
    static final long MOST = 32 << 20;

    /// @param label   "CERTIFICATE"
    /// @param headers "Proc-Type", "DEK-Info"; mostly none
    record Block(String label, Map<String, String> headers, byte[] bytes) {}

    private Pem() {}

    /// The file's bytes, or why there are none.
    static byte[] read(Path file) throws Unusable {
        try {
            if (Files.isDirectory(file)) {
                throw new Unusable(file, "it is a folder, not a file");
            }
            if (Files.size(file) > MOST) {
                throw new Unusable(file, "it is larger than " + (MOST >> 20) + " MB, which no certificate is");
            }
            var bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                throw new Unusable(file, "the file is empty");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new Unusable(file, "there is no such file (" + file + ")", e);
        } catch (IOException e) {
            throw new Unusable(file, "it cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    static boolean looksLike(byte[] bytes) {
        return text(bytes).contains("-----BEGIN ");
    }

    static List<Block> blocks(Path file, byte[] bytes) throws Unusable {
        var blocks = new ArrayList<Block>();
        String label = null;
        var from = 0;
        var number = 0;
        var headers = new LinkedHashMap<String, String>();
        var base64 = new StringBuilder();
        for (var line : (Iterable<String>) text(bytes).lines().map(String::strip)::iterator) {
            number++;
            if (label == null) {
                if (line.startsWith("-----BEGIN ") && line.endsWith("-----") && line.length() > 16) {
                    label = line.substring(11, line.length() - 5);
                    from = number;
                    headers.clear();
                    base64.setLength(0);
                }
            } else if (line.equals("-----END " + label + "-----")) {
                blocks.add(new Block(label, Map.copyOf(headers), decoded(file, label, from, base64.toString())));
                label = null;
            } else if (line.startsWith("-----")) {
                throw new Unusable(file, "line " + number + ": the block " + label + " of line " + from + " has no end");
            } else if (line.contains(":")) {
                headers.put(line.substring(0, line.indexOf(':')).strip().toLowerCase(Locale.ROOT), line.substring(line.indexOf(':') + 1).strip());
            } else {
                base64.append(line);
            }
        }
        if (label != null) {
            throw new Unusable(file, "the block " + label + " of line " + from + " has no end: the file is cut off");
        }
        return blocks;
    }

    private static byte[] decoded(Path file, String label, int line, String base64) throws Unusable {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Unusable(file, "the block " + label + " of line " + line + " is damaged: it is not base64", e);
        }
    }

    /// Windows writes such files in UTF-16 at times.
    private static String text(byte[] bytes) {
        Charset charset = StandardCharsets.ISO_8859_1;
        if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE || bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16;
        } else if (bytes.length > 2 && (bytes[0] & 0xFF) == 0xEF) {
            charset = StandardCharsets.UTF_8;
        }
        var text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
