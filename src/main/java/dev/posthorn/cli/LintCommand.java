package dev.posthorn.cli;

import dev.posthorn.cli.report.Columns;
import dev.posthorn.lint.Finding;
import dev.posthorn.lint.Finding.Severity;
import dev.posthorn.lint.Lint;
import dev.posthorn.tree.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/// `posthorn lint`: says what is wrong in collections, with file and line, for people and pipelines.
///
/// Exit code 0: nothing, or warnings alone. 1: errors (with `--strict` warnings too). 2: there is nothing to check.
@CommandLine.Command(mixinStandardHelpOptions = true, sortOptions = false, description = "Checks collections and environments; exits with 1 where there are errors.")
public final class LintCommand implements Callable<Integer> {

    @CommandLine.Parameters(paramLabel = "PATH", arity = "1..*", description = "Workspace folders, v3 collections, or collection files of any kind.")
    private List<Path> paths;

    @CommandLine.Option(names = "--format", paramLabel = "text|json", description = "text, where it is not said.")
    private ConvertCommand.Form format = ConvertCommand.Form.text;

    @CommandLine.Option(names = "--strict", description = "Warnings count as errors for the exit code.")
    private boolean strict;

    private final Terminal terminal;

    public LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var findings = new ArrayList<Finding>();
        for (var path : paths) {
            if (!Files.exists(path)) {
                terminal.complain("there is no file or folder " + path + ".");
                return Commands.MISUSED;
            }
            try {
                findings.addAll(Lint.check(path));
            } catch (IOException e) {
                terminal.complain(path + " cannot be checked: " + e.getMessage());
                return Commands.MISUSED;
            }
        }
        var errors = findings.stream().filter(f -> f.severity() == Severity.ERROR).count();
        terminal.out().print(format == ConvertCommand.Form.json ? json(findings, errors) : text(findings, errors));
        terminal.out().flush();
        return errors > 0 || strict && !findings.isEmpty() ? Commands.FAILED : Commands.OK;
    }

    /// `file:line: error: sentence [rule]`, as compilers write it, so that editors can jump there.
    private static String text(List<Finding> findings, long errors) {
        var out = new StringBuilder();
        for (var finding : findings) {
            out.append(finding.file()).append(finding.line() == 0 ? "" : ":" + finding.line()).append(": ").append(word(finding.severity())).append(": ")
                    .append(Columns.plain(finding.sentence())).append(" [").append(finding.rule()).append("]\n");
        }
        var warnings = findings.size() - errors;
        return out.append(errors).append(errors == 1 ? " error, " : " errors, ").append(warnings).append(warnings == 1 ? " warning.\n" : " warnings.\n").toString();
    }

    /// `{"errors": n, "warnings": n, "findings": [{"file", "line", "severity", "rule", "sentence"}]}`.
    private static String json(List<Finding> findings, long errors) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("errors", errors);
        tree.put("warnings", findings.size() - errors);
        tree.put("findings", findings.stream().map(f -> {
            var map = new LinkedHashMap<String, Object>();
            map.put("file", f.file().toString());
            map.put("line", f.line());
            map.put("severity", word(f.severity()));
            map.put("rule", f.rule());
            map.put("sentence", f.sentence());
            return map;
        }).toList());
        return JsonWriter.pretty(tree);
    }

    private static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
