package dev.posthorn.exports;

import dev.posthorn.formats.Report;
import dev.posthorn.model.BadItem;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.OtherItem;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Writes down what an export leaves out or changes, each thing once.
final class ExportRows {

    private final Set<Report.Row> rows = new LinkedHashSet<>();

    void translated(String item, String pointer, String from, String to, String reason) {
        rows.add(Report.Row.translated(item, pointer, from, to, reason));
    }

    void aside(String item, String pointer, String from, String reason) {
        rows.add(Report.Row.aside(item, pointer, from, reason));
    }

    void kept(String item, String pointer, int count) {
        rows.add(Report.Row.kept(item, pointer, count));
    }

    Report report() {
        return new Report(new ArrayList<>(rows));
    }

    /// Rows for the scripts, settings and variables of all levels and for items of other kinds, which descriptions and documentation have no place for.
    ///
    /// @param form as the sentence says it: "an OpenAPI description"
    void noPlace(Collection collection, String form) {
        level("", "", collection.scripts(), collection.settings(), form);
        items(collection.items(), "", form);
    }

    private void items(List<Item> items, String above, String form) {
        for (var item : items) {
            var path = above.isEmpty() ? item.name() : above + " / " + item.name();
            switch (item) {
                case Folder folder -> {
                    level(path, folder.id(), folder.scripts(), folder.settings(), form);
                    folder.variables().forEach(v -> aside(path, folder.id() + "/variable", "the folder's variable " + v.key(), form + " has no variables of a folder"));
                    items(folder.items(), path, form);
                }
                case RequestItem request -> level(path, request.id(), request.request().scripts(), request.request().settings(), form);
                case OtherItem other -> aside(path, other.id(), "an item of the kind " + other.kind(), form + " holds HTTP requests only");
                case BadItem bad -> aside(path, bad.id(), "an item that cannot be read", bad.sentence());
            }
        }
    }

    private void level(String path, String id, List<Script> scripts, Settings settings, String form) {
        for (var script : scripts.stream().filter(s -> !s.code().isEmpty()).toList()) {
            aside(path, id + "/event", script.phase() == Script.Phase.TEST ? "a test script" : "a pre-request script", form + " has no place for scripts");
        }
        settings.values().keySet().forEach(key -> aside(path, id + "/protocolProfileBehavior/" + key, "the setting " + key, form + " has no place for settings"));
    }
}
