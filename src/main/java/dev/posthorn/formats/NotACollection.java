package dev.posthorn.formats;

/// A file whose JSON is sound but is built as no collection can be: what is wrong and the offset where.
final class NotACollection extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    NotACollection(String sentence, int offset) {
        super(sentence);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
