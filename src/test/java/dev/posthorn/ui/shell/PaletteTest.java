package dev.posthorn.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the palette finds, and in which order.
final class PaletteTest {
    private static List<Finding> all() {
        var all = new ArrayList<Finding>();
        for (var action : Action.values()) {
            all.add(Finding.action(action, () -> { }));
        }
        for (var i = 0; i < 5_000; i++) {
            all.add(Finding.request("r" + i, "GET", "Request " + i, "Shop / Orders", "{{base}}/orders/" + i, () -> { }));
        }
        all.add(Finding.request("accounts", "GET", "All accounts", "Creatio / OData 4", "{{creatio}}/0/odata/Account", () -> { }));
        return all;
    }

    private static List<String> found(String typed, LinkedHashMap<String, Long> recent) {
        return Palette.rank(new Fuzzy(typed), all(), recent).stream().map(Finding::text).toList();
    }

    @Test
    void aNameComesBeforeAPartOfAUrl() {
        assertEquals("All accounts", found("account", new LinkedHashMap<>()).getFirst());
    }

    @Test
    void firstLettersOfWordsAreEnough() {
        assertEquals("Keyboard shortcuts", found("keysho", new LinkedHashMap<>()).getFirst());
    }

    @Test
    void wordsMayStandInAnyOrderAndPlace() {
        assertEquals("All accounts", found("odata all", new LinkedHashMap<>()).getFirst());
    }

    @Test
    void withoutLettersTheRecentOnesComeFirst() {
        var recent = new LinkedHashMap<String, Long>();
        recent.put("accounts", 1L);
        recent.put("r7", 2L);
        assertEquals(List.of("Request 7", "All accounts"), found("", recent).subList(0, 2));
    }

    @Test
    void neverMoreLinesThanCanBeLookedThrough() {
        assertTrue(found("request", new LinkedHashMap<>()).size() <= 100);
    }

    @Test
    void whatDoesNotFitIsNotOffered() {
        assertTrue(found("zzqx", new LinkedHashMap<>()).isEmpty());
    }
}
