package dev.posthorn.codegen;

import java.util.List;

/// What is known of a language and a library before anything is written in it.
///
/// @param id       as it is named on the command line
/// @param label    as it is shown in menus
/// @param language what colours the code: shell, cmd, javascript, csharp, java, python or http
/// @param comment  what begins a comment that ends with its line
/// @param setting  how the program gets the value of a variable, for the comment that names them
/// @param limits   what it cannot send, in the order in which it is said
public record Target(String id, String label, String language, String comment, String setting, List<Limit> limits) {

    public Target {
        limits = List.copyOf(limits);
    }

    /// One whose program reads its environment.
    static Target of(String id, String label, String language, String comment, List<Limit> limits) {
        return new Target(id, label, language, comment, "Set in the environment first: ", limits);
    }
}
