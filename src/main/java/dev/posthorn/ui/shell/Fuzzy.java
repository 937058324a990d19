package dev.posthorn.ui.shell;

import java.util.Locale;

/// How well a few typed letters fit a text: each word must occur in it, whole, or letter by letter in order.
final class Fuzzy {
    private static final int NO = -1;

    private final String[] words;

    Fuzzy(String typed) {
        var text = typed.toLowerCase(Locale.ROOT).strip();
        words = text.isEmpty() ? new String[0] : text.split("\\s+");
    }

    boolean matchesAll() {
        return words.length == 0;
    }

    /// Higher is better; -1 where it does not fit. `text` is in lower case.
    int score(String text) {
        var score = 0;
        for (var word : words) {
            var one = score(word, text);
            if (one == NO) {
                return NO;
            }
            score += one;
        }
        return score;
    }

    private static int score(String word, String text) {
        var at = text.indexOf(word);
        if (at >= 0) {
            var best = whole(word, text, at);
            for (at = text.indexOf(word, at + 1); at >= 0; at = text.indexOf(word, at + 1)) {
                best = Math.max(best, whole(word, text, at));
            }
            return best;
        }
        return scattered(word, text);
    }

    private static int whole(String word, String text, int at) {
        var start = startsWord(text, at) ? 60 : 0;
        var first = at == 0 ? 40 : 0;
        var exact = word.length() == text.length() ? 50 : 0;
        return 200 + 4 * word.length() + start + first + exact - Math.min(at, 40);
    }

    /// Letters in order, each as near to the one before as can be; letters that begin words count more.
    private static int scattered(String word, String text) {
        var score = 100;
        var from = 0;
        for (var i = 0; i < word.length(); i++) {
            var at = text.indexOf(word.charAt(i), from);
            if (at < 0) {
                return NO;
            }
            score += startsWord(text, at) ? 8 : 0;
            score -= Math.min(i == 0 ? 0 : 3 * (at - from), 25);
            from = at + 1;
        }
        return score > 40 ? score : NO;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
