package dev.posthorn.formats;

import dev.posthorn.model.Body;
import dev.posthorn.tree.Elements;
import dev.posthorn.tree.Fields;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;

/// Writes an edited body into a request. A change of the mode takes the data of the old mode away.
final class BodyEdit {

    private BodyEdit() {}

    static void apply(Fields request, Body before, Body after, String source) {
        if (before.equals(after)) {
            return;
        }
        if (after instanceof Body.None) {
            request.remove("body");
            return;
        }
        var old = request.json("body");
        var body = request.object("body");
        body.remove("disabled");
        if (!before.mode().equals(after.mode())) {
            if (!(before instanceof Body.None)) {
                body.remove(before.mode());
            }
            body.put("mode", after.mode());
        }
        switch (after) {
            case Body.None _ -> { }
            case Body.Raw raw -> raw(body, raw, old);
            case Body.UrlEncoded form -> {
                RowEdit.entries(body, "urlencoded", Rows.entries(body.json("urlencoded"), source), form.fields());
                ensureList(body, "urlencoded");
            }
            case Body.FormData form -> {
                RowEdit.parts(body, Rows.parts(body.json("formdata"), source), form.parts());
                ensureList(body, "formdata");
            }
            case Body.Binary binary -> {
                body.object("file").put("src", binary.source());
                if (!binary.content().isEmpty()) {
                    body.object("file").put("content", binary.content());
                }
            }
            case Body.GraphQl graphql -> graphQl(body.object("graphql"), graphql);
        }
    }

    private static void ensureList(Fields body, String key) {
        if (!body.has(key)) {
            body.put(key, Elements.of(null));
        }
    }

    private static void raw(Fields body, Body.Raw raw, Json old) {
        text(body, "raw", raw.text());
        var language = old instanceof Json.Obj object ? new Body.Raw("", PostmanBody.language(object)).language() : "text";
        if (!language.equals(raw.language())) {
            body.object("options").object("raw").put("language", raw.language());
        }
    }

    private static void graphQl(Fields graphql, Body.GraphQl body) {
        text(graphql, "query", body.query());
        if (graphql.has("variables") || !body.variables().isEmpty()) {
            text(graphql, "variables", body.variables());
        }
        if (graphql.has("operationName") || !body.operationName().isEmpty()) {
            if (!(graphql.get("operationName") instanceof Json.Null && body.operationName().isEmpty())) {
                graphql.put("operationName", body.operationName());
            }
        }
    }

    /// A value that stands in the file as JSON, not as a text, stays JSON as long as the text is.
    private static void text(Fields parent, String key, String text) {
        if (parent.get(key) instanceof Json.Obj || parent.get(key) instanceof Json.Arr) {
            try {
                var json = JsonReader.read(text);
                if (json instanceof Json.Obj || json instanceof Json.Arr) {
                    parent.put(key, new Fields.RawJson(text.strip()));
                    return;
                }
            } catch (JsonProblem e) {
                // No JSON any more: it becomes a text.
            }
        }
        if (!(parent.get(key) instanceof Json.Null && text.isEmpty())) {
            parent.put(key, text);
        }
    }
}
