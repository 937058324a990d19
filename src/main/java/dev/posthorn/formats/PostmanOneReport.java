package dev.posthorn.formats;

import dev.posthorn.formats.Report.Fate;
import dev.posthorn.formats.Report.Row;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Says of each value of a Postman 1.0 collection whether it is in the collection that was made of it.
///
/// 1. What says where an item stands (`order`, `folder`, `collectionId`) is kept where it names an item that is there.
/// 2. Every other value is kept only where it is found in the result: under a member that is read, as it is or line by line.
/// 3. All that remains becomes a row with its place in the file.
final class PostmanOneReport {

    static final String LEFT = "later versions of Postman have no place for it; it stays in the file it came from";

    private static final Set<String> LISTS = Set.of("requests", "folders");

    /// The members whose values come into the result, if it has room for them.
    private static final Set<String> READ = Set.of("name", "method", "url", "description", "headers", "headerData", "queryParams", "pathVariables",
            "pathVariableData", "data", "rawModeData", "graphqlModeData", "dataOptions", "auth", "helperAttributes", "events", "tests",
            "preRequestScript", "protocolProfileBehavior", "variables", "responses");

    private static final Map<String, String> BODIES = Map.of("params", "formdata", "raw", "raw", "urlencoded", "urlencoded", "binary", "file", "graphql", "graphql");

    private final Tracked root;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Tracked> objects = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private PostmanOneReport(Tracked root) {
        this.root = root;
        id(root);
        for (var list : LISTS) {
            for (var object : root.list(list).stream().filter(Tracked::isObject).toList()) {
                objects.put(object.pointer(), object);
                id(object);
            }
        }
    }

    /// Ids are written with the items, where they are texts.
    private void id(Tracked at) {
        if (at.get("id").isText()) {
            ids.add(at.text("id"));
        }
    }

    /// @param root       the collection in its file
    /// @param collection what was made of it; the ids of its items are their places in the file
    static Report of(Tracked root, Collection collection) {
        var report = new PostmanOneReport(root);
        report.collection(collection);
        return new Report(report.rows);
    }

    private void collection(Collection collection) {
        var bare = new Collection(collection.name(), collection.description(), collection.auth(), collection.variables(), collection.scripts(), collection.settings(), List.of());
        var first = rows.size();
        items(collection.items(), "");
        var inner = objects.values().stream().mapToInt(Tracked::leaves).sum();
        var own = new ArrayList<>(rows.subList(first, rows.size()));
        rows.subList(first, rows.size()).clear();
        close("", root, new Present(ModelTree.of(bare)), inner);
        rows.addAll(own);
    }

    private void items(List<Item> items, String path) {
        for (var item : items) {
            var names = path.isEmpty() ? item.name() : path + " / " + item.name();
            var object = objects.get(item.id());
            switch (item) {
                case Folder folder -> {
                    var bare = new Folder(folder.id(), folder.name(), folder.description(), folder.auth(), folder.variables(), folder.scripts(), folder.settings(), List.of());
                    close(names, object, new Present(ModelTree.of(bare)), 0);
                    items(folder.items(), names);
                }
                case RequestItem request -> close(names, object, new Present(ModelTree.of(request)), 0);
                case OtherItem _, BadItem _ -> { }
            }
        }
    }

    private void close(String item, Tracked at, Present present, int inner) {
        var from = rows.size();
        placed(at);
        words(item, at);
        for (var left : at.unread()) {
            var steps = left.pointer().substring(at.pointer().length() + 1).split("/");
            if (READ.contains(steps[0]) && present.holds(left, steps)) {
                left.skip();
            } else {
                rows.add(new Row(item, Fate.ASIDE, left.pointer(), String.join(".", steps), "", LEFT, 1));
            }
        }
        var kept = at.leaves() - inner - rows.subList(from, rows.size()).stream().mapToInt(Row::count).sum();
        if (kept > 0) {
            rows.add(from, Row.kept(item, at.pointer(), kept));
        }
        at.skip();
    }

    /// What says where the item stands, which is so in the result.
    private void placed(Tracked at) {
        for (var list : List.of("order", "folders_order")) {
            at.list(list).stream().filter(id -> id.isText() && ids.contains(String.valueOf(id.peek()))).forEach(Tracked::skip);
        }
        for (var member : List.of("folder", "collection", "collectionId", "collection_id")) {
            if (at.get(member).isText() && ids.contains(String.valueOf(at.get(member).peek()))) {
                at.get(member).skip();
            }
        }
        if (root.get("name").isText() && root.get("name").peek().equals(at.get("collection_name").peek())) {
            at.get("collection_name").skip();
        }
    }

    /// The words for kinds, some of which were others then.
    private void words(String item, Tracked at) {
        var mode = at.get("dataMode");
        if (mode.isText()) {
            var unused = mode.peek().equals("params") && at.get("data").leaves() == 0;
            word(item, mode, unused ? "params" : BODIES.get(String.valueOf(mode.peek())), "the kind of body");
        }
        var helper = at.get("currentHelper");
        if (helper.isText() && !at.get("auth").isObject()) {
            var old = String.valueOf(helper.peek());
            word(item, helper, old.equals("normal") ? old : PostmanOneRequest.HELPERS.get(old), "the kind of authorization");
            var id = at.get("helperAttributes").get("id");
            if (id.isText() && old.toLowerCase(Locale.ROOT).startsWith(String.valueOf(id.peek()).toLowerCase(Locale.ROOT))) {
                id.skip();
            }
        }
    }

    private void word(String item, Tracked at, String now, String what) {
        var old = String.valueOf(at.peek());
        if (now != null) {
            at.skip();
            if (!now.equals(old)) {
                rows.add(Row.translated(item, at.pointer(), old, now, what + " is called so since Postman 2.0"));
            }
        }
    }

    /// All texts of a part of the result.
    private static final class Present {

        private final Set<String> texts = new HashSet<>();

        Present(Map<String, Object> tree) {
            for (var leaf : Tracked.of(tree).unread()) {
                texts.add(leaf.text().strip());
            }
        }

        boolean holds(Tracked left, String[] steps) {
            var last = steps[steps.length - 1];
            if (last.equals("enabled") || last.equals("disabled") && steps.length > 1 && !steps[0].equals("events")) {
                return true;
            }
            var text = String.valueOf(left.peek()).strip();
            return texts.contains(text) || text.isEmpty() || left.isText() && (lines(text) || headers(steps, text) || pairs(steps, text));
        }

        private boolean lines(String text) {
            return text.contains("\n") && text.lines().allMatch(line -> line.isBlank() || texts.contains(line.strip()));
        }

        /// Header lines in one text, as old files have them.
        private boolean headers(String[] steps, String text) {
            return steps[steps.length - 1].equals("headers") && Rows.headerLines(text).stream().allMatch(e -> has(e.key()) && has(e.value()));
        }

        /// A form in one text.
        private boolean pairs(String[] steps, String text) {
            return steps[steps.length - 1].equals("data") && RequestUrl.parse("?" + text).entries().stream().allMatch(e -> has(e.key()) && has(e.value()));
        }

        private boolean has(String text) {
            return text.isBlank() || texts.contains(text.strip());
        }
    }
}
