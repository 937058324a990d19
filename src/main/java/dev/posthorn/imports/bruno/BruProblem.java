package dev.posthorn.imports.bruno;

/// Why a text is no sound `.bru` file, and on which line (the first is 1).
final class BruProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    BruProblem(String sentence, int line) {
        super(sentence, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }
}
