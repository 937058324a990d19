package dev.posthorn.ui.runner;

import dev.posthorn.model.RequestItem;
import dev.posthorn.store.RunHead;
import dev.posthorn.store.RunRow;
import dev.posthorn.store.RunSetup;
import dev.posthorn.ui.kit.Amounts;
import dev.posthorn.ui.kit.Beat;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.kit.TabStrip;
import dev.posthorn.ui.kit.Theme;
import dev.posthorn.workbench.RunKeeper;
import dev.posthorn.workbench.RunPlan;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/// Runs a collection or folder: what and how, the requests as they come in, charts, comparing, earlier runs. Belongs to the FX thread.
///
/// 1. A run writes its results to the disk as it goes on; the window takes new rows ten times a second and holds rows alone, no bodies.
/// 2. What is shown, charted, compared and exported is one and the same run: the last one, or an earlier one that was opened.
public final class RunnerPane extends BorderPane {

    private static final Duration BEAT = Duration.ofMillis(100);

    private final RunnerServices services;
    private final RunnerHead head;
    private final TabStrip strip = new TabStrip();
    private final TabStrip.Tab setupTab = strip.add("runner-setup", "Setup");
    private final TabStrip.Tab resultsTab = strip.add("runner-results", "Results");
    private final TabStrip.Tab chartsTab = strip.add("runner-charts", "Charts");
    private final TabStrip.Tab compareTab = strip.add("runner-compare", "Compare");
    private final TabStrip.Tab earlierTab = strip.add("runner-earlier", "Earlier runs");
    private final SetupPage setup;
    private final ResultsPage results;
    private final ChartsPage charts = new ChartsPage();
    private final ComparePage compare;
    private final EarlierPage earlier;
    private final Label loading = new Label("Reading how it was run the last time…");
    private final Beat beat = Beat.always(BEAT, this::beat);
    private List<RunHead> heads = List.of();
    private RunSession session;
    private RunHead shown;
    private RunHead compared;
    private DetailPane.Source source;
    private int bad;
    private boolean ready;
    private boolean starting;

    public RunnerPane(RunnerServices services) {
        this.services = services;
        setId("runner");
        getStyleClass().add("runner");
        getStylesheets().add(Theme.sheet(RunnerPane.class, "runner.css"));
        setup = new SetupPage(services, this::obstacle);
        results = new ResultsPage(services.background(), services::open, this::run);
        compare = new ComparePage(this::name, this::compareWith);
        earlier = new EarlierPage(new EarlierRuns(), this::when);
        head = new RunnerHead(new Buttons());
        head.forms(new RunExports(services).names(), new Buttons()::export);
        loading.getStyleClass().add("muted");
        setTop(new VBox(head, strip));
        strip.getStyleClass().add("runner-strip");
        strip.selectedProperty().addListener(_ -> page());
        page();
        begin();
    }

    /// Reads how it was run the last time, and its earlier runs.
    private void begin() {
        services.background().run(services::setup, kept -> services.subject().ifPresentOrElse(subject -> {
            setup.show(subject, kept);
            ready = true;
            head.named(subject.title(), subject.trail());
            obstacle();
            page();
        }, this::gone), e -> services.trouble("How this was run the last time cannot be read: " + e.getMessage()));
        readEarlier();
    }

    private void gone() {
        head.obstacle("It is not there any more.");
        head.named(shown == null ? "Not there any more" : shown.title(), "not in the workspace any more");
    }

    /// The workspace changed: requests that came or went are in the list, what was chosen stays.
    public void follow() {
        if (ready) {
            services.subject().ifPresentOrElse(subject -> {
                setup.follow(subject);
                head.named(subject.title(), subject.trail());
                obstacle();
            }, this::gone);
        }
    }

    private void page() {
        var chosen = strip.selected();
        if (chosen == chartsTab) {
            charts.show(results.rows());
        } else if (chosen == compareTab) {
            offer();
        }
        Node page = chosen == setupTab ? ready ? setup : loading : chosen == resultsTab ? results : chosen == chartsTab ? charts : chosen == compareTab ? compare : earlier;
        setCenter(page);
    }

