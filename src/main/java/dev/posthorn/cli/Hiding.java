package dev.posthorn.cli;

import dev.posthorn.store.Redaction;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Recorder;
import dev.posthorn.workbench.Sent;
import dev.posthorn.workbench.Step;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// Takes the secrets of a run out of what reports show. The reporters of one step share the work.
final class Hiding implements BiFunction<Step, Sent, Redaction> {

    private final Context context;
    private final Supplier<Set<String>> known;
    private Sent last;
    private Redaction made;

    /// @param known tokens that the run got, and what else must not be shown
    Hiding(Context context, Supplier<Set<String>> known) {
        this.context = context;
        this.known = known;
    }

    @Override
    public synchronized Redaction apply(Step step, Sent sent) {
        if (sent != last) {
            made = Recorder.redaction(context.within(step.item()), sent.request(), sent.outcome(), known.get());
            last = sent;
        }
        return made;
    }
}
