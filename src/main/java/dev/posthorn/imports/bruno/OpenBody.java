package dev.posthorn.imports.bruno;

import dev.posthorn.imports.foreign.Bodies;
import dev.posthorn.imports.foreign.Ledger;
import dev.posthorn.imports.foreign.Pairs;
import dev.posthorn.model.Body;
import dev.posthorn.model.Entry;
import dev.posthorn.model.Part;
import dev.posthorn.tree.JsonWriter;
import dev.posthorn.tree.Tracked;
import java.util.ArrayList;
import java.util.List;

/// The bodies of OpenCollection.
final class OpenBody {

    private static final String SPARQL = "application/sparql-query";

    private final Ledger ledger;

    OpenBody(Ledger ledger) {
        this.ledger = ledger;
    }

    Body read(Tracked body) {
        var data = body.get("data");
        return switch (body.text("type")) {
            case "", "none" -> Body.none();
            case "graphql" -> graphql(body);
            case "form-urlencoded" -> new Body.UrlEncoded(Pairs.read(data, ledger));
            case "multipart-form" -> new Body.FormData(parts(data));
            case "file" -> file(data);
            case String type -> Bodies.raw(data.isObject() || data.isList() ? JsonWriter.pretty(data.value()).strip() : ledger.text(data), type.equals("sparql") ? "text" : type);
        };
    }

    Body graphql(Tracked body) {
        var variables = body.get("variables");
        return new Body.GraphQl(ledger.text(body.get("query")), variables.isObject() ? JsonWriter.pretty(variables.value()).strip() : ledger.text(variables), "");
    }

    /// SPARQL is sent with its own media type, which a text body of Postman's is not.
    List<Entry> typed(Tracked body, List<Entry> headers) {
        if (!body.text("type").equals("sparql")) {
            return headers;
        }
        ledger.translated(body.get("type"), "a SPARQL body", "a text body with the header Content-Type", "Postman has no body of this type of its own");
        return Bodies.typed(headers, SPARQL);
    }

    private List<Part> parts(Tracked data) {
        var parts = new ArrayList<Part>();
        for (var row : data.list()) {
            var file = row.text("type").equals("file") || row.get("value").isList();
            var names = file ? row.get("value").isList() ? row.list("value").stream().map(ledger::text).filter(n -> !n.isEmpty()).toList() : List.of(ledger.text(row.get("value"))) : List.<String>of();
            var entry = Pairs.entry(row, ledger);
            parts.add(new Part(file ? entry.withValue("") : entry, file, names, row.text("contentType")));
        }
        return parts;
    }

    /// Of several files the one that is selected is sent.
    private Body file(Tracked data) {
        var rows = data.list();
        for (var row : rows) {
            if (rows.size() == 1 || row.flag("selected")) {
                row.skip("selected");
                return new Body.Binary(ledger.text(row.get("filePath")));
            }
        }
        return new Body.Binary("");
    }

    /// The media type of the selected file.
    List<Entry> fileType(Tracked body, List<Entry> headers) {
        if (!body.text("type").equals("file")) {
            return headers;
        }
        var rows = body.list("data");
        for (var row : rows) {
            var type = row.get("contentType");
            if ((rows.size() == 1 || row.flag("selected")) && type.isText() && !type.text().isEmpty()) {
                ledger.translated(type, "content type of the file", "header Content-Type", "a Postman file has none of its own");
                return Bodies.typed(headers, type.text());
            }
        }
        return headers;
    }
}
