package dev.posthorn.ui.dataservice;

import dev.posthorn.model.Outcome;

/// How a send ended, in words.
final class Words {

    private Words() {}

    static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.failure().sentence() + " " + failed.failure().advice();
            case Outcome.Cancelled _ -> "It was cancelled.";
            case Outcome.Skipped(var by) -> "Nothing was sent: a script of " + by + " did not want it.";
            case Outcome.Received received -> "The server answered " + received.response().status() + ".";
        };
    }
}
