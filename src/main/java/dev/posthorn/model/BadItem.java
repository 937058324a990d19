package dev.posthorn.model;

/// A file of a collection that cannot be read; the rest of the collection can.
///
/// @param sentence says what is wrong and what to do
/// @param line     1-based, 0 where no line is to blame
public record BadItem(String id, String name, String sentence, int line) implements Item {}
