package dev.posthorn.formats;

/// A file whose JSON is sound but is built as no collection can be: what is wrong and the offset where.
public final class NotACollection extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    public NotACollection(String sentence, int offset) {
        super(sentence);
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
