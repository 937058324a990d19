package dev.posthorn.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The chain of members before the caret, such as `pm.response.to.have.st`: its links, and the word that is being typed at its end.
///
/// @param links before the last dot, from the left; empty where the word stands alone
/// @param word  what is typed of the next member by now, may be empty
/// @param start where the word begins in the text
record Chain(List<Link> links, String word, int start) {

    /// @param called true where it is followed by a call
    record Link(String name, boolean called) {}

    private static final int LOOK_BACK = 2_000;
    private static final int DEEPEST = 4;

    /// Null where what stands before the caret is no chain of names.
    static Chain before(String text, int caret) {
        var start = wordStart(text, caret);
        var word = text.substring(start, caret);
        if (!word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return null;
        }
        var links = new ArrayList<Link>();
        var at = blanksBefore(text, start);
        while (at > 0 && text.charAt(at - 1) == '.') {
            at--;
            if (at > 0 && text.charAt(at - 1) == '?') {
                at--;
            }
            at = blanksBefore(text, at);
            var called = at > 0 && text.charAt(at - 1) == ')';
            if (called) {
                at = blanksBefore(text, opening(text, at - 1));
            }
            var begin = wordStart(text, at);
            if (begin == at) {
                return null;
            }
            links.addFirst(new Link(text.substring(begin, at), called));
            at = blanksBefore(text, begin);
        }
        return new Chain(List.copyOf(links), word, start);
    }

    /// The same with a first name that stands for something else (`const res = pm.response`) replaced by that.
    Chain resolved(String text) {
        return resolved(text, 0);
    }

    private Chain resolved(String text, int depth) {
        if (links.isEmpty() || depth == DEEPEST) {
            return this;
        }
        var first = links.getFirst();
        var given = Pattern.compile("(?:const|let|var)\\s{1,9}" + Pattern.quote(first.name()) + "\\s{0,9}=\\s{0,9}(pm(?:\\s{0,9}\\??\\.\\s{0,9}[\\w$]{1,40}(?:\\(\\))?){1,8})\\s{0,9}(?:;|\\n|$)").matcher(text);
        if (!first.called() && given.find()) {
            var root = before(given.group(1) + ".", given.group(1).length() + 1);
            if (root != null && !root.links().isEmpty()) {
                var all = new ArrayList<>(root.links());
                all.addAll(links.subList(1, links.size()));
                return new Chain(List.copyOf(all), word, start).resolved(text, depth + 1);
            }
        }
        if (!first.called() && Pattern.compile("\\(\\s{0,9}(?:err|error|e|_)\\s{0,9},\\s{0,9}" + Pattern.quote(first.name()) + "\\s{0,9}\\)").matcher(text).find()) {
            var all = new ArrayList<Link>(List.of(new Link("pm", false), new Link("response", false)));
            all.addAll(links.subList(1, links.size()));
            return new Chain(List.copyOf(all), word, start);
        }
        return this;
    }

    private static int wordStart(String text, int end) {
        var start = end;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int blanksBefore(String text, int end) {
        var at = end;
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// The bracket that the one at `close` closes; brackets in strings on the way are passed over where the strings end on their line. 0 where there is none near.
    private static int opening(String text, int close) {
        var depth = 0;
        for (var i = close; i >= Math.max(0, close - LOOK_BACK); i--) {
            var c = text.charAt(i);
            if (c == '"' || c == '\'' || c == '`') {
                var other = text.lastIndexOf(c, i - 1);
                i = other > text.lastIndexOf('\n', i) ? other : i;
            } else if (c == ')') {
                depth++;
            } else if (c == '(' && --depth == 0) {
                return i;
            }
        }
        return 0;
    }
}
