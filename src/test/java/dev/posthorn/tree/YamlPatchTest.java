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

    @Test
    void randomEditsOfRandomFilesAreReadBackAsTheyWereMade() throws YamlProblem {
        var random = new Random(11);
        var whole = 0;
        for (var round = 0; round < 6_000; round++) {
            var tree = NastyTrees.map(random, 0);
            var text = StyledYaml.write(tree, random);
            try {
                assertTrue(YamlCore.same(tree, Yaml.read(text) == null ? Map.of() : Yaml.read(text)), () -> "the file itself:\n" + text);
            } catch (YamlProblem e) {
                throw new AssertionError(e.getMessage() + e.line() + "\n" + text);
            }
            var after = edited(tree, random);
            var patched = YamlPatch.apply(text, after);
            assertTrue(YamlCore.same(after, Yaml.read(patched)), () -> text + "\n----\n" + patched);
            if (YamlText.read(text).root() != null) {
                var fine = new YamlEdits(text, true, Integer.MAX_VALUE).patched(YamlText.read(text).root(), after);
                if (!fine.equals(patched)) {
                    whole++;
                    if (System.getenv("SHOW") != null && whole < 12) {
                        System.out.println("=========== " + whole + "\n" + text + "\n----- wanted\n" + YamlWriter.write(after) + "\n----- fine\n" + fine);
                    }
                }
            }
        }
        System.out.println("fallbacks " + whole);
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
