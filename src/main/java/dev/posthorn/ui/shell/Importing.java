package dev.posthorn.ui.shell;

import dev.posthorn.exports.Exported;
import dev.posthorn.exports.Exporters;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Source;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.store.AddResult;
import dev.posthorn.store.AtomicFile;
import dev.posthorn.store.EnvironmentFiles;
import dev.posthorn.store.LocalVariable;
import dev.posthorn.store.Opened;
import dev.posthorn.store.SaveResult;
import dev.posthorn.store.Workspace;
import dev.posthorn.ui.sidebar.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes over what was recognised: into new collections of a folder, or into a collection that is open. All of it blocks; what went wrong is a sentence.
final class Importing {
    private final Workspace workspace;
    private final EnvironmentFiles environments;
    private final List<String> troubles = new ArrayList<>();
    private Report report = Report.EMPTY;

    Importing(Workspace workspace, EnvironmentFiles environments) {
        this.workspace = workspace;
        this.environments = environments;
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    /// What became of each part, of reading and of writing.
    Report report() {
        return report;
    }

    /// Writes each collection as a folder of its own below `folder`, and opens it. Answers the collections that came.
    List<Opened.Good> asNew(Recognised what, Path folder) throws IOException {
        var made = new ArrayList<Opened.Good>();
        for (var each : what.collections()) {
            report = report.and(each.report());
            var source = named(each, free(each.name().isBlank() ? "Imported" : each.name(), folder));
            var good = asNew(source, folder);
            if (good != null) {
                made.add(good);
            }
        }
        environments(what);
        return made;
    }

    /// The name, with a number behind it where the folder has such a collection already.
    private static String free(String name, Path folder) {
        var free = name;
        for (var number = 2; Files.exists(folder.resolve("postman").resolve("collections").resolve(free.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "-").strip())); number++) {
            free = name + " " + number;
        }
        return free;
    }

    private static Source.OfCollection named(Source.OfCollection source, String name) {
        if (name.equals(source.name()) || !(source.tree().get("info") instanceof Map<?, ?> info)) {
            return source;
        }
        var renamed = new LinkedHashMap<String, Object>();
        info.forEach((key, value) -> renamed.put(String.valueOf(key), value));
        renamed.put("name", name);
        var tree = new LinkedHashMap<>(source.tree());
        tree.put("info", renamed);
        return new Source.OfCollection(name, tree, source.collection(), source.report());
    }

    private Opened.Good asNew(Source.OfCollection source, Path folder) throws IOException {
        var v3 = Exporters.byId("v3").filter(e -> e.takes(source));
        if (v3.isPresent()) {
            var exported = v3.get().export(source);
            report = report.and(exported.report());
            return opened(folder, write(exported, folder));
        }
        var made = workspace.createCollection(folder, source.name().isBlank() ? "Imported" : source.name(), Workspace.Kind.V21);
        return made instanceof Opened.Good good ? filled(good, source) : null;
    }

    /// The collection that holds the first of the files.
    private Opened.Good opened(Path folder, List<Path> files) {
        for (var file : files) {
            var relative = folder.relativize(file);
            if (relative.getNameCount() > 3 && relative.startsWith(Path.of("postman", "collections"))) {
                var root = folder.resolve(relative.subpath(0, 3));
                for (var one : workspace.add(root).collections()) {
                    switch (one) {
                        case Opened.Good good -> {
                            return good;
                        }
                        case Opened.Bad bad -> troubles.add(bad.reason());
                    }
                }
                return null;
            }
        }
        return null;
    }

    /// Writes the files of an export; none is written where one of them is there already.
    private List<Path> write(Exported exported, Path folder) throws IOException {
        var targets = exported.files().stream().map(f -> folder.resolve(f.path()).normalize()).toList();
        for (var target : targets) {
            if (!target.startsWith(folder)) {
                throw new IOException(target + " would be outside of the folder.");
            }
            if (Files.exists(target) && target.startsWith(folder.resolve("postman"))) {
                throw new IOException("There is a collection of that name in " + folder + " already; choose another folder.");
            }
        }
        for (var i = 0; i < targets.size(); i++) {
            Files.createDirectories(targets.get(i).getParent());
            AtomicFile.write(targets.get(i), exported.files().get(i).bytes());
        }
        return targets;
    }

