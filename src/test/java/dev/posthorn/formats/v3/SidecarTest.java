package dev.posthorn.formats.v3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.posthorn.tree.JsonReader;
import dev.posthorn.tree.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A sidecar holds what v3 cannot hold, and nothing else.
final class SidecarTest {

    /// Names of places, forms and fingerprints; the rest of a sidecar are values.
    private static final Set<String> NAMES = Set.of("is", "forms", "unless", "gone", "was", "as", "after", "$copy", "$cut");

    @Test
    void noSidecarHoldsAValueOfItsV3File() throws Exception {
        for (var source : List.of(RichSample.rich(), RichSample.source(copies()))) {
            var files = new HashMap<String, String>();
            V3Export.write(List.of(source)).files().forEach(f -> files.put(f.path(), new String(f.bytes(), StandardCharsets.UTF_8)));
            var sidecars = files.keySet().stream().filter(p -> p.startsWith(".posthorn/")).toList();
            assertFalse(sidecars.isEmpty());
            for (var path : sidecars) {
                var v3 = new HashSet<String>();
                texts(Yaml.read(files.get("postman/collections/" + path.substring(".posthorn/".length(), path.length() - ".json".length()))), v3);
                var kept = new HashSet<String>();
                texts(JsonReader.read(files.get(path)).plain(), kept);
                assertEquals(List.of(), kept.stream().filter(k -> k.length() > 3 && v3.stream().anyMatch(t -> t.equals(k) || t.length() > 7 && k.contains(t))).toList(), path);
            }
        }
    }

    private static void texts(Object value, Set<String> into) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> {
                if (!NAMES.contains(String.valueOf(key))) {
                    texts(inner, into);
                }
            });
            case List<?> list -> list.forEach(inner -> texts(inner, into));
            case String text -> into.add(text);
            case null, default -> { }
        }
    }

    /// Values that stand in places of which v3 has none, and elsewhere in places of which it has one.
    private static String copies() {
        return """
                {"info": {"name": "Copies", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"}, "item": [
                  {"name": "The name", "description": "A long description", "request": {"name": "The name", "description": "A long description", "method": "OPTIONS",
                    "header": [{"key": "X-Long", "value": "long value here", "name": "X-Long", "warning": "long value here, twice"}],
                    "url": {"raw": "https://x.test/segment/other", "host": "x.test", "path": "/segment", "own": "https://x.test/segment/other"},
                    "body": {"mode": "raw", "raw": "the whole body", "graphql": {"query": "the whole body"}}, "x": {"$word": {"deep": "OPTIONS"}}}}]}
                """;
    }

    @Test
    void whatV3HoldsWhollyNeedsNoSidecar() {
        var tree = RichSample.small("""
                {"name": "Plain", "request": {"method": "POST", "header": [{"key": "A", "value": "b"}], "body": {"mode": "raw", "raw": "{}", "options": {"raw": {"language": "json"}}},
                  "url": {"raw": "https://x.test/a?b=c", "protocol": "https", "host": ["x", "test"], "path": ["a"], "query": [{"key": "b", "value": "c"}]}, "description": "D"}, "response": []}""");
        var paths = new ArrayList<String>();
        V3Export.write(List.of(RichSample.source(tree))).files().forEach(f -> paths.add(f.path()));
        assertEquals(List.of("postman/collections/Small/.resources/definition.yaml", "postman/collections/Small/Plain.request.yaml"), paths);
    }
}
