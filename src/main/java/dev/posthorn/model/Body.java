package dev.posthorn.model;

import java.util.List;

/// What a request carries, in the modes that Postman knows. Text may hold `{{variables}}`.
public sealed interface Body {

    /// The name of the mode in Postman's files.
    String mode();

    record None() implements Body {
        @Override
        public String mode() {
            return "none";
        }
    }

    /// Text sent as typed. `language` is one of text, json, javascript, html, xml; it decides the automatic Content-Type.
    record Raw(String text, String language) implements Body {
        public Raw {
            text = text == null ? "" : text;
            language = language == null || language.isEmpty() ? "text" : language;
        }

        @Override
        public String mode() {
            return "raw";
        }
    }

    record UrlEncoded(List<Entry> fields) implements Body {
        public UrlEncoded {
            fields = List.copyOf(fields);
        }

        @Override
        public String mode() {
            return "urlencoded";
        }
    }

    record FormData(List<Part> parts) implements Body {
        public FormData {
            parts = List.copyOf(parts);
        }

        @Override
        public String mode() {
            return "formdata";
        }
    }

    /// One file, streamed from disk. `source` is the path as written in the collection, empty where none is chosen; then `content` is sent, a text
    /// that the collection holds itself (Postman's `body.file.content`), mostly empty.
    record Binary(String source, String content) implements Body {
        public Binary {
            source = source == null ? "" : source;
            content = content == null ? "" : content;
        }

        public Binary(String source) {
            this(source, "");
        }

        @Override
        public String mode() {
            return "file";
        }
    }

    /// `variables` is JSON text; `operationName` empty where there is one operation.
    record GraphQl(String query, String variables, String operationName) implements Body {
        public GraphQl {
            query = query == null ? "" : query;
            variables = variables == null ? "" : variables;
            operationName = operationName == null ? "" : operationName;
        }

        @Override
        public String mode() {
            return "graphql";
        }
    }

    static Body none() {
        return new None();
    }
}
