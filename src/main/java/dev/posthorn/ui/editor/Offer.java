package dev.posthorn.ui.editor;

/// One thing that completion offers.
///
/// @param label   what the list shows, and what is compared with what is typed
/// @param detail  beside it, paler
/// @param title   heads the documentation; empty for none
/// @param about   a sentence or two
/// @param example code
/// @param insert  takes the place of the typed word; its marks in «»
record Offer(String label, String detail, String title, String about, String example, String insert) {

    /// How well it fits what is typed: 0 the best, -1 not at all.
    int fit(String word) {
        if (word.isEmpty()) {
            return 0;
        }
        if (label.startsWith(word)) {
            return 0;
        }
        if (label.regionMatches(true, 0, word, 0, word.length())) {
            return 1;
        }
        var lower = label.toLowerCase(java.util.Locale.ROOT);
        var typed = word.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains(typed)) {
            return 2;
        }
        var at = 0;
        for (var i = 0; i < lower.length() && at < typed.length(); i++) {
            at += lower.charAt(i) == typed.charAt(at) ? 1 : 0;
        }
        return at == typed.length() && lower.charAt(0) == typed.charAt(0) ? 3 : -1;
    }
}
