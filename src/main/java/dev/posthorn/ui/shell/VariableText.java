package dev.posthorn.ui.shell;

import dev.posthorn.store.LocalVariable;
import java.util.List;
import java.util.stream.Collectors;

/// Variables as lines that people read and compare. What is switched off begins with `//`; the values of secrets are not shown.
final class VariableText {
    private static final String HIDDEN = "••••••";

    private VariableText() {}

    static String of(List<LocalVariable> rows) {
        return rows.stream().map(VariableText::line).collect(Collectors.joining("\n"));
    }

    private static String line(LocalVariable row) {
        var shared = row.shared();
        return (shared.enabled() ? "" : "// ") + shared.key() + ": " + shown(row, shared.value()) + (shared.secret() ? "   (secret)" : "")
                + (shared.description().isEmpty() ? "" : "   — " + shared.description().replace('\n', ' '))
                + (row.current() == null ? "" : "   on this machine: " + shown(row, row.current()));
    }

    private static String shown(LocalVariable row, String value) {
        return row.shared().secret() && !value.isEmpty() ? HIDDEN : value.replace('\n', ' ');
    }

    /// How many differ: "1 variable"; "nothing" where all is the same.
    static String changes(List<LocalVariable> before, List<LocalVariable> after) {
        var gone = before.stream().filter(e -> !after.contains(e)).count();
        var come = after.stream().filter(e -> !before.contains(e)).count();
        var count = Math.max(gone, come);
        return count == 0 ? before.equals(after) ? "nothing" : "order of variables" : count == 1 ? "1 variable" : count + " variables";
    }
}
