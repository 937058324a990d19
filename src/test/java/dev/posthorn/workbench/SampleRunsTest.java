package dev.posthorn.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Cookies;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Network;
import dev.posthorn.model.Outcome;
import dev.posthorn.store.Home;
import dev.posthorn.store.Opened;
import dev.posthorn.store.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vendors' sample collections run green with the environment Demo, one after the other and several rounds at once.
final class SampleRunsTest {

    private static final Path SAMPLES = Path.of("collections");

    @TempDir
    private Path folder;

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    private final RunListener listener = new RunListener() {
        @Override
        public void started(Step step) {
            // Only the end counts.
        }

        @Override
        public void finished(Step step, Sent sent) {
            if (!(sent.outcome() instanceof Outcome.Received)) {
                wrong.add(step.item().name() + ": " + sent.outcome());
            }
        }
    };

    @Test
    void everyVendorsSamplesAreGreenAlsoInParallel() {
        var workspace = new Workspace(new Home(folder.resolve("home")), SAMPLES);
        workspace.load();
        var demo = workspace.environments().stream().map(e -> e.environment()).filter(e -> e.name().equals("Demo")).findFirst().orElseThrow();
        var automatic = new AutomaticHeaders("Posthorn/test");
        var console = new Console(Clock.systemUTC());
        var engine = new Engine(new BodyStore(folder), automatic, () -> Network.DEFAULT.withRoute(new Network.Route.Direct()), console::exchanged);
        try (var bench = new Workbench(engine, automatic, new Cookies(Clock.systemUTC()), new DemoOnDemand(), Executors.newVirtualThreadPerTaskExecutor(), Clock.systemUTC(), new Random(), console, Keepers.none())) {
            for (var opened : workspace.collections()) {
                if (opened instanceof Opened.Good(_, _, var collection) && List.of("Creatio", "Bizagi", "Workflow Server").contains(collection.name())) {
                    var context = new Context(collection, List.of(), demo, null, List.of(), SAMPLES);
                    var result = new Run(bench).run(RunPlan.of(context, null).withRounds(2, List.of()).inLanes(2), listener, new Cancellation());
                    assertEquals(List.of(), wrong, collection.name());
                    assertTrue(result.green() && result.counts().tests() > 40, result.toString());
                }
            }
        }
    }
}
