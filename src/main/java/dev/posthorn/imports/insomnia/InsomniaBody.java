package dev.posthorn.imports.insomnia;

import dev.posthorn.imports.foreign.Bodies;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.imports.foreign.Pairs;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.tree.Json;
import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;

/// Insomnia's bodies, told by their media type.
final class InsomniaBody {

    private final Ledger ledger;

    InsomniaBody(Ledger ledger) {
        this.ledger = ledger;
    }

    /// @param type the media type that the headers say, for the bodies of the first versions, which are bare texts
    Body read(Tracked body, String type) {
        if (body.isText()) {
            var text = ledger.text(body);
            return text.isEmpty() ? Body.none() : Bodies.raw(text, type);
        }
        var mime = body.text("mimeType");
        if (mime.startsWith("application/x-www-form-urlencoded") && !body.list("params").isEmpty()) {
            return new Body.UrlEncoded(rows(body));
        }
        if (mime.startsWith("multipart/form-data")) {
            return new Body.FormData(parts(body));
        }
        if (!body.text("fileName").isEmpty()) {
            return new Body.Binary(ledger.text(body.get("fileName")));
        }
        if (mime.startsWith("application/graphql")) {
            return graphql(body.get("text"));
        }
        if (body.get("text").absent()) {
            return body.list("params").isEmpty() ? Body.none() : new Body.UrlEncoded(rows(body));
        }
        return Bodies.raw(ledger.text(body.get("text")), mime.isEmpty() ? type : mime);
    }

    /// Adds the media type as a header where Postman would not send it by itself.
    List<Entry> typed(Tracked body, List<Entry> headers) {
        var mime = body.get("mimeType");
        if (body.isText() || !mime.isText() || Bodies.automatic(mime.text())) {
            return headers;
        }
        var typed = Bodies.typed(headers, mime.text());
        if (typed.size() > headers.size()) {
            ledger.translated(mime, "mimeType " + mime.text(), "header Content-Type", "Postman has no body of this type of its own");
        }
        return typed;
    }

    private List<Entry> rows(Tracked body) {
        body.list("params").forEach(p -> p.skip("multiline"));
        return Pairs.read(body.get("params"), ledger);
    }

    private List<Part> parts(Tracked body) {
        var parts = new ArrayList<Part>();
        for (var row : body.list("params")) {
            row.skip("multiline");
            var file = row.text("type").equals("file");
            var name = file ? ledger.text(row.get("fileName")) : "";
            var entry = Pairs.entry(row, ledger);
            if (!entry.blank() || file) {
                parts.add(new Part(file ? entry.withValue("") : entry, file, name.isEmpty() ? List.of() : List.of(name), ""));
            }
        }
        return parts;
    }

    /// The text is JSON with query, variables and operationName; while it is typed it may be the query alone.
    private Body graphql(Tracked text) {
        var source = text.text();
        try {
            if (JsonReader.read(source) instanceof Json.Obj call) {
                var variables = switch (call.get("variables")) {
                    case null -> "";
                    case Json.Text string -> string.value();
                    case Json.Null _ -> "";
                    case Json other -> source.substring(other.start(), other.end());
                };
                ledger.translated(text, "one JSON text", "query, variables and operation", "");
                return new Body.GraphQl(ledger.templated(text, call.text("query")), ledger.templated(text, variables), call.text("operationName"));
            }
        } catch (JsonProblem e) {
            // Templates may stand where no JSON is: the text is the query then.
        }
        return new Body.GraphQl(ledger.text(text), "", "");
    }
}
