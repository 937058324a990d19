package dev.posthorn.odata.query;

/// Something that may come next at the caret.
///
/// @param label  what the list shows
/// @param insert what takes the place of the text from `from` to `to`
/// @param caret  where the caret goes, counted from the beginning of `insert`; behind it where nothing is to be filled in
/// @param sort   what it is, for its icon
/// @param detail its type or what it does, in a few words
public record Suggestion(String label, String insert, int from, int to, int caret, Sort sort, String detail) {

    public enum Sort { PROPERTY, NAVIGATION, OPERATOR, FUNCTION, CHOICE, VALUE, TYPE, OPTION, VARIABLE }
}
