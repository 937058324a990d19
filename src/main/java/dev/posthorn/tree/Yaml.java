package dev.posthorn.tree;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2 (core schema) as plain Java: Map, List, String, Boolean, Integer, Long, BigInteger, Double, null.
public final class Yaml {

    /// Aliases to lists and objects; more is a bomb and no document.
    private static final int ALIASES = 100;

    /// The longest text, in chars.
    private static final int CHARS = 64 << 20;

    private Yaml() {}

    /// The one document of the text; null where it is empty.
    public static Object read(String text) throws YamlProblem {
        var settings = LoadSettings.builder().setMaxAliasesForCollections(ALIASES).setCodePointLimit(CHARS).setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false).build();
        try {
            return plain(new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException e) {
            var mark = e.getProblemMark();
            throw new YamlProblem(e.getProblem(), mark.map(m -> m.getLine() + 1).orElse(1), mark.map(m -> m.getColumn() + 1).orElse(1));
        } catch (YamlEngineException e) {
            throw new YamlProblem(e.getMessage(), 1, 1);
        } catch (StackOverflowError e) {
            throw new YamlProblem("it is nested too deep", 1, 1);
        }
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, Object>();
                map.forEach((k, v) -> plain.put(String.valueOf(k), plain(v)));
                yield plain;
            }
            case List<?> list -> {
                var plain = new ArrayList<Object>();
                list.forEach(v -> plain.add(plain(v)));
                yield plain;
            }
            case BigInteger number -> number;
            case null, default -> value;
        };
    }
}
