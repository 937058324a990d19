package dev.posthorn.imports.bruno;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.formats.Stranger;
import dev.posthorn.imports.foreign.Inherited;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Tracked;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Opens OpenCollection 1.0 (https://www.opencollection.com), Bruno's newer format: a folder with an `opencollection.yml`, or all in one file.
public final class OpenCollection implements Importer {

    private static final Pattern KEY = Pattern.compile("(?m)^[\"']?opencollection[\"']?\\s*:");
    private static final Pattern REQUEST = Pattern.compile("(?m)^(http|graphql)\\s*:\\s*$");

    @Override
    public String name() {
        return "OpenCollection";
    }

    @Override
    public boolean recognises(Document document) {
        if (document.folder()) {
            return OpenFolder.config(document.file()) != null;
        }
        if (document.json() != null) {
            return document.root().has("opencollection");
        }
        var start = document.text().substring(0, Math.min(document.text().length(), 8_000));
        return KEY.matcher(start).find() && document.tree() instanceof Map<?, ?> map && map.containsKey("opencollection") || request(document, start);
    }

    /// A request file without its collection.
    private static boolean request(Document document, String start) {
        return start.contains("info:") && REQUEST.matcher(start).find() && document.tree() instanceof Map<?, ?> map && map.get("info") instanceof Map<?, ?> info
                && info.containsKey("type") && (map.get("http") instanceof Map<?, ?> || map.get("graphql") instanceof Map<?, ?>);
    }

    @Override
    public ReadResult read(Document document) {
        if (document.folder()) {
            return new OpenFolder(document.file()).read();
        }
        if (document.tree() == null) {
            return Stranger.tooDeep(name());
        }
        var root = Tracked.of(document.tree());
        if (!root.has("opencollection")) {
            return alone(root);
        }
        var folder = document.file().toAbsolutePath().getParent();
        if (root.list("items").isEmpty() && folder != null && Files.isRegularFile(document.file()) && document.file().equals(OpenFolder.config(document.file().resolveSibling("")))) {
            return new OpenFolder(folder).read();
        }
        return whole(root, document.baseName().replaceFirst("\\.ya?ml$", ""));
    }

    private ReadResult alone(Tracked root) {
        var ledger = new Ledger(new BrunoVariables());
        var name = root.get("info").text("name").isEmpty() ? "Request" : root.get("info").text("name");
        ledger.open(name, root);
        root.get("info").skip("type", "seq");
        var item = new OpenItems(ledger).item(root, "", name, Inherited.NOTHING);
        ledger.close();
        return new ReadResult.OfCollection(name(), new Collection(name, "", Auth.NONE, List.of(), List.of(), Settings.NONE, List.of(item)), ledger.report());
    }

    private ReadResult whole(Tracked root, String fallback) {
        var ledger = new Ledger(new BrunoVariables());
        ledger.open("", root);
        root.skip("opencollection", "bundled");
        var parts = new ArrayList<ReadResult>();
        for (var environment : root.get("config").list("environments")) {
            parts.add(new ReadResult.OfEnvironment(name(), BruFolder.environment(environment, "Environment", ledger), Report.EMPTY));
        }
        var items = new OpenItems(ledger);
        var below = items.headers(root.get("request"), Inherited.NOTHING);
        var tree = items(root, "", items, ledger, below, 0);
        var collection = collection(root, fallback, items, tree);
        ledger.close();
        parts.addFirst(new ReadResult.OfCollection(name(), collection, ledger.report()));
        return parts.size() == 1 ? parts.getFirst() : new ReadResult.OfSeveral(name(), parts);
    }

    /// The collection that `root` describes, without its items.
    static Collection collection(Tracked root, String fallback, OpenItems items, List<Item> tree) {
        items.notChosen(root);
        var info = root.get("info");
        var name = info.text("name").isEmpty() ? fallback : info.text("name");
        var docs = OpenItems.text(root, "docs");
        var summary = info.has("summary") ? info.text("summary") : OpenItems.text(info, "description");
        var level = items.level(root.get("request"), docs.isEmpty() ? summary : summary.isEmpty() ? docs : summary + "\n\n" + docs, Auth.NONE);
        return new Collection(name, level.description(), level.auth(), level.variables(), level.scripts(), Settings.NONE, tree);
    }

    /// Bruno's order: folders before requests, each by their number.
    static double order(Tracked item) {
        var seq = item.get("info").text("seq");
        return seq.matches("-?\\d{1,9}(\\.\\d+)?") ? Double.parseDouble(seq) : Double.MAX_VALUE;
    }

    private static boolean folder(Tracked item) {
        return item.get("info").text("type").equals("folder") || item.has("items");
    }

    private static List<Item> items(Tracked level, String path, OpenItems reader, Ledger ledger, Inherited above, int depth) {
        if (depth >= Ledger.DEPTH) {
            ledger.aside(level.get("items"), "items", "they are nested more than " + Ledger.DEPTH + " deep");
            return List.of();
        }
        var all = new ArrayList<>(level.list("items").stream().filter(Tracked::isObject).toList());
        all.sort(java.util.Comparator.<Tracked, Boolean>comparing(i -> !folder(i)).thenComparingDouble(OpenCollection::order));
        var items = new ArrayList<Item>();
        for (var item : all) {
            var info = item.get("info");
            var given = info.text("name");
            var name = given.isEmpty() ? folder(item) ? "Unnamed folder" : item.get("http").text("url") : given;
            ledger.open(path + name, item);
            info.skip("type", "seq");
            if (folder(item)) {
                var below = reader.headers(item.get("request"), above);
                var inner = items(item, path + name + " / ", reader, ledger, below, depth + 1);
                items.add(folder(item, item.pointer(), name, reader, inner));
            } else {
                items.add(reader.item(item, item.pointer(), name, above));
            }
            ledger.close();
        }
        return items;
    }

    static Folder folder(Tracked item, String id, String name, OpenItems reader, List<Item> inner) {
        reader.notChosen(item);
        var docs = OpenItems.text(item, "docs");
        var level = reader.level(item.get("request"), docs.isEmpty() ? OpenItems.text(item.get("info"), "description") : docs, Auth.INHERIT);
        return new Folder(id, name, level.description(), level.auth(), level.variables(), level.scripts(), Settings.NONE, inner);
    }
}
