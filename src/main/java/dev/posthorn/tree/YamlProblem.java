package dev.posthorn.tree;

/// Why a text is no sound YAML, and where. Line and column are 1-based.
public final class YamlProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public YamlProblem(String sentence, int line, int column) {
        super(sentence);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
