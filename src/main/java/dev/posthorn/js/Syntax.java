package dev.posthorn.js;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Says whether a text can be read as a script, and where it cannot, without running it. Waiting (`await`) and `return` may stand at its top, as scripts of requests have them.
///
/// Asks one after the other, from any thread; the first time takes some hundred milliseconds, since the engine is made then.
public final class Syntax implements Closeable {

    /// To make a function of the text reads all of it and runs nothing.
    private static final String READER = "var read = (function () { var Body = (async function () {}).constructor; return function (text) { new Body(text); }; })();";
    private static final Pattern PLACE = Pattern.compile("^(?:SyntaxError: )?<function>:(\\d+):(\\d+) ", Pattern.DOTALL);
    private static final Limits LIMITS = Limits.time(Duration.ofSeconds(10));
    private static final int LONGEST = 1_000_000;

    private final Sandbox sandbox;
    private Room room;

    public Syntax(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /// What is wrong with the text, with line and column from 1; empty where it can be read, or is too long (1 million chars) to be looked at while one types.
    public synchronized Optional<ScriptError> check(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            room().call("read", List.of(text), LIMITS);
            return Optional.empty();
        } catch (ScriptError e) {
            if (e.kind() == ScriptError.Kind.SYNTAX) {
                return Optional.of(placed(e, text));
            }
            close();
            return Optional.empty();
        }
    }

    private Room room() throws ScriptError {
        if (room == null) {
            room = sandbox.open(Map.of());
            room.run(new Script("reader", READER), LIMITS);
        }
        return room;
    }

    /// The place stands in the engine's message, its column from 0. At the end of the text it means the last thing that stands there.
    private static ScriptError placed(ScriptError error, String text) {
        var found = PLACE.matcher(error.getMessage());
        if (!found.find()) {
            return error;
        }
        var words = error.getMessage().substring(found.end());
        var line = Integer.parseInt(found.group(1));
        var column = Integer.parseInt(found.group(2)) + 1;
        var lines = text.lines().toList();
        if (line > lines.size() || line == lines.size() && column > lines.getLast().length()) {
            line = lastWritten(lines);
            column = Math.max(1, lines.get(line - 1).stripTrailing().length());
        }
        return new ScriptError(ScriptError.Kind.SYNTAX, "SyntaxError: " + plain(words), error.script(), line, column);
    }

    private static int lastWritten(List<String> lines) {
        var line = lines.size();
        while (line > 1 && lines.get(line - 1).isBlank()) {
            line--;
        }
        return line;
    }

    private static String plain(String words) {
        return words.replace("found eof", "found the end of the script").replace("Expected eof but", "Expected the end of the script but")
                .replace("Expected an operand", "Expected a value");
    }

    @Override
    public synchronized void close() {
        if (room != null) {
            room.close();
            room = null;
        }
    }
}
