package dev.posthorn.odata.result;

import dev.posthorn.odata.edm.TypeRef;
import dev.posthorn.tree.Json;

/// What stands in one cell of a result.
public sealed interface Cell {

    /// What a narrow cell shows.
    String text();

    /// @param text as people read it: dates of v2 (`/Date(0)/`) as `1970-01-01T00:00:00`
    /// @param type null where it is not known
    record Value(String text, TypeRef type) implements Cell {}

    /// The service said null.
    record Nothing() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }

    /// The service said nothing: not selected, or not there.
    record Absent() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }

    /// An object or a list in place.
    record Nested(Json json, TypeRef type) implements Cell {
        @Override
        public String text() {
            return Brief.of(json);
        }
    }

    /// Related entities: where they are, and they themselves where they came along.
    ///
    /// @param url    absolute; "" where it is not known
    /// @param inline what came along, null where nothing did
    /// @param many   whether it is a list
    /// @param type   of one of them, null where it is not known
    record Related(String url, Json inline, boolean many, TypeRef type) implements Cell {
        @Override
        public String text() {
            return inline == null ? "" : Brief.of(inline);
        }
    }

    /// A file that is stored with the entity.
    record Media(String url, String editUrl, String contentType, String etag) implements Cell {
        @Override
        public String text() {
            return contentType.isEmpty() ? "stream" : contentType;
        }
    }
}
