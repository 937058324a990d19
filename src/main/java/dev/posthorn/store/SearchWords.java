package dev.posthorn.store;

import dev.posthorn.model.Header;
import dev.posthorn.text.Decoding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// The text by which a search finds an exchange, and the question that finds it.
///
/// A word is a run of letters and digits, in any case and without accents; `getUserById` is found by `user` as well.
final class SearchWords {

    /// From each capital or digit inside a word to the word's end.
    private static final Pattern MIDDLE = Pattern.compile("(?:(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{L})(?=\\d))(?=([\\p{L}\\d]{1,60}))");

    private final StringBuilder all = new StringBuilder();

    void text(String text) {
        all.append(text).append('\n');
    }

    /// A name or an address: also from the middle of its words on.
    void name(String text) {
        text(text);
        var within = MIDDLE.matcher(text);
        while (within.find()) {
            all.append(within.group(1)).append(' ');
        }
    }

    void headers(List<Header> headers) {
        headers.forEach(h -> text(h.name() + " " + h.value()));
    }

    /// A body that is text. What is none (a zero byte near its begin) has no words.
    void body(byte[] bytes, String contentType) {
        for (var i = 0; i < Math.min(bytes.length, 8192); i++) {
            if (bytes[i] == 0) {
                return;
            }
        }
        text(new String(bytes, Decoding.of(contentType, java.util.Arrays.copyOf(bytes, Math.min(bytes.length, 1024))).charset()));
    }

    @Override
    public String toString() {
        return all.toString();
    }

    /// What FTS5 is asked for: every word typed, each as the begin of a word. Empty where nothing was typed that is a word.
    static String question(String typed) {
        var question = new StringJoiner(" AND ");
        var words = new LinkedHashSet<String>();
        var word = new StringBuilder();
        (typed.toLowerCase(Locale.ROOT) + " ").codePoints().forEach(c -> {
            if (partOfWord(c)) {
                word.appendCodePoint(c);
            } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        words.forEach(w -> question.add('"' + w + "\"*"));
        return question.toString();
    }

    /// As FTS5's tokenizer `unicode61` sees it: letters, numbers of every kind, private use, and the marks on letters.
    private static boolean partOfWord(int c) {
        return Character.isLetter(c) || switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER, Character.PRIVATE_USE, Character.NON_SPACING_MARK -> true;
            default -> false;
        };
    }
}
