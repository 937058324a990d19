package dev.posthorn.jsonpath;

import java.util.List;

/// What a filter asks of a value (RFC 9535 §2.3.5).
sealed interface Condition {

    record Or(List<Condition> any) implements Condition {}

    record And(List<Condition> all) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /// The path finds something.
    record Exists(Query query) implements Condition {}

    record Compared(Operand left, Comparison how, Operand right) implements Condition {}

    /// `match(…)` of the whole text, `search(…)` of a part of it.
    record Matches(boolean whole, Operand text, Operand expression) implements Condition {}
}
