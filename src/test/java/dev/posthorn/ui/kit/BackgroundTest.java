package dev.posthorn.ui.kit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BackgroundTest {

    @Test
    void aTimerThatFiresAfterTheWindowWasClosedDoesNothing() {
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        executor.close();
        var ran = new AtomicInteger();
        assertDoesNotThrow(() -> new Background(executor).run(ran::incrementAndGet, _ -> { }, _ -> { }));
        assertEquals(0, ran.get());
    }

    @Test
    void workThatAnOpenWindowRefusesIsABug() {
        var background = new Background(_ -> {
            throw new RejectedExecutionException("full");
        });
        assertThrows(RejectedExecutionException.class, () -> background.run(() -> 1, _ -> { }, _ -> { }));
    }
}
