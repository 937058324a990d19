package dev.posthorn.imports.curl;

import java.util.List;

/// One curl command of a text.
///
/// @param words what stands behind the word `curl`
/// @param input what is piped into it; null where nothing is
/// @param name  the comment on the line before it; empty where there is none
record Command(List<Word> words, String input, String name, int offset) {

    Command {
        words = List.copyOf(words);
    }
}
