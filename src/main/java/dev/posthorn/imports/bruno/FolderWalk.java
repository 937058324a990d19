package dev.posthorn.imports.bruno;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import dev.posthorn.model.Item;
import dev.posthorn.tree.TextFile;
import dev.posthorn.tree.Tracked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Walks the folder of a Bruno collection; how its files are written is told by the two kinds of it.
///
/// 1. A file that cannot be read becomes a bad item with its line, and the rest is read.
/// 2. Links to folders are not followed; folders that `bruno.json` ignores, hidden ones and `node_modules` are passed over.
abstract sealed class FolderWalk permits BruFolder, OpenFolder {

    private static final int FILES = 50_000;
    private static final long LARGEST = 64L << 20;

    final Path top;
    final Ledger ledger = new Ledger(new BrunoVariables());
    final OpenItems items = new OpenItems(ledger);
    final Set<String> ignored = new HashSet<>(Set.of("node_modules", "environments"));
    private final List<Report.Row> rows = new ArrayList<>();
    private int files;

    /// A file as a tree, and where its values stand.
    record Read(Tracked root, UnaryOperator<String> place) {}

    FolderWalk(Path top) {
        this.top = top;
    }

    abstract String format();

    /// The endings of its files, with the dot.
    abstract List<String> endings();

    /// The names of the files that describe a folder.
    abstract boolean describes(String name);

    abstract Read request(String text) throws BruProblem;

    abstract Read level(String text) throws BruProblem;

    abstract Read environmentTree(String text) throws BruProblem;

    /// The collection itself, once its items are read.
    abstract Collection collection(Inherited above);

    ReadResult read() {
        Collection collection;
        try {
            collection = collection(Inherited.NOTHING);
        } catch (Unreadable e) {
            return new ReadResult.NotOne(e.getMessage(), 0, 0);
        }
        var parts = new ArrayList<ReadResult>();
        environments().forEach(e -> parts.add(new ReadResult.OfEnvironment(format(), e, Report.EMPTY)));
        parts.addFirst(new ReadResult.OfCollection(format(), collection, ledger.report().and(new Report(rows))));
        return parts.size() == 1 ? parts.getFirst() : new ReadResult.OfSeveral(format(), parts);
    }

