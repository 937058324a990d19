package dev.posthorn.js;

/// A script that did not end well. The message is a sentence without its full stop: "TypeError: x is not a function".
public final class ScriptError extends Exception {

    private static final long serialVersionUID = 1L;

    public enum Kind {
        /// It cannot be read.
        SYNTAX,
        /// It threw something.
        THROWN,
        /// It ran longer than it may.
        TIME,
        /// It waited longer than it may, for a timer or an answer.
        WAITED,
        /// It took more memory than there is.
        MEMORY,
        /// Its room was closed.
        STOPPED
    }

    private final Kind kind;
    private final String script;
    private final int line;
    private final int column;

    ScriptError(Kind kind, String message, String script, int line, int column) {
        super(message);
        this.kind = kind;
        this.script = script;
        this.line = line;
        this.column = column;
    }

    public Kind kind() {
        return kind;
    }

    /// The name of the script in which it happened; empty where unknown.
    public String script() {
        return script;
    }

    /// Counted from 1; 0 where unknown.
    public int line() {
        return line;
    }

    /// Counted from 1; 0 where unknown.
    public int column() {
        return column;
    }
}
