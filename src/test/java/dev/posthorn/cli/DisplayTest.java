package dev.posthorn.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DisplayTest {

    private final String platform = System.getProperty("glass.platform");

    @BeforeEach
    void notHeadless() {
        System.clearProperty("glass.platform");
    }

    @AfterEach
    void asItWas() {
        if (platform != null) {
            System.setProperty("glass.platform", platform);
        }
    }

    private static String trouble(Map<String, String> environment) {
        return new Display(environment, library -> true, true).trouble().orElse("");
    }

    @Test
    void withoutADisplayItSaysHowToGetOneAndWhatWorksWithout() {
        var sentence = trouble(Map.of());
        assertTrue(sentence.contains("xvfb-run") && sentence.contains("package xvfb") && sentence.contains("posthorn run") && sentence.contains("posthorn snapshot"), sentence);
    }

    @Test
    void waylandAloneNeedsXwayland() {
        assertTrue(trouble(Map.of("WAYLAND_DISPLAY", "wayland-0")).contains("Xwayland"));
    }

    @Test
    void aDisplayThatIsNotThereIsNamed() {
        assertTrue(trouble(Map.of("DISPLAY", ":9731")).contains("\":9731\" does not answer"));
        assertTrue(trouble(Map.of("DISPLAY", "localhost:3981.0")).contains("does not answer"));
    }

    @Test
    void aForwardedDisplayThatListensIsFine() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var number = server.getLocalPort() - 6000;
            if (number > 0 && number < 10_000) {
                assertEquals("", trouble(Map.of("DISPLAY", "127.0.0.1:" + number)));
            }
        }
    }

    @Test
    void missingGtkNamesThePackages() {
        var sentence = new Display(Map.of("DISPLAY", ":0"), library -> !library.startsWith("libgtk"), true).trouble().orElse("");
        assertTrue(sentence.contains("libgtk-3-0t64") && sentence.contains("libgtk-3-0 ") && sentence.contains("posthorn run"), sentence);
    }

    @Test
    void otherSystemsAndTheHeadlessPlatformNeedNothing() {
        assertEquals(Optional.empty(), new Display(Map.of(), library -> false, false).trouble());
        System.setProperty("glass.platform", "Headless");
        assertEquals(Optional.empty(), new Display(Map.of(), library -> false, true).trouble());
    }
}
