package dev.posthorn.imports.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.formats.ReadResult;
import dev.posthorn.formats.Report;
import dev.posthorn.imports.Importers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Three descriptions of more than 500 operations: OpenAPI 3.0 and Swagger 2 as JSON, OpenAPI 3.1 as YAML.
final class BigDescriptionTest {

    private static final int OPERATIONS = 600;

    static Stream<Arguments> descriptions() {
        return Stream.of(Arguments.of("OpenAPI 3.0", json("\"openapi\":\"3.0.3\",\"servers\":[{\"url\":\"https://big.example\"}]", "\"schema\":{\"type\":\"integer\"}", "#/components/schemas/",
                        "\"components\":{\"schemas\":{%s}}", "\"content\":{\"application/json\":{\"schema\":%s}}")),
                Arguments.of("Swagger 2.0", json("\"swagger\":\"2.0\",\"host\":\"big.example\"", "\"type\":\"integer\"", "#/definitions/", "\"definitions\":{%s}", "\"schema\":%s")),
                Arguments.of("OpenAPI 3.1", yaml()));
    }

    private static String json(String head, String type, String prefix, String schemas, String answer) {
        var paths = new StringBuilder();
        var all = new StringBuilder();
        for (var i = 0; i < OPERATIONS; i++) {
            var ref = "{\"$ref\":\"" + prefix + "S" + i % 40 + "\"}";
            paths.append(i == 0 ? "" : ",").append("\"/r").append(i).append("/{id}\":{\"get\":{\"tags\":[\"t").append(i % 20).append("\"],\"summary\":\"Get ").append(i)
                    .append("\",\"x-n\":").append(i).append(",\"parameters\":[{\"name\":\"id\",\"in\":\"path\",\"required\":true,").append(type).append("}],\"responses\":{\"200\":{\"description\":\"ok\",")
                    .append(answer.formatted(ref)).append("}}}}");
        }
        for (var i = 0; i < 40; i++) {
            all.append(i == 0 ? "" : ",").append("\"S").append(i).append("\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"maxLength\":9},\"next\":{\"$ref\":\"").append(prefix)
                    .append('S').append((i + 1) % 40).append("\"}}}");
        }
        return "{" + head + ",\"info\":{\"title\":\"Big\",\"version\":\"1\"},\"paths\":{" + paths + "}," + schemas.formatted(all) + "}";
    }

    private static String yaml() {
        var text = new StringBuilder("openapi: 3.1.0\ninfo:\n  title: Big\n  version: '1'\nservers:\n  - url: https://big.example\npaths:\n");
        for (var i = 0; i < OPERATIONS; i++) {
            text.append("  /r").append(i).append("/{id}:\n    get:\n      tags: [t").append(i % 20).append("]\n      summary: Get ").append(i).append("\n      x-n: ").append(i)
                    .append("\n      parameters:\n        - {name: id, in: path, required: true, schema: {type: integer}}\n      responses:\n        '200': {description: ok}\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("descriptions")
    void everyOperationIsARequestAndEveryValueIsInTheReport(String format, String text) {
        var result = assertInstanceOf(ReadResult.OfCollection.class, Importers.read(Path.of("big"), text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(format, result.format());
        assertEquals(OPERATIONS, result.collection().requests().count());
        assertEquals(20, result.collection().items().size());
        assertTrue(result.collection().requests().allMatch(r -> r.request().url().matches("\\{\\{baseUrl}}/r\\d+/:id") && r.examples().size() == 1));
        assertEquals(OPERATIONS, result.report().rows().stream().filter(r -> r.pointer().endsWith("/x-n") && r.fate() == Report.Fate.ASIDE).count());
        // Of each operation: tag, summary, extension, name, place and need of the parameter, its type, the answer's description.
        var least = OPERATIONS * 8;
        var sum = result.report().rows().stream().mapToInt(Report.Row::count).sum();
        assertTrue(sum >= least, sum + " values in the report, at least " + least + " in the description");
    }
}
