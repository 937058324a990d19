package dev.posthorn.model;

/// Why a script or a test in it did not end well.
///
/// @param name    the kind of error as JavaScript calls it: `AssertionError`, `TypeError`, `SyntaxError`, `Error`
/// @param message without the kind, such as "expected 404 to equal 200"
/// @param script  which script, such as "folder Orders"; empty where unknown
/// @param line    in the user's script, from 1; 0 where unknown
/// @param column  from 1; 0 where unknown
public record ScriptFault(String name, String message, String script, int line, int column) {

    public ScriptFault {
        name = name == null || name.isEmpty() ? "Error" : name;
        message = message == null ? "" : message;
        script = script == null ? "" : script;
    }

    /// As consoles print it: "TypeError: x is not a function".
    public String text() {
        return name + ": " + message;
    }
}
