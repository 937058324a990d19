package dev.posthorn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A script of a request, folder or collection.
public record Script(Phase phase, String code) {

    public enum Phase { PRE_REQUEST, TEST }

    /// The same scripts with this code after that of their last one of a phase, or as a script of its own.
    public static List<Script> with(List<Script> scripts, Phase phase, String code) {
        var all = new ArrayList<>(scripts);
        for (var i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).phase == phase) {
                var before = all.get(i).code.stripTrailing();
                all.set(i, new Script(phase, before.isEmpty() ? code : before + "\n\n" + code));
                return all;
            }
        }
        all.add(new Script(phase, code));
        return all;
    }

    /// The code of all scripts of one phase, in order, joined by line ends.
    public static String code(List<Script> scripts, Phase phase) {
        return scripts.stream().filter(s -> s.phase == phase && !s.code.isEmpty()).map(Script::code).collect(Collectors.joining("\n"));
    }
}
