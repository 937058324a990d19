package dev.posthorn.ui.runner;

import dev.posthorn.store.RunHead;

/// How a run went, in a word and a colour.
final class Verdicts {

    private Verdicts() {}

    static String words(RunHead head) {
        var wrong = head.failed() + head.failedTests() + head.failedScripts();
        return switch (head.verdict()) {
            case GREEN -> "Passed";
            case FAILED -> wrong == 1 ? "1 failure" : wrong + " failures";
            case CUT_SHORT -> "Stopped";
        };
    }

    static String style(RunHead.Verdict verdict) {
        return switch (verdict) {
            case GREEN -> "success";
            case FAILED -> "danger";
            case CUT_SHORT -> "warning";
        };
    }
}
