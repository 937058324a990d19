package dev.posthorn.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// A YAML value and where it stands in its file, so that an edit can replace it there and leave the rest alone.
/// `start` is its first char (an anchor or tag before it counts) and `end` the one after its last, as offsets into the file's text. A block scalar,
/// and a list or map that ends with one, ends before the line end of its last line.
public sealed interface YamlNode {

    int start();

    int end();

    enum Style { PLAIN, SINGLE, DOUBLE, LITERAL, FOLDED }

    /// @param text      what it says, escapes and folds undone
    /// @param value     what the core schema makes of it: String, Boolean, Integer, Long, BigInteger, BigDecimal, Double or null
    /// @param decorated whether an anchor or a tag stands before it
    record Scalar(int start, int end, String text, Style style, Object value, boolean decorated) implements YamlNode {

        /// Whether there is nothing in the file: `key:` alone.
        boolean absent() {
            return start == end;
        }
    }

    /// One `key: value` of a map.
    ///
    /// @param colon offset of the `:` between them; -1 where there is none on the key's line, as after `? key`
    record Pair(Scalar key, int colon, YamlNode value) {

        int end() {
            return value instanceof Scalar scalar && scalar.absent() ? Math.max(colon + 1, key.end()) : value.end();
        }
    }

    record Mapping(int start, int end, boolean flow, List<Pair> pairs) implements YamlNode {}

    record Sequence(int start, int end, boolean flow, List<YamlNode> items) implements YamlNode {}

    /// `*name`, which stands for another value of the file.
    record Alias(int start, int end, YamlNode target) implements YamlNode {}

    /// The value as plain Java: Map, List and the values of `Scalar`, aliases followed.
    default Object plain() {
        return switch (this) {
            case Scalar scalar -> scalar.value();
            case Alias alias -> alias.target().plain();
            case Sequence sequence -> {
                var list = new ArrayList<Object>();
                sequence.items().forEach(item -> list.add(item.plain()));
                yield list;
            }
            case Mapping mapping -> {
                var map = new LinkedHashMap<String, Object>();
                mapping.pairs().forEach(pair -> map.put(pair.key().text(), pair.value().plain()));
                yield map;
            }
        };
    }
}
