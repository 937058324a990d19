package dev.posthorn.vars;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TemplateTest {

    @Test
    void referencesAreFoundWithTheirPlaces() {
        assertEquals(List.of(new Template.Reference("a", 1, 6), new Template.Reference("b c", 7, 16)), Template.parse("x{{a}}/{{ b c }}").references());
    }

    @Test
    void theInnermostPairCountsAndHalfOnesDoNot() {
        assertEquals(List.of(new Template.Reference("b", 3, 8)), Template.parse("{{a{{b}}").references());
        assertEquals(List.of(), Template.parse("{{a} {b}} {{").references());
    }
}
