package dev.posthorn.ui.response;

import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/// A file name for a body: what Content-Disposition says (RFC 6266), else the end of the URL, with the extension of its type. Never a path.
final class FileNames {

    private static final Pattern EXTENDED = Pattern.compile("(?i)filename\\*\\s*=\\s*utf-8''([^;]+)");
    private static final Pattern PLAIN = Pattern.compile("(?i)filename\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final int LONGEST = 120;
    private static final Map<String, String> EXTENSIONS = Map.of(
            "json", ".json", "xml", ".xml", "html", ".html", "javascript", ".js", "text", ".txt");

    private FileNames() {}

    static String of(Response response, String url, BodyKind kind) {
        var announced = Header.first(response.headers(), "Content-Disposition").map(FileNames::announced).orElse("");
        var name = safe(announced.isEmpty() ? lastSegment(url) : announced);
        if (name.isEmpty()) {
            name = "response";
        }
        return name.contains(".") ? name : name + extension(kind);
    }

    private static String announced(String disposition) {
        var extended = EXTENDED.matcher(disposition);
        if (extended.find()) {
            return decoded(extended.group(1).strip());
        }
        var plain = PLAIN.matcher(disposition);
        return plain.find() ? plain.group(1) == null ? plain.group(2) : plain.group(1) : "";
    }

    private static String lastSegment(String url) {
        var path = url.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*", "").replaceFirst("[?#].*$", "");
        return decoded(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String safe(String name) {
        var safe = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("[\\x00-\\x1f<>:\"|?*]", "_").replaceFirst("^[. ]+", "").strip();
        return safe.substring(0, Math.min(LONGEST, safe.length()));
    }

    private static String extension(BodyKind kind) {
        return switch (kind.shape()) {
            case TEXT -> EXTENSIONS.getOrDefault(kind.language(), ".txt");
            case IMAGE -> "." + kind.label().split(" ")[0].toLowerCase(java.util.Locale.ROOT);
            case EMPTY, BINARY -> ".bin";
        };
    }
}
