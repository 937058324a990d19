package dev.posthorn.tree;

import java.util.Arrays;

/// Turns a count of code points, as the parser counts, into an offset into the text, where an emoji takes two.
final class YamlOffsets {

    /// The code point numbers of all that take two chars, ascending.
    private final int[] wide;
    private final int length;

    private YamlOffsets(int[] wide, int length) {
        this.wide = wide;
        this.length = length;
    }

    static YamlOffsets of(String text) {
        var wide = new int[16];
        var count = 0;
        for (var i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                if (count == wide.length) {
                    wide = Arrays.copyOf(wide, count * 2);
                }
                wide[count] = i - count;
                count++;
                i++;
            }
        }
        return new YamlOffsets(Arrays.copyOf(wide, count), text.length());
    }

    int at(int codePoints) {
        var found = Arrays.binarySearch(wide, codePoints);
        return Math.min(length, codePoints + (found < 0 ? -found - 1 : found));
    }
}
