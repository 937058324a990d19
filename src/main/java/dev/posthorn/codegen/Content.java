package dev.posthorn.codegen;

import java.util.List;
import java.util.stream.Stream;

/// The body that the code sends. Its Content-Type is among the headers of the call, but for a multipart form, whose boundary the program chooses.
public sealed interface Content {

    record None() implements Content {}

    /// Sent as UTF-8, character for character.
    record Written(Text text) implements Content {}

    /// The fields of `application/x-www-form-urlencoded`.
    ///
    /// @param encoded the same as it stands on the wire
    record Form(List<Field> fields, Text encoded) implements Content {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    /// Bytes that are no text.
    record Bytes(byte[] bytes) implements Content {}

    /// A file of this machine.
    record OfFile(Text path) implements Content {}

    record Multipart(List<Part> parts) implements Content {
        public Multipart {
            parts = List.copyOf(parts);
        }
    }

    record Field(Text name, Text value) {}

    /// One part of a multipart form.
    ///
    /// @param value    the text; null where it is a file
    /// @param file     the path of the file; null where it is a text
    /// @param fileName the name that is announced; null for none
    /// @param type     the part's own Content-Type; empty for none
    record Part(Text name, Text value, Text file, Text fileName, Text type) {}

    default boolean empty() {
        return this instanceof None;
    }

    /// All texts in it.
    default Stream<Text> texts() {
        return switch (this) {
            case None _, Bytes _ -> Stream.of();
            case Written(var text) -> Stream.of(text);
            case Form(var fields, _) -> fields.stream().flatMap(f -> Stream.of(f.name(), f.value()));
            case OfFile(var path) -> Stream.of(path);
            case Multipart(var parts) -> parts.stream().flatMap(p -> Stream.of(p.name(), p.value(), p.file(), p.fileName(), p.type())).filter(t -> t != null);
        };
    }
}
