package dev.posthorn.script;

import dev.posthorn.js.Limits;
import dev.posthorn.js.ScriptError;
import dev.posthorn.model.ScriptFault;
import java.util.regex.Pattern;

/// Why a script was ended from outside, or could not begin, in the words that newman has for it.
final class Fault {

    private static final Pattern KIND = Pattern.compile("^([A-Za-z]*Error): ");

    private Fault() {}

    static ScriptFault of(ScriptError error, Task task, Limits limits) {
        var script = task.name();
        return switch (error.kind()) {
            case TIME -> plain("Script execution timed out after " + limits.time().toMillis() + "ms", script);
            case WAITED -> plain("sandbox: asynchronous script execution timeout", script);
            case MEMORY -> plain("sandbox: the script took more memory than there is", script);
            case STOPPED -> plain("sandbox: " + error.getMessage(), script);
            case SYNTAX, THROWN -> said(error, task);
        };
    }

    private static ScriptFault plain(String message, String script) {
        return new ScriptFault("Error", message, script, 0, 0);
    }

    private static ScriptFault said(ScriptError error, Task task) {
        var kind = KIND.matcher(error.getMessage());
        var named = kind.find();
        var name = named ? kind.group(1) : error.kind() == ScriptError.Kind.SYNTAX ? "SyntaxError" : "Error";
        var message = named ? error.getMessage().substring(kind.end()) : error.getMessage();
        var words = error.kind() == ScriptError.Kind.SYNTAX ? SyntaxWords.of(message, task.code(), error.line(), error.column()) : message;
        return new ScriptFault(name, words, task.name(), error.line(), error.column());
    }
}
