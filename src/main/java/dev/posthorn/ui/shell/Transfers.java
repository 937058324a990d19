package dev.posthorn.ui.shell;

import dev.posthorn.codegen.Generators;
import dev.posthorn.codegen.Style;
import dev.posthorn.exports.Exported;
import dev.posthorn.exports.Exporter;
import dev.posthorn.exports.Exporters;
import dev.posthorn.exports.HarOfAnswer;
import dev.posthorn.formats.Document;
import dev.posthorn.formats.ModelTree;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.http.Cancellation;
import dev.posthorn.http.Progress;
import dev.posthorn.imports.Importers;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Outcome;
import dev.posthorn.model.Request;
import dev.posthorn.model.Settings;
import dev.posthorn.model.Traffic;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.store.OpenedEnvironment;
import dev.posthorn.store.Veil;
import dev.posthorn.tree.TextFile;
import dev.posthorn.ui.kit.Background;
import dev.posthorn.ui.sidebar.Place;
import dev.posthorn.workbench.CodeWriting;
import dev.posthorn.workbench.ConsoleEntry;
import dev.posthorn.workbench.Context;
import dev.posthorn.workbench.Recorder;
import dev.posthorn.workbench.TabState;
import dev.posthorn.workbench.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Brings collections in and out of the window: the panels for it, the work off its thread, and the report after it.
final class Transfers {
    private static final int LARGEST_ANSWER = 64 << 20;

    private final Parts parts;
    private final Background background;
    private final Overlays overlays;
    private final dev.posthorn.ui.shell.Files files;
    private final Tabs tabs;
    private final Choosers choosers;
    private final Toasts toasts;
    private final StatusBar status;

    Transfers(Parts parts, Background background, Overlays overlays, dev.posthorn.ui.shell.Files files, Tabs tabs, Choosers choosers, Toasts toasts, StatusBar status) {
        this.parts = parts;
        this.background = background;
        this.overlays = overlays;
        this.files = files;
        this.tabs = tabs;
        this.choosers = choosers;
        this.toasts = toasts;
        this.status = status;
    }

    /// Where new collections go unless the user says otherwise: beside those that are open, else into the user's documents.
    Path home() {
        var open = parts.workspace().folders().stream().findFirst().or(() -> files.desk().collections().stream().map(o -> above(o.file()))
                .filter(p -> !p.startsWith(parts.home())).findFirst());
        return open.orElseGet(() -> {
            var user = Path.of(System.getProperty("user.home"));
            return Files.isDirectory(user.resolve("Documents")) ? user.resolve("Documents") : user;
        });
    }

    /// Of a collection `FOLDER/postman/collections/NAME` the folder, of a file the folder it lies in.
    private static Path above(Path collection) {
        var parent = collection.getParent();
        return parent != null && parent.endsWith(Path.of("postman", "collections")) ? parent.getParent().getParent() : parent;
    }

    // Import

    void importAnything() {
        panel();
    }

    /// Shows the panel with that text in it; a blank one does nothing.
    void importText(String text) {
        if (!text.isBlank()) {
            panel().paste(text);
        }
    }

    /// Pasted where nothing is typed: files are opened, text is imported.
    void paste() {
        var board = Clipboard.getSystemClipboard();
        if (board.hasFiles()) {
            dropped(board.getFiles().stream().map(java.io.File::toPath).toList());
        } else if (board.hasString()) {
            importText(board.getString());
        }
    }

    /// Opens Postman's own files where they lie; for all others asks where they are to go.
    void dropped(List<Path> paths) {
        files.later(() -> Recognised.files(paths), what -> {
            if (what.sources().isEmpty() || what.kinds().stream().allMatch(kind -> kind.startsWith("Postman"))) {
                files.open(paths, () -> { });
            } else {
                panel().chosen(paths);
            }
        });
    }

    private ImportPanel panel() {
        var panel = new ImportPanel(background, files.desk(), home(), new ImportEvents(), overlays::close);
        overlays.show(panel, Pos.CENTER);
        panel.focusText();
        return panel;
    }

    /// What the import panel asks for.
    private final class ImportEvents implements ImportPanel.Events {
        @Override
        public List<Path> files() {
            return choosers.files("Import files");
        }

        @Override
        public Optional<Path> folder() {
            return choosers.folder("Choose a folder");
        }

        @Override
        public Recognised fetch(String url) {
            return fetched(url);
        }

