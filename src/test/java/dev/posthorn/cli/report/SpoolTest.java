package dev.posthorn.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SpoolTest {

    /// A script can cut a text in the middle of a character; its report is written all the same.
    @Test
    void halfACharacterDoesNotCostTheReport() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var spool = new Spool()) {
            spool.add("before \ud83c after \ud83c\udfba");
            spool.to(out);
        }
        assertEquals("before ? after \ud83c\udfba", out.toString(StandardCharsets.UTF_8));
    }
}
