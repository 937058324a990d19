package dev.posthorn.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// One word after `posthorn`, and what it does.
///
/// @param summary one line for `posthorn --help`; empty hides the command there
/// @param task    makes the picocli-annotated object whose `call` returns the exit code; asked for only when the command is, so that a
///                start pays for no other command
public record Command(String name, String summary, Supplier<? extends Callable<Integer>> task) {

    boolean hidden() {
        return summary.isEmpty();
    }
}
