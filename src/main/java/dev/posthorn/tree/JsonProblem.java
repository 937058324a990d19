package dev.posthorn.tree;

/// Why a text is no JSON, and where: `line` and `column` are 1-based.
public final class JsonProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public JsonProblem(String reason, int line, int column) {
        super(reason);
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