        @Override
        public void asDraft(Recognised what) {
            what.collections().getFirst().collection().requests().findFirst().ifPresent(item -> tabs.open(item.name(), item.request()));
            imported(what.words(), what.report(), what.troubles());
        }

        @Override
        public void asNew(Recognised what, Path folder) {
            var importing = new Importing(parts.workspace(), parts.stores().environments());
            files.later(() -> importing.asNew(what, folder), _ -> told(what, importing));
        }

        @Override
        public void into(Recognised what, FolderChoice target) {
            var importing = new Importing(parts.workspace(), parts.stores().environments());
            files.later(() -> importing.into(what, target.collection(), target.place()), _ -> told(what, importing));
        }

        @Override
        public void inPlace(List<Path> paths) {
            files.open(paths, () -> { });
        }
    }

    private void told(Recognised what, Importing importing) {
        var troubles = new java.util.ArrayList<>(what.troubles());
        troubles.addAll(importing.troubles());
        imported(what.words(), importing.report(), troubles);
    }

    /// Shows the report where there is something to read in it; else says in a word that all is there.
    void imported(String what, Report report, List<String> troubles) {
        troubles.forEach(toasts::bad);
        report("Import report", "Imported " + what, report, true);
    }

    private void report(String title, String heading, Report report, boolean quietly) {
        if (report.count(Report.Fate.TRANSLATED) + report.count(Report.Fate.ASIDE) > 0) {
            var document = new ReportDocument(title, heading, report, this::copy, this::save);
            if (quietly && report.count(Report.Fate.ASIDE) == 0) {
                toasts.offer(heading + ": " + ReportText.counts(report) + ".", "Show the report", () -> tabs.show(document));
            } else {
                tabs.show(document);
            }
        } else {
            status.say(heading);
        }
    }

    private Recognised fetched(String url) {
        Workbench engine = parts.workbench();
        var outcome = engine.sendNow(Request.get(url), Context.none(parts.home()), Progress.silent(), new Cancellation());
        try {
            return switch (outcome) {
                case Outcome.Received received when received.response().status() / 100 != 2 ->
                        trouble(url + " answered with status " + received.response().status() + ".");
                case Outcome.Received received when received.response().body().size() > LARGEST_ANSWER -> trouble("The answer is too big to be imported.");
                case Outcome.Received received -> {
                    try (var stream = received.response().body().open()) {
                        yield Recognised.bytes(Path.of(name(url)), stream.readAllBytes());
                    }
                }
                case Outcome.Failed failed -> trouble(failed.failure().sentence());
                case Outcome.Cancelled _, Outcome.Skipped _ -> trouble("It was cancelled.");
            };
        } catch (IOException e) {
            return trouble("The answer could not be read: " + e.getMessage() + ".");
        } finally {
            Workbench.release(outcome);
        }
    }

    private static Recognised trouble(String sentence) {
        return new Recognised(List.of(), List.of(), List.of(sentence));
    }

    private static String name(String url) {
        var path = url.replaceFirst("[?#].*", "");
        var last = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return last.isBlank() ? "answer" : last;
    }

    // Export

    /// Asks for the form and the place of a collection, folder, request or environment, then writes it.
    void export(Place place) {
        var environment = files.desk().environments().stream().filter(e -> place.item().isEmpty() && place.file().equals(e.file())).findFirst();
        if (environment.isPresent()) {
            export(environment.get());
            return;
        }
        var name = files.desk().name(place);
        background.run(() -> source(place), source -> source.ifPresentOrElse(s -> ask(name, s), () -> toasts.bad("“" + name + "” is not there any more.")),
                e -> toasts.bad("It cannot be exported: " + e.getMessage()));
    }

    void export(OpenedEnvironment environment) {
        var e = environment.environment();
        ask(e.name(), new Source.OfEnvironment(e.name(), ModelTree.of(e), e, Report.EMPTY));
    }

