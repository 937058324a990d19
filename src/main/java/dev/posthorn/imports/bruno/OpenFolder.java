package dev.posthorn.imports.bruno;

import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.model.Collection;
import dev.posthorn.tree.Tracked;
import dev.posthorn.tree.Yaml;
import dev.posthorn.tree.YamlProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder with an `opencollection.yml` and one YAML file for each request.
final class OpenFolder extends FolderWalk {

    OpenFolder(Path top) {
        super(top);
    }

    /// The file that makes the folder a collection; null where there is none.
    static Path config(Path folder) {
        return Stream.of("opencollection.yml", "opencollection.yaml").map(folder::resolve).filter(Files::isRegularFile).findFirst().orElse(null);
    }

    @Override
    String format() {
        return "OpenCollection";
    }

    @Override
    List<String> endings() {
        return List.of(".yml", ".yaml");
    }

    @Override
    boolean describes(String name) {
        return name.equals("folder.yml") || name.equals("folder.yaml");
    }

    @Override
    boolean top(String name) {
        return name.equals("opencollection.yml") || name.equals("opencollection.yaml");
    }

    @Override
    Read request(String text) throws BruProblem {
        var read = level(text);
        if (!read.root().has("info")) {
            throw new BruProblem("it has no \"info\", so it is no request", 1);
        }
        return read;
    }

    @Override
    Read level(String text) throws BruProblem {
        try {
            if (Yaml.read(text) instanceof Map<?, ?> map) {
                return new Read(Tracked.of(map), pointer -> pointer);
            }
            throw new BruProblem("it is no YAML object", 1);
        } catch (YamlProblem e) {
            throw new BruProblem(e.getMessage(), e.line());
        }
    }

    @Override
    Read environmentTree(String text) throws BruProblem {
        return level(text);
    }

    @Override
    Collection collection(Inherited above) {
        Read read;
        var file = config(top);
        try {
            read = level(text(file));
        } catch (BruProblem e) {
            throw new Unreadable("The file " + file.getFileName() + " cannot be read: " + e.getMessage() + " (line " + e.line() + ").");
        }
        ledger.file(file.getFileName().toString(), read.place());
        ledger.open("", read.root());
        read.root().skip("opencollection", "bundled");
        read.root().get("extensions").get("bruno").list("ignore").forEach(name -> ignored.add(name.text()));
        var below = items.headers(read.root().get("request"), above);
        var shell = OpenCollection.collection(read.root(), top.toAbsolutePath().normalize().getFileName().toString(), items, List.of());
        ledger.close();
        return new Collection(shell.name(), shell.description(), shell.auth(), shell.variables(), shell.scripts(), shell.settings(), items(top, "", below, 0));
    }
}
