package dev.posthorn.jsonpath;

import dev.posthorn.tree.Json;

/// One side of a comparison, or what a function is given (RFC 9535 §2.3.5.1, §2.4). What it stands for may be nothing at all.
sealed interface Operand {

    record Literal(Json value) implements Operand {}

    /// A path that finds one value at most.
    record Single(Query query) implements Operand {}

    /// `length(…)`: chars of a string, elements of a list, members of an object.
    record Length(Operand of) implements Operand {}

    /// `count(…)`: how many values a path finds.
    record Count(Query query) implements Operand {}

    /// `value(…)`: the value that a path finds, where it finds exactly one.
    record Value(Query query) implements Operand {}
}
