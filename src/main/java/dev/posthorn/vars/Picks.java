package dev.posthorn.vars;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The dice that values are thrown with.
record Picks(RandomGenerator random) {

    static final String DIGITS = "0123456789";
    static final String HEX = "0123456789abcdef";
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// A list of words that are set apart by commas.
    static List<String> words(String text) {
        return List.of(text.split(", *|\\n"));
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /// Both ends included.
    int between(int lowest, int highest) {
        return random.nextInt(lowest, highest + 1);
    }

    boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    String of(String letters, int count) {
        var text = new StringBuilder(count);
        for (var i = 0; i < count; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    String joined(int count, String between, Supplier<String> part) {
        var text = new StringJoiner(between);
        for (var i = 0; i < count; i++) {
            text.add(part.get());
        }
        return text.toString();
    }
}
