package dev.posthorn.model;

/// A test that was judged: a `pm.test`, an entry of the older `tests`, or a row of the Assertions table.
///
/// @param error why it failed; null where it did not
public record Assertion(String name, Verdict verdict, ScriptFault error) {

    public enum Verdict { PASSED, FAILED, SKIPPED }

    public static Assertion passed(String name) {
        return new Assertion(name, Verdict.PASSED, null);
    }

    public static Assertion skipped(String name) {
        return new Assertion(name, Verdict.SKIPPED, null);
    }

    public static Assertion failed(String name, ScriptFault error) {
        return new Assertion(name, Verdict.FAILED, error);
    }
}
