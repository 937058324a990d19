package dev.posthorn.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptLoginsTest {

    @TempDir
    private Path folder;
    private final List<String> heard = new ArrayList<>();

    private KeptLogins logins(Home home) {
        return new KeptLogins(home, new KeptSecrets(home, Optional::empty, new SecureRandom(), Duration.ofSeconds(10), Duration.ofSeconds(10)));
    }

    @Test
    void nothingIsTouchedBeforeAnybodyAsks() {
        var home = new Home(folder.resolve("home"));
        var logins = logins(home);
        logins.troubled(heard::add);
        logins.tokens().known();
        logins.applications().known();
        assertSame(logins.tokens(), logins.tokens());
        assertFalse(Files.exists(home.folder()));
        assertEquals(List.of(), heard);
    }

    @Test
    void whatCannotBeReadIsSaidOnce() throws IOException {
        var home = new Home(folder);
        Files.writeString(home.tokens(), "{ broken");
        Files.writeString(home.applications(), "[]");
        var logins = logins(home);
        logins.tokens().all();
        logins.troubled(heard::add);
        assertEquals(1, heard.size(), "what came before anybody listened is not lost: " + heard);
        assertTrue(heard.getFirst().startsWith("The list of logins could not be read"), heard.toString());
        for (var i = 0; i < 3; i++) {
            logins.tokens().all();
            logins.applications().all();
        }
        assertEquals(2, heard.size(), heard.toString());
        assertTrue(heard.getLast().startsWith("The OAuth applications could not be read"), heard.toString());
    }
}
