package dev.posthorn.ui.response;

import dev.posthorn.text.Span;
import java.util.List;

/// A text of any size as the view asks for it: paragraph by paragraph, each made when it is needed. Called on the FX thread, so each answer is quick.
interface Paragraphs {

    /// One row of the text, at most some thousand chars.
    ///
    /// @param line      the number in the gutter; 0 shows none
    /// @param continued true where it goes on with the paragraph before, without a line end between them
    record Paragraph(String text, List<Span> spans, long line, boolean continued) {}

    Paragraphs NONE = new Paragraphs() {
        @Override
        public long count() {
            return 0;
        }

        @Override
        public long lines() {
            return 0;
        }

        @Override
        public Paragraph at(long number) {
            return new Paragraph("", List.of(), 0, false);
        }
    };

    /// Known so far; it may grow.
    long count();

    /// The highest number in the gutter so far; 0 where there are no numbers.
    long lines();

    Paragraph at(long number);

    /// The same text for one reader on another thread, which needs no colours.
    default Paragraphs apart() {
        return this;
    }
}
