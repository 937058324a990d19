package dev.posthorn.imports.bruno;

import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.imports.foreign.Pairs;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Environment;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.Tracked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/// A folder with a `bruno.json` and `.bru` files.
final class BruFolder extends FolderWalk {

    static final String CONFIG = "bruno.json";

    BruFolder(Path top) {
        super(top);
    }

    @Override
    String format() {
        return "Bruno";
    }

    @Override
    List<String> endings() {
        return List.of(".bru");
    }

    @Override
    boolean describes(String name) {
        return name.equals("folder.bru");
    }

    @Override
    boolean top(String name) {
        return name.equals("collection.bru") || name.equals(CONFIG);
    }

    @Override
    Read request(String text) throws BruProblem {
        return read(BruTree.request(text));
    }

    @Override
    Read level(String text) throws BruProblem {
        return read(BruTree.level(text));
    }

    @Override
    Read environmentTree(String text) throws BruProblem {
        return read(BruTree.environment(text));
    }

    private static Read read(BruTree tree) {
        return new Read(Tracked.of(tree.root()), tree::place);
    }

    @Override
    Collection collection(Inherited above) {
        var config = config();
        var file = top.resolve("collection.bru");
        var read = new Read(Tracked.of(new LinkedHashMap<String, Object>()), _ -> "");
        if (Files.isRegularFile(file)) {
            try {
                read = level(text(file));
            } catch (BruProblem e) {
                throw new Unreadable("The file collection.bru cannot be read: " + e.getMessage() + " (line " + e.line() + ").");
            }
        }
        ledger.file("collection.bru", read.place());
        ledger.open("", read.root());
        read.root().get("info").skip("type", "seq");
        var below = items.headers(read.root().get("request"), above);
        var shell = OpenCollection.collection(read.root(), config, items, List.of());
        ledger.close();
        return new Collection(config, shell.description(), shell.auth(), shell.variables(), shell.scripts(), shell.settings(), items(top, "", below, 0));
    }

    /// Reads `bruno.json`; its name is the collection's.
    private String config() {
        var fallback = top.toAbsolutePath().normalize().getFileName().toString();
        var file = top.resolve(CONFIG);
        if (!Files.isRegularFile(file)) {
            return fallback;
        }
        try {
            var root = Tracked.of(JsonReader.read(text(file)).plain());
            ledger.file(CONFIG, pointer -> pointer);
            ledger.open("", root);
            root.skip("version", "type", "opencollection");
            root.list("ignore").forEach(name -> ignored.add(name.text()));
            var name = root.text("name");
            ledger.close();
            return name.isEmpty() ? fallback : name;
        } catch (JsonProblem e) {
            throw new Unreadable("The file " + CONFIG + " is broken at line " + e.line() + ", column " + e.column() + ": " + e.getMessage() + ".");
        }
    }

    /// Secrets have a name in the file and a value on each machine alone.
    static Environment environment(Tracked root, String fallback, Ledger ledger) {
        var given = root.text("name");
        var name = given.isEmpty() ? fallback : given;
        ledger.open(name, root);
        var colour = root.get("color");
        var shown = colour.isText() && String.valueOf(colour.peek()).matches("#[0-9a-fA-F]{6}") ? colour.text() : "";
        var environment = new Environment(name, false, Pairs.read(root.get("variables"), ledger), shown);
        ledger.close();
        return environment;
    }
}
