package dev.posthorn.cli;

/// What was asked for cannot be done; the message is the sentence for the user.
final class Misuse extends Exception {

    private static final long serialVersionUID = 1L;

    Misuse(String sentence) {
        super(sentence, null, false, false);
    }
}
