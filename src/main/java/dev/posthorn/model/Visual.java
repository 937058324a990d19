package dev.posthorn.model;

/// What a script shows of an answer: a page made of its template and data.
///
/// @param html the page's body; scripts in it may run, without network but what they name
/// @param data what `pm.getData` gives in the page, as JSON
public record Visual(String html, String data) {}
