package dev.posthorn.imports;

import dev.posthorn.formats.Document;
import dev.posthorn.formats.Importer;
import dev.posthorn.formats.NotACollection;
import dev.posthorn.formats.PostmanCollection;
import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Rows;
import dev.posthorn.formats.Stranger;
import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Item;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.RequestUrl;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Opens Hoppscotch collections: requests with their parameters, headers, text body, scripts and the simple authorizations.
final class Hoppscotch implements Importer {

    @Override
    public String name() {
        return "Hoppscotch";
    }

    @Override
    public boolean recognises(Document document) {
        var root = document.root();
        return root.get("folders") instanceof Json.Arr && root.get("requests") instanceof Json.Arr && root.has("v") && !root.has("order");
    }

    @Override
    public ReadResult read(Document document) {
        var root = document.root();
        try {
            return new ReadResult.OfCollection(name(), new Collection(root.text("name"), root.text("description"), auth(root, Auth.NONE),
                    List.of(), List.of(), Settings.NONE, items(root, "", 0, document.text())));
        } catch (NotACollection e) {
            return Stranger.broken(document, e);
        }
    }

    private static List<Item> items(Json.Obj parent, String pointer, int depth, String source) throws NotACollection {
        if (depth > PostmanCollection.DEPTH) {
            throw new NotACollection("its folders are nested more than " + PostmanCollection.DEPTH + " deep", parent.start());
        }
        var items = new ArrayList<Item>();
        for (var i = 0; i < parent.list("folders").size(); i++) {
            if (parent.list("folders").get(i) instanceof Json.Obj folder) {
                var id = pointer + "/folders/" + i;
                items.add(new Folder(id, folder.text("name"), folder.text("description"), auth(folder, Auth.INHERIT), List.of(), List.of(),
                        Settings.NONE, items(folder, id, depth + 1, source)));
            }
        }
        for (var i = 0; i < parent.list("requests").size(); i++) {
            if (parent.list("requests").get(i) instanceof Json.Obj request) {
                items.add(new RequestItem(pointer + "/requests/" + i, request.text("name"), request(request, source), List.of()));
            }
        }
        return items;
    }

    private static Request request(Json.Obj object, String source) {
        var params = rows(object, "params", source);
        var url = RequestUrl.parse(object.text("endpoint"));
        var all = new ArrayList<>(url.entries());
        all.addAll(params);
        var scripts = new ArrayList<Script>();
        if (!object.text("preRequestScript").isEmpty()) {
            scripts.add(new Script(Script.Phase.PRE_REQUEST, object.text("preRequestScript")));
        }
        if (!object.text("testScript").isEmpty()) {
            scripts.add(new Script(Script.Phase.TEST, object.text("testScript")));
        }
        return new Request(object.text("method").isEmpty() ? "GET" : object.text("method"), url.withEntries(all).toString(), all, List.of(),
                rows(object, "headers", source), body(object.object("body"), source), auth(object, Auth.INHERIT), scripts, Settings.NONE,
                object.text("description"));
    }

    private static List<Entry> rows(Json.Obj object, String key, String source) {
        var rows = new ArrayList<Entry>();
        for (var element : object.list(key)) {
            if (element instanceof Json.Obj row) {
                rows.add(Rows.entry(row, source).withEnabled(!row.text("active").equals("false")));
            }
        }
        return rows;
    }

    private static Body body(Json.Obj body, String source) {
        if (body == null || body.text("contentType").isEmpty()) {
            return Body.none();
        }
        return switch (body.text("contentType")) {
            case "application/x-www-form-urlencoded" -> new Body.UrlEncoded(body.text("body").lines().filter(l -> !l.isBlank())
                    .map(l -> l.split(":", 2)).map(p -> Entry.of(p[0].strip(), p.length > 1 ? p[1].strip() : "")).toList());
            case "multipart/form-data" -> new Body.FormData(Rows.rows(Rows.parts(body.get("body"), source)));
            case String type -> new Body.Raw(body.text("body"), type.contains("json") ? "json" : type.contains("xml") ? "xml" : type.contains("html") ? "html" : "text");
        };
    }

    private static Auth auth(Json.Obj level, Auth absent) {
        var auth = level.object("auth");
        if (auth == null || !auth.flag("authActive")) {
            return auth == null ? absent : Auth.NONE;
        }
        return switch (auth.text("authType")) {
            case "basic" -> new Auth("basic", Map.of("username", auth.text("username"), "password", auth.text("password")));
            case "bearer" -> new Auth("bearer", Map.of("token", auth.text("token")));
            case "api-key" -> new Auth("apikey", Map.of("key", auth.text("key"), "value", auth.text("value"),
                    "in", auth.text("addTo").toLowerCase(java.util.Locale.ROOT).contains("query") ? "query" : "header"));
            case "inherit" -> absent;
            default -> Auth.NONE;
        };
    }
}
