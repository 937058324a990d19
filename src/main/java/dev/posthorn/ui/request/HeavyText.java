package dev.posthorn.ui.request;

/// Tells the bodies that would hold up the window if they were put into the editor unasked.
final class HeavyText {

    static final int LARGEST = 2_000_000;
    static final int LONGEST_LINE = 100_000;

    private HeavyText() {}

    static boolean is(String text) {
        return text.length() > LARGEST || (text.length() > LONGEST_LINE && longestLine(text) > LONGEST_LINE);
    }

    private static int longestLine(String text) {
        var longest = 0;
        var from = 0;
        while (from <= text.length()) {
            var end = text.indexOf('\n', from);
            var to = end < 0 ? text.length() : end;
            longest = Math.max(longest, to - from);
            from = to + 1;
        }
        return longest;
    }
}
