package dev.posthorn.store;

import dev.posthorn.model.Auth;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.model.Request;
import dev.posthorn.model.Script;
import dev.posthorn.model.Settings;
import dev.posthorn.tree.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A request as plain JSON with nothing left out, as drafts and versions keep it: read back, it equals what was written. Not a form of Postman's,
/// which has no place for empty rows, for instance.
final class RequestRecord {

    private RequestRecord() {}

    /// Plain Java for `JsonWriter`.
    static Map<String, Object> of(Request request) {
        var map = new LinkedHashMap<String, Object>();
        map.put("method", request.method());
        map.put("url", request.url());
        map.put("query", rows(request.query()));
        map.put("path", rows(request.pathVariables()));
        map.put("headers", rows(request.headers()));
        map.put("body", body(request.body()));
        map.put("auth", auth(request.auth()));
        map.put("scripts", scripts(request.scripts()));
        map.put("settings", request.settings().values());
        map.put("description", request.description());
        return map;
    }

    static Map<String, Object> auth(Auth auth) {
        return Map.of("type", auth.type(), "values", auth.values());
    }

    static List<Object> scripts(List<Script> scripts) {
        return scripts.stream().map(s -> (Object) List.of(s.phase().name(), s.code())).toList();
    }

    private static List<Object> rows(List<Entry> entries) {
        return entries.stream().map(RequestRecord::row).map(Object.class::cast).toList();
    }

    static List<Object> row(Entry entry) {
        return List.of(entry.key(), entry.value(), entry.description(), entry.enabled(), entry.secret());
    }

    private static Map<String, Object> body(Body body) {
        var map = new LinkedHashMap<String, Object>();
        map.put("mode", body.mode());
        switch (body) {
            case Body.None _ -> { }
            case Body.Raw(var text, var language) -> {
                map.put("text", text);
                map.put("language", language);
            }
            case Body.UrlEncoded(var fields) -> map.put("fields", rows(fields));
            case Body.FormData(var parts) -> map.put("parts", parts.stream().map(p -> List.of(row(p.entry()), p.file(), p.files(), p.contentType(), p.fileName())).toList());
            case Body.Binary(var source, var content) -> {
                map.put("source", source);
                map.put("content", content);
            }
            case Body.GraphQl(var query, var variables, var operation) -> {
                map.put("query", query);
                map.put("variables", variables);
                map.put("operation", operation);
            }
        }
        return map;
    }

    /// What is missing is empty: a later version of the program may have written less.
    static Request read(Json.Obj record) {
        return new Request(record.text("method"), record.text("url"), entries(record, "query"), entries(record, "path"), entries(record, "headers"),
                body(record.object("body")), auth(record.object("auth")), scripts(record),
                new Settings(record.object("settings") == null ? Map.of() : record.object("settings").map()), record.text("description"));
    }

    private static List<Entry> entries(Json.Obj record, String key) {
        return each(record.list(key), RequestRecord::entry);
    }

    private static <T> List<T> each(List<Json> elements, Function<List<Json>, T> row) {
        var rows = new ArrayList<T>();
        for (var element : elements) {
            if (element instanceof Json.Arr array) {
                rows.add(row.apply(array.elements()));
            }
        }
        return rows;
    }

    static Entry entry(List<Json> cells) {
        return new Entry(text(cells, 0), text(cells, 1), text(cells, 2), flag(cells, 3), flag(cells, 4));
    }

    private static String text(List<Json> cells, int index) {
        return index < cells.size() && cells.get(index) instanceof Json.Text text ? text.value() : "";
    }

    private static boolean flag(List<Json> cells, int index) {
        return index < cells.size() && cells.get(index) instanceof Json.Flag flag && flag.on();
    }

    private static List<Json> list(List<Json> cells, int index) {
        return index < cells.size() && cells.get(index) instanceof Json.Arr array ? array.elements() : List.of();
    }

    static Auth auth(Json.Obj auth) {
        return auth == null ? Auth.INHERIT : new Auth(auth.text("type"), auth.object("values") == null ? Map.of() : auth.object("values").map());
    }

    static List<Script> scripts(Json.Obj record) {
        return each(record.list("scripts"), cells -> new Script(text(cells, 0).equals(Script.Phase.TEST.name()) ? Script.Phase.TEST
                : Script.Phase.PRE_REQUEST, text(cells, 1)));
    }

    private static Body body(Json.Obj body) {
        return switch (body == null ? "none" : body.text("mode")) {
            case "raw" -> new Body.Raw(body.text("text"), body.text("language"));
            case "urlencoded" -> new Body.UrlEncoded(entries(body, "fields"));
            case "formdata" -> new Body.FormData(each(body.list("parts"), cells -> new Part(entry(list(cells, 0)), flag(cells, 1),
                    list(cells, 2).stream().filter(Json.Text.class::isInstance).map(f -> ((Json.Text) f).value()).toList(), text(cells, 3), text(cells, 4))));
            case "file" -> new Body.Binary(body.text("source"), body.text("content"));
            case "graphql" -> new Body.GraphQl(body.text("query"), body.text("variables"), body.text("operation"));
            default -> Body.none();
        };
    }
}
