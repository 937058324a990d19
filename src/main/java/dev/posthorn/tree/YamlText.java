package dev.posthorn.tree;

/// A YAML text with its tree of positions.
///
/// @param root null where the text holds no value
public record YamlText(String text, YamlNode root) {

    /// Reads YAML 1.2 (core schema). Refused with a sentence: what is no sound YAML, several documents in one text, a key that stands twice or is no
    /// plain value, nesting deeper than 200 levels, aliases that stand for more than fits, texts of over 64 MB.
    public static YamlText read(String text) throws YamlProblem {
        return new YamlText(text, new YamlReader(text).read());
    }

    /// The whole as plain Java: Map, List, String, Boolean, Integer, Long, BigInteger, BigDecimal, Double (infinity and not-a-number alone), null.
    public Object plain() {
        return root == null ? null : root.plain();
    }

    /// Where a value begins, as people count.
    public Place place(YamlNode node) {
        return Place.of(text, node.start());
    }
}
