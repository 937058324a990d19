package dev.posthorn.imports.curl;

/// One word of a command line with its quotes taken off.
///
/// @param offset where it begins in the text
record Word(String text, int offset) {}
