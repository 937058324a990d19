package dev.posthorn.formats;

import dev.posthorn.formats.Report.Fate;
import dev.posthorn.formats.Report.Row;
import dev.posthorn.model.Environment;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opens Postman's data dump: all collections, environments and globals of an account in one file.
///
/// 1. Environments, globals and collections of version 2 come with all that the file says of them; of collections of version 1 see `PostmanOneReport`.
/// 2. A collection that cannot be read does not stop the others.
/// 3. Header presets and everything else get rows in the report of the first part.
public final class PostmanDump implements Importer {

    @Override
    public String name() {
        return "Postman data dump";
    }

    @Override
    public boolean recognises(Document document) {
        var root = document.root();
        return root.get("collections") instanceof Json.Arr && (root.has("environments") || root.has("version") || root.has("globals"));
    }

    /// A part as it is shown, and as it is written; null for what cannot be written.
    private record Read(ReadResult result, Source source) {}

    @Override
    public ReadResult read(Document document) {
        if (document.deep()) {
            return Stranger.tooDeep("a " + name());
        }
        return new ReadResult.OfSeveral(name(), parts(document).stream().map(Read::result).toList());
    }

    @Override
    public List<Source> sources(Document document) {
        return document.deep() ? List.of() : parts(document).stream().map(Read::source).filter(source -> source != null).toList();
    }

    private List<Read> parts(Document document) {
        var root = document.root();
        var whole = Tracked.of(document.tree());
        var broken = new ArrayList<Row>();
        var parts = new ArrayList<Read>();
        var collections = whole.list("collections");
        for (var i = 0; i < collections.size(); i++) {
            if (root.list("collections").get(i) instanceof Json.Obj collection) {
                parts.add(collection(document, collection, collections.get(i), broken));
            }
        }
        for (var environment : whole.list("environments")) {
            if (environment.isObject()) {
                parts.add(environment(document, root.list("environments").get(index(environment)), environment));
            }
        }
        var globals = Rows.rows(Rows.entries(root.get("globals"), document.text()));
        if (!globals.isEmpty()) {
            parts.add(globals(new Environment("Globals", true, globals), whole.get("globals")));
        }
        var rest = rest(whole, broken);
        for (var i = 0; i < parts.size() && !rest.rows().isEmpty(); i++) {
            if (parts.get(i).source() != null) {
                parts.set(i, with(parts.get(i), rest));
                break;
            }
        }
        return parts;
    }

    private static int index(Tracked element) {
        return Integer.parseInt(element.pointer().substring(element.pointer().lastIndexOf('/') + 1));
    }

    private Read collection(Document document, Json.Obj object, Tracked at, List<Row> broken) {
        try {
            if (object.has("requests")) {
                var collection = PostmanOneCollection.read(object, document.text(), at.pointer());
                var report = PostmanOneReport.of(at, collection);
                at.skip();
                return new Read(new ReadResult.OfCollection(PostmanOne.NAME, collection, report), PostmanOne.source(collection, report, object));
            }
            var collection = PostmanCollection.read(object, document.text(), at.pointer());
            var report = whole(collection.name(), at);
            return new Read(new ReadResult.OfCollection(PostmanTwo.format(object), collection, report),
                    new Source.OfCollection(collection.name(), object.map(), collection, report));
        } catch (NotACollection e) {
            var result = Stranger.broken(document, e);
            broken.add(new Row(at.text("name"), Fate.ASIDE, at.pointer(), Report.UNREADABLE, "", result.sentence(), Math.max(1, at.leaves())));
            at.skip();
            return new Read(result, null);
        }
    }

    private static Read environment(Document document, Json object, Tracked at) {
        var environment = PostmanEnvironment.read((Json.Obj) object, document.text(), "Environment");
        return environment(environment, ((Json.Obj) object).map(), at);
    }

    private static Read globals(Environment globals, Tracked at) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", globals.name());
        tree.put("values", at.peek());
        tree.put("_postman_variable_scope", "globals");
        return environment(globals, tree, at);
    }

    private static Read environment(Environment environment, Map<String, Object> tree, Tracked at) {
        var report = whole(environment.name(), at);
        return new Read(new ReadResult.OfEnvironment(environment.globals() ? "Postman globals" : "Postman environment", environment, report),
                new Source.OfEnvironment(environment.name(), tree, environment, report));
    }

    /// All of it goes along.
    private static Report whole(String name, Tracked at) {
        var leaves = at.leaves();
        at.skip();
        return leaves == 0 ? Report.EMPTY : new Report(List.of(Row.kept(name, at.pointer(), leaves)));
    }

    private static Report rest(Tracked whole, List<Row> broken) {
        var rows = new ArrayList<>(broken);
        for (var preset : whole.list("headerPresets")) {
            if (preset.leaves() > 0) {
                rows.add(new Row("", Fate.ASIDE, preset.pointer(), "the header preset \"" + preset.text("name") + "\"", "", "there are no header presets here; it stays in the file it came from", preset.leaves()));
                preset.skip();
            }
        }
        var version = whole.get("version");
        if (version.leaves() > 0) {
            rows.add(Row.aside("", version.pointer(), "version " + version.text() + " of data dumps", "it tells how the file is laid out"));
        }
        whole.unread().forEach(left -> rows.add(Row.aside("", left.pointer(), left.pointer().substring(1).replace('/', '.'), PostmanOneReport.LEFT)));
        return new Report(rows);
    }

    private static Read with(Read part, Report more) {
        return switch (part.result()) {
            case ReadResult.OfCollection(var format, var collection, var report) -> {
                var all = report.and(more);
                yield new Read(new ReadResult.OfCollection(format, collection, all),
                        new Source.OfCollection(part.source().name(), part.source().tree(), collection, all));
            }
            case ReadResult.OfEnvironment(var format, var environment, var report) -> {
                var all = report.and(more);
                yield new Read(new ReadResult.OfEnvironment(format, environment, all),
                        new Source.OfEnvironment(part.source().name(), part.source().tree(), environment, all));
            }
            case ReadResult.OfSeveral _, ReadResult.NotOne _ -> part;
        };
    }
}
