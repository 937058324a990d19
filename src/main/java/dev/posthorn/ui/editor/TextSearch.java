package dev.posthorn.ui.editor;

import dev.posthorn.text.WatchedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What the find bar looks for, and where that stands in a text.
///
/// @param word  whole words alone
/// @param regex `wanted` is a regular expression, `$1` in a replacement one of its groups, and `\n` a line end
record TextSearch(String wanted, boolean matchCase, boolean word, boolean regex) {

    static final int MOST = 10_000;
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /// Chars `start` to `end` of the text.
    record Hit(int start, int end) {}

    /// Thrown with a sentence where the search cannot be done.
    static final class Unsearchable extends Exception {
        private static final long serialVersionUID = 1L;

        Unsearchable(String message) {
            super(message);
        }
    }

    /// The first ten thousand hits, in order; empty ones do not count.
    List<Hit> in(String text) throws Unsearchable {
        var hits = new ArrayList<Hit>();
        try {
            var matcher = matcher(text);
            while (hits.size() < MOST && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    hits.add(new Hit(matcher.start(), matcher.end()));
                }
            }
        } catch (WatchedText.OutOfTime | StackOverflowError e) {
            throw new Unsearchable("takes too long");
        }
        return hits;
    }

    /// The text with these hits replaced.
    String replaced(String text, List<Hit> hits, String with) throws Unsearchable {
        var out = new StringBuilder();
        var from = 0;
        try {
            var matcher = matcher(text);
            for (var hit : hits) {
                out.append(text, from, hit.start());
                out.append(regex && matcher.find(hit.start()) ? expanded(matcher, with) : with);
                from = hit.end();
            }
        } catch (WatchedText.OutOfTime | StackOverflowError e) {
            throw new Unsearchable("takes too long");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Unsearchable("no such group in the replacement");
        }
        return out.append(text, from, text.length()).toString();
    }

    /// `$1` and `$0` are what the groups hold; `\\n`, `\\t` and `\\$` are the chars.
    private static String expanded(Matcher matcher, String with) {
        var out = new StringBuilder();
        for (var i = 0; i < with.length(); i++) {
            var c = with.charAt(i);
            var next = i + 1 < with.length() ? with.charAt(i + 1) : '\0';
            if (c == '$' && next >= '0' && next <= '9') {
                var group = matcher.group(next - '0');
                out.append(group == null ? "" : group);
                i++;
            } else if (c == '\\' && next != '\0') {
                out.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private Matcher matcher(String text) throws Unsearchable {
        var expression = regex ? wanted : Pattern.quote(wanted);
        if (word) {
            expression = "(?<![\\p{L}\\p{N}_$])(?:" + expression + ")(?![\\p{L}\\p{N}_$])";
        }
        try {
            return Pattern.compile(expression, (matchCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE) | Pattern.MULTILINE).matcher(new WatchedText(text, PATIENCE));
        } catch (PatternSyntaxException e) {
            throw new Unsearchable("not a regular expression: " + e.getDescription().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
