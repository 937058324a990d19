package dev.posthorn.jsonpath;

/// What chooses among the children of a value (RFC 9535 §2.3).
sealed interface Selector {

    record Name(String name) implements Selector {}

    record Wildcard() implements Selector {}

    /// Negative ones count from the end.
    record Index(long index) implements Selector {}

    /// A bound that is not written is null.
    record Slice(Long start, Long end, long step) implements Selector {}

    record Filter(Condition condition) implements Selector {}

    /// Whether it finds one value at most.
    default boolean singular() {
        return this instanceof Name || this instanceof Index;
    }
}
