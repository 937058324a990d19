package dev.posthorn.model;

import java.util.List;
import java.util.stream.Collectors;

/// A script of a request, folder or collection.
public record Script(Phase phase, String code) {

    public enum Phase { PRE_REQUEST, TEST }

    /// The code of all scripts of one phase, in order, joined by line ends.
    public static String code(List<Script> scripts, Phase phase) {
        return scripts.stream().filter(s -> s.phase == phase).map(Script::code).collect(Collectors.joining("\n"));
    }
}
