package dev.posthorn.codegen;

import java.util.function.Predicate;

/// Something that a target cannot send as it is. The sentence stands as a comment in the code of each request that it concerns.
public record Limit(String sentence, Predicate<Call> concerns) {}
