package dev.posthorn.ui.shell;

import dev.posthorn.http.Cancellation;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Switch;
import dev.posthorn.model.VariableChange;
import dev.posthorn.script.Variables;
import dev.posthorn.store.KeptRuns;
import dev.posthorn.store.Opened;
import dev.posthorn.store.RunSetup;
import dev.posthorn.store.SecretsTrouble;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.kit.Fx;
import dev.posthorn.ui.runner.RunSubject;
import dev.posthorn.ui.runner.RunnerServices;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.DataFile;
import dev.posthorn.workbench.Job;
import dev.posthorn.workbench.Run;
import dev.posthorn.workbench.RunExport;
import dev.posthorn.workbench.RunListener;
import dev.posthorn.workbench.RunPlan;
import dev.posthorn.workbench.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Opens the runner of a collection or folder, once for each, and does what it asks for.
final class RunnerTab {
    private final Parts parts;
    private final Background background;
    private final Documents documents;
    private final Tabs tabs;
    private final Choosers choosers;
    private final Toasts toasts;
    private final StatusBar status;
    private final Supplier<Desk> desk;
    private final Runnable valuesChanged;

    RunnerTab(Parts parts, Background background, Documents documents, Tabs tabs, Choosers choosers, Toasts toasts, StatusBar status, Supplier<Desk> desk,
            Runnable valuesChanged) {
        this.parts = parts;
        this.background = background;
        this.documents = documents;
        this.tabs = tabs;
        this.choosers = choosers;
        this.toasts = toasts;
        this.status = status;
        this.desk = desk;
        this.valuesChanged = valuesChanged;
    }

    /// Brings the runner of that collection or folder to the front.
    void open(Place place) {
        if (!tabs.started()) {
            toasts.bad("The collections are still being read.");
            return;
        }
        var there = documents.all().stream().filter(d -> d instanceof RunnerDocument runner && runner.runs().equals(place)).findFirst();
        if (there.isPresent()) {
            documents.front().set(there.get());
        } else {
            parts.executor().execute(() -> parts.workbench().warmScripts());
            tabs.show(new RunnerDocument(this, place));
        }
    }

    /// The runner of what is in front: a collection or folder, or the collection of a request; of the first collection where that is none.
    void openFor(Document front) {
        if (front instanceof RunnerDocument) {
            return;
        }
        var place = Optional.ofNullable(front).flatMap(Document::place).filter(p -> desk.get().collection(p.file()).isPresent())
                .map(p -> desk.get().level(p).isPresent() ? p : new Place(p.file(), ""))
                .or(() -> desk.get().collections().stream().filter(Opened.Good.class::isInstance).map(o -> new Place(o.file(), "")).findFirst());
        place.ifPresentOrElse(this::open, () -> toasts.bad("There is no collection to run. Open one, or make one."));
    }

    String name(Place place) {
        return desk.get().name(place);
    }

    RunnerServices services(RunnerDocument document) {
        return new Services(document);
    }

    private static void paths(List<Item> items, String above, Map<String, String> into) {
        for (var item : items) {
            if (item instanceof Folder folder) {
                paths(folder.items(), above.isEmpty() ? folder.name() : above + " / " + folder.name(), into);
            } else if (item instanceof RequestItem && !above.isEmpty()) {
                into.put(item.id(), above);
            }
        }
    }

    /// What one runner asks for.
    private final class Services implements RunnerServices {
        private final RunnerDocument document;

        private Services(RunnerDocument document) {
            this.document = document;
        }

        @Override
        public Background background() {
            return background;
        }

        @Override
        public Clock clock() {
            return parts.clock();
        }

        @Override
        public Optional<RunSubject> subject() {
            var place = document.runs();
            var now = desk.get();
            if (now.level(place).isEmpty()) {
                return Optional.empty();
            }
            var items = now.below(place);
            var paths = new HashMap<String, String>();
            paths(items, "", paths);
            return Optional.of(new RunSubject(place.file(), place.item(), now.name(place), place.item().isEmpty() ? "" : now.trail(now.parent(place)),
                    dev.posthorn.model.Collection.requests(items).toList(), paths, now.names(), now.chosen()));
        }

