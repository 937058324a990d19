package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A list of conversions that one process does for another, which reads what went wrong from its output.
///
/// The list is a JSON file `[[in, out, form], …]`; a conversion that fails is a line "number: sentence".
final class Steps {

    /// @param in   a file or folder
    /// @param form as behind `--to`
    record Step(String in, String out, String form) {}

    private Steps() {}

    static void write(Path list, List<Step> steps) throws IOException {
        Files.writeString(list, JsonWriter.compact(steps.stream().map(s -> List.of(s.in(), s.out(), s.form())).toList()));
    }

    static int run(Path list, SourceReader reader, Terminal terminal) {
        try {
            var steps = JsonReader.read(Files.readString(list, StandardCharsets.UTF_8)) instanceof Json.Arr array ? array.elements() : List.<Json>of();
            for (var number = 0; number < steps.size(); number++) {
                if (steps.get(number).plain() instanceof List<?> step && step.size() == 3) {
                    one(number, new Step(step.get(0).toString(), step.get(1).toString(), step.get(2).toString()), reader, terminal);
                }
            }
            return Commands.OK;
        } catch (IOException | JsonProblem e) {
            terminal.complain("the list " + list + " cannot be read: " + e.getMessage());
            return Commands.MISUSED;
        }
    }

    private static void one(int number, Step step, SourceReader reader, Terminal terminal) {
        try {
            Conversion.to(step.form(), false).passing().run(reader.read(step.in()), null, Path.of(step.out()));
        } catch (Misuse | IOException | RuntimeException | StackOverflowError e) {
            var bug = e instanceof RuntimeException || e instanceof StackOverflowError;
            terminal.out().println(number + ": " + Columns.plain(bug ? "stopped by a mistake of Posthorn's own: " + e : String.valueOf(e.getMessage())));
        }
        terminal.out().flush();
    }

    /// The sentences by the number of their step.
    static Map<Integer, String> failures(String printed) {
        var failures = new LinkedHashMap<Integer, String>();
        for (var line : new ArrayList<>(printed.lines().toList())) {
            var colon = line.indexOf(": ");
            if (colon > 0 && line.substring(0, colon).matches("\\d{1,9}")) {
                failures.put(Integer.parseInt(line.substring(0, colon)), line.substring(colon + 2));
            }
        }
        return failures;
    }
}
