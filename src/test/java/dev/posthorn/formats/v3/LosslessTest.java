package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.tree.JsonProblem;
import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.JsonWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every 2.x file comes back from a v3 folder as it was.
final class LosslessTest {

    private static final String[] STRANGE = {"", "x", "text", "1", "true", "null", "~", "- a", "a: b", " lead", "trail ", "two\nlines", "end\n", "\n", "\r\n", "a\rb", "\t", "\u0000",
            "\u0085", "\u2028", "é😀", "\ud83d", "\udc00x", "https://x.test/a?b=c#d", "{{v}}", "{{", "#", "?a=b&&c", "://", "a/b", "..", "CON", "raw", "GET", "application/json", "$copy", "0x1F",
            "yes", "2001-01-01", "//X: off", "A: b\nC: d"};
    private static final String[] KEYS = {"key", "value", "name", "type", "id", "disabled", "enabled", "description", "content", "raw", "mode", "exec", "listen", "script", "item", "request",
            "response", "header", "url", "query", "variable", "body", "auth", "src", "$copy", "$plain", "x/y~z", ""};

    @TempDir
    Path folder;

    private void comesBack(Map<String, Object> tree, String label) throws Exception {
        var fresh = Files.createTempDirectory(folder, "v3");
        assertEquals(List.of(), RoundTrip.verify(RichSample.source(tree), fresh), () -> label + ": " + JsonWriter.compact(tree));
    }

    @Test
    void aCollectionWithEveryCornerOfTheFormatComesBack() throws Exception {
        comesBack(RichSample.rich().tree(), "rich");
    }

    @Test
    void randomDamageComesBackToo() throws Exception {
        for (var seed = 0; seed < 40; seed++) {
            comesBack(damaged(seed), "seed " + seed);
        }
    }

    static Map<String, Object> damaged(int seed) throws JsonProblem {
        var random = new Random(seed);
        var tree = Plain.map(JsonReader.read(RichSample.JSON).plain());
        for (var i = random.nextInt(6); i >= 0; i--) {
            mutate(tree, random, 0);
        }
        return tree;
    }

    private static boolean mutate(Object holder, Random random, int depth) {
        if (holder instanceof Map<?, ?> && depth > 0 && random.nextInt(6) == 0) {
            return change(holder, random);
        }
        var inner = new ArrayList<Object>(holder instanceof Map<?, ?> map ? map.values() : holder instanceof List<?> list ? list : List.of());
        inner.removeIf(v -> !(v instanceof Map<?, ?> || v instanceof List<?>));
        return inner.isEmpty() || random.nextInt(8) == 0 ? change(holder, random) : mutate(inner.get(random.nextInt(inner.size())), random, depth + 1);
    }

    @SuppressWarnings("unchecked")
    private static boolean change(Object holder, Random random) {
        if (holder instanceof Map<?, ?>) {
            var map = (Map<String, Object>) holder;
            var keys = new ArrayList<>(map.keySet());
            var key = keys.isEmpty() || random.nextInt(3) == 0 ? KEYS[random.nextInt(KEYS.length)] : keys.get(random.nextInt(keys.size()));
            if (random.nextInt(3) == 0) {
                map.remove(key);
            } else {
                map.put(key, any(random, 0));
            }
        } else {
            var list = (List<Object>) holder;
            switch (list.isEmpty() ? 0 : random.nextInt(4)) {
                case 0 -> list.add(random.nextInt(list.size() + 1), any(random, 0));
                case 1 -> list.remove(random.nextInt(list.size()));
                case 2 -> list.set(random.nextInt(list.size()), any(random, 0));
                default -> list.add(random.nextInt(list.size()), Copy.of(list.get(random.nextInt(list.size()))));
            }
        }
        return true;
    }

    private static Object any(Random random, int depth) {
        return switch (random.nextInt(depth > 2 ? 6 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> List.<Object>of(0, -1, 5_000_000_000L, new BigDecimal("1.0"), new BigDecimal("1e400"), new BigDecimal("0.1234567890123456789"), 200).get(random.nextInt(7));
            case 3, 4, 5 -> STRANGE[random.nextInt(STRANGE.length)];
            case 6 -> {
                var list = new ArrayList<Object>();
                for (var i = random.nextInt(4); i > 0; i--) {
                    list.add(any(random, depth + 1));
                }
                yield list;
            }
            default -> {
                var map = new LinkedHashMap<String, Object>();
                for (var i = random.nextInt(4); i > 0; i--) {
                    map.put(KEYS[random.nextInt(KEYS.length)], any(random, depth + 1));
                }
                yield map;
            }
        };
    }

    /// A deep copy, so that one change does not show in two places.
    private static final class Copy {
        static Object of(Object value) {
            return switch (value) {
                case Map<?, ?> map -> {
                    var copy = new LinkedHashMap<String, Object>();
                    map.forEach((k, v) -> copy.put(String.valueOf(k), of(v)));
                    yield copy;
                }
                case List<?> list -> {
                    var copy = new ArrayList<Object>();
                    list.forEach(v -> copy.add(of(v)));
                    yield copy;
                }
                case null, default -> value;
            };
        }
    }
}
