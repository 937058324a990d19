package dev.posthorn.imports.http;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Environment;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;

/// Opens the environments of `.http` files: IntelliJ's `http-client.env.json` and `http-client.private.env.json`, and those in the settings of VS Code.
public final class HttpEnvironments implements Importer {

    private static final String SETTINGS = "rest-client.environmentVariables";

    @Override
    public String name() {
        return "HTTP file environments";
    }

    /// Such a file has nothing that names its kind but its own name: every member is an object with values.
    @Override
    public boolean recognises(Document document) {
        var root = document.root();
        if (root.object(SETTINGS) != null) {
            return true;
        }
        var named = document.file().getFileName() != null && document.file().getFileName().toString().endsWith(".env.json");
        return named && !root.members().isEmpty() && root.members().stream().allMatch(m -> m.value() instanceof Json.Obj);
    }

    @Override
    public ReadResult read(Document document) {
        var tree = Tracked.of(document.root().plain());
        var secret = document.file().getFileName().toString().contains(".private.");
        var root = tree.has(SETTINGS) ? tree.get(SETTINGS) : tree;
        var parts = root.keys().stream().map(name -> (ReadResult) environment(name, root.get(name), secret)).toList();
        return parts.size() == 1 ? parts.getFirst() : new ReadResult.OfSeveral(name(), parts);
    }

    private ReadResult.OfEnvironment environment(String name, Tracked values, boolean secret) {
        var rows = new ArrayList<Report.Row>();
        var entries = new ArrayList<Entry>();
        for (var key : values.keys()) {
            var value = values.get(key);
            if (value.isObject() || value.isList()) {
                rows.add(Report.Row.aside(name, value.pointer(), key, key.equals("SSLConfiguration") ? "certificates are settings of the workspace, by host"
                        : key.equals("Security") ? "logins are authorizations of requests here" : "the value of a variable is a text"));
            } else {
                entries.add(Entry.of(key, new Templates(rows).translated(value.text(), name, value.pointer())).withSecret(secret));
            }
        }
        rows.add(Report.Row.kept(name, values.pointer(), entries.size()));
        return new ReadResult.OfEnvironment(name(), new Environment(name, false, entries), new Report(List.copyOf(rows)));
    }
}
