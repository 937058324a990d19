package dev.posthorn.odata.query;

import java.util.ArrayList;
import java.util.List;

/// A related thing that shall come along.
///
/// @param path    the navigation property, or a path to it; in v4 also `*`, and with `/$ref` or `/$count` at its end
/// @param options what is wanted of it; v4 alone can say all of them, v2 and v3 `select` and `expand`
public record Expand(String path, Options options) {

    public Expand(String path) {
        this(path, Options.NONE);
    }

    /// Reads the text of a `$expand`.
    static List<Expand> read(String text, int depth) {
        var expands = new ArrayList<Expand>();
        for (var piece : Pieces.of(text, ',')) {
            var open = piece.text().indexOf('(');
            if (piece.text().isEmpty()) {
                continue;
            }
            if (open < 0 || !piece.text().endsWith(")") || depth > Options.DEEPEST) {
                expands.add(new Expand(piece.text()));
            } else {
                var inner = piece.text().substring(open + 1, piece.text().length() - 1);
                expands.add(new Expand(piece.text().substring(0, open).strip(), nested(inner, depth)));
            }
        }
        return expands;
    }

    private static Options nested(String text, int depth) {
        var options = Options.NONE;
        for (var piece : Pieces.of(text, ';')) {
            var equals = piece.text().indexOf('=');
            if (equals > 0) {
                options = options.with(piece.text().substring(0, equals).strip(), piece.text().substring(equals + 1).strip(), depth + 1);
            }
        }
        return options;
    }

    /// As v4 writes it.
    @Override
    public String toString() {
        var nested = String.join(";", options.pairs(dev.posthorn.odata.Version.V4).stream().map(p -> p.name() + "=" + p.value()).toList());
        return nested.isEmpty() ? path : path + "(" + nested + ")";
    }
}
