package dev.posthorn.js;

import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;

/// Puts what the engine throws into words.
final class Failures {

    static final String MEMORY = "it took more memory than there is";
    static final String STOPPED = "the script was stopped";

    private Failures() {}

    /// @param name   of the script, where its place is unknown
    /// @param closed the room was closed meanwhile
    static ScriptError of(Throwable cause, String name, boolean closed) {
        if (cause instanceof ScriptError error) {
            return error;
        }
        if (cause instanceof OutOfMemoryError) {
            return new ScriptError(ScriptError.Kind.MEMORY, MEMORY, name, 0, 0);
        }
        if (closed || !(cause instanceof PolyglotException thrown) || thrown.isCancelled() || thrown.isInterrupted()) {
            return new ScriptError(ScriptError.Kind.STOPPED, closed ? STOPPED : "the script engine failed (" + cause + ")", name, 0, 0);
        }
        if (outOfMemory(thrown)) {
            return new ScriptError(ScriptError.Kind.MEMORY, MEMORY, name, 0, 0);
        }
        var place = place(thrown);
        var message = thrown.isHostException() ? String.valueOf(thrown.asHostException().getMessage())
                : String.valueOf(thrown.getMessage()).lines().findFirst().orElse("").strip();
        return new ScriptError(thrown.isSyntaxError() ? ScriptError.Kind.SYNTAX : ScriptError.Kind.THROWN, message,
                place == null ? name : place.getSource().getName(), place == null ? 0 : place.getStartLine(), place == null ? 0 : place.getStartColumn());
    }

    private static boolean outOfMemory(PolyglotException thrown) {
        return thrown.isResourceExhausted() && !String.valueOf(thrown.getMessage()).contains("stack");
    }

    /// Where it happened; for an error of ours, where the script called us. Null where unknown.
    private static SourceSection place(PolyglotException thrown) {
        return thrown.getSourceLocation() != null ? thrown.getSourceLocation() : inside(thrown, null);
    }

    /// The innermost place in the script of that name, or in any where it is null.
    static SourceSection inside(PolyglotException thrown, String script) {
        var own = thrown.getSourceLocation();
        if (own != null && own.getSource().getName().equals(script)) {
            return own;
        }
        for (var frame : thrown.getPolyglotStackTrace()) {
            var there = frame.isGuestFrame() ? frame.getSourceLocation() : null;
            if (there != null && (script == null || there.getSource().getName().equals(script))) {
                return there;
            }
        }
        return null;
    }
}
