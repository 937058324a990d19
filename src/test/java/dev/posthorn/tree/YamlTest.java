package dev.posthorn.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a YAML text says, and what is refused.
final class YamlTest {

    @Test
    void plainValuesMeanWhatYaml12Says() throws YamlProblem {
        assertEquals(Arrays.asList("yes", "on", 12, "1:30", "1_000", 31, 15, null, null, true, "2001-01-01", "=", "<<"),
                Yaml.read("[yes, on, 012, 1:30, 1_000, 0x1F, 0o17, ~, null, True, 2001-01-01, =, <<]"));
        assertEquals(Arrays.asList(new BigDecimal("1.0"), new BigDecimal("1e3"), Double.NaN, Double.NEGATIVE_INFINITY, 1L << 40, new BigInteger("9".repeat(30))),
                Yaml.read("[1.0, 1e3, .nan, -.inf, 1099511627776, " + "9".repeat(30) + "]"));
    }

    @Test
    void keysAreTextsAsWritten() throws YamlProblem {
        assertEquals(List.of("1.0", "~", "true"), List.copyOf(((Map<?, ?>) Yaml.read("1.0: a\n~: b\ntrue: c\n")).keySet()));
    }

    @Test
    void tagsDecideOrAreOverlooked() throws YamlProblem {
        assertEquals(List.of("12", 12, "SGk=", "x"), Yaml.read("[!!str 12, !!int '12', !!binary SGk=, !ours x]"));
    }

    @Test
    void emptyTextsAndMarksBeforeTheTextAreNothing() throws YamlProblem {
        assertNull(Yaml.read(""));
        assertNull(Yaml.read("# a comment\n"));
        assertEquals(Map.of("a", 1), Yaml.read("\uFEFFa: 1\n"));
        assertEquals(Map.of("a", 1), Yaml.read("%YAML 1.2\n---\na: 1\n...\n"));
    }

    @Test
    void aliasesAreFollowed() throws YamlProblem {
        assertEquals(Map.of("a", List.of(1), "b", List.of(1)), Yaml.read("a: &x [1]\nb: *x\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: 1\\nb: 2\\na: 3            | 3 | 1 | stands twice
            a: 1\\n---\\nb: 2             | 2 | 1 | second document
            url: {{base}}/x               | 1 | 0 | must stand in quotes
            x: 1\\nurl: {{base}}          | 2 | 0 | must stand in quotes
            ? [a]\\n: b                   | 1 | 3 | cannot be a key
            a: *x                         | 1 | 4 | &x
            a: &x [*x]                    | 1 | 0 | &x
            a: "b                         | 1 | 0 | quoted
            a: b: c                       | 1 | 0 | not allowed
            """)
    void whatIsUnsoundIsToldWithItsPlace(String text, int line, int column, String part) {
        var problem = assertThrows(YamlProblem.class, () -> Yaml.read(text.replace("\\n", "\n")));
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
        assertEquals(line, problem.line());
        if (column > 0) {
            assertEquals(column, problem.column());
        }
    }

    @Test
    void controlCharactersAreNamed() {
        assertTrue(assertThrows(YamlProblem.class, () -> Yaml.read("a: 😀\nb: \u0007\n")).getMessage().contains("U+0007"));
    }

    @Test
    void deepNestingEndsWithASentence() throws YamlProblem {
        for (var text : List.of("[".repeat(20_000), "- ".repeat(20_000), "{a: ".repeat(20_000))) {
            assertTrue(assertThrows(YamlProblem.class, () -> Yaml.read(text)).getMessage().contains("deeper"));
        }
        assertEquals("x", ((List<?>) Yaml.read("[x]")).getFirst());
        Yaml.read("[".repeat(200) + "]".repeat(200));
    }

    @Test
    void aFewLinesOfAliasesThatStandForMillionsAreRefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 9; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, "*a" + (i - 1)))));
        }
        assertTrue(assertThrows(YamlProblem.class, () -> Yaml.read(bomb.toString())).getMessage().contains("aliases"));
        var deep = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 300; i++) {
            deep.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
        }
        assertTrue(assertThrows(YamlProblem.class, () -> Yaml.read(deep.toString())).getMessage().contains("deeper"));
    }

    @Test
    void valuesKnowWhereTheyStand() throws YamlProblem {
        var text = YamlText.read("😀: [x]\nb:\n  - c # d\n  - |\n    e\n\nf: g\n");
        var map = (YamlNode.Mapping) text.root();
        assertEquals(new Place(1, 5), text.place(map.pairs().getFirst().value()));
        var list = (YamlNode.Sequence) map.pairs().get(1).value();
        assertEquals("- c # d\n  - |\n    e", text.text().substring(list.start(), list.end()));
    }
}
