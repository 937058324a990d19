package dev.posthorn.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Random trees of texts that YAML gives a meaning to, for tests that write and read.
final class NastyTrees {

    private static final List<String> PIECES = List.of("a", "Zeile", "ü", "😀", "\t", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029",
            "\uFEFF", "\u0000", "\u0007", "\u001b", "\u007f", "\u00a0", "\ud800", "\udc00", ": ", ":", " #", "#", "-", "- ", "?", "? ", "&", "*", "!",
            "%", "@", "`", "'", "\"", "\\", "\\n", "{{x}}", "{", "}", "[", "]", ",", "|", ">", "|-", "---", "...", "=", "<<", "~", "1", "0", ".", "_", "e3",
            "+", "\n ", " \n", "\n\t", "x:\n", "key: value", "\ufffe");

    private static final List<String> WORDS = List.of("", "yes", "No", "on", "OFF", "y", "012", "1:30", "1_000", "0x1F", "0o17", "~", "null", "Null",
            "2001-01-01", "2001-12-14t21:59:43.10-05:00", ".inf", "-.INF", ".nan", "=", "<<", "true", "False", "1e3", "1.", ".5", "+1", "-0", "0b11", "1e400",
            "12345678901234567890", "127.0.0.1", "- a", "-", "--", "---", "--- a", "...", "?", ": a", ":a", "a:", "a: b", "a #b", "a#b", "#a", "{{url}}/x",
            "Bearer {{t}}", "http://x.test/a?b=c&d=[e]", "*", "*/*", "&a", "!a", "!!str a", "|", ">", "%YAML 1.2", "@a", "`a`", "'", "\"", "''", "it's",
            "{\n  \"a\": 1\n}", "a\n", "a\n\n", "a\n\n\n", "\na", "\n\na\n", "  a\n b", "\n  a", " a", "a ", "a\n b \nc", "a\n   \nb", "   ", "\n", "\n\n",
            "a\n ", " \na", "\ta\nb", "a\n\tb", "a\n#b\n", "a\n---\nb", "a\n...\n", "\u0085a\nb", "a\u2028b\nc", "# a\n# b");

    private NastyTrees() {}

    static String text(Random random) {
        if (random.nextInt(3) == 0) {
            return WORDS.get(random.nextInt(WORDS.size()));
        }
        var text = new StringBuilder();
        for (var i = random.nextInt(8); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return random.nextInt(200) == 0 ? text.toString().repeat(600) : text.toString();
    }

    static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 6 : 10)) {
            case 0 -> random.nextInt(-1000, 1000);
            case 1 -> random.nextBoolean();
            case 2 -> List.of(1L << 40, new BigDecimal("1.50"), new BigDecimal("1e30"), new BigInteger("123456789012345678901234567890"),
                    Double.POSITIVE_INFINITY, -0.5).get(random.nextInt(6));
            case 3 -> null;
            case 4, 5 -> text(random);
            case 6, 7 -> list(random, depth);
            default -> map(random, depth);
        };
    }

    static List<Object> list(Random random, int depth) {
        var list = new ArrayList<Object>();
        for (var i = random.nextInt(5); i > 0; i--) {
            list.add(tree(random, depth + 1));
        }
        return list;
    }

    static Map<String, Object> map(Random random, int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = random.nextInt(6); i > 0; i--) {
            map.put(random.nextInt(4) == 0 ? text(random) : "k" + random.nextInt(20), tree(random, depth + 1));
        }
        return map;
    }
}