    /// A folder or file that the operating system does not let us read.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    String name(Path file) {
        return top.relativize(file).toString().replace('\\', '/');
    }

    String text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unreadable(name(file) + " is larger than " + (LARGEST >> 20) + " MB.");
            }
            return TextFile.of(Files.readAllBytes(file)).text();
        } catch (IOException e) {
            throw new Unreadable(name(file) + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private List<Path> list(Path folder) {
        try (var all = Files.list(folder)) {
            return all.sorted(Comparator.comparing(f -> f.getFileName().toString(), String.CASE_INSENSITIVE_ORDER)).toList();
        } catch (IOException e) {
            throw new Unreadable(folder + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /// The base name, where the file is one of the collection's; else null.
    private String base(String name) {
        return endings().stream().filter(e -> name.toLowerCase(Locale.ROOT).endsWith(e)).findFirst().map(e -> name.substring(0, name.length() - e.length())).orElse(null);
    }

    private record Found(double order, boolean folder, Item item) {}

    /// The items of a folder in Bruno's order: folders before requests, each by number and then by name.
    List<Item> items(Path folder, String path, Inherited above, int depth) {
        var found = new ArrayList<Found>();
        for (var entry : list(folder)) {
            var name = entry.getFileName().toString();
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                if (!name.startsWith(".") && !(ignored.contains(name) && (depth == 0 || !name.equals("environments"))) && depth < Ledger.DEPTH) {
                    folder(entry, path, above, depth, found);
                }
            } else if (base(name) != null && !describes(name) && !(depth == 0 && top(name))) {
                found.add(request(entry, path, above));
            } else if (base(name) == null && !name.startsWith(".") && !(depth == 0 && top(name))) {
                rows.add(Report.Row.aside("", name(entry), "a file beside the requests", "it is no request; it stays where it is"));
            }
        }
        return found.stream().sorted(Comparator.<Found, Boolean>comparing(f -> !f.folder()).thenComparingDouble(Found::order)).map(Found::item).toList();
    }

    /// Whether it is a file of the collection as a whole.
    abstract boolean top(String name);

    private void folder(Path folder, String path, Inherited above, int depth, List<Found> into) {
        var description = list(folder).stream().filter(f -> describes(f.getFileName().toString())).findFirst();
        var fallback = folder.getFileName().toString();
        var id = name(folder);
        if (description.isEmpty()) {
            var inner = items(folder, path + fallback + " / ", above, depth + 1);
            if (!inner.isEmpty()) {
                into.add(new Found(Double.MAX_VALUE, true, OpenCollection.folder(Tracked.of(null), id, fallback, items, inner)));
            }
            return;
        }
        try {
            var read = level(text(description.get()));
            var given = read.root().get("info").text("name");
            var name = given.isEmpty() ? fallback : given;
            ledger.file(name(description.get()), read.place());
            ledger.open(path + name, read.root());
            read.root().get("info").skip("type", "seq");
            var below = items.headers(read.root().get("request"), above);
            var shell = OpenCollection.folder(read.root(), id, name, items, List.of());
            ledger.close();
            var inner = items(folder, path + name + " / ", below, depth + 1);
            into.add(new Found(OpenCollection.order(read.root()), true, new dev.posthorn.model.Folder(id, shell.name(), shell.description(), shell.auth(), shell.variables(), shell.scripts(), shell.settings(), inner)));
        } catch (BruProblem | Unreadable e) {
            into.add(new Found(Double.MAX_VALUE, true, bad(description.get(), path, e)));
            into.add(new Found(Double.MAX_VALUE, true, OpenCollection.folder(Tracked.of(null), id, fallback, items, items(folder, path + fallback + " / ", above, depth + 1))));
        }
    }

    private Found request(Path file, String path, Inherited above) {
        try {
            if (++files > FILES) {
                throw new Unreadable("there are more than " + FILES + " files in the collection.");
            }
            var read = request(text(file));
            var given = read.root().get("info").text("name");
            var name = given.isEmpty() ? base(file.getFileName().toString()) : given;
            ledger.file(name(file), read.place());
            ledger.open(path + name, read.root());
            read.root().get("info").skip("type", "seq");
            var item = items.item(read.root(), name(file), name, above);
            ledger.close();
            return new Found(OpenCollection.order(read.root()), false, item);
        } catch (BruProblem | Unreadable e) {
            return new Found(Double.MAX_VALUE, false, bad(file, path, e));
        }
    }

    private BadItem bad(Path file, String path, Exception problem) {
        var line = problem instanceof BruProblem bru ? bru.line() : 0;
        rows.add(Report.Row.aside(path + file.getFileName(), line == 0 ? name(file) : name(file) + ": line " + line, "a file that cannot be read", problem.getMessage()));
        var sentence = problem instanceof BruProblem ? "It cannot be read: " + problem.getMessage() + " (line " + line + ")." : problem.getMessage();
        return new BadItem(name(file), file.getFileName().toString(), sentence, line);
    }

    private List<Environment> environments() {
        var folder = top.resolve("environments");
        var found = new ArrayList<Environment>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        for (var file : list(folder)) {
            var name = base(file.getFileName().toString());
            if (name == null || Files.isDirectory(file)) {
                continue;
            }
            try {
                var read = environmentTree(text(file));
                ledger.file(name(file), read.place());
                found.add(BruFolder.environment(read.root(), name, ledger));
            } catch (BruProblem | Unreadable e) {
                bad(file, "environments / ", e);
            }
        }
        return found;
    }
}