    private void obstacle() {
        head.obstacle(ready ? starting ? "It starts." : setup.obstacle() : "It is being read.");
    }

    // Running

    /// Runs what is ticked; nothing where it runs already or cannot be run.
    public void run() {
        if (ready && !running() && !starting && services.subject().isPresent()) {
            if (setup.obstacle().isEmpty()) {
                start(setup.requests().stream().map(RunChoice::item).toList());
            } else {
                services.say(setup.obstacle());
            }
        }
    }

    public boolean running() {
        return session != null && session.ended() == null;
    }

    /// False where nothing ran.
    public boolean stop() {
        if (!running()) {
            return false;
        }
        session.stop();
        return true;
    }

    private void start(List<RequestItem> requests) {
        var how = setup.setup();
        var rows = setup.rows();
        var subject = services.subject().orElseThrow();
        starting = true;
        obstacle();
        services.background().run(() -> {
            try {
                services.keep(how);
            } catch (IOException e) {
                Fx.run(() -> services.trouble("This setup could not be kept for the next time: " + e.getMessage()));
            }
            return services.runs().begin(subject.collection());
        }, recording -> started(subject, new RunSession(plan(how, requests, rows), recording, System.nanoTime()), new Recording(recording)), e -> {
            services.trouble("The results of this run cannot be kept: " + e.getMessage());
            started(subject, new RunSession(plan(how, requests, rows), null, System.nanoTime()), new Recording(null));
        });
    }

    private record Recording(dev.posthorn.store.RunRecording to) {}

    private RunPlan plan(RunSetup how, List<RequestItem> requests, List<Map<String, Object>> rows) {
        return services.plan(how, requests, rows);
    }

    private void started(RunSubject subject, RunSession begun, Recording recording) {
        starting = false;
        session = begun;
        shown = null;
        bad = 0;
        source = begun::detail;
        results.begin(begun.plan().rounds() > 1, source);
        strip.select(resultsTab);
        services.busy(true);
        head.state(true, false, true, false);
        obstacle();
        begun.runs(services.run(begun.plan(), new RunKeeper(subject.title(), subject.item(), recording.to(), services::knownSecrets, begun)));
        beat.start();
        results.focusList();
    }

    /// What came since the last beat.
    private void beat() {
        var over = session.ended();
        var rows = session.drain();
        bad += (int) rows.stream().filter(RunRow::bad).count();
        results.add(rows);
        resultsTab.countText(bad == 0 ? "" : Integer.toString(bad));
        if (over != null) {
            beat.stop();
            ended(over);
            return;
        }
        var current = session.current();
        results.progress(results.rows().size(), session.plan().rounds() * session.plan().requests().size(), bad, session.elapsed(System.nanoTime()), session.paused(),
                current == null ? "" : current.item().name());
        head.state(true, session.paused(), true, false);
    }

    private void ended(RunSession.Ended over) {
        shown = over.head();
        results.finish(over.head(), over.trouble());
        services.busy(false);
        head.state(false, false, true, bad > 0);
        services.say(Verdicts.words(over.head()) + ": " + Amounts.count(over.head().requests(), "request") + " (" + Figures.time(over.head().took()) + ")");
        compared = null;
        readEarlier();
        if (strip.selected() == chartsTab) {
            charts.show(results.rows());
        }
    }

    // Earlier runs

    private void readEarlier() {
        services.subject().ifPresent(subject -> services.background().run(() -> services.runs().list(subject.collection()).stream().filter(h -> h.item().equals(subject.item())).toList(), list -> {
            heads = list;
            earlier.show(list);
            earlierTab.count(list.size());
            if (strip.selected() == compareTab) {
                offer();
            }
        }, e -> services.trouble("The earlier runs cannot be read: " + e.getMessage())));
    }

    private String when(RunHead run) {
        return Figures.when(run.began(), LocalDate.now(services.clock()), services.clock().getZone());
    }

