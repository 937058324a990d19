package dev.posthorn.js;

/// A piece of JavaScript.
///
/// @param name what its errors call it, such as the name of its file
public record Script(String name, String text) {}
