package dev.posthorn.ui.editor;

import dev.posthorn.text.Tokenizer;
import java.util.Optional;

/// A language of the code editor, as data: what colours it, and what formats it.
///
/// @param id     as in the files: text, json, javascript, html, xml, graphql, markdown
/// @param format makes a text readable; empty where the language has no formatter
public record Language(String id, String label, Tokenizer tokenizer, Optional<Formatter> format) {

    /// Pretty-prints a text; throws `IllegalArgumentException` with a sentence where the text is not of the language.
    @FunctionalInterface
    public interface Formatter {
        String format(String text);
    }
}
