package dev.posthorn.model;

import java.nio.file.Path;
import java.util.List;

/// The bytes that a `Wire` carries, or where they are streamed from.
public sealed interface Payload {

    record Empty() implements Payload {}

    /// `contentType` is the automatic one, empty for none; a Content-Type header of the wire wins over it.
    record Bytes(byte[] bytes, String contentType) implements Payload {}

    record FromFile(Path file, String contentType) implements Payload {}

    /// multipart/form-data with this boundary (RFC 2046 §5.1.1, RFC 7578).
    record Multipart(String boundary, List<Piece> pieces) implements Payload {
        public Multipart {
            pieces = List.copyOf(pieces);
        }
    }

    /// One part on the wire: text, or a file. `file` is null for text; `fileName` is the name that is announced, null for none.
    record Piece(String name, String text, Path file, String fileName, String contentType) {}

    static Payload empty() {
        return new Empty();
    }
}
