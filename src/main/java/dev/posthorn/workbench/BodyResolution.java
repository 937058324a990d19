package dev.posthorn.workbench;

import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Part;
import dev.posthorn.model.Payload;
import dev.posthorn.model.Settings;
import dev.posthorn.text.FileTypes;
import dev.posthorn.text.JsonComments;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the bytes of a body from what was typed, by Postman's rules (postman-runtime, `core-body-builder.js`).
///
/// 1. An empty text is no body and brings no Content-Type; so do a form without enabled rows and a file body without a file.
/// 2. Comments are taken out of a raw body whose language is JSON.
/// 3. A form is encoded as Postman does it: everything but letters, digits and `-_.~` as %XX, what is encoded already once more. Rows keep
///    their order; Postman moves rows of one name together.
/// 4. Parts of a multipart form stand in their order, several files under one key one after the other; a file row without a file is sent as an
///    empty file without a name.
/// 5. GraphQL is JSON: query, operationName where there is one, variables as they were typed (JSON or not) where there are any.
/// 6. A body on GET, COPY, HEAD, PURGE or UNLOCK is sent where it was typed, as the Postman app does: it notes `disableBodyPruning: true` beside
///    each such body, and its 3.0 files, which have no place for that, are sent with it. newman leaves the body away where the note is missing.
///    Here only a `disableBodyPruning` that is explicitly false takes the body away.
final class BodyResolution {

