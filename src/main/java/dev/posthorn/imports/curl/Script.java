package dev.posthorn.imports.curl;

import dev.posthorn.formats.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// What a shell made of a text: its curl commands, the values it sets, and what a request has no place for.
final class Script {

    private record Remark(int offset, Report.Fate fate, String from, String to, String reason) {}

    private final List<Command> commands = new ArrayList<>();
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private String pipe;

    List<Command> commands() {
        return commands;
    }

    /// Name → value of what the text assigns (`TOKEN=abc`), in order.
    Map<String, String> variables() {
        return variables;
    }

    void assign(String name, String value) {
        variables.put(name, value);
    }

    void translated(int offset, String from, String to, String reason) {
        if (remarks.stream().noneMatch(r -> r.from.equals(from) && r.to.equals(to))) {
            remarks.add(new Remark(offset, Report.Fate.TRANSLATED, from, to, reason));
        }
    }

    void aside(int offset, String from, String reason) {
        remarks.add(new Remark(offset, Report.Fate.ASIDE, from, "", reason));
    }

    /// @param place says where an offset is: "line 3"
    List<Report.Row> rows(IntFunction<String> place) {
        return remarks.stream().map(r -> new Report.Row("", r.fate, place.apply(r.offset), r.from, r.to, r.reason, 1)).toList();
    }

    /// One command line as the shell sees it: assignments, words that only introduce a command, the command.
    ///
    /// @param input from a here-document; null where there is none
    /// @param piped whether its output goes into the next command
    void line(List<Word> words, String input, String comment, boolean piped) {
        var given = pipe;
        pipe = null;
        var i = 0;
        while (i < words.size() && Shell.introduces(words.get(i).text())) {
            var word = words.get(i++).text();
            var equals = word.indexOf('=');
            if (equals > 0) {
                assign(word.substring(0, equals).replaceFirst("^\\$(env:)?", ""), word.substring(equals + 1));
            }
        }
        if (i == words.size()) {
            return;
        }
        var rest = words.subList(i + 1, words.size());
        if (Shell.isCurl(words.get(i).text())) {
            commands.add(new Command(rest, input != null ? input : given, comment, words.get(i).offset()));
        } else if (piped && Shell.printed(words.get(i).text(), rest, input) instanceof String text) {
            pipe = text;
        } else {
            aside(words.get(i).offset(), words.get(i).text(), "only curl commands become requests");
        }
    }
}
