package dev.posthorn.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Edits of YAML files, and what of the file they leave alone.
final class YamlPatchTest {

    private static final String FILE = """
            # my file
            a:   'one'   # first
            b: two

            # about c
            c: {x: 1, "y": [p, q], z: 3} # third
            d:
            # rows
            - k: v # of the first
              l: |
                one
                two\s\s
                three
            - {k: w}
            e: >-
              folded
              text

              and more
            """;

    private static Map<String, Object> read(String text) throws YamlProblem {
        var map = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) Yaml.read(text)).forEach((key, value) -> map.put(String.valueOf(key), value));
        return map;
    }

    private static String with(String key, Object value) throws YamlProblem {
        var tree = read(FILE);
        tree.put(key, value);
        return YamlPatch.apply(FILE, tree);
    }

    @Test
    void aValueKeepsItsQuotesAndItsComment() throws YamlProblem {
        assertEquals(FILE.replace("'one'", "'it''s'"), with("a", "it's"));
        assertEquals(FILE.replace("two\n\n", "\"yes\"\n\n"), with("b", "yes"));
        assertEquals(FILE.replace("  'one'   # first", "|-   # first\n  x\n  y"), with("a", "x\ny"));
        assertEquals(FILE, with("a", "one"));
    }

    @Test
    void aKeyThatGoesTakesItsOwnCommentAndNoOther() throws YamlProblem {
        var tree = read(FILE);
        tree.remove("a");
        tree.remove("c");
        assertEquals(FILE.replace("a:   'one'   # first\n", "").replaceFirst("c: .*\n", ""), YamlPatch.apply(FILE, tree));
    }

    @Test
    void bracesStayBraces() throws YamlProblem {
        var inner = new LinkedHashMap<String, Object>();
        inner.put("y", List.of("p", "r", "q, s"));
        inner.put("z", 3);
        inner.put("m", "{{v}}");
        assertEquals(FILE.replace("{x: 1, \"y\": [p, q], z: 3}", "{\"y\": [p, r, \"q, s\"], z: 3, m: \"{{v}}\"}"), with("c", inner));
    }

    @Test
    void oneLineOfABlockChangesAlone() throws YamlProblem {
        var row = new LinkedHashMap<String, Object>();
        row.put("k", "v");
        row.put("l", "one\ntwo  \nTHREE\nfour\n");
        assertEquals(FILE.replace("    three\n", "    THREE\n    four\n"), with("d", List.of(row, Map.of("k", "w"))));
        assertEquals(FILE.replace("  and more", "  and less"), with("e", "folded text\nand less"));
    }

    @Test
    void rowsMoveWithTheirComments() throws YamlProblem {
        var row = new LinkedHashMap<String, Object>();
        row.put("k", "v");
        row.put("l", "one\ntwo  \nthree\n");
        var moved = with("d", List.of(Map.of("k", "w"), "new", row));
        assertTrue(moved.contains("# rows\n- {k: w}\n- new\n- k: v # of the first\n  l: |\n    one\n    two  \n    three\ne: >-"), moved);
    }

    @Test
    void newLinesEndAsTheOthersDo() throws YamlProblem {
        var file = FILE.replace("\n", "\r\n");
        var tree = read(file);
        tree.put("new", Map.of("k", "a\nb"));
        assertEquals(file + "new:\r\n  k: |-\r\n    a\r\n    b\r\n", YamlPatch.apply(file, tree));
        assertEquals("a: 1\nb: 2", YamlPatch.apply("a: 1", orderedPair()));
    }

    private static LinkedHashMap<String, Object> orderedPair() {
        var map = new LinkedHashMap<String, Object>();
        map.put("a", 1);
        map.put("b", 2);
        return map;
    }

    @Test
    void theOrderOfKeysIsThatOfTheEditedTree() throws YamlProblem {
        var map = orderedPair();
        map.putFirst("c", 3);
        assertEquals("# top\nc: 3\na: 1 # one\nb: 2\n", YamlPatch.apply("# top\na: 1 # one\nb: 2\n", map));
        map.putLast("a", 1);
        assertEquals("# top\nc: 3\nb: 2\na: 1 # one\n", YamlPatch.apply("# top\na: 1 # one\nb: 2\n", map));
    }

    @Test
    void aSharedValueThatChangesInOnePlaceIsWrittenOut() throws YamlProblem {
        var file = "a: &x {k: 1}\nb: *x\nc: 'same' # c\n";
        var tree = read(file);
        tree.put("b", Map.of("k", 2));
        assertEquals("a: &x {k: 1}\nb:\n  k: 2\nc: 'same' # c\n", YamlPatch.apply(file, tree));
        tree = read(file);
        tree.put("a", Map.of("k", 2));
        assertEquals(tree, Yaml.read(YamlPatch.apply(file, tree)));
    }

    @Test
    void randomEditsOfRandomFilesAreReadBackAndLeaveTheOtherLinesAlone() throws YamlProblem {
        var random = new Random(11);
        for (var round = 0; round < 800; round++) {
            var tree = NastyTrees.map(random, 0);
            var text = StyledYaml.write(tree, random);
            var read = YamlText.read(text);
            assertTrue(YamlCore.same(tree, read.root() == null ? Map.of() : read.plain()), () -> "the file itself:\n" + text);
            var after = edited(tree, random);
            var patched = YamlPatch.apply(text, after);
            assertTrue(YamlCore.same(after, Yaml.read(patched)), () -> text + "\n----\n" + patched);
            if (read.root() != null && !text.contains("? ")) {
                othersStay(text, patched, 0, read.root(), after);
            }
        }
    }

    /// All lines but those of the smallest value that holds the whole edit are as they were; so are the entries of that value that stayed.
    private static void othersStay(String text, String patched, int from, YamlNode node, Object after) {
        var kept = entries(node, after);
        if (kept.changed() != null) {
            othersStay(text, patched, kept.from(), kept.changed(), kept.now());
            return;
        }
        var prefix = text.substring(0, YamlLines.lineStart(text, from));
        var suffix = text.substring(YamlLines.lineEnd(text, Math.max(from, node.end())));
        assertTrue(patched.startsWith(prefix) && patched.endsWith(suffix), () -> text + "\n----\n" + patched + "\n---- at " + node.start());
        for (var entry : kept.same()) {
            assertTrue(patched.contains(text.substring(entry[0], entry[1])), () -> text + "\n----\n" + patched + "\n---- lost: " + text.substring(entry[0], entry[1]));
        }
    }

    /// @param same    where the entries stand that did not change
    /// @param changed the one entry that did, null where there are several or where entries came or went
    private record Entries(List<int[]> same, int from, YamlNode changed, Object now) {}

    private static Entries entries(YamlNode node, Object after) {
        var same = new ArrayList<int[]>();
        var differ = new ArrayList<YamlNode>();
        Object now = null;
        var from = 0;
        var complete = false;
        switch (node) {
            case YamlNode.Mapping map when after instanceof Map<?, ?> changed -> {
                complete = map.pairs().stream().map(p -> p.key().text()).toList().equals(List.copyOf(changed.keySet()));
                for (var pair : map.pairs()) {
                    if (changed.containsKey(pair.key().text()) && YamlCore.same(pair.value().plain(), changed.get(pair.key().text()))) {
                        same.add(new int[] {pair.key().start(), pair.end()});
                    } else {
                        differ.add(pair.value());
                        from = pair.key().start();
                        now = changed.get(pair.key().text());
                    }
                }
            }
            case YamlNode.Sequence list when after instanceof List<?> changed -> {
                complete = list.items().size() == changed.size();
                for (var i = 0; i < list.items().size(); i++) {
                    var item = list.items().get(i);
                    if (complete && !YamlCore.same(item.plain(), changed.get(i))) {
                        differ.add(item);
                        from = i == 0 ? list.start() : list.items().get(i - 1).end();
                        now = changed.get(i);
                    } else if (complete || changed.stream().anyMatch(row -> YamlCore.same(row, item.plain()))) {
                        same.add(new int[] {item.start(), item.end()});
                    }
                }
            }
            default -> { }
        }
        return complete && differ.size() == 1 ? new Entries(same, from, differ.getFirst(), now) : new Entries(same, 0, null, null);
    }

    private static Object edited(Object tree, Random random) {
        return switch (tree) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> copy.put(String.valueOf(k), v));
                var keys = new ArrayList<>(copy.keySet());
                switch ((Integer) random.nextInt(4)) {
                    case Integer n when n == 0 && !keys.isEmpty() -> copy.remove(keys.get(random.nextInt(keys.size())));
                    case 1 -> {
                        var at = random.nextInt(keys.size() + 1);
                        var moved = new LinkedHashMap<String, Object>();
                        keys.subList(0, at).forEach(k -> moved.put(k, copy.get(k)));
                        moved.put("new" + NastyTrees.text(random), NastyTrees.tree(random, 2));
                        keys.subList(at, keys.size()).forEach(k -> moved.put(k, copy.get(k)));
                        yield moved;
                    }
                    case Integer n when n >= 2 && !keys.isEmpty() -> {
                        var key = keys.get(random.nextInt(keys.size()));
                        copy.put(key, edited(copy.get(key), random));
                    }
                    default -> copy.put("z", 1);
                }
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<Object>(list);
                switch ((Integer) random.nextInt(5)) {
                    case Integer n when n == 0 && !copy.isEmpty() -> copy.remove(random.nextInt(copy.size()));
                    case 1 -> copy.add(random.nextInt(copy.size() + 1), NastyTrees.tree(random, 2));
                    case 2 -> java.util.Collections.shuffle(copy, random);
                    case Integer n when n >= 3 && !copy.isEmpty() -> {
                        var i = random.nextInt(copy.size());
                        copy.set(i, edited(copy.get(i), random));
                    }
                    default -> copy.add("row");
                }
                yield copy;
            }
            case String text -> random.nextInt(4) == 0 ? NastyTrees.tree(random, 2) : random.nextBoolean() ? text + NastyTrees.text(random) : NastyTrees.text(random);
            case null, default -> NastyTrees.tree(random, 2);
        };
    }
}
