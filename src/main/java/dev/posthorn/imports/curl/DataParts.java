package dev.posthorn.imports.curl;

import dev.posthorn.model.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The pieces of a body that `-d` and its kin give, put together as curl does: with `&` between them, JSON pieces without.
final class DataParts {

    /// `file` is null for a text.
    private record Piece(String text, String file, boolean json, boolean stripped, int offset) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Ledger ledger;
    private final String input;

    /// @param input what `@-` stands for; null where nothing is piped in
    DataParts(Ledger ledger, String input) {
        this.ledger = ledger;
        this.input = input;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /// @param option data, data-ascii, data-raw, data-binary, data-urlencode or json
    void add(String option, String value, int offset) {
        if (option.equals("data-urlencode")) {
            urlEncoded(value, offset);
        } else if (value.startsWith("@") && !option.equals("data-raw")) {
            file(value.substring(1), option.equals("json"), option.equals("data") || option.equals("data-ascii"), offset);
        } else {
            pieces.add(new Piece(value, null, option.equals("json"), false, offset));
        }
    }

    /// `content`, `=content`, `name=content`, `@file`, `name@file`.
    private void urlEncoded(String value, int offset) {
        var equals = value.indexOf('=');
        var at = value.indexOf('@');
        if (equals >= 0 && (at < 0 || equals < at)) {
            var name = value.substring(0, equals);
            pieces.add(new Piece((name.isEmpty() ? "" : name + "=") + Percent.plus(value.substring(equals + 1)), null, false, false, offset));
        } else if (at >= 0) {
            var name = value.substring(0, at);
            if (value.substring(at + 1).equals("-") && input != null) {
                pieces.add(new Piece((name.isEmpty() ? "" : name + "=") + Percent.plus(input), null, false, false, offset));
            } else {
                ledger.aside(offset, "--data-urlencode " + value, "the file is not read at import: put its text into the body");
            }
        } else {
            pieces.add(new Piece(Percent.plus(value), null, false, false, offset));
        }
    }

    private void file(String name, boolean json, boolean stripped, int offset) {
        if (!name.equals("-")) {
            pieces.add(new Piece("", name, json, stripped, offset));
        } else if (input == null) {
            ledger.aside(offset, "--data @-", "what would be typed or piped in is not known: put it into the body");
        } else {
            pieces.add(new Piece(stripped ? input.replaceAll("[\r\n\0]", "") : input, null, json, false, offset));
        }
    }

    /// All texts in one; files are left out, with a row each.
    String text() {
        var out = new StringBuilder();
        for (var piece : pieces) {
            if (piece.file() != null) {
                ledger.aside(piece.offset(), "--data @" + piece.file(), "a body is one text or one file: put the text of the file into it");
                continue;
            }
            out.append(out.isEmpty() || piece.json() ? "" : "&").append(piece.text());
        }
        return out.toString();
    }

    /// @param contentType what the request says of it, empty for nothing
    Body body(String contentType) {
        if (pieces.size() == 1 && pieces.getFirst().file() instanceof String file) {
            if (pieces.getFirst().stripped()) {
                ledger.translated(pieces.getFirst().offset(), "--data @" + file, "the file as it is", "curl would take the line ends out of it");
            }
            return new Body.Binary(file);
        }
        var text = text();
        if (text.isEmpty()) {
            return Body.none();
        }
        var type = contentType.toLowerCase(Locale.ROOT);
        var fields = Percent.fields(text);
        return type.contains("x-www-form-urlencoded") && fields.isPresent() ? new Body.UrlEncoded(fields.get()) : new Body.Raw(text, language(type, text));
    }

    private static String language(String type, String text) {
        var start = text.stripLeading();
        return type.contains("json") || type.contains("urlencoded") && (start.startsWith("{") || start.startsWith("[")) ? "json"
                : type.contains("html") ? "html" : type.contains("xml") ? "xml" : type.contains("javascript") ? "javascript" : "text";
    }
}
