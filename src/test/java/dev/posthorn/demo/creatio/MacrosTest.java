package dev.posthorn.demo.creatio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.posthorn.demo.odata.ODataError;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MacrosTest {

    @ParameterizedTest
    @CsvSource({"3, 2026-03-07T00:00:00Z, 2026-03-08T00:00:00Z", "4, 2026-03-08T00:00:00Z, 2026-03-09T00:00:00Z", "5, 2026-03-09T00:00:00Z, 2026-03-10T00:00:00Z", "6, 2026-02-23T00:00:00Z, 2026-03-02T00:00:00Z",
            "7, 2026-03-02T00:00:00Z, 2026-03-09T00:00:00Z", "8, 2026-03-09T00:00:00Z, 2026-03-16T00:00:00Z", "9, 2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z", "11, 2026-04-01T00:00:00Z, 2026-05-01T00:00:00Z",
            "12, 2025-10-01T00:00:00Z, 2026-01-01T00:00:00Z", "13, 2026-01-01T00:00:00Z, 2026-04-01T00:00:00Z", "15, 2025-07-01T00:00:00Z, 2026-01-01T00:00:00Z", "17, 2026-07-01T00:00:00Z, 2027-01-01T00:00:00Z",
            "18, 2025-01-01T00:00:00Z, 2026-01-01T00:00:00Z", "19, 2026-01-01T00:00:00Z, 2027-01-01T00:00:00Z", "23, 2027-01-01T00:00:00Z, 2028-01-01T00:00:00Z", "20, 2026-03-08T22:00:00Z, 2026-03-08T23:00:00Z",
            "22, 2026-03-09T00:00:00Z, 2026-03-09T01:00:00Z"})
    void aNumberIsASpanOfTime(int number, Instant from, Instant to) throws ODataError {
        assertEquals(new Macros(from, to), Macros.of(number, Instant.parse("2026-03-08T23:30:00Z")));
    }
}
