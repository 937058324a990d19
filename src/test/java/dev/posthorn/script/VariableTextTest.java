package dev.posthorn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a value that a script has set puts into a request, as Postman does.
final class VariableTextTest {

    @Test
    void valuesInPlace() {
        var values = Arrays.asList(1.5, 2.0, true, null, "t", List.of(1, "a"), List.of(Map.of("a", 1)), Map.of("a", List.of(1)));
        assertEquals(List.of("1.5", "2", "true", "null", "t", "1,a", "[{\"a\":1}]", "{\"a\":[1]}"), values.stream().map(VariableText::inPlace).toList());
    }
}