    private String name(RunHead run) {
        return when(run) + " · " + Verdicts.words(run) + (run.environment().isEmpty() ? "" : " · " + run.environment());
    }

    private void offer() {
        compare.offer(shown == null ? List.of() : heads.stream().filter(h -> !h.id().equals(shown.id())).toList(), compared);
    }

    private void compareWith(RunHead other) {
        compared = other;
        services.subject().ifPresent(subject -> services.background().run(() -> services.runs().rows(subject.collection(), other), before -> {
            if (compared == other) {
                compare.show(before, results.rows());
            }
        }, e -> services.trouble("That run cannot be read any more: " + e.getMessage())));
    }

    /// Shows an earlier run in the place of the last one.
    private void open(RunHead run) {
        if (running()) {
            services.say("A run goes on. Stop it first, then open another.");
            return;
        }
        services.subject().ifPresent(subject -> services.background().run(() -> services.runs().rows(subject.collection(), run), rows -> {
            shown = run;
            compared = null;
            source = row -> services.runs().detail(subject.collection(), run, row);
            bad = (int) rows.stream().filter(RunRow::bad).count();
            results.show(run, rows, source);
            resultsTab.countText(bad == 0 ? "" : Integer.toString(bad));
            head.state(false, false, true, bad > 0);
            strip.select(resultsTab);
        }, e -> services.trouble("That run cannot be read any more: " + e.getMessage())));
    }

    /// Brings a page to the front, by its node id such as "runner-charts".
    public void select(String page) {
        strip.tabs().stream().filter(t -> t.getId().equals(page)).findFirst().ifPresent(strip::select);
    }

    /// Rows that the window has.
    public int rows() {
        return results.rows().size();
    }

    /// The line of the first request that went wrong; -1 where none did.
    public int firstBad() {
        return results.firstBad();
    }

    /// How many runs of it are kept.
    public int kept() {
        return heads.size();
    }

    /// Ready to be run.
    public boolean ready() {
        return ready;
    }

    public void focusFirst() {
        if (ready && strip.selected() == setupTab) {
            setup.focusFirst();
        }
    }

    /// The tab is closed: what runs is stopped.
    public void dispose() {
        beat.stop();
        stop();
    }

    private final class Buttons implements RunnerHead.Events {
        @Override
        public void run() {
            RunnerPane.this.run();
        }

        @Override
        public void stop() {
            RunnerPane.this.stop();
        }

        @Override
        public void pause() {
            if (running()) {
                session.pause(!session.paused(), System.nanoTime());
                head.state(true, session.paused(), true, false);
            }
        }

        @Override
        public void failedAgain() {
            var wrong = results.rows().stream().filter(RunRow::bad).map(RunRow::item).collect(Collectors.toSet());
            var requests = services.subject().map(s -> s.requests().stream().filter(r -> wrong.contains(r.id())).toList()).orElse(List.of());
            if (requests.isEmpty()) {
                services.trouble("The requests that went wrong are not in the collection any more.");
            } else if (setup.obstacle().isEmpty() || !setup.obstacle().contains("data file")) {
                start(requests);
            } else {
                services.say(setup.obstacle());
            }
        }

        @Override
        public void export(int form) {
            if (shown != null) {
                new RunExports(services).write(form, shown, List.copyOf(results.rows()), source);
            }
        }
    }

    private final class EarlierRuns implements EarlierPage.Events {
        @Override
        public void open(RunHead run) {
            RunnerPane.this.open(run);
        }

        @Override
        public void compare(RunHead run) {
            if (shown == null || shown.id().equals(run.id())) {
                services.say(shown == null ? "Open a run or run it first; then it is compared with this one." : "This is the run that is shown. Choose another one to compare with.");
                return;
            }
            compared = run;
            strip.select(compareTab);
        }

        @Override
        public void delete(RunHead run) {
            services.subject().ifPresent(subject -> services.background().run(() -> {
                services.runs().delete(subject.collection(), run);
                return null;
            }, _ -> readEarlier(), e -> services.trouble("That run could not be deleted: " + e.getMessage())));
        }
    }
}
