package dev.posthorn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SettingsTest {

    @Test
    void aValueOfTheWrongKindCountsAsNotSetAndIsSaid() {
        var parent = new Settings(Map.of("strictSSL", false, "maxRedirects", 3));
        var own = new Settings(Map.of("strictSSL", "false", "maxRedirects", "many", "protocolVersion", "http9", "tlsCipherSelection", Arrays.asList("A", null)));
        assertEquals(parent.values(), own.over(parent).values());
        assertEquals("is the text \"false\", where true or false is needed: it counts as not set", own.fault("strictSSL").orElseThrow());
        assertTrue(own.fault("maxRedirects").isPresent());
        assertTrue(own.fault("protocolVersion").isPresent());
        assertTrue(own.fault("tlsCipherSelection").isPresent());
        assertEquals(4, own.values().size());
    }

    @Test
    void aNumberMayBeWrittenAsText() {
        var own = new Settings(Map.of("maxRedirects", "7", "requestTimeout", 2.0e3, "connectTimeout", 1e12));
        assertEquals(Optional.of(7), own.number("maxRedirects"));
        assertEquals(Optional.of(2000), own.number("requestTimeout"));
        assertEquals(Optional.empty(), own.number("connectTimeout"));
        assertEquals(Optional.empty(), new Settings(Map.of("maxRedirects", -1)).number("maxRedirects"));
    }

    @Test
    void nullIsNotSet() {
        var values = new HashMap<String, Object>();
        values.put("disableCookies", null);
        var own = new Settings(values);
        assertEquals(Optional.empty(), own.fault("disableCookies"));
        assertEquals(Optional.of(true), own.over(new Settings(Map.of("disableCookies", true))).flag("disableCookies"));
    }

    @Test
    void namesThatAreNotKnownGoAlong() {
        var own = new Settings(Map.of("somethingNew", List.of(1, Map.of())));
        assertEquals(own.values(), own.over(Settings.NONE).values());
    }

    @Test
    void theVersionOfHttpAndPriorKnowledgeAreOneChoice() {
        var above = new Settings(Map.of("protocolVersion", "http2", "http2PriorKnowledge", true));
        assertEquals(Map.of("protocolVersion", "http2"), new Settings(Map.of("protocolVersion", "http2")).over(above).values());
        assertEquals(above.values(), Settings.NONE.over(above).values());
    }
}
