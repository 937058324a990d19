package dev.posthorn.demo.odata;

import dev.posthorn.demo.data.EntityType;
import dev.posthorn.demo.data.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A part of an expression that was read and checked.
sealed interface Term {

    /// A value; `kind` is null for the literal null.
    record Value(Kind kind, Function<Frame, Object> of) implements Term {

        static Value literal(Kind kind, Object value) {
            return new Value(kind, f -> value);
        }
    }

    /// Rows: one or none, or any number where `many`.
    record Rows(EntityType type, boolean many, Function<Frame, List<Map<String, Object>>> of) implements Term {}
}
