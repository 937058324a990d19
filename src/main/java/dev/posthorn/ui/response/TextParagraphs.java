package dev.posthorn.ui.response;

import dev.posthorn.text.LineLexer;
import dev.posthorn.text.Lines;
import dev.posthorn.text.Span;
import dev.posthorn.text.Tokenizers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The coloured paragraphs of indexed lines. A page is coloured when one of its paragraphs is first asked for; what was open before the page
/// is known where the page before it was seen, else guessed.
final class TextParagraphs implements Paragraphs {

    private static final int CACHED_PAGES = 24;

    private record Coloured(Lines.Page page, List<List<Span>> spans, int after) {}

    private final Lines lines;
    private final LineLexer lexer;
    private final Map<Integer, Coloured> cache = new LinkedHashMap<>(CACHED_PAGES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Coloured> eldest) {
            return size() > CACHED_PAGES;
        }
    };

    TextParagraphs(Lines lines, LineLexer lexer) {
        this.lines = lines;
        this.lexer = lexer;
    }

    Lines index() {
        return lines;
    }

    @Override
    public long count() {
        return lines.extent().paragraphs();
    }

    @Override
    public long lines() {
        return lines.extent().lines();
    }

    @Override
    public Paragraphs apart() {
        return new TextParagraphs(lines, Tokenizers.lexer("text"));
    }

    @Override
    public Paragraph at(long number) {
        try {
            var coloured = coloured(lines.pageIndex(number));
            var at = (int) (number - coloured.page.first());
            if (at < 0 || at >= coloured.spans.size()) {
                return new Paragraph("", List.of(), 0, true);
            }
            var paragraph = coloured.page.paragraphs().get(at);
            return new Paragraph(paragraph.text(), coloured.spans.get(at), paragraph.continued() ? 0 : paragraph.line(), paragraph.continued());
        } catch (IOException e) {
            return new Paragraph("This part of the body can no longer be read (" + e.getMessage() + "). Send the request again.", List.of(), 0, false);
        }
    }

    private Coloured coloured(int index) throws IOException {
        var page = lines.page(index);
        var cached = cache.get(index);
        if (cached != null && cached.page == page) {
            return cached;
        }
        var fresh = colour(page, stateBefore(index, page));
        cache.put(index, fresh);
        return fresh;
    }

    private int stateBefore(int index, Lines.Page page) {
        if (index == 0 || page.paragraphs().isEmpty()) {
            return LineLexer.START;
        }
        var first = page.paragraphs().getFirst();
        var before = cache.get(index - 1);
        if (before != null) {
            return first.continued() ? before.after : lexer.nextLine(before.after);
        }
        return lexer.guess(first.text(), first.continued());
    }

    private Coloured colour(Lines.Page page, int before) {
        var all = new ArrayList<List<Span>>(page.paragraphs().size());
        var state = before;
        for (var i = 0; i < page.paragraphs().size(); i++) {
            var paragraph = page.paragraphs().get(i);
            if (i > 0 && !paragraph.continued()) {
                state = lexer.nextLine(state);
            }
            var spans = new ArrayList<Span>();
            state = lexer.lex(paragraph.text(), state, spans);
            all.add(spans);
        }
        return new Coloured(page, all, state);
    }
}
