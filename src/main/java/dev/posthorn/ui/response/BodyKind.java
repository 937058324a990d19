package dev.posthorn.ui.response;

import dev.posthorn.model.Header;
import dev.posthorn.model.Response;
import dev.posthorn.text.Decoding;
import dev.posthorn.text.Pretty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a body is, told from its Content-Type and, where that says little, from its first bytes.
///
/// @param language as `Tokenizers` knows it; "text" for text without colours
/// @param label    as shown: "JSON", "HTML", "PNG image"
record BodyKind(Shape shape, String language, String label, Decoding decoding) {

    enum Shape { EMPTY, TEXT, IMAGE, BINARY }

    private static final int HEAD = 4096;

    static BodyKind of(Response response) throws IOException {
        var contentType = Header.first(response.headers(), "Content-Type").orElse("");
        var head = head(response);
        var decoding = Decoding.of(contentType, head);
        var type = response.mediaType();
        if (response.body() == null || response.body().size() == 0) {
            return new BodyKind(Shape.EMPTY, "text", "empty", decoding);
        }
        var image = image(type, head);
        if (!image.isEmpty()) {
            return new BodyKind(Shape.IMAGE, "text", image + " image", decoding);
        }
        var language = declared(type);
        if (language.isEmpty() && binary(head, decoding)) {
            return new BodyKind(Shape.BINARY, "text", type.isEmpty() ? "binary" : type, decoding);
        }
        if (language.isEmpty() || language.equals("text")) {
            language = guessed(new String(head, decoding.charset()).stripLeading(), type);
        }
        return new BodyKind(Shape.TEXT, language, label(language, type), decoding);
    }

    private static byte[] head(Response response) throws IOException {
        if (response.body() == null) {
            return new byte[0];
        }
        var head = new byte[HEAD];
        var count = Math.max(0, response.body().read(0, head, 0, HEAD));
        return Arrays.copyOf(head, count);
    }

    private static String image(String type, byte[] head) {
        var start = new String(head, 0, Math.min(12, head.length), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG")) {
            return "PNG";
        }
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return "JPEG";
        }
        if (start.startsWith("GIF8")) {
            return "GIF";
        }
        if (start.startsWith("BM") && (type.isEmpty() || type.contains("bmp"))) {
            return "BMP";
        }
        return start.startsWith("RIFF") && start.endsWith("WEBP") ? "WebP" : "";
    }

    private static String declared(String type) {
        if (type.endsWith("/json") || type.endsWith("+json") || type.contains("ndjson") || type.contains("json-seq")) {
            return "json";
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return "html";
        }
        if (type.endsWith("/xml") || type.endsWith("+xml")) {
            return "xml";
        }
        if (type.endsWith("/javascript") || type.endsWith("/ecmascript") || type.endsWith("/x-javascript")) {
            return "javascript";
        }
        return type.equals("application/graphql") ? "graphql" : type.startsWith("text/") || type.endsWith("+yaml") || type.endsWith("/yaml") ? "text" : "";
    }

    /// A text that looks like JSON or markup is shown as such, whatever plain type it was sent with; other text types keep theirs.
    private static String guessed(String text, String type) {
        if (!type.isEmpty() && !type.equals("text/plain") && type.startsWith("text/")) {
            return "text";
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return "json";
        }
        var lower = text.substring(0, Math.min(32, text.length())).toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "html";
        }
        return lower.startsWith("<?xml") ? "xml" : "text";
    }

    /// NUL, or more than a tenth of control characters.
    private static boolean binary(byte[] head, Decoding decoding) {
        if (decoding.charset().name().startsWith("UTF-16") || decoding.charset().name().startsWith("UTF-32")) {
            return false;
        }
        var odd = 0;
        for (var b : head) {
            if (b == 0) {
                return true;
            }
            odd += b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 27 ? 1 : 0;
        }
        return odd * 10 > head.length || !utf8(head) && decoding.utf8();
    }

    private static boolean utf8(byte[] head) {
        var text = new String(head, 0, Math.max(0, head.length - 4), StandardCharsets.UTF_8);
        return text.chars().filter(c -> c == '\uFFFD').count() * 20 <= text.length();
    }

    private static String label(String language, String type) {
        return switch (language) {
            case "json" -> "JSON";
            case "xml" -> type.contains("svg") ? "SVG" : "XML";
            case "html" -> "HTML";
            case "javascript" -> "JavaScript";
            case "graphql" -> "GraphQL";
            default -> type.startsWith("text/") && !type.equals("text/plain") ? type.substring(5).toUpperCase(java.util.Locale.ROOT) : "Text";
        };
    }

    boolean text() {
        return shape == Shape.TEXT;
    }

    boolean layable() {
        return text() && Pretty.knows(language);
    }

    /// "JSON · UTF-8", "PNG image".
    String sentence() {
        var charset = decoding.label() + (decoding.unknown().isEmpty() ? "" : " (" + decoding.unknown() + " is unknown)");
        return text() ? label + " · " + charset : label;
    }
}
