package dev.posthorn.http;

import dev.posthorn.model.Payload;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// The bytes of a payload on their way out; files are streamed and never held in memory.
final class PayloadBody extends RequestBody {

    private sealed interface Chunk {
        record Memory(byte[] bytes) implements Chunk {}

        record Disk(Path file, long size) implements Chunk {}
    }

    private final List<Chunk> chunks;

    private PayloadBody(List<Chunk> chunks) {
        this.chunks = chunks;
    }

    /// Fails where a file cannot be read. Its length is taken now and announced.
    static PayloadBody of(Payload payload) throws IOException {
        return new PayloadBody(switch (payload) {
            case Payload.Empty() -> List.of();
            case Payload.Bytes bytes -> List.of(new Chunk.Memory(bytes.bytes()));
            case Payload.FromFile file -> List.of(disk(file.file()));
            case Payload.Multipart multipart -> parts(multipart);
        });
    }

    private static Chunk disk(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return new Chunk.Disk(file, Files.size(file));
    }

    private static List<Chunk> parts(Payload.Multipart multipart) throws IOException {
        var chunks = new ArrayList<Chunk>();
        var line = "--" + multipart.boundary();
        for (var piece : multipart.pieces()) {
            var head = new StringBuilder(line).append("\r\nContent-Disposition: form-data; name=\"").append(quoted(piece.name())).append('"');
            if (piece.fileName() != null) {
                head.append(named(piece.fileName()));
            }
            if (!piece.contentType().isEmpty()) {
                head.append("\r\nContent-Type: ").append(piece.contentType().replaceAll("[\r\n]", " "));
            }
            chunks.add(memory(head.append("\r\n\r\n").toString()));
            chunks.add(piece.file() == null ? memory(piece.text()) : disk(piece.file()));
            chunks.add(memory("\r\n"));
        }
        chunks.add(memory(line + "--\r\n"));
        return chunks;
    }

    private static Chunk memory(String text) {
        return new Chunk.Memory(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A name beyond Latin-1 is given a second time in the way of RFC 8187, as Postman does (RFC 7578 §4.2 would rather not, browsers leave it).
    private static String named(String file) {
        var plain = "; filename=\"" + quoted(file) + '"';
        return file.chars().allMatch(c -> c <= 0xff) ? plain : plain + "; filename*=UTF-8''" + extended(file);
    }

    private static String extended(String file) {
        var out = new StringBuilder();
        for (var b : file.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-_.!~|`^".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format("'()*".indexOf(c) >= 0 ? "%%%02x" : "%%%02X", (int) c));
            }
        }
        return out.toString();
    }

    /// As the HTML standard writes a name into a Content-Disposition: only what would end the quotes or the line is escaped. Postman escapes
    /// nothing, and such a form breaks.
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    boolean empty() {
        return chunks.isEmpty();
    }

    @Override
    public MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return chunks.stream().mapToLong(c -> switch (c) {
            case Chunk.Memory m -> m.bytes().length;
            case Chunk.Disk d -> d.size();
        }).sum();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        write(sink.outputStream());
    }

    /// The bytes as they go out.
    void write(OutputStream out) throws IOException {
        for (var chunk : chunks) {
            switch (chunk) {
                case Chunk.Memory memory -> out.write(memory.bytes());
                case Chunk.Disk disk -> copy(disk, out);
            }
        }
    }

    /// Exactly as many bytes as were announced: one more would be taken for the next request, one less waited for.
    private static void copy(Chunk.Disk disk, OutputStream out) throws IOException {
        try (var in = Files.newInputStream(disk.file())) {
            var buffer = new byte[1 << 16];
            var sent = 0L;
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (sent + n > disk.size()) {
                    throw new FileChanged(disk.file(), disk.size(), Math.max(sent + n, Files.size(disk.file())));
                }
                out.write(buffer, 0, n);
                sent += n;
            }
            if (sent < disk.size()) {
                throw new FileChanged(disk.file(), disk.size(), sent);
            }
        }
    }
}
