package dev.posthorn.js;

/// How a script ended.
///
/// @param value what its files had to say at the end, in plain values; null where it was killed
/// @param error null where it ended by itself
public record Ended(Object value, ScriptError error) {}
