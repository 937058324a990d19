package dev.posthorn.odata;

/// Why something that a service sent, or that was typed, cannot be read as OData: a sentence, and where it went wrong.
public final class ODataProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /// @param line from 1; 0 where no place is to blame
    public ODataProblem(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public ODataProblem(String message) {
        this(message, 0, 0);
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /// The sentence with its place.
    public String said() {
        return line == 0 ? getMessage() : getMessage() + " (line " + line + ", column " + column + ")";
    }
}
