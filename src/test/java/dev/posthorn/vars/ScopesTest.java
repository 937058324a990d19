package dev.posthorn.vars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.posthorn.model.Entry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ScopesTest {

    private final Scopes scopes = new Scopes(List.of(
            Scope.of("environment", List.of(Entry.of("host", "near"), Entry.of("off", "x").withEnabled(false), Entry.of("twice", "1"), Entry.of("twice", "2"))),
            Scope.of("collection", List.of(Entry.of("host", "far"), Entry.of("base", "http://{{host}}"), Entry.of("which", "base"),
                    Entry.of("a", "{{b}}"), Entry.of("b", "{{a}}"), Entry.of("grow", "{{grow}}{{grow}}")))));

    @Test
    void theNearestScopeWinsAndTheLastOfTwoRows() {
        assertEquals("near 2", scopes.resolve("{{host}} {{ twice }}").text());
        assertEquals("environment", scopes.find("host").orElseThrow().scope());
    }

    @Test
    void valuesMayReferToOthersAndNamesMayBeBuilt() {
        assertEquals("http://near/x", scopes.resolve("{{base}}/x").text());
        assertEquals("http://near", scopes.resolve("{{{{which}}}}").text());
    }

    @Test
    void whatHasNoValueStaysAndIsNamed() {
        var resolved = scopes.resolve("{{nope}}/{{off}}/{{$unknown}}/{{}}");
        assertEquals("{{nope}}/{{off}}/{{$unknown}}/{{}}", resolved.text());
        assertEquals(List.of("nope", "off", "$unknown"), resolved.missing());
    }

    @Test
    void aCircleEndsAndIsNamedAsUnresolved() {
        assertEquals(List.of("a"), scopes.resolve("{{a}}").missing());
        var grown = scopes.resolve("{{grow}}");
        assertEquals(List.of("grow"), grown.missing());
        assertTrue(grown.text().length() < 1000, () -> grown.text().length() + " characters");
    }

    @Test
    void dynamicValuesAreMadeAnewForEachUse() {
        var dynamic = new Scopes(List.of(new DynamicValues(Clock.fixed(Instant.parse("2026-11-21T10:00:00.123456Z"), ZoneOffset.UTC), new Random(1))));
        assertEquals("1795255200 2026-11-21T10:00:00.123Z", dynamic.resolve("{{$timestamp}} {{$isoTimestamp}}").text());
        var two = dynamic.resolve("{{$guid}} {{$randomUUID}}").text().split(" ");
        assertNotEquals(two[0], two[1]);
        assertTrue(two[0].matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"), two[0]);
        assertTrue(Integer.parseInt(dynamic.resolve("{{$randomInt}}").text()) <= 1000);
    }
}
