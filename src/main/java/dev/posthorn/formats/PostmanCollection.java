package dev.posthorn.formats;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Collection;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Example;
import dev.posthorn.model.Folder;
import dev.posthorn.model.Header;
import dev.posthorn.model.Item;
import dev.posthorn.model.Level;
import dev.posthorn.model.Request;
import dev.posthorn.model.RequestItem;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads Postman 2.1 and 2.0 collections. An item's id is its place in the file as a JSON pointer (RFC 6901): `/item/3/item/0`.
///
/// 1. What is missing, null or of another type is read as empty: only a tree that is no tree stops the reading.
/// 2. An item with `item` is a folder, every other one a request.
public final class PostmanCollection {

    /// Folders in folders are read to this depth.
    public static final int DEPTH = 1_000;

    private final String source;

    private PostmanCollection(String source) {
        this.source = source;
    }

    /// @param source  the text that `root` was read from
    /// @param pointer where `root` stands in the file: "" or "/collection"
    public static Collection read(Json.Obj root, String source, String pointer) throws NotACollection {
        return new PostmanCollection(source).collection(root, pointer);
    }

    /// A request item that stands alone, as the history keeps it.
    public static RequestItem readItem(Json.Obj item, String source) {
        return new PostmanCollection(source).requestItem(item, "");
    }

    public static Request readRequest(Json.Obj item, String source) {
        return new PostmanCollection(source).request(item);
    }

    /// What a folder, or the collection itself (`top`), sets for all below it.
    static Level readLevel(Json.Obj level, String source, boolean top) {
        var info = top ? level.object("info") : null;
        var entries = Rows.rows(Rows.entries(level.get("variable"), source));
        return new Level(Rows.description(info == null ? level : info), PostmanAuth.read(level.get("auth"), top ? Auth.NONE : Auth.INHERIT), entries,
                PostmanScripts.read(level.get("event")), settings(level));
    }

    private Collection collection(Json.Obj root, String pointer) throws NotACollection {
        var info = root.object("info");
        var name = info == null ? root.text("name") : info.text("name");
        return new Collection(name.isEmpty() ? "Unnamed collection" : name, info == null ? Rows.description(root) : Rows.description(info),
                PostmanAuth.read(root.get("auth"), Auth.NONE), entries(root.get("variable")), PostmanScripts.read(root.get("event")),
                settings(root), items(root, pointer, 0));
    }

    private List<Item> items(Json.Obj parent, String pointer, int depth) throws NotACollection {
        var list = parent.get("item");
        if (list == null || list instanceof Json.Null) {
            return List.of();
        }
        if (!(list instanceof Json.Arr array)) {
            if (depth > 0) {
                return List.of();
            }
            throw new NotACollection("the field \"item\" must be a list of requests and folders", list.start());
        }
        if (depth > DEPTH) {
            throw new NotACollection("its folders are nested more than " + DEPTH + " deep", list.start());
        }
        var items = new ArrayList<Item>();
        for (var i = 0; i < array.elements().size(); i++) {
            if (array.elements().get(i) instanceof Json.Obj item) {
                var id = pointer + "/item/" + i;
                items.add(item.has("item") ? folder(item, id, items(item, id, depth + 1)) : requestItem(item, id));
            }
        }
        return items;
    }

    private Folder folder(Json.Obj item, String id, List<Item> below) {
        var name = item.text("name");
        return new Folder(id, name.isEmpty() ? "Unnamed folder" : name, Rows.description(item), PostmanAuth.read(item.get("auth"), Auth.INHERIT),
                entries(item.get("variable")), PostmanScripts.read(item.get("event")), settings(item), below);
    }

    private RequestItem requestItem(Json.Obj item, String id) {
        var request = request(item);
        var name = item.text("name");
        if (name.isEmpty()) {
            name = request.url().isEmpty() ? "Unnamed request" : request.url();
        }
        return new RequestItem(id, name, request, item.list("response").stream()
                .filter(Json.Obj.class::isInstance).map(r -> example((Json.Obj) r)).toList());
    }

    private Request request(Json.Obj item) {
        return switch (item.get("request")) {
            case Json.Obj request -> request(request, item);
            case Json.Text url -> {
                var address = PostmanUrl.plain(url.value());
                yield complete(new Request("GET", address.text(), address.query(), List.of(), List.of(), Body.none(), Auth.INHERIT, List.of(),
                        Settings.NONE, Rows.description(item)), item);
            }
            case null, default -> complete(Request.blank().withDescription(Rows.description(item)), item);
        };
    }

    private Request request(Json.Obj request, Json.Obj item) {
        var method = request.text("method");
        var address = PostmanUrl.read(request.get("url"), source);
        var description = request.has("description") ? Rows.description(request) : Rows.description(item);
        return complete(new Request(method.isEmpty() ? "GET" : method, address.text(), address.query(), address.variables(),
                headers(request.get("header")), PostmanBody.read(request.get("body"), source), PostmanAuth.read(request.get("auth"), Auth.INHERIT),
                List.of(), Settings.NONE, description), item);
    }

    /// Scripts and settings stand beside the request, not in it.
    private static Request complete(Request request, Json.Obj item) {
        return request.withScripts(PostmanScripts.read(item.get("event"))).withSettings(settings(item));
    }

    private List<Entry> headers(Json header) {
        return header instanceof Json.Text lines ? Rows.headerLines(lines.value()) : entries(header);
    }

    private List<Entry> entries(Json list) {
        return Rows.rows(Rows.entries(list, source));
    }

    public static Settings settings(Json.Obj level) {
        var values = new LinkedHashMap<String, Object>();
        var switches = level.object("protocolProfileBehavior");
        if (switches != null) {
            switches.members().forEach(m -> values.put(m.key().value(), m.value().plain()));
        }
        return new Settings(values);
    }

    private Example example(Json.Obj response) {
        var original = response.object("originalRequest");
        var request = original == null ? null : request(original, original);
        var headers = headers(response.get("header")).stream().map(e -> new Header(e.key(), e.value())).toList();
        var code = response.text("code");
        var name = response.text("name");
        return new Example(name.isEmpty() ? "Example" : name, request, code.matches("\\d{1,3}") ? Integer.parseInt(code) : 0,
                response.text("status"), headers, Rows.value(response.get("body"), source));
    }
}