    private Opened.Good filled(Opened.Good good, Source.OfCollection source) {
        var level = Level.of(source.collection());
        var now = good;
        if (!level.equals(Level.of(good.collection()))) {
            now = saved(workspace.saveLevel(good, "", level), now);
        }
        return insert(now, "", source.collection().items());
    }

    /// Adds each collection to the end of a folder, as a folder of its own where it holds more than one request.
    List<Opened.Good> into(Recognised what, Opened.Good target, Place folder) {
        var now = target;
        for (var source : what.collections()) {
            report = report.and(source.report());
            var items = source.collection().items();
            if (items.size() == 1 && what.collections().size() == 1) {
                now = insert(now, folder.item(), items);
            } else {
                now = insert(now, folder.item(), List.of(new Folder("", source.name().isBlank() ? "Imported" : source.name(), source.collection().description(),
                        source.collection().auth(), source.collection().variables(), source.collection().scripts(), source.collection().settings(), items)));
            }
        }
        environments(what);
        return List.of(now);
    }

    private Opened.Good insert(Opened.Good target, String folderId, List<Item> items) {
        var now = target;
        for (var item : items) {
            switch (item) {
                case RequestItem request -> now = added(workspace.append(now, folderId, request.name(), request.request()), now, request).now;
                case Folder folder -> {
                    var made = added(workspace.appendFolder(now, folderId, folder.name()), now, folder);
                    now = made.now;
                    if (made.id != null) {
                        var level = Level.of(folder);
                        now = level.equals(new Level("", dev.posthorn.model.Auth.INHERIT, List.of(), List.of(), dev.posthorn.model.Settings.NONE)) ? now
                                : saved(workspace.saveLevel(now, made.id, level), now);
                        now = insert(now, made.id, folder.items());
                    }
                }
                case OtherItem other -> troubles.add("“" + other.name() + "” was left out: a " + other.kind() + " cannot be written into this collection.");
                case BadItem bad -> troubles.add("“" + bad.name() + "” was left out: " + bad.sentence());
            }
        }
        return now;
    }

    private record Made(Opened.Good now, String id) {}

    private Made added(AddResult result, Opened.Good before, Item item) {
        return switch (result) {
            case AddResult.Added(var now, var id, _) -> {
                if (item instanceof RequestItem request) {
                    var at = now;
                    for (var example : request.examples()) {
                        if (workspace.appendExample(at, id, example) instanceof AddResult.Added(var next, _, _)) {
                            at = next;
                        } else {
                            troubles.add("An example of “" + item.name() + "” was left out.");
                        }
                    }
                    yield new Made(at, id);
                }
                yield new Made(now, id);
            }
            case AddResult.Refused(var sentence) -> {
                troubles.add("“" + item.name() + "” was left out: " + sentence);
                yield new Made(before, null);
            }
        };
    }

    private Opened.Good saved(SaveResult result, Opened.Good before) {
        return switch (result) {
            case SaveResult.Saved(var now, _) -> now;
            case SaveResult.Conflict(var now, _) -> now;
            case SaveResult.Refused(var sentence) -> {
                troubles.add(sentence);
                yield before;
            }
        };
    }

    private void environments(Recognised what) {
        for (var source : what.environments()) {
            var name = source.name().isBlank() ? "Imported" : source.name();
            var variables = source.environment().variables();
            switch (environments.create(null, name, EnvironmentFiles.Kind.JSON, variables)) {
                case EnvironmentFiles.Result.Done _ -> report = report.and(source.report()).and(new Report(secrets(name, variables)));
                case EnvironmentFiles.Result.Refused(var sentence) -> troubles.add("The environment “" + name + "” was left out: " + sentence);
            }
        }
    }

    /// Values of secrets are kept on this machine and not in the file that is made.
    private static List<Report.Row> secrets(String name, List<Entry> variables) {
        return variables.stream().map(LocalVariable::of).filter(LocalVariable::literalSecret)
                .map(v -> Report.Row.translated(name, "/values", "the value of the secret " + v.shared().key(), "a secret on this machine", "secrets are not written into files")).toList();
    }
}
