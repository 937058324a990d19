package dev.posthorn.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/// Where a command prints: lines to `out`, sentences about trouble to `err`, colours only where somebody sees them.
/// @param live somebody watches: a line may change as time goes on
public record Terminal(PrintWriter out, PrintWriter err, boolean colour, boolean live) {

    public Terminal(PrintWriter out, PrintWriter err, boolean colour) {
        this(out, err, colour, false);
    }

    /// The terminal of this process. Colours need a terminal at the other end, no `NO_COLOR` (https://no-color.org) and no `TERM=dumb`.
    public static Terminal ofProcess(Map<String, String> environment) {
        var console = System.console();
        var seen = console != null && console.isTerminal();
        var wanted = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Terminal(writer(FileDescriptor.out, seen), writer(FileDescriptor.err, seen), seen && wanted, seen && !"dumb".equals(environment.get("TERM")));
    }

    public Terminal withoutColour() {
        return withColour(false);
    }

    public Terminal withColour(boolean on) {
        return new Terminal(out, err, on, live);
    }

    /// A sentence about trouble, marked as ours among the lines of other programs.
    public void complain(String sentence) {
        out.flush();
        say("posthorn: " + sentence);
    }

    /// A line or more for whoever watches. Servers and files have their words in it: what would steer the terminal is left out.
    public void say(String text) {
        err.println(text.codePoints().map(c -> c == '\n' ? c : Character.isISOControl(c) ? ' ' : c).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
        err.flush();
    }

    /// UTF-8, which every terminal but an old Windows console reads.
    private static PrintWriter writer(FileDescriptor descriptor, boolean seen) {
        var charset = seen && System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
                ? Charset.forName(System.getProperty("stdout.encoding", "UTF-8")) : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset), false);
    }
}
