package dev.posthorn.imports.http;

/// One line of a file.
///
/// @param number counted from 1
record Line(String text, int number) {

    boolean blank() {
        return text.isBlank();
    }

    boolean comment() {
        return text.startsWith("#") || text.startsWith("//");
    }

    /// Where it stands, as a report says it.
    String place() {
        return "line " + number;
    }
}
