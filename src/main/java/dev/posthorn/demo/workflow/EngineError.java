package dev.posthorn.demo.workflow;

/// What the engine of a Workflow Server refuses to do, in a sentence.
final class EngineError extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    EngineError(String code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
