package dev.posthorn.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.posthorn.http.Cancellation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Many who share one exchange.
final class FlightsTest {

    @Test
    void whoWaitsIsToldAlsoWhereTheMachineItselfGivesUp() {
        var flights = new Flights(task -> Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> { }).start(task));
        var result = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> flights.share("one", flights.now(), new Cancellation(), () -> {
            throw new StackOverflowError();
        }));
        assertEquals("internal", assertInstanceOf(LoginResult.Failed.class, result).finding().fault());
    }
}
