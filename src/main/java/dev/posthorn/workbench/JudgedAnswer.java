package dev.posthorn.workbench;

import dev.posthorn.jsonpath.PathProblem;
import dev.posthorn.model.Check;
import dev.posthorn.model.Header;
import dev.posthorn.model.Hop;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.text.Decoding;
import dev.posthorn.text.Watch;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.workbench.Checks.Judgement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// An answer as rows of the Assertions table see it. Its body is read and its JSON taken apart at the first row that asks for them, and once.
final class JudgedAnswer {

    /// Larger bodies are not taken into memory, nor those that would fill a good part of it.
    private static final long LARGEST = Math.min(50L << 20, Runtime.getRuntime().maxMemory() / 12);

    private final Response response;
    private final Duration took;
    private String text;
    private Json json;

    JudgedAnswer(Outcome.Received received) {
        response = received.response();
        took = received.hops().stream().map(Hop::received).filter(Objects::nonNull).map(r -> r.timings().total()).reduce(Duration.ZERO, Duration::plus);
    }

    Judgement judge(Check check) throws CheckProblem {
        return switch (check.subject()) {
            case STATUS -> new TextCheck(check).status(response.status());
            case HEADER -> new TextCheck(check).header(response.headers().stream().filter(h -> h.is(check.of())).map(Header::value).toList());
            case TIME -> new TextCheck(check).number(new BigDecimal(took.toMillis()), " ms");
            case SIZE -> new TextCheck(check).number(new BigDecimal(size()), " bytes");
            case BODY -> new TextCheck(check).body(text());
            case SCHEMA -> SchemaCheck.judge(check.expected(), json());
            case JSON_PATH -> path(check);
        };
    }

    private long size() {
        return response.body() == null ? 0 : response.body().size();
    }

    private Judgement path(Check check) throws CheckProblem {
        var path = RowFault.path(check.of());
        try {
            return new JsonCheck(check, path.singular()).judge(path.find(json()));
        } catch (PathProblem e) {
            throw new CheckProblem("The JSONPath " + check.of() + " cannot be followed: " + e.said() + ".");
        }
    }

    private String text() throws CheckProblem {
        if (text == null) {
            if (size() > LARGEST) {
                throw new CheckProblem(String.format(Locale.ROOT, "The body has %,d bytes; rows about its content are judged up to %,d.", size(), LARGEST));
            }
            text = size() == 0 ? "" : read();
        }
        return text;
    }

    private String read() throws CheckProblem {
        try (var in = response.body().open()) {
            var bytes = in.readAllBytes();
            var type = Header.first(response.headers(), "Content-Type").orElse("");
            var decoding = Decoding.of(type, Arrays.copyOf(bytes, Math.min(bytes.length, 1024)));
            if (decoding.utf8()) {
                var skip = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
                return new String(bytes, skip, bytes.length - skip, StandardCharsets.UTF_8);
            }
            var utf8 = new ByteArrayOutputStream(bytes.length);
            decoding.toUtf8(new ByteArrayInputStream(bytes), utf8, Watch.none());
            return utf8.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CheckProblem("The body cannot be read: " + e.getMessage() + ".");
        }
    }

    private Json json() throws CheckProblem {
        if (json == null) {
            if (text().isBlank()) {
                throw new CheckProblem("The body is empty, where JSON was expected.");
            }
            try {
                json = JsonReader.read(text);
            } catch (JsonProblem e) {
                throw new CheckProblem("The body is no JSON: line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + ". It begins with "
                        + Shown.text(text.lines().limit(1).collect(Collectors.joining())) + ".");
            }
        }
        return json;
    }
}
