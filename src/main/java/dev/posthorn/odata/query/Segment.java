package dev.posthorn.odata.query;

import java.util.ArrayList;
import java.util.List;

/// One step of a URL's path: a set with or without a key, a property, a navigation, a function with its parameters.
///
/// @param keys what stands in its brackets; null where it has none
public record Segment(String name, List<KeyPart> keys) {

    /// @param name    "" for a key without a name: `Orders(5)`
    /// @param literal as it stands there, decoded: `'O''Neil'`, `guid'…'`, `@p`
    public record KeyPart(String name, String literal) {}

    public Segment {
        keys = keys == null ? null : List.copyOf(keys);
    }

    public Segment(String name) {
        this(name, null);
    }

    /// Reads a decoded segment. Brackets that do not close stay in the name.
    static Segment read(String text) {
        var open = text.indexOf('(');
        if (open <= 0 || !text.endsWith(")")) {
            return new Segment(text);
        }
        var parts = new ArrayList<KeyPart>();
        var inner = text.substring(open + 1, text.length() - 1);
        if (!inner.isBlank()) {
            for (var piece : Pieces.of(inner, ',')) {
                var equals = Pieces.next(piece.text(), '=', 0);
                var named = equals > 0 && equals < piece.text().length() && piece.text().charAt(0) != '\'';
                parts.add(named ? new KeyPart(piece.text().substring(0, equals).strip(), piece.text().substring(equals + 1).strip()) : new KeyPart("", piece.text()));
            }
        }
        return new Segment(text.substring(0, open), parts);
    }

    /// Without percent signs.
    @Override
    public String toString() {
        return keys == null ? name : name + "(" + keyText() + ")";
    }

    /// What stands between its brackets; "" where it has none.
    public String keyText() {
        return keys == null ? "" : String.join(",", keys.stream().map(k -> k.name().isEmpty() ? k.literal() : k.name() + "=" + k.literal()).toList());
    }
}
