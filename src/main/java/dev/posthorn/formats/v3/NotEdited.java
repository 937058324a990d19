package dev.posthorn.formats.v3;

/// Why an edit of a v3 folder is not made, in a sentence for the user.
final class NotEdited extends Exception {

    private static final long serialVersionUID = 1L;

    NotEdited(String sentence) {
        super(sentence);
    }
}
