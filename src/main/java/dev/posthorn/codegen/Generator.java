package dev.posthorn.codegen;

import java.util.List;

/// A language and a library in which a request can be written. One file each, and one line in `Generators.ALL`.
public interface Generator {

    /// As it is named on the command line.
    String id();

    /// As it is shown in menus.
    String label();

    /// What colours the code: shell, cmd, javascript, csharp, java, python or http.
    String language();

    /// What begins a comment that ends with its line.
    String comment();

    /// How the program gets the value of a variable, for the comment that names them.
    default String setting() {
        return "Set in the environment first: ";
    }

    /// What it cannot send, in the order in which it is said.
    List<Limit> limits();

    /// The code without the comments that come before it.
    String write(Call call, Style style);
}
