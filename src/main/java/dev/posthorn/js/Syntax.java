package dev.posthorn.js;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says whether a text can be read as a script, and where it cannot, without running it. Waiting (`await`) and `return` may stand at its top, as scripts of requests have them.
///
/// Asks one after the other, from any thread; the first time takes some hundred milliseconds, since the engine is made then.
public final class Syntax implements Closeable {

    /// To make a function of the text reads all of it and runs nothing.
    private static final String READER = "var read = (function () { var Body = (async function () {}).constructor; return function (text) { new Body(text); }; })();";
    /// Stands before the text where its place is looked for; should it be readable there all the same, nothing of it is run.
    private static final String BEFORE = "throw 0; (async function () {";
    private static final String BEHIND = "\n})";
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

    /// Line and column where the engine stops reading; 1 and 1 where it does not say.
    private int[] place(String text) {
        try {
            room().run(new Script("script", BEFORE + text + BEHIND), LIMITS);
        } catch (ScriptError e) {
            if (e.kind() == ScriptError.Kind.SYNTAX && e.line() > 0) {
                return new int[] {e.line(), Math.max(1, e.line() == 1 ? e.column() - BEFORE.length() : e.column())};
            }
        }
        return new int[] {1, 1};
    }

    private Room room() throws ScriptError {
        if (room == null) {
            room = sandbox.open(Map.of());
            room.run(new Script("reader", READER), LIMITS);
        }
        return room;
    }

    /// A place behind the text means the last thing that stands in it.
    private ScriptError placed(ScriptError error, String text) {
        var place = place(text);
        var lines = text.lines().toList();
        if (place[0] > lines.size() || place[0] == lines.size() && place[1] > lines.getLast().length()) {
            place[0] = lastWritten(lines);
            place[1] = Math.max(1, lines.get(place[0] - 1).stripTrailing().length());
        }
        return new ScriptError(ScriptError.Kind.SYNTAX, plain(error.getMessage()), error.script(), place[0], place[1]);
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