        @Override
        public RunSetup setup() {
            return parts.stores().runSetups().of(document.runs().file(), document.runs().item());
        }

        @Override
        public void keep(RunSetup setup) throws IOException {
            parts.stores().runSetups().keep(document.runs().file(), document.runs().item(), setup);
        }

        @Override
        public RunPlan plan(RunSetup setup, List<RequestItem> chosen, List<Map<String, Object>> rows) {
            var now = desk.get();
            var seen = setup.environment() == null ? now : now.choosing(setup.environment());
            var forced = new Settings(Map.of()).with(Switch.TIMEOUT.key(), setup.timeout() > 0 ? setup.timeout() : null).with(Switch.STRICT_SSL.key(), setup.insecure() ? false : null);
            return RunPlan.of(seen.context(new Place(document.runs().file(), "")).withForced(forced), null).withRequests(chosen).withRounds(setup.rounds(), rows)
                    .withDelay(Duration.ofMillis(setup.delay())).stopping(setup.bail() ? RunPlan.Bail.FAILURE : RunPlan.Bail.NEVER).keepingCookies(setup.keepCookies())
                    .within(Duration.ZERO, Duration.ofMillis(setup.scripts())).inLanes(setup.lanes());
        }

        @Override
        public Job run(RunPlan plan, RunListener listener) {
            var cancellation = new Cancellation();
            var began = parts.clock().instant();
            var now = desk.get();
            var environment = plan.context().environment();
            var seen = environment == null ? now : now.choosing(environment.name());
            var heard = new ValuesOfRun(listener, changes -> kept(seen, changes));
            parts.executor().execute(() -> {
                try {
                    new Run(parts.workbench()).run(plan, heard, cancellation);
                } catch (RuntimeException e) {
                    // A bug of ours must not leave a run that never ends.
                    listener.ended(new RunResult(new RunResult.Counts(0, plan.requests().size() * plan.rounds(), 0, 0, 0, 0, 0, 0, 0), false,
                            "Posthorn itself failed: " + e, began, Duration.between(began, parts.clock().instant()), Variables.none()));
                }
            });
            return cancellation::cancel;
        }

        /// Keeps what scripts did to variables, on the run's thread.
        private void kept(Desk seen, List<VariableChange> changes) {
            if (changes.isEmpty()) {
                return;
            }
            try {
                new ScriptValues(seen, parts.values()).keep(new Place(document.runs().file(), ""), changes);
                Fx.later(valuesChanged);
            } catch (SecretsTrouble e) {
                Fx.later(() -> toasts.bad(e.getMessage()));
            }
        }

        @Override
        public Set<String> knownSecrets() {
            return parts.workbench().knownSecrets();
        }

        @Override
        public KeptRuns runs() {
            return parts.stores().runs();
        }

        @Override
        public DataRows data(Path file) throws IOException {
            try {
                var read = DataFile.read(file);
                return new DataRows(read.columns(), read.rows());
            } catch (DataFile.Bad e) {
                // It begins in the middle of a sentence, as the command line says it.
                throw new IOException(Character.toUpperCase(e.getMessage().charAt(0)) + e.getMessage().substring(1), e);
            }
        }

        @Override
        public Optional<Path> chooseFile(String title) {
            return choosers.file(title);
        }

        @Override
        public Optional<Path> saveAs(String title, String name) {
            return choosers.saveAs(title, name);
        }

        @Override
        public List<RunExport> exports() {
            return parts.runExports();
        }

        @Override
        public void open(String item) {
            tabs.open(new Place(document.runs().file(), item), true);
        }

        @Override
        public void busy(boolean runs) {
            document.busy().set(runs);
        }

        @Override
        public void say(String sentence) {
            status.say(sentence);
        }

        @Override
        public void trouble(String sentence) {
            toasts.bad(sentence);
        }
    }
}
