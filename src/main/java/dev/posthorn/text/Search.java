package dev.posthorn.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds a text in lines of any size, page by page, without keeping them. Case does not matter; a match never crosses a line end, but may cross a fold.
public final class Search {

    /// A match begins at char `start` of a paragraph and is `length` chars long, which may reach into the paragraphs that continue it.
    public record Match(long paragraph, int start, int length) {}

    /// What was found, in order. `more` where the search stopped because there were too many.
    public record Found(List<Match> matches, boolean more) {
        public Found {
            matches = List.copyOf(matches);
        }
    }

    private final String wanted;
    private final int most;
    private final List<Match> matches = new ArrayList<>();
    private final StringBuilder before = new StringBuilder();
    private int lengthBefore;
    private boolean more;

    private Search(String wanted, int most) {
        this.wanted = folded(wanted);
        this.most = most;
    }

    /// Searches what is indexed of `lines`.
    ///
    /// @param most matches to keep; the search ends after them
    public static Found find(Lines lines, String wanted, int most, Watch watch) throws IOException {
        var search = new Search(wanted, most);
        if (!wanted.isEmpty()) {
            search.run(lines, watch);
        }
        return new Found(search.matches, search.more);
    }

    private void run(Lines lines, Watch watch) throws IOException {
        var pages = lines.pageCount();
        for (var i = 0; i < pages && !more; i++) {
            var page = lines.page(i);
            var number = page.first();
            for (var paragraph : page.paragraphs()) {
                paragraph(number++, paragraph);
            }
            watch.check(page.end());
        }
    }

    /// `before` holds the end of the same line's paragraph before this one, one char less than a match.
    private void paragraph(long number, Lines.Paragraph paragraph) {
        if (!paragraph.continued()) {
            before.setLength(0);
        }
        var text = folded(paragraph.text());
        if (!before.isEmpty()) {
            var seam = before + text.substring(0, Math.min(text.length(), wanted.length() - 1));
            for (var at = seam.indexOf(wanted); at >= 0; at = seam.indexOf(wanted, at + wanted.length())) {
                add(new Match(number - 1, lengthBefore - before.length() + at, wanted.length()));
            }
        }
        for (var at = text.indexOf(wanted); at >= 0 && !more; at = text.indexOf(wanted, at + wanted.length())) {
            add(new Match(number, at, wanted.length()));
        }
        before.setLength(0);
        before.append(text, Math.max(0, text.length() - wanted.length() + 1), text.length());
        lengthBefore = text.length();
    }

    private void add(Match match) {
        if (matches.size() >= most) {
            more = true;
        } else {
            matches.add(match);
        }
    }

    /// Lower case without a change of length, so that positions stay.
    private static String folded(String text) {
        var chars = text.toCharArray();
        for (var i = 0; i < chars.length; i++) {
            var c = chars[i];
            if (c >= 'A' && c <= 'Z') {
                chars[i] = (char) (c + 32);
            } else if (c > 127) {
                chars[i] = Character.toLowerCase(Character.toUpperCase(c));
            }
        }
        return new String(chars);
    }
}
