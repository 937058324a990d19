package dev.posthorn.text;

import java.util.List;

/// Colours a text line by line: what a line leaves open (a comment, a string, a tag) goes as a number into the next one.
/// So a viewer can begin anywhere in a text of any size.
public interface LineLexer {

    /// The state at the start of a text.
    int START = 0;

    /// Adds the spans of `line` (which has no line end in it) in order, without overlap, and returns the state after it.
    int lex(String line, int state, List<Span> spans);

    /// The state with which the next line begins, where this one ended in `state`; a fold within a line does not ask for it.
    default int nextLine(int state) {
        return state;
    }

    /// The likeliest state before a paragraph somewhere in a text.
    ///
    /// @param continued true where the paragraph goes on with a line that began before it
    default int guess(String paragraph, boolean continued) {
        return START;
    }
}
