package dev.posthorn.tree;

/// Reads YAML 1.2 (core schema) as plain Java.
public final class Yaml {

    private Yaml() {}

    /// The one document of the text: Map, List, String, Boolean, Integer, Long, BigInteger, BigDecimal, Double (only infinity and not-a-number) or
    /// null. Keys are texts as written. Null where the text is empty. The limits are those of `YamlText.read`.
    public static Object read(String text) throws YamlProblem {
        return YamlText.read(text).plain();
    }
}
