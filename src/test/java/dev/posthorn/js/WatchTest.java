package dev.posthorn.js;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WatchTest {

    /// The limit of a script is for the user's lines: what comes before them takes as long as the machine is slow.
    @Test
    void aLimitDoesNotCountTheStart() {
        var watch = new Watch(Duration.ofNanos(1), new MemoryGuard(0), () -> false);
        watch.starting();
        assertTrue(watch.left() > 0);
        watch.begin();
        assertTrue(watch.left() <= 0);
    }
}
