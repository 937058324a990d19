package dev.posthorn.odata.query;

/// Something wrong in a text that was typed: a sentence, where it is, and what would mend it.
///
/// @param start its first char in the text of the option, from 0
/// @param end   the one after its last; `start` where something is missing
/// @param fix   what to put in place of it; null where only the person knows
public record Fault(int start, int end, String sentence, String fix) {

    public static Fault at(int start, int end, String sentence) {
        return new Fault(start, end, sentence, null);
    }

    /// The same in a text that begins `by` chars earlier.
    Fault moved(int by) {
        return new Fault(start + by, end + by, sentence, fix);
    }
}
