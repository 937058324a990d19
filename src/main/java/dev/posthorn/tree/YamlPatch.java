package dev.posthorn.tree;

import java.util.List;

/// Writes an edited tree into the YAML text it was read from, so that a diff shows the edit alone.
///
/// 1. Every line that says the same stays byte for byte: comments, blank lines, quoting, line ends, the form of maps and lists.
/// 2. A changed text keeps its style (plain, quoted, block) where that can hold it; what is new is written as `YamlWriter` does.
/// 3. The keys of a map come in the order of the edited tree. What goes takes the comment behind it along, and nothing else.
/// 4. The result is read again before it is answered. Where it does not say what it should (anchors, odd layouts), the smallest part of the file that
///    holds the edit is written anew; so the answer is never wrong.
public final class YamlPatch {

    private YamlPatch() {}

    /// The text with what differs between it and `after` written into it.
    ///
    /// @param after plain Java: Map, List, String, Number, Boolean, null
    /// @throws YamlProblem the text is no sound YAML
    public static String apply(String text, Object after) throws YamlProblem {
        var read = YamlText.read(text);
        if (YamlCore.same(read.plain(), after)) {
            return text;
        }
        if (read.root() != null) {
            for (var blocks : List.of(true, false)) {
                var patched = new YamlEdits(text, blocks, Integer.MAX_VALUE).patched(read.root(), after);
                if (says(patched, after)) {
                    return patched;
                }
            }
            for (var depth = Math.min(height(read.root()), YamlReader.DEPTH); depth >= 0; depth--) {
                var patched = new YamlEdits(text, false, depth).patched(read.root(), after);
                if (says(patched, after)) {
                    return patched;
                }
            }
        }
        return anew(text, after);
    }

    /// Whether two plain trees say the same in YAML: maps with the order of their keys, numbers by value, a text is never a number.
    public static boolean same(Object one, Object other) {
        return YamlCore.same(one, other);
    }

    private static boolean says(String patched, Object after) {
        try {
            return YamlCore.same(Yaml.read(patched), after);
        } catch (YamlProblem e) {
            return false;
        }
    }

    private static int height(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar _, YamlNode.Alias _ -> 0;
            case YamlNode.Sequence sequence -> 1 + sequence.items().stream().mapToInt(YamlPatch::height).max().orElse(0);
            case YamlNode.Mapping mapping -> 1 + mapping.pairs().stream().mapToInt(pair -> height(pair.value())).max().orElse(0);
        };
    }

    /// The whole file, with the comments that stand alone at its top.
    private static String anew(String text, Object after) {
        var ending = YamlLines.lineEnding(text);
        var fresh = YamlWriter.write(after).replace("\n", ending);
        var comments = text.lines().takeWhile(line -> line.isBlank() || line.startsWith("#")).map(line -> line + ending).reduce("", String::concat);
        return says(comments + fresh, after) ? comments + fresh : fresh;
    }
}
