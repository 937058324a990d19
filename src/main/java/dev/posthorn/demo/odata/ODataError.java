package dev.posthorn.demo.odata;

/// Something that the asker did wrong, in a sentence, with the status that says so.
public final class ODataError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    public ODataError(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    static ODataError query(String sentence) {
        return new ODataError(400, "The query specified in the URI is not valid. " + sentence);
    }

    static ODataError noProperty(String name, String type) {
        return query("Could not find a property named '" + name + "' on type '" + type + "'.");
    }

    public int status() {
        return status;
    }
}
