package dev.posthorn.ui.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.http.AutomaticHeaders;
import dev.posthorn.http.BodyStore;
import dev.posthorn.http.Engine;
import dev.posthorn.model.Assertion;
import dev.posthorn.model.Network;
import dev.posthorn.model.Script;
import dev.posthorn.model.ScriptFault;
import dev.posthorn.model.ScriptReport;
import dev.posthorn.model.ScriptRun;
import dev.posthorn.model.Visual;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.ui.web.WebTraffic;
import dev.posthorn.workbench.TabState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestsTabTest {

    @TempDir
    private Path scratch;
    private ResponsePane pane;
    private FxStage stage;
    private Engine engine;
    private final List<ScriptSpot> visited = new ArrayList<>();

    @BeforeEach
    void open() {
        var network = Network.DEFAULT.withRoute(new Network.Route.Direct()).withHosts(List.of(new Network.HostOverride("cdn.example", "127.0.0.1", 0)));
        engine = new Engine(new BodyStore(scratch), new AutomaticHeaders("Posthorn/test"), () -> network, _ -> { });
        WebTraffic.ofThisProcess().guests(engine::passage);
        stage = FxStage.open(800, 400, Theme.LIGHT, () -> {
            pane = new ResponsePane(new Background(task -> Thread.ofVirtual().start(task)), scratch, _ -> Optional.empty(), Clock.systemUTC());
            return (javafx.scene.Parent) pane.node();
        });
        FxStage.run(() -> pane.onTests(new TestActions(() -> {}, visited::add, () -> {})));
    }

    @AfterEach
    void close() {
        FxStage.run(pane::close);
        stage.close();
        WebTraffic.ofThisProcess().guests(null);
        engine.close();
    }

    private static ScriptRun run(String level, ScriptFault fault, Assertion... assertions) {
        return new ScriptRun(Script.Phase.TEST, level, "id", List.of(assertions), fault, Duration.ofMillis(3));
    }

    private static ScriptReport report(List<ScriptRun> runs, Visual visual) {
        return new ScriptReport(runs, List.of(Assertion.passed("status is 200")), visual, null, List.of(), 1);
    }

    private void show(ScriptReport report) {
        FxStage.run(() -> pane.show(new TabState.Done(Answers.json("{}"), report)));
    }

    private List<?> rows() {
        return FxStage.on(() -> stage.scene().lookup("#tests-list") instanceof ListView<?> list ? List.copyOf(list.getItems()) : List.of());
    }

    private <N> N find(String selector, Class<N> type) {
        return FxStage.on(() -> type.cast(stage.scene().lookup(selector)));
    }

    @Test
    void testsAreCountedListedByScriptAndFiltered() {
        show(report(List.of(run("collection Shop", null, Assertion.passed("is JSON")),
                run("request Get", new ScriptFault("TypeError", "no such thing", "request Get", 9, 3),
                        Assertion.failed("has lines", new ScriptFault("AssertionError", "expected 1 to equal 3", "request Get", 7, 5)), Assertion.skipped("later"))), null));
        assertEquals("Tests 2/4", find("#status-tests", Button.class).getText());
        FxStage.run(find("#status-tests", Button.class)::fire);
        assertEquals(List.of("Collection Shop", "✓ is JSON", "Request Get", "✗ has lines\n    AssertionError: expected 1 to equal 3", "○ later",
                "✗ The script ended early: TypeError: no such thing", "Assertions table", "✓ status is 200"), rows().stream().map(r -> ((TestRow) r).text()).toList());
        FxStage.run(find("#tests-failed", ToggleButton.class)::fire);
        assertEquals(3, rows().size());
        FxStage.await("the link is drawn", () -> links().anyMatch(l -> l.getText().equals("line 7")));
        FxStage.run(() -> links().filter(l -> l.getText().equals("line 7")).findFirst().orElseThrow().fire());
        assertEquals(List.of(new ScriptSpot(Script.Phase.TEST, "request Get", "id", 7, 5)), visited);
    }

    private Stream<Hyperlink> links() {
        return stage.scene().getRoot().lookupAll(".hyperlink").stream().map(Hyperlink.class::cast).filter(Hyperlink::isVisible);
    }

    @Test
    void aThousandTestsAreNotAThousandNodes() {
        show(report(List.of(run("request Get", null, IntStream.range(0, 2_000).mapToObj(i -> Assertion.passed("test " + i + " of a rather long name ".repeat(8))).toArray(Assertion[]::new))), null));
        FxStage.run(() -> pane.select("tests"));
        FxStage.await("some are drawn", () -> !stage.scene().getRoot().lookupAll(".test-name").isEmpty());
        assertEquals(2_003, rows().size());
        assertTrue(FxStage.on(() -> stage.scene().getRoot().lookupAll(".test-name").size()) < 100);
    }

    @Test
    void testsThatRanAgainAreShownBesideTheSameAnswer() {
        show(report(List.of(run("request Get", null, Assertion.failed("a", new ScriptFault("Error", "no", "", 0, 0)))), null));
        FxStage.run(() -> pane.retested(report(List.of(run("request Get", null, Assertion.passed("a"))), null), ""));
        assertEquals("Tests 2/2", find("#status-tests", Button.class).getText());
        assertEquals(4, rows().size());
    }

    @Test
    void inANarrowPaneStatusAndTestsStayAndTabsGoIntoTheirMenu() {
        show(report(List.of(run("request Get", null, Assertion.failed("a", new ScriptFault("Error", "no", "", 0, 0)))), null));
        FxStage.run(() -> {
            var root = (Region) pane.node();
            root.resize(400, 400);
            root.applyCss();
            root.layout();
            assertTrue(root.lookup("#status").isVisible());
            assertTrue(root.lookup("#status-tests").isVisible());
            assertTrue(root.lookup("#response-body").isVisible());
            assertFalse(root.lookup("#response-exchange").isVisible());
        });
    }

    @Test
    void theVisualizersPageHasItsDataAndSaysWhatItCouldNotLoad() {
        show(report(List.of(), null));
        assertFalse(FxStage.on(() -> stage.scene().lookup("#response-visual").isManaged()));
        show(report(List.of(), new Visual("<p id='p'>x</p><script>pm.getData(function (e, d) { document.getElementById('p').textContent = d.a; });</script>", "{\"a\": \"</script>7\"}")));
        FxStage.run(() -> pane.select("visual"));
        FxStage.await("the page has run", () -> stage.scene().lookup("#visual") instanceof VisualTab tab && tab.view() != null
                && "</script>7".equals(tab.view().getEngine().executeScript("document.getElementById('p') ? document.getElementById('p').textContent : ''")));
        show(report(List.of(), new Visual("<p>A chart</p><script src='http://cdn.example:2/chart.js'></script>", "{}")));
        FxStage.await("what it lacks is said", () -> stage.scene().lookup("#visual .body-bar .label") instanceof Label words
                && words.getText().startsWith("The page lacks something that it asked for: cdn.example cannot be reached: "));
        show(report(List.of(), null));
        FxStage.await("its tab is gone", () -> !stage.scene().lookup("#response-visual").isManaged() && stage.scene().lookup("#visual") == null);
    }
}
