package dev.posthorn.text;

/// A coloured stretch of a text: chars `start` to `end` (exclusive) are of `kind`. Stretches without a span are plain.
public record Span(int start, int end, Kind kind) {

    /// What a stretch is; the theme has one colour for each, as style class `tok-` and the lower-case name.
    public enum Kind { KEY, STRING, NUMBER, KEYWORD, PUNCTUATION, COMMENT, TAG, ATTRIBUTE, ERROR, VARIABLE }
}
