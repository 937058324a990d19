package dev.posthorn.jsonpath;

/// A text that is no JSONPath, or a path that cannot be followed to its end.
public final class PathProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final int at;

    /// @param at the character that is wrong, from 1; 0 where it is none
    PathProblem(String message, int at) {
        super(message);
        this.at = at;
    }

    /// From 1; 0 where no character is to blame.
    public int at() {
        return at;
    }

    /// What is wrong and where, as the end of a sentence: "a name was expected at character 3".
    public String said() {
        return at == 0 ? getMessage() : getMessage() + ", at character " + at;
    }
}
