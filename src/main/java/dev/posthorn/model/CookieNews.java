package dev.posthorn.model;

/// One `Set-Cookie` line of an answer, and what became of it.
///
/// @param line   as it came
/// @param cookie what was read from it; null where it was no cookie
/// @param why    a sentence where it was refused, or where something about it is worth knowing; else empty
public record CookieNews(String line, Cookie cookie, Fate fate, String why) {

    /// `GONE` asks for the deletion of a cookie that was not there; `OFF` came while cookies were switched off.
    public enum Fate { STORED, REPLACED, DELETED, GONE, REFUSED, OFF }
}
