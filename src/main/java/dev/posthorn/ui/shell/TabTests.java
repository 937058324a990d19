package dev.posthorn.ui.shell;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Example;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Response;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.Wire;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.response.ScriptSpot;
import dev.posthorn.ui.response.TestActions;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.ExampleAnswer;
import dev.posthorn.workbench.TabState;
import dev.posthorn.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The tests of one tab: runs them again without sending, and leads from a result to its place in a script.
record TabTests(RequestDocument document, Supplier<Workbench> workbench, Background background, Supplier<List<Example>> saved, TabEvents events, TabHost.LevelOpening levels)
        implements TabServices.Retest {

    @Override
    public boolean answered() {
        return document.state() instanceof TabState.Done(Outcome.Received _, _);
    }

    @Override
    public List<Example> examples() {
        return saved.get();
    }

    @Override
    public void run(Optional<Example> on) {
        if (on.isPresent()) {
            run(null, ExampleAnswer.of(on.get()), report -> document.retested(null, report, "On the saved answer “" + on.get().name() + "”, not on the last one"));
        } else if (document.state() instanceof TabState.Done(Outcome.Received answer, _)) {
            run(answer.sent(), answer.response(), report -> document.retested(answer, report, ""));
        } else {
            events.tell("There is no answer that tests can be run on.");
        }
    }

    private void run(Wire sent, Response answer, Consumer<ScriptReport> done) {
        var request = document.draft().value();
        var context = document.context();
        var name = document.title().get();
        background.run(() -> workbench.get().retest(request, context, name, sent, answer, new Cancellation()), done, e -> events.trouble("The tests cannot be run: " + e.getMessage()));
    }

    TestActions actions() {
        return new TestActions(() -> document.showScript(Script.Phase.TEST, 0, 0), this::go, () -> run(Optional.empty()));
    }

    /// To a place in a script of the request, or of a level above it.
    private void go(ScriptSpot spot) {
        if (spot.level().startsWith("request")) {
            document.showScript(spot.phase(), spot.line(), spot.column());
        } else {
            document.place().ifPresent(p -> levels.open(new Place(p.file(), spot.item()), "scripts", level -> level.showScript(spot.phase(), spot.line(), spot.column())));
        }
    }
}
