package dev.posthorn.ui.shell;

import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.store.LocalVariable;
import java.util.ArrayList;
import java.util.List;

/// What a folder or a collection sets, as lines that people read and compare.
final class LevelText {
    private LevelText() {}

    static String of(Level level) {
        var variables = VariableText.of(rows(level));
        return (variables.isEmpty() ? "" : "# Variables\n" + variables + "\n\n") + RequestText.beside(asRequest(level));
    }

    private static List<LocalVariable> rows(Level level) {
        return level.variables().stream().map(LocalVariable::of).toList();
    }

    /// A request that has of its own what a level has too.
    private static Request asRequest(Level level) {
        return Request.blank().withAuth(level.auth()).withScripts(level.scripts()).withSettings(level.settings()).withDescription(level.description());
    }

    /// What differs, in words: "2 variables, scripts"; "nothing" where all is the same.
    static String changes(Level before, Level after) {
        var words = new ArrayList<String>();
        if (!before.variables().equals(after.variables())) {
            words.add(VariableText.changes(rows(before), rows(after)));
        }
        var others = RequestText.changes(asRequest(before), asRequest(after));
        if (words.isEmpty() || !others.equals("nothing")) {
            words.add(others);
        }
        return String.join(", ", words);
    }
}
