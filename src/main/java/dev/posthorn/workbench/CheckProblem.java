package dev.posthorn.workbench;

/// A row of the Assertions table that cannot be judged, in a sentence.
final class CheckProblem extends Exception {

    private static final long serialVersionUID = 1;

    CheckProblem(String sentence) {
        super(sentence);
    }
}
