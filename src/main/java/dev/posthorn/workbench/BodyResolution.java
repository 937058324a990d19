package dev.posthorn.workbench;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Part;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Settings;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the bytes of a body from what was typed.
///
/// 1. An empty body is no body; so is a file body without a file.
/// 2. A form is encoded as Postman does it: everything but letters, digits and `-_.~` as %XX.
/// 3. A body on GET is sent, as Postman does where it was typed; only a `disableBodyPruning` that is explicitly false takes it away.
final class BodyResolution {

    private static final Set<String> PRUNED = Set.of("GET", "COPY", "HEAD", "PURGE", "UNLOCK");

    /// Resolves a text; the second argument says where it stands.
    private final BinaryOperator<String> resolve;
    private final Path files;
    private Failure fault;

    BodyResolution(BinaryOperator<String> resolve, Path files) {
        this.resolve = resolve;
        this.files = files;
    }

    /// A file that is not there, if one is.
    Optional<Failure> fault() {
        return Optional.ofNullable(fault);
    }

    Payload of(String method, Body body, Settings settings) {
        if (PRUNED.contains(method) && !settings.flag("disableBodyPruning").orElse(true)) {
            return Payload.empty();
        }
        return switch (body) {
            case Body.None() -> Payload.empty();
            case Body.Raw(var text, var language) -> text.isEmpty() ? Payload.empty() : bytes(resolve.apply(text, "body"), contentType(language));
            case Body.UrlEncoded(var fields) -> form(fields);
            case Body.FormData(var parts) -> multipart(parts);
            case Body.Binary(var source) -> source.isBlank() ? Payload.empty() : file(source);
            case Body.GraphQl graph -> bytes(json(graph), "application/json");
        };
    }

    /// The Content-Type that a body brings along; empty for none.
    static String contentType(Body body) {
        return switch (body) {
            case Body.None() -> "";
            case Body.Raw(var text, var language) -> text.isEmpty() ? "" : contentType(language);
            case Body.UrlEncoded(var fields) -> fields.stream().noneMatch(Entry::enabled) ? "" : "application/x-www-form-urlencoded";
            case Body.FormData form -> "multipart/form-data";
            case Body.Binary(var source) -> source.isBlank() ? "" : guessed(source);
            case Body.GraphQl graph -> "application/json";
        };
    }

    private static String contentType(String language) {
        return switch (language) {
            case "json" -> "application/json";
            case "javascript" -> "application/javascript";
            case "html" -> "text/html";
            case "xml" -> "application/xml";
            default -> "text/plain";
        };
    }

    private static Payload bytes(String text, String contentType) {
        return new Payload.Bytes(text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    private Payload form(List<Entry> fields) {
        var sent = fields.stream().filter(e -> e.enabled() && !e.key().isEmpty()).toList();
        return sent.isEmpty() ? Payload.empty() : bytes(sent.stream()
                .map(e -> encoded(resolve.apply(e.key(), "form field name")) + "=" + encoded(resolve.apply(e.value(), "form field " + e.key())))
                .collect(Collectors.joining("&")), "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private Payload multipart(List<Part> parts) {
        var pieces = parts.stream().filter(p -> p.entry().enabled() && !p.entry().key().isEmpty()).flatMap(this::pieces).toList();
        return pieces.isEmpty() ? Payload.empty() : new Payload.Multipart("--------------------------" + UUID.randomUUID().toString().replace("-", ""), pieces);
    }

    private Stream<Payload.Piece> pieces(Part part) {
        var key = resolve.apply(part.entry().key(), "form field name");
        var where = "form field " + part.entry().key();
        var type = resolve.apply(part.contentType(), where);
        if (!part.file()) {
            return Stream.of(new Payload.Piece(key, resolve.apply(part.entry().value(), where), null, "", type));
        }
        return part.files().stream().filter(f -> !f.isBlank()).flatMap(f -> found(f, where).stream())
                .map(f -> new Payload.Piece(key, "", f, f.getFileName().toString(), type.isEmpty() ? guessed(f.toString()) : type));
    }

    private Payload file(String source) {
        return found(source, "body").<Payload>map(f -> new Payload.FromFile(f, guessed(f.toString()))).orElse(Payload.empty());
    }

    private Optional<Path> found(String written, String where) {
        var name = resolve.apply(written, where);
        try {
            var path = files.resolve(name).normalize();
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                return Optional.of(path);
            }
            fault = fault == null ? new Failure.FileMissing(path, where) : fault;
        } catch (InvalidPathException e) {
            fault = fault == null ? new Failure.Broken("Nothing was sent: \"" + name + "\" (" + where + ") cannot be the name of a file here.") : fault;
        }
        return Optional.empty();
    }

    private static String guessed(String name) {
        var type = URLConnection.guessContentTypeFromName(name);
        return type == null ? "application/octet-stream" : type;
    }

    /// The body of a GraphQL request over HTTP: `variables` is put in as the JSON that was typed.
    private String json(Body.GraphQl graph) {
        var variables = resolve.apply(graph.variables(), "GraphQL variables").strip();
        var operation = graph.operationName().isEmpty() ? "" : ",\"operationName\":" + quoted(resolve.apply(graph.operationName(), "GraphQL operation"));
        return "{\"query\":" + quoted(resolve.apply(graph.query(), "GraphQL query")) + operation
                + ",\"variables\":" + (variables.isEmpty() ? "{}" : variables) + "}";
    }

    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
