package dev.posthorn.formats;

import dev.posthorn.model.Level;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;

/// Writes what a folder or a collection sets for all below it: only the fields that differ from what the file says.
final class LevelEdit {

    private final Fields level;
    private final String source;
    private final boolean attributesAsList;

    /// @param attributesAsList how a new authorization is written: a list (2.1) or an object (2.0)
    LevelEdit(Fields level, String source, boolean attributesAsList) {
        this.level = level;
        this.source = source;
        this.attributesAsList = attributesAsList;
    }

    void apply(Level before, Level after) {
        if (!before.description().equals(after.description())) {
            RowEdit.description(level.get("info") instanceof Json.Obj ? level.object("info") : level, after.description());
        }
        AuthEdit.apply(level, before.auth(), after.auth(), attributesAsList);
        if (!before.variables().equals(after.variables())) {
            RowEdit.entries(level, "variable", Rows.entries(level.json("variable"), source), after.variables());
        }
        ScriptEdit.apply(level, before.scripts(), after.scripts());
        settings(level, before.settings(), after.settings());
    }

    static void settings(Fields level, Settings before, Settings after) {
        if (before.equals(after)) {
            return;
        }
        var switches = level.object("protocolProfileBehavior");
        switches.slots().removeIf(s -> !after.values().containsKey(s.key()));
        after.values().forEach(switches::put);
        if (switches.slots().isEmpty()) {
            level.remove("protocolProfileBehavior");
        }
    }
}
