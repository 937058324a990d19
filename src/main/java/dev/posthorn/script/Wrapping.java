package dev.posthorn.script;

/// A user's script as an expression that is a function: sloppy, with `return` allowed, and with `await` where it is used. Lines stay what they are.
///
/// @param shift characters before the user's own in the first line
record Wrapping(String text, int shift) {

    private static final String PLAIN = "(function () {";
    private static final String ASYNC = "(async function () {";

    /// Only a script that awaits becomes an async function: the engine runs the other kind faster.
    static Wrapping of(String code) {
        var before = code.contains("await") ? ASYNC : PLAIN;
        return new Wrapping(before + code + "\n})", before.length());
    }
}
