package dev.posthorn.text;

import java.util.List;

/// Finds the coloured stretches of a text. Never fails: what it does not understand stays plain or is of kind ERROR.
@FunctionalInterface
public interface Tokenizer {

    /// The spans in order, without overlap.
    List<Span> tokens(String text);
}