    private static final Set<String> PRUNED = Set.of("GET", "COPY", "HEAD", "PURGE", "UNLOCK");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)^\\s*multipart/.*;\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+)).*$", Pattern.DOTALL);
    private static final BigInteger DIGITS = BigInteger.TEN.pow(24);

    /// Resolves a text; the second argument says where it stands.
    private final BinaryOperator<String> resolve;
    private final Path files;
    private final boolean inside;
    private final boolean named;
    private Failure fault;

    /// @param inside whether files outside of the folder `files` must not be read
    BodyResolution(BinaryOperator<String> resolve, Path files, boolean inside) {
        this(resolve, files, inside, false);
    }

    private BodyResolution(BinaryOperator<String> resolve, Path files, boolean inside, boolean named) {
        this.resolve = resolve;
        this.files = files;
        this.inside = inside;
        this.named = named;
    }

    /// One that names files and never looks whether they are there.
    static BodyResolution naming(BinaryOperator<String> resolve, Path files) {
        return new BodyResolution(resolve, files, false, true);
    }

    /// A file that is not there, if one is.
    Optional<Failure> fault() {
        return Optional.ofNullable(fault);
    }

    /// Whether the method and the settings leave no body.
    static boolean pruned(String method, Settings settings) {
        return PRUNED.contains(method.strip().toUpperCase(Locale.ROOT)) && !settings.flag("disableBodyPruning").orElse(true);
    }

    /// @param contentType the user's own, empty for none; a boundary in it is the one that is used
    Payload of(String method, Body body, Settings settings, String contentType) {
        if (pruned(method, settings)) {
            return Payload.empty();
        }
        return switch (body) {
            case Body.None() -> Payload.empty();
            case Body.Raw(var text, var language) -> raw(resolve.apply(text, "body"), language);
            case Body.UrlEncoded(var fields) -> form(fields);
            case Body.FormData(var parts) -> multipart(parts, contentType);
            case Body.Binary(var source, var content) -> !source.isBlank() ? file(source) : content.isEmpty() ? Payload.empty() : bytes(resolve.apply(content, "body"), "");
            case Body.GraphQl graph -> blank(graph) ? Payload.empty() : bytes(json(graph), "application/json");
        };
    }

    /// The files that a body names, as they are written.
    static Set<String> files(Body body) {
        return switch (body) {
            case Body.None _, Body.Raw _, Body.UrlEncoded _, Body.GraphQl _ -> Set.of();
            case Body.FormData(var parts) -> parts.stream().flatMap(p -> p.files().stream()).collect(Collectors.toSet());
            case Body.Binary(var source, _) -> Set.of(source);
        };
    }

    /// The Content-Type that a body brings along; empty for none.
    static String contentType(Body body) {
        return switch (body) {
            case Body.None() -> "";
            case Body.Raw(var text, var language) -> text.isEmpty() ? "" : contentType(language);
            case Body.UrlEncoded(var fields) -> fields.stream().noneMatch(e -> e.enabled() && !e.key().isEmpty()) ? "" : "application/x-www-form-urlencoded";
            case Body.FormData(var parts) -> parts.stream().noneMatch(p -> p.entry().enabled() && !p.entry().key().isEmpty()) ? "" : "multipart/form-data";
            case Body.Binary(var source, _) -> source.isBlank() ? "" : FileTypes.of(source);
            case Body.GraphQl graph -> blank(graph) ? "" : "application/json";
        };
    }

    private static boolean blank(Body.GraphQl graph) {
        return graph.query().isEmpty() && graph.variables().isEmpty() && graph.operationName().isEmpty();
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

    private static Payload raw(String text, String language) {
        return text.isEmpty() ? Payload.empty() : bytes(language.equals("json") ? JsonComments.without(text) : text, contentType(language));
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

    private Payload multipart(List<Part> parts, String contentType) {
        var pieces = parts.stream().filter(p -> p.entry().enabled() && !p.entry().key().isEmpty()).flatMap(this::pieces).toList();
        return pieces.isEmpty() ? Payload.empty() : new Payload.Multipart(boundary(contentType), pieces);
    }

    /// The user's own, or a new one of the form that Postman's have.
    private static String boundary(String contentType) {
        var own = BOUNDARY.matcher(contentType);
        if (own.matches()) {
            return own.group(1) == null ? own.group(2) : own.group(1);
        }
        var random = new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16).mod(DIGITS);
        return "-".repeat(26) + String.format("%024d", random);
    }

    private Stream<Payload.Piece> pieces(Part part) {
        var key = resolve.apply(part.entry().key(), "form field name");
        var where = "form field " + part.entry().key();
        var type = resolve.apply(part.contentType(), where);
        var name = part.fileName().isEmpty() ? null : base(resolve.apply(part.fileName(), where));
        if (!part.file()) {
            return Stream.of(new Payload.Piece(key, resolve.apply(part.entry().value(), where), null, name, type.isEmpty() && name != null ? FileTypes.of(name) : type));
        }
        var chosen = part.files().stream().filter(f -> !f.isBlank()).toList();
        if (chosen.isEmpty()) {
            return Stream.of(new Payload.Piece(key, "", null, name == null ? "" : name, type.isEmpty() ? FileTypes.of(name == null ? "" : name) : type));
        }
        return chosen.stream().flatMap(f -> found(f, where).stream())
                .map(f -> new Payload.Piece(key, "", f, name == null ? f.getFileName().toString() : name, type.isEmpty() ? FileTypes.of(f.toString()) : type));
    }

    private static String base(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private Payload file(String source) {
        return found(source, "body").<Payload>map(f -> new Payload.FromFile(f, FileTypes.of(f.toString()))).orElse(Payload.empty());
    }

    private Optional<Path> found(String written, String where) {
        var name = resolve.apply(written, where);
        try {
            var path = files.resolve(name).normalize();
            if (inside && outside(path)) {
                fault = fault == null ? new Failure.FileUnreadable(path, where, "it is not in " + files + ", and files elsewhere are not read for a script, nor with --no-insecure-file-read") : fault;
                return Optional.empty();
            }
            if (named || Files.isRegularFile(path) && Files.isReadable(path)) {
                return Optional.of(path);
            }
            fault = fault == null ? missing(path, where) : fault;
        } catch (InvalidPathException e) {
            fault = fault == null ? new Failure.Broken("Nothing was sent: \"" + name + "\" (" + where + ") cannot be the name of a file here.") : fault;
        }
        return Optional.empty();
    }

    /// Also where a symbolic link leads there.
    private boolean outside(Path path) {
        try {
            return !(Files.exists(path) ? path.toRealPath() : path.toAbsolutePath().normalize()).startsWith(files.toRealPath());
        } catch (IOException e) {
            return true;
        }
    }

    private static Failure missing(Path path, String where) {
        if (!Files.exists(path)) {
            return new Failure.FileMissing(path, where);
        }
        return new Failure.FileUnreadable(path, where, Files.isDirectory(path) ? "it is a folder" : Files.isRegularFile(path) ? "you have no permission to read it"
                : "it is no ordinary file");
    }

    private String json(Body.GraphQl graph) {
        var variables = resolve.apply(graph.variables(), "GraphQL variables");
        var operation = graph.operationName().isEmpty() ? "" : ",\"operationName\":" + quoted(resolve.apply(graph.operationName(), "GraphQL operation"));
        return "{\"query\":" + quoted(resolve.apply(graph.query(), "GraphQL query")) + operation
                + (variables.isBlank() ? "" : ",\"variables\":" + variables) + "}";
    }

    /// As JSON.stringify writes a text.
    private static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
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
