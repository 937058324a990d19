package dev.posthorn.cli;

import dev.posthorn.model.BadLogin;
import dev.posthorn.model.Failure;
import dev.posthorn.model.Finding;
import dev.posthorn.model.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Says at a terminal what is wrong and how it is mended: where the window has a button, the value to set or the command to run.
final class Mending {

    private Mending() {}

    /// Sentence and advice in one line.
    static String sentence(Failure failure) {
        return failure.sentence() + " " + (failure instanceof BadLogin.Needed ? "Log in with `posthorn login`, or in the window." : failure.advice());
    }

    static String sentence(Finding finding) {
        return finding.sentence() + " " + finding.advice();
    }

    /// What may be tried, a line each; empty for what the sentence says already.
    static List<String> lines(Failure failure) {
        return switch (failure) {
            case BadLogin.Refused(_, var finding) -> lines(finding);
            case BadLogin.NoSession(_, var finding) -> lines(finding);
            default -> List.of();
        };
    }

    static List<String> lines(Finding finding) {
        var said = sentence(finding);
        var lines = new ArrayList<String>();
        for (var mend : finding.mends()) {
            switch (mend) {
                case Mend.Change(var label, var values) -> lines.add(label + values(values));
                case Mend.Copy(_, var text) when !said.contains(text) -> lines.add(text);
                case Mend.Copy _ -> { }
                case Mend.LogIn(var label) -> lines.add(label + ": `posthorn login`");
                case Mend.Forget(var label, _) -> lines.add(label + ": in the window, among the tokens of the authorization");
                case Mend.Choose(var label, var type) -> lines.add(label + ": the type \"" + type + "\"");
            }
        }
        return lines;
    }

    /// Tables are too much for a line.
    private static String values(Map<String, Object> values) {
        var simple = values.entrySet().stream().filter(e -> !(e.getValue() instanceof List<?> || e.getValue() instanceof Map<?, ?>))
                .map(e -> e.getKey() + " = " + Objects.toString(e.getValue())).collect(Collectors.joining(", "));
        return simple.isEmpty() ? "" : ": " + simple + " in its authorization";
    }

    static void tell(Terminal terminal, Finding finding) {
        terminal.complain(sentence(finding));
        lines(finding).forEach(line -> terminal.say("  - " + line));
    }

    static void tell(Terminal terminal, Failure failure) {
        terminal.complain(sentence(failure));
        lines(failure).forEach(line -> terminal.say("  - " + line));
    }
}
