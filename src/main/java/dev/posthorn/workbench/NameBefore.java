package dev.posthorn.workbench;

/// Finds what a value is called by the text before it: `"password": "`, `token=`, `<secret>`.
final class NameBefore {

    private static final int FARTHEST = 80;

    private NameBefore() {}

    /// @param preset where nothing of the kind is there
    static String in(String before, String preset) {
        var end = before.length();
        var least = Math.max(0, end - FARTHEST);
        while (end > least && !letter(before.charAt(end - 1))) {
            end--;
        }
        var start = end;
        while (start > least && letter(before.charAt(start - 1))) {
            start--;
        }
        var between = before.substring(end);
        var named = start < end && (between.contains("=") || between.contains(":") || between.contains(">")) && between.indexOf('\n') < 0;
        return named ? before.substring(start, end) : preset.isEmpty() ? "secret" : preset;
    }

    private static boolean letter(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