    /// A whole collection with all that its file holds; of a part of one, what the window knows.
    private Optional<Source> source(Place place) throws IOException {
        var good = files.desk().collection(place.file());
        if (good.isEmpty()) {
            return Optional.empty();
        }
        var collection = good.get().collection();
        if (place.item().isEmpty()) {
            var document = Files.isDirectory(place.file()) ? Document.ofFolder(place.file()) : Document.of(place.file(), TextFile.of(Files.readAllBytes(place.file())).text());
            for (var importer : Importers.ALL) {
                if (importer.recognises(document)) {
                    var found = importer.sources(document).stream().filter(s -> s.name().equals(collection.name())).findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.of(whole(collection));
        }
        return files.desk().item(place).map(item -> switch (item) {
            case Folder f -> whole(new Collection(f.name(), f.description(), f.auth().inherited() ? Auth.NONE : f.auth(), f.variables(), f.scripts(), f.settings(), f.items()));
            default -> whole(of(item.name(), item));
        });
    }

    private static Collection of(String name, Item item) {
        return new Collection(name, "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(item));
    }

    private static Source whole(Collection collection) {
        return new Source.OfCollection(collection.name(), ModelTree.of(collection), collection, Report.EMPTY);
    }

    private void ask(String name, Source source) {
        var forms = Exporters.ALL.stream().filter(e -> e.takes(source)).toList();
        if (forms.isEmpty()) {
            toasts.bad("There is no form in which this can be exported.");
            return;
        }
        overlays.show(new ExportPanel(name, forms, form -> choose(name, source, form), overlays::close), Pos.CENTER);
    }

    private void choose(String name, Source source, Exporter form) {
        var clean = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-").strip();
        var target = form.ending().isEmpty() ? choosers.folder("Export into which folder?") : choosers.saveAs("Export as " + form.name(), clean + form.ending());
        target.ifPresent(path -> files.later(() -> {
            var exported = form.export(source);
            write(exported, path);
            return exported;
        }, exported -> {
            toasts.offer("“" + name + "” was written to " + path + ".", "Show in the file manager", () -> choosers.reveal(path));
            report("Export report", "Exported “" + name + "” as " + form.name(), exported.report(), false);
        }));
    }

    private static void write(Exported exported, Path target) throws IOException {
        for (var file : exported.files()) {
            var path = file.path().isEmpty() ? target : target.resolve(file.path()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException(path + " would be outside of the folder.");
            }
            Files.createDirectories(path.toAbsolutePath().getParent());
            AtomicFile.write(path, file.bytes());
        }
    }

    /// As the code beside a request has it: with values, secrets as variables of the shell.
    void copyAsCurl(Request request, Context context) {
        tabs.withEngine(engine -> background.run(() -> engine.code(context).code(request, Generators.ALL.getFirst(), Style.LONG, CodeWriting.Fill.VALUES), code -> {
            copy(code.strip());
            status.say("Copied as cURL");
        }, e -> toasts.bad("The curl command could not be written: " + e + ".")));
    }

    /// Writes the last answer of a tab with what was sent for it, secrets masked.
    void saveHar(RequestDocument document) {
        if (!(document.state() instanceof TabState.Done(var outcome, _)) || outcome.hops().isEmpty()) {
            toasts.bad("Send the request first: a HAR file holds what was sent and what came back.");
            return;
        }
        var clean = document.title().get().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-").strip();
        var mask = Recorder.mask(document.context(), document.draft().value(), outcome);
        choosers.saveAs("Save request and answer as HAR", clean + ".har").ifPresent(path -> files.later(() -> {
            AtomicFile.write(path, new HarOfAnswer(parts.version(), true, mask).of(outcome).getBytes(StandardCharsets.UTF_8));
            return path;
        }, _ -> toasts.offer("Saved as " + path.getFileName() + ".", "Show in the file manager", () -> choosers.reveal(path))));
    }

    /// Writes exchanges of the console, secrets masked; of a body what the console has kept.
    void saveHar(List<ConsoleEntry.Exchanged> exchanges) {
        choosers.saveAs("Save as HAR", exchanges.size() == 1 ? "exchange.har" : "console.har").ifPresent(path -> files.later(() -> {
            var veils = new IdentityHashMap<Traffic, Veil>();
            exchanges.forEach(e -> veils.put(e.traffic(), e.veil()));
            var har = HarOfAnswer.of(parts.version(), exchanges.stream().map(ConsoleEntry.Exchanged::traffic).toList(), traffic -> text -> Veil.covered(veils.get(traffic).body(text)));
            AtomicFile.write(path, har.getBytes(StandardCharsets.UTF_8));
            return path;
        }, _ -> toasts.offer("Saved as " + path.getFileName() + ".", "Show in the file manager", () -> choosers.reveal(path))));
    }

    private void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        status.say("Copied");
    }

    private void save(String name, String text) {
        choosers.saveAs("Save the report", name).ifPresent(path -> files.later(() -> {
            AtomicFile.write(path, text.getBytes(StandardCharsets.UTF_8));
            return path;
        }, _ -> status.say("Report saved")));
    }
}
