package dev.posthorn.imports.hoppscotch;

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

/// Hoppscotch's bodies. Files are not in its exports: a part that was a file asks for it again.
final class HoppscotchBody {

    private final Ledger ledger;

    HoppscotchBody(Ledger ledger) {
        this.ledger = ledger;
    }

    Body read(Tracked body) {
        if (body.isText()) {
            return new Body.Raw(ledger.text(body), "text");
        }
        var type = body.text("contentType");
        var content = body.get("body");
        return switch (type) {
            case "" -> Body.none();
            case "application/x-www-form-urlencoded" -> new Body.UrlEncoded(lines(content));
            case "multipart/form-data" -> {
                body.skip("showIndividualContentType");
                yield new Body.FormData(parts(content));
            }
            case "application/octet-stream", "binary" -> new Body.Binary("");
            default -> Bodies.raw(ledger.text(content), type);
        };
    }

    /// A header for a media type that Postman would not send by itself for this body.
    List<Entry> typed(Tracked body, List<Entry> headers) {
        var type = body.get("contentType");
        if (type.isText() && !Bodies.automatic(type.text()) && !type.text().equals("binary")) {
            var typed = Bodies.typed(headers, type.text());
            if (typed.size() > headers.size()) {
                ledger.translated(type, "contentType " + type.text(), "header Content-Type", "Postman has no body of this type of its own");
            }
            return typed;
        }
        return headers;
    }

    /// A line is `name: value`, switched off by `#` before it; either side may stand in double quotes, as in JSON.
    private List<Entry> lines(Tracked content) {
        if (content.isList()) {
            return Pairs.read(content, ledger);
        }
        var rows = new ArrayList<Entry>();
        for (var line : ledger.text(content).lines().filter(l -> !l.isBlank()).toList()) {
            var stripped = line.strip();
            var off = stripped.startsWith("#");
            var pair = off ? stripped.substring(1).strip() : stripped;
            var colon = colon(pair);
            rows.add(Entry.of(unquoted(colon < 0 ? pair : pair.substring(0, colon)), colon < 0 ? "" : unquoted(pair.substring(colon + 1))).withEnabled(!off));
        }
        return rows;
    }

    /// The colon between name and value: the first one outside quotes.
    private static int colon(String pair) {
        if (!pair.startsWith("\"")) {
            return pair.indexOf(':');
        }
        for (var i = 1; i < pair.length(); i++) {
            if (pair.charAt(i) == '\\') {
                i++;
            } else if (pair.charAt(i) == '"') {
                return pair.indexOf(':', i);
            }
        }
        return pair.indexOf(':');
    }

    private static String unquoted(String side) {
        var text = side.strip();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            try {
                return JsonReader.read(text) instanceof Json.Text string ? string.value() : text;
            } catch (JsonProblem e) {
                return text;
            }
        }
        return text;
    }

    private List<Part> parts(Tracked content) {
        var parts = new ArrayList<Part>();
        for (var row : content.list()) {
            var file = row.flag("isFile") || row.get("value").isList();
            parts.add(new Part(Pairs.entry(row, ledger), file, List.of(), row.text("contentType")));
            if (file) {
                ledger.noted(row.get("key"), "file", "Hoppscotch does not export which file it was: choose it again");
            }
        }
        return parts;
    }
}
